/**
 * DataCite Metadata Schema 4.6, as XML.
 *
 * Until the edition has a DOI its own URI is the identifier: the schema requires one, and the
 * agency replaces it by the DOI.
 */
import { joined } from '../writing/values.ts';
import { element, indented, type WrittenElement } from '../writing/xml-text.ts';
import { type Agent, contributorType, listName } from './facts/agents.ts';
import type { DepositFacts, DepositFunder } from './facts/model.ts';
import { otherIdentifiers, partIdentifiers, sourceIdentifiers } from './facts/relations.ts';
import { type DocumentSummary, interval, isPlainInterval, type Subject } from './facts/summary.ts';

const NAMESPACE = 'http://datacite.org/schema/kernel-4';

export function datacite(facts: DepositFacts, documents: readonly DocumentSummary[]): string {
  const { doi, uri, language, title, subtitle, published } = facts;
  const description = joined([facts.description, facts.sampling], ' ') ?? '';
  const record = element(
    'resource',
    {
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      xmlns: NAMESPACE,
      'xsi:schemaLocation': `${NAMESPACE} https://schema.datacite.org/meta/kernel-4.6/metadata.xsd`,
    },
    [
      element('identifier', { identifierType: doi ? 'DOI' : identifierType(uri) }, [
        doi ?? uri ?? '',
      ]),
      element('creators', {}, facts.creators.map(creator)),
      element(
        'titles',
        {},
        [
          element('title', { 'xml:lang': language }, [title ?? '']),
          subtitle && element('title', { titleType: 'Subtitle', 'xml:lang': language }, [subtitle]),
        ].filter(isElement),
      ),
      publisher(facts),
      element('publicationYear', {}, [(published ?? '').slice(0, 4)]),
      element('resourceType', { resourceTypeGeneral: 'Dataset' }, ['Digital edition in TEI']),
      group('subjects', [
        ...facts.keywords.map((word) => element('subject', { 'xml:lang': language }, [word])),
        ...facts.subjects.map(subject),
      ]),
      group('contributors', facts.contributors.map(contributor)),
      element('dates', {}, dates(facts)),
      element('language', {}, [language ?? '']),
      group('alternateIdentifiers', [
        ...(doi && uri ? [alternate(uri, identifierType(uri))] : []),
        ...otherIdentifiers(facts).map((one) => alternate(one.uri, one.scheme)),
      ]),
      group('relatedIdentifiers', related(facts, documents)),
      element('sizes', {}, [
        element('size', {}, [`${facts.count} ${facts.count === 1 ? 'document' : 'documents'}`]),
      ]),
      element('formats', {}, [element('format', {}, ['application/tei+xml'])]),
      facts.version && element('version', {}, [facts.version]),
      element('rightsList', {}, rights(facts)),
      element(
        'descriptions',
        {},
        [
          element('description', { descriptionType: 'Abstract', 'xml:lang': language }, [
            description,
          ]),
          facts.practice &&
            element('description', { descriptionType: 'Methods', 'xml:lang': language }, [
              facts.practice,
            ]),
        ].filter(isElement),
      ),
      group('geoLocations', facts.places.map(place)),
      group('fundingReferences', facts.funders.map(funding)),
    ].filter(isElement),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${indented(record)}\n`;
}

function isElement(node: WrittenElement | string | null | undefined): node is WrittenElement {
  return typeof node === 'object' && node !== null;
}

/** Undefined if it has no content. */
function group(name: string, children: readonly WrittenElement[]): WrittenElement | null {
  return children.length > 0 ? element(name, {}, children) : null;
}

function identifierType(uri: string | null): string {
  return uri?.toLowerCase().startsWith('urn:') ? 'URN' : 'URL';
}

function alternate(uri: string, type: string): WrittenElement {
  return element('alternateIdentifier', { alternateIdentifierType: type }, [uri]);
}

function creator(agent: Agent): WrittenElement {
  return element('creator', {}, [
    element('creatorName', { nameType: nameType(agent) }, [listName(agent)]),
    ...nameParts(agent),
  ]);
}

function contributor(agent: Agent): WrittenElement {
  return element('contributor', { contributorType: contributorType(agent) }, [
    element('contributorName', { nameType: nameType(agent) }, [listName(agent)]),
    ...nameParts(agent),
  ]);
}

function nameType({ kind }: Agent): string {
  return kind === 'person' ? 'Personal' : 'Organizational';
}

function nameParts({ given, family, ids, affiliation }: Agent): WrittenElement[] {
  return [
    given && element('givenName', {}, [given]),
    family && element('familyName', {}, [family]),
    ...ids.map(({ scheme, uri }) =>
      element(
        'nameIdentifier',
        {
          nameIdentifierScheme: scheme,
          schemeURI: uri.replace(/^(https?:\/\/[^/]+\/).*$/s, '$1'),
        },
        [uri],
      ),
    ),
    affiliation && element('affiliation', {}, [affiliation]),
  ].filter(isElement);
}

function publisher({ publisher: name, publisherAgent }: DepositFacts): WrittenElement {
  const [id] = publisherAgent?.ids ?? [];
  return element(
    'publisher',
    { publisherIdentifier: id?.uri, publisherIdentifierScheme: id?.scheme },
    [name ?? ''],
  );
}

function subject({ scheme, uri, inverted }: Subject): WrittenElement {
  return element('subject', { subjectScheme: scheme, valueURI: uri }, [inverted]);
}

function dates(facts: DepositFacts): WrittenElement[] {
  const covered = isPlainInterval(facts) ? interval(facts) : null;
  return [
    element('date', { dateType: 'Issued' }, [facts.published ?? '']),
    covered &&
      element('date', { dateType: 'Coverage', dateInformation: 'Dates of the documents' }, [
        covered,
      ]),
  ].filter(isElement);
}

function related(facts: DepositFacts, documents: readonly DocumentSummary[]): WrittenElement[] {
  const one = (
    type: string,
    relation: string,
    identifier: string,
    general?: string,
  ): WrittenElement =>
    element(
      'relatedIdentifier',
      { relatedIdentifierType: type, relationType: relation, resourceTypeGeneral: general },
      [identifier],
    );
  return [
    ...sourceIdentifiers(facts).map(({ identifier, scheme }) =>
      one(scheme.toUpperCase(), 'IsDerivedFrom', identifier, scheme === 'isbn' ? 'Book' : 'Text'),
    ),
    ...(facts.web ? [one('URL', 'IsVersionOf', facts.web)] : []),
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
    element(
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
    ...own.map((words) => element('rights', { 'xml:lang': language }, [words])),
  ];
}

function place({ name, longitude, latitude }: Subject): WrittenElement {
  return element('geoLocation', {}, [
    element('geoLocationPlace', {}, [name]),
    element('geoLocationPoint', {}, [
      element('pointLongitude', {}, [String(longitude)]),
      element('pointLatitude', {}, [String(latitude)]),
    ]),
  ]);
}

function funding({ name, ids, grant }: DepositFunder): WrittenElement {
  const id = ids.find(({ scheme }) => scheme === 'ROR' || scheme === 'ISNI');
  return element('fundingReference', {}, [
    element('funderName', {}, [name]),
    ...(id ? [element('funderIdentifier', { funderIdentifierType: id.scheme }, [id.uri])] : []),
    ...(grant ? [element('awardNumber', {}, [grant])] : []),
  ]);
}
