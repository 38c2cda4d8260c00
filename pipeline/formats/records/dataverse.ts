/**
 * The body of POST /api/dataverses/…/datasets (guides.dataverse.org, Native API), with the citation
 * block that every installation has. Fields are those of its citation.tsv; those with a
 * multiplicity that differs between versions are omitted.
 */
import { joined, present } from '../writing/values.ts';
import { type Agent, listName, olderContributorType } from './facts/agents.ts';
import type { DepositFacts } from './facts/model.ts';
import { otherIdentifiers, partIdentifiers } from './facts/relations.ts';
import { type DocumentSummary, isPlainInterval } from './facts/summary.ts';

/** Languages that the vocabularies of all versions call by the same name; others are omitted. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ara: 'Arabic',
  ces: 'Czech',
  dan: 'Danish',
  deu: 'German',
  eng: 'English',
  fin: 'Finnish',
  fra: 'French',
  hun: 'Hungarian',
  ita: 'Italian',
  jpn: 'Japanese',
  kor: 'Korean',
  lat: 'Latin',
  nld: 'Dutch',
  pol: 'Polish',
  por: 'Portuguese',
  ron: 'Romanian',
  rus: 'Russian',
  spa: 'Spanish, Castilian',
  swe: 'Swedish',
  tur: 'Turkish',
  ukr: 'Ukrainian',
};

type MetadataField = Readonly<Record<string, unknown>>;

export function dataverse(facts: DepositFacts, documents: readonly DocumentSummary[]): object {
  const citation = { displayName: 'Citation Metadata', fields: fields(facts, documents) };
  return { datasetVersion: { ...terms(facts), metadataBlocks: { citation } } };
}

/** A licence that installations have by that name and address, or terms in words. */
function terms({
  licence,
  licenceWords,
  licenceNames: { dataverse: name, address },
}: DepositFacts): object {
  if (!name) return { termsOfUse: joined([licenceWords, licence], ' ') };
  const uri = (address ?? licence ?? '')
    .replace(/^https:/, 'http:')
    .replace(/\/(legalcode|deed.*)?$/, '');
  return { license: { name, uri } };
}

function fields(facts: DepositFacts, documents: readonly DocumentSummary[]): MetadataField[] {
  const { editors, email, publisher, first, last } = facts;
  const contact = editors.find((one) => one.email === email)?.inverted ?? publisher;
  const covered = isPlainInterval(facts)
    ? [{ timePeriodCoveredStart: first, timePeriodCoveredEnd: last }]
    : [];
  return [
    text('title', facts.title),
    text('subtitle', facts.subtitle),
    text('alternativeURL', facts.web),
    compound('otherId', [
      ...[facts.uri, facts.doi].map(
        (value) => value && { otherIdValue: value, otherIdAgency: publisher },
      ),
      ...otherIdentifiers(facts).map(({ scheme, value }) => ({
        otherIdValue: value,
        otherIdAgency: scheme === 'SWHID' ? 'Software Heritage' : scheme,
      })),
    ]),
    compound('author', facts.creators.map(author)),
    compound('datasetContact', [
      email && { datasetContactName: contact, datasetContactEmail: email },
    ]),
    compound('dsDescription', [
      { dsDescriptionValue: joined([facts.description, facts.sampling], ' ') },
    ]),
    vocabulary('subject', ['Arts and Humanities']),
    compound('keyword', [
      ...facts.keywords.map((word) => ({ keywordValue: word })),
      ...facts.subjects.map(({ inverted, scheme }) => ({
        keywordValue: inverted,
        keywordVocabulary: scheme,
      })),
    ]),
    text('notesText', joined(facts.rights, ' ')),
    vocabulary(
      'language',
      facts.languages.flatMap((code) => LANGUAGES[code] ?? []),
    ),
    compound('producer', [{ producerName: publisher }]),
    compound(
      'contributor',
      facts.contributors.map((one) => ({
        contributorType: olderContributorType(one).replace(/([a-z])([A-Z])/g, '$1 $2'),
        contributorName: listName(one),
      })),
    ),
    compound(
      'grantNumber',
      facts.funders.map(({ name, grant }) => ({
        grantNumberAgency: name,
        grantNumberValue: grant,
      })),
    ),
    compound('distributor', [{ distributorName: publisher }]),
    text('distributionDate', facts.published),
    compound('timePeriodCovered', covered),
    texts('kindOfData', ['TEI XML']),
    compound('software', [
      facts.application && {
        softwareName: facts.application.name,
        softwareVersion: facts.application.version,
      },
    ]),
    texts(
      'relatedDatasets',
      partIdentifiers(facts, documents).map(({ identifier, scheme }) =>
        scheme === 'doi' ? `https://doi.org/${identifier}` : identifier,
      ),
    ),
    texts(
      'dataSources',
      facts.printed.flatMap(({ citation, address }) => joined([citation, address], ' ') ?? []),
    ),
    text('originOfSources', joined(facts.archives, '; ')),
  ].flat();
}

function author({ inverted, name, affiliation, ids }: Agent): Readonly<Record<string, unknown>> {
  const id = ids.find(({ scheme }) => ['ORCID', 'ISNI', 'VIAF', 'GND'].includes(scheme));
  return {
    authorName: inverted ?? name,
    authorAffiliation: affiliation,
    authorIdentifierScheme: id?.scheme,
    authorIdentifier: id?.value,
  };
}

/** Parts of compound fields with values from a vocabulary. */
const VOCABULARY_PARTS: ReadonlySet<string> = new Set([
  'authorIdentifierScheme',
  'contributorType',
]);

function text(typeName: string, value: string | null): MetadataField[] {
  return value ? [{ typeName, typeClass: 'primitive', multiple: false, value }] : [];
}

function texts(typeName: string, value: readonly string[]): MetadataField[] {
  return value.length > 0 ? [{ typeName, typeClass: 'primitive', multiple: true, value }] : [];
}

function vocabulary(typeName: string, value: readonly string[]): MetadataField[] {
  if (value.length === 0) return [];
  return [{ typeName, typeClass: 'controlledVocabulary', multiple: true, value }];
}

type CompoundParts = Readonly<Record<string, unknown>>;

/** Parts without a value are omitted, and values without a part. */
function compound(
  typeName: string,
  values: readonly (CompoundParts | '' | null)[],
): MetadataField[] {
  const written = values
    .map((parts) => present(parts || {}))
    .filter((parts) => Object.keys(parts).length > 0)
    .map((parts) => Object.fromEntries(Object.entries(parts).map(part)));
  return written.length > 0
    ? [{ typeName, typeClass: 'compound', multiple: true, value: written }]
    : [];
}

function part([typeName, value]: [string, unknown]): [string, MetadataField] {
  const typeClass = VOCABULARY_PARTS.has(typeName) ? 'controlledVocabulary' : 'primitive';
  return [typeName, { typeName, typeClass, multiple: false, value }];
}
