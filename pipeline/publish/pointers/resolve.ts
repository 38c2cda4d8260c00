/**
 * Resolves references to entries, once for the whole site.
 *
 * Takes the references in files (an identifier that may lead nowhere), and the entries that have a
 * page. Returns the same data in which `entry` is an entry with a page, or null. Layouts, pictures
 * and outputs use resolved data only, so that they never see a missing entry. The check reports
 * references that lead nowhere (check/references/pointers.ts).
 */
import type { FileSummary } from '../../transform/data-job.ts';
import type { EntryData, HeaderData, NamedInHeader, WordsData } from '../../transform/model.ts';
import { EntryKeys } from './entry-keys.ts';

declare const hasPage: unique symbol;

/** The identifier of an entry that has a page on this site. Only an `EntryResolver` makes one. */
export type EntryId = string & { readonly [hasPage]: true };

/** Words that name someone or something; `entry` has a page, or is null. */
export interface ResolvedNamed extends NamedInHeader {
  readonly entry: EntryId | null;
}

export interface ResolvedHeader extends HeaderData {
  readonly authors: readonly ResolvedNamed[];
  readonly sent: readonly ResolvedNamed[];
  readonly received: readonly ResolvedNamed[];
  readonly places: readonly ResolvedNamed[];
}

export interface ResolvedWords extends WordsData {
  readonly runs: readonly ResolvedNamed[];
}

export interface ResolvedEntry extends EntryData {
  readonly offices: readonly ResolvedWords[];
  readonly affiliations: readonly ResolvedWords[];
  readonly descriptions: readonly ResolvedWords[];
  readonly within: readonly ResolvedNamed[];
}

export interface ResolvedSummary extends FileSummary {
  readonly header: ResolvedHeader;
  readonly named: readonly EntryId[];
  readonly spokenOf: readonly EntryId[];
}

export class EntryResolver {
  readonly #names: ReadonlyMap<string, string>;
  readonly #keys: EntryKeys;

  /** `entries`: those that have a page. */
  constructor(entries: Iterable<Pick<EntryData, 'id' | 'name'>>, keys = new EntryKeys([])) {
    this.#keys = keys;
    this.#names = new Map([...entries].map(({ id, name }) => [id, name]));
  }

  /** A reference without an entry that has a page is null. */
  id(reference: string | null): EntryId | null {
    if (reference === null) return null;
    const id = this.#keys.id(reference);
    return this.#names.has(id) ? (id as EntryId) : null;
  }

  ids(references: readonly string[]): readonly EntryId[] {
    return references.every((one) => this.#names.has(one))
      ? (references as readonly EntryId[])
      : [...new Set(references.flatMap((one) => this.id(one) ?? []))];
  }

  /**
   * Names without words get those of their entry; a name with neither is omitted. If nothing
   * changes, the same array is returned, since documents share it.
   */
  named(names: readonly NamedInHeader[]): readonly ResolvedNamed[] {
    if (names.every(({ text, entry }) => text !== '' && this.id(entry) === entry)) {
      return names as readonly ResolvedNamed[];
    }
    return names.flatMap(({ text, entry }) => {
      const id = this.id(entry);
      const words = text || (id === null ? '' : (this.#names.get(id) as string));
      return words === '' ? [] : [{ text: words, entry: id }];
    });
  }

  summary(summary: FileSummary): ResolvedSummary {
    const { header } = summary;
    const authors = this.named(header.authors);
    const sent = this.named(header.sent);
    const received = this.named(header.received);
    const places = this.named(header.places);
    const named = this.ids(summary.named);
    const spokenOf = this.ids(summary.spokenOf);
    return { ...summary, header: { ...header, authors, sent, received, places }, named, spokenOf };
  }

  entry(entry: EntryData): ResolvedEntry {
    const resolved = (all: readonly WordsData[]): readonly ResolvedWords[] =>
      // The words are in a sentence: a run without an entry is unchanged.
      all.map((words) => ({
        ...words,
        runs: words.runs.map(({ text, entry }) => ({ text, entry: this.id(entry) })),
      }));
    return {
      ...entry,
      offices: resolved(entry.offices),
      affiliations: resolved(entry.affiliations),
      descriptions: resolved(entry.descriptions),
      within: this.named(entry.within),
    };
  }
}
