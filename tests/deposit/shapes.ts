/**
 * The records' shapes, from the documentation of the repositories; members that it does not have
 * are refused, so that a misspelt one is found.
 *
 * Zenodo: developers.zenodo.org, “Deposit metadata”. InvenioRDM: inveniordm.docs.cern.ch, “Metadata
 * reference” and “Create a draft record”. Dataverse: guides.dataverse.org, “Native API”, and
 * citation.tsv.
 */

const TEXT = { type: 'string', minLength: 1 } as const;

function object(
  required: Readonly<Record<string, object>>,
  optional: Readonly<Record<string, object>> = {},
): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

function list(items: object, minItems = 1): object {
  return { type: 'array', items, minItems };
}

function words(...values: readonly string[]): object {
  return { type: 'string', enum: values };
}

const DAY = { type: 'string', format: 'date' };
const THREE_LETTERS = { type: 'string', pattern: '^[a-z]{3}$' };
const ORCID = { type: 'string', pattern: '^(\\d{4}-){3}\\d{3}[\\dX]$' };
const DOI = { type: 'string', pattern: '^10\\.\\d{4,9}/\\S+$' };

const ZENODO_PERSON = { affiliation: TEXT, orcid: ORCID, gnd: TEXT };

export const ZENODO = object(
  {
    upload_type: words(
      'publication',
      'poster',
      'presentation',
      'dataset',
      'image',
      'video',
      'software',
      'lesson',
      'other',
    ),
    publication_date: DAY,
    title: TEXT,
    creators: list(object({ name: { type: 'string', pattern: '^[^,]+(, .+)?$' } }, ZENODO_PERSON)),
    description: { type: 'string', pattern: '^(<p>[^<>]+</p>)+$' },
    access_right: words('open', 'embargoed', 'restricted', 'closed'),
    license: { type: 'string', pattern: '^[a-z0-9.-]+$' },
  },
  {
    doi: DOI,
    version: TEXT,
    language: THREE_LETTERS,
    keywords: list(TEXT),
    notes: TEXT,
    contributors: list(
      object({ name: TEXT, type: words('Editor', 'Other', 'RelatedPerson') }, ZENODO_PERSON),
    ),
    related_identifiers: list(
      object(
        {
          identifier: TEXT,
          relation: words(
            'isDerivedFrom',
            'isVariantFormOf',
            'isPartOf',
            'isNewVersionOf',
            'hasPart',
          ),
        },
        { resource_type: words('dataset', 'publication-section', 'publication-book') },
      ),
    ),
  },
);

const ID = object({ id: TEXT });
const LANGUAGE = object({ id: THREE_LETTERS });
const IDENTIFIERS = list(
  object({ scheme: words('orcid', 'gnd', 'isni', 'ror'), identifier: TEXT }),
);

const PERSON_OR_ORG = {
  oneOf: [
    object(
      { type: { const: 'personal' }, family_name: TEXT },
      { given_name: TEXT, name: TEXT, identifiers: IDENTIFIERS },
    ),
    object({ type: { const: 'organizational' }, name: TEXT }, { identifiers: IDENTIFIERS }),
  ],
};

export const INVENIO = object(
  {
    access: object({ record: words('public', 'restricted'), files: words('public', 'restricted') }),
    files: object({ enabled: { type: 'boolean' } }),
    metadata: object(
      {
        resource_type: ID,
        title: TEXT,
        publication_date: DAY,
        creators: list(
          object(
            { person_or_org: PERSON_OR_ORG },
            { role: ID, affiliations: list(object({ name: TEXT })) },
          ),
        ),
      },
      {
        additional_titles: list(
          object(
            {
              title: TEXT,
              type: object({
                id: words('alternative-title', 'subtitle', 'translated-title', 'other'),
              }),
            },
            { lang: LANGUAGE },
          ),
        ),
        publisher: TEXT,
        contributors: list(
          object(
            { person_or_org: PERSON_OR_ORG, role: ID },
            { affiliations: list(object({ name: TEXT })) },
          ),
        ),
        description: TEXT,
        additional_descriptions: list(
          object(
            {
              description: TEXT,
              type: object({ id: words('abstract', 'methods', 'technical-info', 'other') }),
            },
            { lang: LANGUAGE },
          ),
        ),
        rights: list({ oneOf: [ID, object({ title: object({ en: TEXT }) }, { link: TEXT })] }),
        languages: list(LANGUAGE),
        subjects: list(object({ subject: TEXT })),
        dates: list(
          object(
            {
              date: { type: 'string', pattern: '^\\d{4}(-\\d\\d){0,2}(/\\d{4}(-\\d\\d){0,2})?$' },
              type: object({
                id: words(
                  'available',
                  'collected',
                  'created',
                  'issued',
                  'other',
                  'updated',
                  'valid',
                ),
              }),
            },
            { description: TEXT },
          ),
        ),
        version: TEXT,
        identifiers: list(
          object({ identifier: TEXT, scheme: words('doi', 'url', 'urn', 'handle', 'ark') }),
        ),
        related_identifiers: list(
          object(
            {
              identifier: TEXT,
              scheme: words('doi', 'url', 'urn'),
              relation_type: object({ id: { type: 'string', pattern: '^[a-z]+$' } }),
            },
            { resource_type: ID },
          ),
        ),
        sizes: list(TEXT),
        formats: list(TEXT),
        locations: object({
          features: list(
            object(
              {
                geometry: object({
                  type: { const: 'Point' },
                  coordinates: {
                    type: 'array',
                    items: { type: 'number' },
                    minItems: 2,
                    maxItems: 2,
                  },
                }),
                place: TEXT,
              },
              { identifiers: list(object({ scheme: words('geonames', 'tgn'), identifier: TEXT })) },
            ),
          ),
        }),
        funding: list(
          object(
            { funder: object({ name: TEXT }) },
            { award: object({ number: TEXT, title: object({ en: TEXT }) }) },
          ),
        ),
      },
    ),
  },
  { pids: object({ doi: object({ identifier: DOI, provider: { const: 'external' } }) }) },
);

