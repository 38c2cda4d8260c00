/**
 * DataCite Metadata Schema 4.6, as XML.
 *
 * Until the edition has a DOI its own URI is the identifier: the schema requires one, and the
 * agency replaces it by the DOI.
 */
import { joined } from '../writing/values.ts';
import { indented, type WrittenElement, xmlElement } from '../writing/xml-text.ts';
import { type Agent, contributorType, listName } from './facts/agents.ts';
import type { DepositFacts, DepositFunder } from './facts/model.ts';
import { otherIdentifiers, partIdentifiers, sourceIdentifiers } from './facts/relations.ts';
import {
  type DocumentSummary,
  interval,
  isPlainInterval,
  type SubjectFacts,
} from './facts/summary.ts';

const NAMESPACE = 'http://datacite.org/schema/kernel-4';

export function datacite(facts: DepositFacts, documents: readonly DocumentSummary[]): string {
  const { doi, uri, language, title, subtitle, published } = facts;
  const description = joined([facts.description, facts.sampling], ' ') ?? '';
  const record = xmlElement(
    'resource',
    {
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      xmlns: NAMESPACE,
      'xsi:schemaLocation': `${NAMESPACE} https://schema.datacite.org/meta/kernel-4.6/metadata.xsd`,
    },
    [
      xmlElement('identifier', { identifierType: doi ? 'DOI' : identifierType(uri) }, [
        doi ?? uri ?? '',
      ]),
      xmlElement('creators', {}, facts.creators.map(creator)),
      xmlElement(
        'titles',
        {},
        [
          xmlElement('title', { 'xml:lang': language }, [title ?? '']),
          subtitle &&
            xmlElement('title', { titleType: 'Subtitle', 'xml:lang': language }, [subtitle]),
        ].filter(isWrittenElement),
      ),
      publisher(facts),
      xmlElement('publicationYear', {}, [(published ?? '').slice(0, 4)]),
      xmlElement('resourceType', { resourceTypeGeneral: 'Dataset' }, ['Digital edition in TEI']),
      group('subjects', [
        ...facts.keywords.map((word) => xmlElement('subject', { 'xml:lang': language }, [word])),
        ...facts.subjects.map(subject),
      ]),
      group('contributors', facts.contributors.map(contributor)),
      xmlElement('dates', {}, dates(facts)),
      xmlElement('language', {}, [language ?? '']),
      group('alternateIdentifiers', [
        ...(doi && uri ? [alternate(uri, identifierType(uri))] : []),
        ...otherIdentifiers(facts).map((one) => alternate(one.uri, one.scheme)),
      ]),
      group('relatedIdentifiers', related(facts, documents)),
      xmlElement('sizes', {}, [
        xmlElement('size', {}, [`${facts.count} ${facts.count === 1 ? 'document' : 'documents'}`]),
      ]),
      xmlElement('formats', {}, [xmlElement('format', {}, ['application/tei+xml'])]),
      facts.version && xmlElement('version', {}, [facts.version]),
      xmlElement('rightsList', {}, rights(facts)),
      xmlElement(
        'descriptions',
        {},
        [
          xmlElement('description', { descriptionType: 'Abstract', 'xml:lang': language }, [
            description,
          ]),
          facts.practice &&
            xmlElement('description', { descriptionType: 'Methods', 'xml:lang': language }, [
              facts.practice,
            ]),
        ].filter(isWrittenElement),
      ),
      group('geoLocations', facts.places.map(place)),
      group('fundingReferences', facts.funders.map(funding)),
    ].filter(isWrittenElement),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${indented(record)}\n`;
}

function isWrittenElement(
  node: WrittenElement | string | null | undefined,
): node is WrittenElement {
  return typeof node === 'object' && node !== null;
}

/** Undefined if it has no content. */
function group(name: string, children: readonly WrittenElement[]): WrittenElement | null {
  return children.length > 0 ? xmlElement(name, {}, children) : null;
}

function identifierType(uri: string | null): string {
  return uri?.toLowerCase().startsWith('urn:') ? 'URN' : 'URL';
}

function alternate(uri: string, type: string): WrittenElement {
  return xmlElement('alternateIdentifier', { alternateIdentifierType: type }, [uri]);
}

function creator(agent: Agent): WrittenElement {
  return xmlElement('creator', {}, [
    xmlElement('creatorName', { nameType: nameType(agent) }, [listName(agent)]),
    ...nameParts(agent),
  ]);
}

function contributor(agent: Agent): WrittenElement {
  return xmlElement('contributor', { contributorType: contributorType(agent) }, [
    xmlElement('contributorName', { nameType: nameType(agent) }, [listName(agent)]),
    ...nameParts(agent),
  ]);
}

function nameType({ kind }: Agent): string {
  return kind === 'person' ? 'Personal' : 'Organizational';
}

function nameParts({ given, family, ids, affiliation }: Agent): WrittenElement[] {
  return [
    given && xmlElement('givenName', {}, [given]),
    family && xmlElement('familyName', {}, [family]),
    ...ids.map(({ scheme, uri }) =>
      xmlElement(
        'nameIdentifier',
        {
          nameIdentifierScheme: scheme,
          schemeURI: uri.replace(/^(https?:\/\/[^/]+\/).*$/s, '$1'),
        },
        [uri],
      ),
    ),
    affiliation && xmlElement('affiliation', {}, [affiliation]),
  ].filter(isWrittenElement);
}

function publisher({ publisher: name, publisherAgent }: DepositFacts): WrittenElement {
  const [id] = publisherAgent?.ids ?? [];
  return xmlElement(
    'publisher',
    { publisherIdentifier: id?.uri, publisherIdentifierScheme: id?.scheme },
    [name ?? ''],
  );
}

function subject({ scheme, uri, inverted }: SubjectFacts): WrittenElement {
  return xmlElement('subject', { subjectScheme: scheme, valueURI: uri }, [inverted]);
}

function dates(facts: DepositFacts): WrittenElement[] {
  const covered = isPlainInterval(facts) ? interval(facts) : null;
  return [
    xmlElement('date', { dateType: 'Issued' }, [facts.published ?? '']),
    covered &&
      xmlElement('date', { dateType: 'Coverage', dateInformation: 'Dates of the documents' }, [
        covered,
      ]),
  ].filter(isWrittenElement);
}

function related(facts: DepositFacts, documents: readonly DocumentSummary[]): WrittenElement[] {
  const one = (
    type: string,
    relation: string,
    identifier: string,
    general?: string,
  ): WrittenElement =>
    xmlElement(
      'relatedIdentifier',
      { relatedIdentifierType: type, relationType: relation, resourceTypeGeneral: general },
      [identifier],
    );
  return [
    ...sourceIdentifiers(facts).map(({ identifier, scheme }) =>
      one(scheme.toUpperCase(), 'IsDerivedFrom', identifier, scheme === 'isbn' ? 'Book' : 'Text'),
    ),
    ...(facts.web ? [one('URL', 'IsVariantFormOf', facts.web)] : []),
    ...partIdentifiers(facts, documents).map(({ identifier, scheme }) =>
      one(scheme.toUpperCase(), 'HasPart', identifier, 'Text'),
    ),
  ];
}

function rights({
  licence,
  licenceWords,
  licenceNames,
  language,
  rights: own,
}: DepositFacts): WrittenElement[] {
  const { spdx } = licenceNames;
  return [
    xmlElement(
      'rights',
      {
        rightsURI: licence,
        'xml:lang': language,
        ...(spdx && {
          rightsIdentifier: spdx,
          rightsIdentifierScheme: 'SPDX',
          schemeURI: 'https://spdx.org/licenses/',
        }),
      },
      [licenceWords ?? licence ?? ''],
    ),
    ...own.map((words) => xmlElement('rights', { 'xml:lang': language }, [words])),
  ];
}

function place({ name, longitude, latitude }: SubjectFacts): WrittenElement {
  return xmlElement('geoLocation', {}, [
    xmlElement('geoLocationPlace', {}, [name]),
    xmlElement('geoLocationPoint', {}, [
      xmlElement('pointLongitude', {}, [String(longitude)]),
      xmlElement('pointLatitude', {}, [String(latitude)]),
    ]),
  ]);
}

function funding({ name, ids, grant }: DepositFunder): WrittenElement {
  const id = ids.find(({ scheme }) => scheme === 'ROR' || scheme === 'ISNI');
  return xmlElement('fundingReference', {}, [
    xmlElement('funderName', {}, [name]),
    ...(id ? [xmlElement('funderIdentifier', { funderIdentifierType: id.scheme }, [id.uri])] : []),
    ...(grant ? [xmlElement('awardNumber', {}, [grant])] : []),
  ]);
}
