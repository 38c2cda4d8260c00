/** Describes a folder of TEI without edition.xml by the statements of its documents. */
import { threeLetterLanguage } from '../../facts/languages.ts';
import { licenceNames } from '../../facts/licences.ts';
import { unique } from '../../writing/values.ts';
import { creditedOf, distinctAgents, ofDocument } from './agents.ts';
import type { DepositFacts } from './model.ts';
import type { DocumentSummary } from './summary.ts';

/** The statements that all documents share, and those of the only document. */
export function fromDocuments(
  own: DepositFacts,
  documents: readonly DocumentSummary[],
): Partial<DepositFacts> {
  const [first] = documents;
  if (!first) return {};
  const common = <T extends string | null>(read: (document: DocumentSummary) => T): T | null => {
    const value = read(first);
    return documents.every((document) => read(document) === value) ? value : null;
  };
  const only = documents.length === 1 ? first : null;
  const licence = own.licence ?? common((document) => document.licence);
  const licenceWords = own.licenceWords ?? common((document) => document.licenceText);
  const languages = unique(documents.flatMap(({ language }) => language ?? []));
  const editors =
    own.editors.length > 0
      ? own.editors
      : distinctAgents(documents.flatMap((one) => [...one.editors, ...one.leaders]));
  const translators = distinctAgents([
    ...own.translators,
    ...ofDocument(documents.flatMap((one) => one.translators)),
  ]);
  const publisher = own.publisher ?? common((document) => document.publisher);
  const publisherAgent = own.publisherAgent ?? (publisher ? first.publisherAgent : null);
  const { credited, creators } = creditedOf(editors, own.authors, publisherAgent);
  const uri = own.uri ?? only?.uri ?? null;
  return {
    title: own.title ?? only?.title ?? null,
    language: own.language ?? languages[0] ?? null,
    languages:
      own.languages.length > 0
        ? own.languages
        : unique(languages.flatMap((tag) => threeLetterLanguage(tag) ?? [])),
    publisher,
    publisherAgent,
    published: own.published ?? common((document) => document.published),
    version: own.version ?? common((document) => document.version),
    uri,
    web: uri !== null && /^https?:\/\//.test(uri) ? uri : null,
    doi: own.doi ?? only?.doi ?? null,
    licence,
    licenceWords,
    licenceNames: licenceNames({ target: licence, text: licenceWords }),
    description: own.description ?? only?.abstract ?? null,
    editors,
    credited,
    creators,
    translators,
    contributors: distinctAgents([
      ...translators,
      ...own.contributors,
      ...ofDocument(documents.flatMap((one) => one.helpers)),
    ]).filter(({ name }) => !creators.some((creator) => creator.name === name)),
  };
}
