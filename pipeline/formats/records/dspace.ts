/**
 * An item of DSpace's Simple Archive Format (DSpace documentation, "Importing and Exporting Items
 * via Simple Archive Format"): Dublin Core with DSpace's qualifiers, and the list of the item's
 * files.
 */
import { doiAddress } from '../facts/schemes.ts';
import { joined } from '../writing/values.ts';
import { indented, type WrittenElement, xmlElement } from '../writing/xml-text.ts';
import { listName } from './facts/agents.ts';
import type { DepositFacts } from './facts/model.ts';
import { otherIdentifiers, partIdentifiers } from './facts/relations.ts';
import { type DocumentSummary, interval } from './facts/summary.ts';

/** Files of the item's folder by name. The archive lies beside them. */
export function dspace(
  facts: DepositFacts,
  documents: readonly DocumentSummary[],
  archive: string,
): Readonly<Record<string, string>> {
  return {
    'dublin_core.xml': dublinCore(facts, documents),
    contents: `${archive}\tbundle:ORIGINAL\tprimary:true\tdescription:The edition as a BagIt bag\n`,
  };
}

function dublinCore(facts: DepositFacts, documents: readonly DocumentSummary[]): string {
  const { language, doi, uri } = facts;
  const value = (name: string, values: readonly (string | null)[], lang?: string | null) => {
    const [main = '', qualifier = 'none'] = name.split('.');
    return values.flatMap((words): WrittenElement[] =>
      words ? [xmlElement('dcvalue', { element: main, qualifier, language: lang }, [words])] : [],
    );
  };
  const creator = facts.credited === 'editor' ? 'contributor.editor' : 'contributor.author';
  const record = xmlElement('dublin_core', { schema: 'dc' }, [
    ...value('title', [joined([facts.title, facts.subtitle], ': ')], language),
    ...(facts.credited === 'publisher' ? [] : value(creator, facts.creators.map(listName))),
    ...value('contributor', facts.contributors.map(listName)),
    ...value('publisher', [facts.publisher]),
    ...value('date.issued', [facts.published]),
    ...value('description.abstract', [facts.description], language),
    ...value('description', [facts.sampling, facts.practice], language),
    ...value('subject', [...facts.keywords, ...facts.subjects.map(({ inverted }) => inverted)]),
    ...value('language.iso', facts.languages),
    ...value('type', ['Dataset']),
    ...value('format.mimetype', ['application/tei+xml']),
    ...value('identifier.uri', [
      doi && doiAddress(doi),
      uri,
      ...otherIdentifiers(facts).map((one) => one.uri),
    ]),
    // “source” is for harvested records only (DSpace, dublin-core-types.xml).
    ...value(
      'relation.isbasedon',
      facts.printed.map(({ citation, address }) => joined([citation, address], ' ')),
    ),
    ...value(
      'coverage.spatial',
      facts.places.map(({ name }) => name),
    ),
    ...value('coverage.temporal', [interval(facts)]),
    ...value(
      'relation.haspart',
      partIdentifiers(facts, documents).map(({ identifier, scheme }) =>
        scheme === 'doi' ? doiAddress(identifier) : identifier,
      ),
    ),
    ...value(
      'description.sponsorship',
      facts.funders.map(({ name, grant }) => joined([name, grant], ' ')),
    ),
    ...value('rights', [facts.licenceWords, ...facts.rights], language),
    ...value('rights.uri', [facts.licence]),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${indented(record)}\n`;
}
