/**
 * Stores values that many documents have in common only once in memory.
 *
 * Thousands of documents state the same entries, rights, licences and prefixes; each summary is
 * read with its own copies. For 30,000 documents that would be several hundred megabytes.
 */
import type { FileSummary } from '../../../transform/data-job.ts';
import type { HeaderData } from '../../../transform/model.ts';

/**
 * Members of a header that are usually the same in all documents. Members of a single document,
 * such as a title, are not shared.
 */
const SAME = [
  'language',
  'form',
  'editors',
  'email',
  'edition',
  'editionNumber',
  'editionDate',
  'publisher',
  'published',
  'publishedOn',
  'licence',
  'rights',
  'status',
  'changes',
  'prefixes',
  'authors',
  'sent',
  'received',
  'places',
] as const satisfies readonly (keyof HeaderData)[];

export class SharedValues {
  readonly #texts = new Map<string, string>();
  readonly #values = new Map<string, unknown>();

  summary(summary: FileSummary): FileSummary {
    const { header, named, spokenOf, entries, mentions, refersTo } = summary;
    const texts = (list: readonly string[]): readonly string[] =>
      list.map((text) => this.#text(text));
    return {
      ...summary,
      header: {
        ...header,
        ...Object.fromEntries(SAME.map((key) => [key, this.#value(header[key])])),
      },
      named: texts(named),
      spokenOf: texts(spokenOf),
      entries: texts(entries),
      mentions: mentions.map(([entry, ...rest]) => [this.#text(entry), ...rest] as const),
      refersTo: texts(refersTo),
    };
  }

  #text(text: string): string {
    const known = this.#texts.get(text) ?? text;
    if (known === text) this.#texts.set(text, text);
    return known;
  }

  #value<Value>(value: Value): Value {
    if (value === null) return value;
    const key = JSON.stringify(value);
    if (!this.#values.has(key)) this.#values.set(key, value);
    return this.#values.get(key) as Value;
  }
}
