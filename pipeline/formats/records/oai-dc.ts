/**
 * Dublin Core as OAI-PMH harvests it (Open Archives Initiative, oai_dc): fifteen elements, each of
 * which may be repeated.
 */
import { doiAddress } from '../facts/schemes.ts';
import { joined } from '../values.ts';
import { type Element, element, indented } from '../xml-text.ts';
import { listName } from './agents.ts';
import type { DepositFacts } from './deposit-facts.ts';
import { partIdentifiers } from './relations.ts';
import { type DocumentSummary, interval } from './summary.ts';

const OAI_DC = 'http://www.openarchives.org/OAI/2.0/oai_dc/';

export function oaiDc(facts: DepositFacts, documents: readonly DocumentSummary[]): string {
  const { language, doi, uri } = facts;
  const many = (
    name: string,
    values: readonly (string | null)[],
    lang?: string | null,
  ): Element[] =>
    values.flatMap((value) =>
      value ? [element(`dc:${name}`, { 'xml:lang': lang }, [value])] : [],
    );
  const parts = partIdentifiers(facts, documents).map(({ identifier, scheme }) =>
    scheme === 'doi' ? doiAddress(identifier) : identifier,
  );
  const record = element(
    'oai_dc:dc',
    {
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:oai_dc': OAI_DC,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd`,
    },
    [
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
      ...many('identifier', [doi && doiAddress(doi), uri]),
      ...many(
        'source',
        facts.printed.map(({ citation, address }) => joined([citation, address], ' ')),
      ),
      ...many('language', facts.languages),
      ...many('relation', parts),
      ...many('coverage', [...facts.places.map(({ name }) => name), interval(facts)]),
      ...many('rights', [facts.licence ?? facts.licenceWords]),
      ...many('rights', facts.rights, language),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${indented(record)}\n`;
}
