/**
 * Documents with own entries, where an earlier document gives the identifier to someone else,
 * such as `king` in two plays: their references lead to their own entry, which has a page too.
 *
 * Takes the data of documents in the order of the edition. Returns them with an identifier of its
 * own for each such entry: `hamlet.king`. Entries of authority files are everybody's: copies of
 * them in documents are not compared.
 */
import { Readable } from '../../../cache/stored.ts';
import { likenessOf } from '../../../model/name-likeness.ts';
import type { FileEntries, FileSummary } from '../../../transform/data-job.ts';
import type { EntryData, NamedInHeader, WordsData } from '../../../transform/model.ts';
import type { ReadFile } from './read-files.ts';

/** `documentId`: the name of the document at a path. */
export function withOwnEntries(
  documents: readonly ReadFile[],
  authorities: readonly Pick<ReadFile, 'summary'>[],
  documentId: (path: string) => string,
): ReadFile[] {
  const common = new Set(authorities.flatMap(({ summary }) => summary.entries));
  const repeated = repeatedIds(documents, common);
  if (repeated.size === 0) return [...documents];
  const first = new Map<string, string>();
  return documents.map((file) => {
    if (!file.summary.entries.some((id) => repeated.has(id))) return file;
    const renamed = new Map<string, string>();
    const doubles: string[] = [];
    const inFile = new Map<string, string>();
    const ids = file.entries.read().map((entry) => {
      if (!repeated.has(entry.id)) return entry.id;
      const names = namesOf(entry);
      const own = inFile.get(entry.id);
      // The second one with this identifier in the file: references lead to the first.
      if (own !== undefined) {
        if (likenessOf(own, names) === 'same') return entry.id;
        doubles.push(`${documentId(file.path)}.${entry.id}.${doubles.length + 2}`);
        return doubles.at(-1) as string;
      }
      inFile.set(entry.id, names);
      const given = first.get(entry.id);
      if (given === undefined) first.set(entry.id, names);
      else if (likenessOf(given, names) !== 'same')
        renamed.set(entry.id, `${documentId(file.path)}.${entry.id}`);
      return renamed.get(entry.id) ?? entry.id;
    });
    if (renamed.size === 0 && doubles.length === 0) return file;
    return {
      ...file,
      summary: summaryWith(file.summary, renamed, doubles),
      entries: new RenamedEntries(file.entries, ids, renamed),
      renamed,
      doubles,
    };
  });
}

/** The identifiers that documents, or places in one document, give to more than one entry. */
function repeatedIds(documents: readonly ReadFile[], common: ReadonlySet<string>): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { summary } of documents)
    for (const id of summary.entries) {
      if (common.has(id)) continue;
      if (seen.has(id)) repeated.add(id);
      seen.add(id);
    }
  return repeated;
}

function namesOf({ name, names }: EntryData): string {
  return [name, ...names.map(({ text }) => text)].join(' ');
}

function summaryWith(
  summary: FileSummary,
  renamed: ReadonlyMap<string, string>,
  doubles: readonly string[],
): FileSummary {
  const { header } = summary;
  const id = (one: string): string => renamed.get(one) ?? one;
  const named = (names: readonly NamedInHeader[]): readonly NamedInHeader[] =>
    names.map(({ text, entry }) => ({ text, entry: entry === null ? null : id(entry) }));
  return {
    ...summary,
    header: {
      ...header,
      authors: named(header.authors),
      sent: named(header.sent),
      received: named(header.received),
      places: named(header.places),
    },
    named: summary.named.map(id),
    spokenOf: summary.spokenOf.map(id),
    entries: [...new Set([...summary.entries.map(id), ...doubles])],
  };
}

/** The entries of a file with other identifiers, in the same order. */
class RenamedEntries extends Readable<FileEntries> {
  readonly hash: string;
  readonly #entries: Readable<FileEntries>;
  readonly #ids: readonly string[];
  readonly #renamed: ReadonlyMap<string, string>;

  constructor(
    entries: Readable<FileEntries>,
    ids: readonly string[],
    renamed: ReadonlyMap<string, string>,
  ) {
    super();
    this.hash = [entries.hash, ...ids].join(' ');
    this.#entries = entries;
    this.#ids = ids;
    this.#renamed = renamed;
  }

  read(): FileEntries {
    const named = <Named extends NamedInHeader>(one: Named): Named => ({
      ...one,
      entry: one.entry === null ? null : (this.#renamed.get(one.entry) ?? one.entry),
    });
    const words = (all: readonly WordsData[]): readonly WordsData[] =>
      all.map((one) => ({ ...one, runs: one.runs.map(named) }));
    return this.#entries.read().map((entry, place) => ({
      ...entry,
      id: this.#ids[place] as string,
      offices: words(entry.offices),
      affiliations: words(entry.affiliations),
      descriptions: words(entry.descriptions),
      within: entry.within.map(named),
    }));
  }
}
