/**
 * Dublin Core as OAI-PMH harvests it (Open Archives Initiative, oai_dc): fifteen elements, each of
 * which may be repeated.
 */
import { doiAddress } from '../facts/schemes.ts';
import { joined } from '../writing/values.ts';
import { indented, type WrittenElement, xmlElement } from '../writing/xml-text.ts';
import { listName } from './facts/agents.ts';
import type { DepositFacts } from './facts/model.ts';
import { otherIdentifiers, partIdentifiers } from './facts/relations.ts';
import { type DocumentSummary, interval, ownIdentifiers } from './facts/summary.ts';

export const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';

export function oaiDc(facts: DepositFacts, documents: readonly DocumentSummary[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${indented(oaiDcRecord(facts, documents))}\n`;
}

/** The record as an element, for a list of records. */
export function oaiDcRecord(
  facts: DepositFacts,
  documents: readonly DocumentSummary[],
): WrittenElement {
  const { language, doi, uri } = facts;
  const parts = partIdentifiers(facts, documents).map(({ identifier, scheme }) =>
    scheme === 'doi' ? doiAddress(identifier) : identifier,
  );
  return record([
    ...many('title', [joined([facts.title, facts.subtitle], ': ')], language),
    ...many('creator', facts.creators.map(listName)),
    ...many('subject', [...facts.keywords, ...facts.subjects.map(({ inverted }) => inverted)]),
    ...many('description', [joined([facts.description, facts.sampling], ' ')], language),
    ...many('publisher', [facts.publisher]),
    ...many('contributor', facts.contributors.map(listName)),
    ...many('date', [facts.published]),
    // DCMI Type Vocabulary.
    ...many('type', ['Dataset', 'Text']),
    ...many('format', ['application/tei+xml']),
    ...many('identifier', [
      doi && doiAddress(doi),
      uri,
      ...otherIdentifiers(facts).map((one) => one.uri),
    ]),
    ...many(
      'source',
      facts.printed.map(({ citation, address }) => joined([citation, address], ' ')),
    ),
    ...many('language', facts.languages),
    ...many('relation', parts),
    ...many('coverage', [...facts.places.map(({ name }) => name), interval(facts)]),
    ...many('rights', [facts.licence ?? facts.licenceWords]),
    ...many('rights', facts.rights, language),
  ]);
}

/** The record of one document, as a part of its edition. */
export function oaiDcOfDocument(document: DocumentSummary, facts: DepositFacts): WrittenElement {
  const { language, doi, uri } = facts;
  return record([
    ...many('title', [document.title], document.language),
    ...many('creator', document.authors.map(listName)),
    ...many(
      'subject',
      document.named.map(({ inverted }) => inverted),
    ),
    ...many('description', [document.abstract], document.language),
    ...many('publisher', [document.publisher ?? facts.publisher]),
    ...many(
      'contributor',
      [...document.editors, ...document.translators, ...document.helpers].map(listName),
    ),
    ...many('date', [document.published ?? facts.published]),
    ...many('type', ['Text', document.form]),
    ...many('format', ['application/tei+xml']),
    ...many('identifier', ownIdentifiers(document)),
    ...many(
      'source',
      document.printed.map(({ citation, address }) => joined([citation, address], ' ')),
    ),
    ...many('language', [document.language ?? language]),
    ...many('relation', [doi ? doiAddress(doi) : uri]),
    ...many('coverage', [interval(document)]),
    ...many('rights', [document.licence ?? document.licenceText ?? facts.licence]),
  ]);
}

function record(children: readonly WrittenElement[]): WrittenElement {
  return xmlElement(
    'oai_dc:dc',
    {
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:oai_dc': OAI_DC,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd`,
    },
    children,
  );
}

function many(
  name: string,
  values: readonly (string | null)[],
  language?: string | null,
): WrittenElement[] {
  return values.flatMap((value) =>
    value ? [xmlElement(`dc:${name}`, { 'xml:lang': language }, [value])] : [],
  );
}