/** typeName, then whether it is multiple, of citation.tsv. */
const PRIMITIVE = [
  'title',
  'subtitle',
  'alternativeURL',
  'notesText',
  'distributionDate',
  'originOfSources',
  'kindOfData',
  'dataSources',
  'relatedDatasets',
];
const VOCABULARY = ['subject', 'language'];
const COMPOUND: Readonly<Record<string, readonly string[]>> = {
  otherId: ['otherIdAgency', 'otherIdValue'],
  author: ['authorName', 'authorAffiliation', 'authorIdentifierScheme', 'authorIdentifier'],
  datasetContact: ['datasetContactName', 'datasetContactAffiliation', 'datasetContactEmail'],
  dsDescription: ['dsDescriptionValue', 'dsDescriptionDate'],
  keyword: ['keywordValue', 'keywordVocabulary', 'keywordVocabularyURI'],
  producer: ['producerName'],
  contributor: ['contributorType', 'contributorName'],
  grantNumber: ['grantNumberAgency', 'grantNumberValue'],
  distributor: ['distributorName'],
  timePeriodCovered: ['timePeriodCoveredStart', 'timePeriodCoveredEnd'],
  software: ['softwareName', 'softwareVersion'],
};
const MULTIPLE = ['kindOfData', 'dataSources', 'relatedDatasets'];
/** Parts without which a compound is refused. */
const REQUIRED: Readonly<Record<string, string>> = {
  author: 'authorName',
  datasetContact: 'datasetContactEmail',
  dsDescription: 'dsDescriptionValue',
};

function field(name: string, typeClass: string, multiple: boolean, value: object): object {
  return object({
    typeName: { const: name },
    typeClass: { const: typeClass },
    multiple: { const: multiple },
    value,
  });
}

function compound(name: string, parts: readonly string[]): object {
  const part = (of: string): object =>
    field(
      of,
      ['authorIdentifierScheme', 'contributorType'].includes(of)
        ? 'controlledVocabulary'
        : 'primitive',
      false,
      TEXT,
    );
  const needed = REQUIRED[name];
  const properties = Object.fromEntries(parts.map((one) => [one, part(one)]));
  const value = {
    type: 'object',
    properties,
    additionalProperties: false,
    minProperties: 1,
    ...(needed && { required: [needed] }),
  };
  return field(name, 'compound', true, list(value));
}

const FIELDS = [
  ...PRIMITIVE.map((name) =>
    field(name, 'primitive', MULTIPLE.includes(name), MULTIPLE.includes(name) ? list(TEXT) : TEXT),
  ),
  ...VOCABULARY.map((name) => field(name, 'controlledVocabulary', true, list(TEXT))),
  ...Object.entries(COMPOUND).map(([name, parts]) => compound(name, parts)),
];

/** The fields that citation.tsv marks as required, those of its compounds' parts among them. */
const NEEDED = ['title', 'author', 'datasetContact', 'dsDescription', 'subject'];

export const DATAVERSE = object({
  datasetVersion: object({
    license: object({ name: TEXT, uri: { type: 'string', format: 'uri' } }),
    metadataBlocks: object({
      citation: object({
        displayName: { const: 'Citation Metadata' },
        fields: {
          type: 'array',
          items: { oneOf: FIELDS },
          allOf: NEEDED.map((name) => ({
            contains: { type: 'object', properties: { typeName: { const: name } } },
          })),
        },
      }),
    }),
  }),
});
