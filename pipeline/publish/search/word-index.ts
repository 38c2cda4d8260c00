/**
 * The index of words: the documents and places of each form of a word.
 *
 * Takes the passages of each document. Returns shards, each a range of the alphabet, so that a
 * browser fetches only those that it needs. With the places, phrases and distances are exact.
 */

import { joinedWordsOf, PASSAGE_GAP, wordsOf } from '../../../site/assets/search/words.js';
import { addToList } from '../../core/multimap.ts';
import { byCodeUnit } from '../../core/text.ts';
import type { PagePassage } from './page-text.ts';

/** By folded word and by printed form, the places in the document, counted in words. */
type DocumentWords = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** The fields of a document: pairs of a first place and a number of words. */
export interface DocumentFields {
  readonly heading: readonly number[];
  readonly note: readonly number[];
  readonly person: readonly number[];
}

export interface DocumentIndex {
  readonly words: DocumentWords;
  readonly fields: DocumentFields;
  /** The first place of each passage. */
  readonly starts: readonly number[];
}

/**
 * The words of a document. Between two passages some places are unused, so that no phrase or
 * distance crosses passages; the search page counts in the same way.
 */
export function documentIndex(passages: readonly PagePassage[]): DocumentIndex {
  const words = new Map<string, Map<string, number[]>>();
  const fields = { heading: [] as number[], note: [] as number[], person: [] as number[] };
  const starts: number[] = [];
  let place = 0;
  for (const { text, kind, persons = [] } of passages) {
    const all = wordsOf(text);
    starts.push(place);
    if (kind) fields[kind].push(place, all.length);
    for (const [start, end] of persons) {
      const named = all.flatMap((word, at) => (word.start >= start && word.end <= end ? [at] : []));
      if (named.length > 0) fields.person.push(place + (named[0] as number), named.length);
    }
    const add = (word: string, form: string, at: number): void => {
      const forms = words.get(word) ?? new Map<string, number[]>();
      words.set(word, forms);
      addToList(forms, form, place + at);
    };
    for (const { word, form, at } of joinedWordsOf(text, all)) add(word, form, at);
    for (const [at, { word, start, end }] of all.entries()) add(word, text.slice(start, end), at);
    place += all.length + PASSAGE_GAP;
  }
  return {
    words: Object.fromEntries([...words].map(([word, forms]) => [word, Object.fromEntries(forms)])),
    fields,
    starts,
  };
}

/**
 * For each document its number, and the places there: the first, and the distances of the others.
 */
type IndexedPlaces = readonly (readonly number[])[];

/** The forms of a word, the most frequent first; '' is the folded form itself. */
type IndexedWord = readonly (readonly [form: string, ...documents: IndexedPlaces])[];

interface Shard {
  /** The shard's first word; its range ends at the first word of the next shard. */
  readonly first: string;
  readonly words: ReadonlyMap<string, IndexedWord>;
}

/** Collects the words of documents, and divides them into shards. */
export class WordIndex {
  readonly #words = new Map<string, Map<string, number[][]>>();

  /** `document`: its number in the list of documents; to be called in that order. */
  add(document: number, words: DocumentWords): void {
    for (const [word, forms] of Object.entries(words)) {
      const known = this.#words.get(word) ?? new Map<string, number[][]>();
      this.#words.set(word, known);
      for (const [form, places] of Object.entries(forms)) {
        const documents = known.get(form) ?? [];
        known.set(form, documents);
        documents.push([document, ...places.map((at, i) => at - (places[i - 1] ?? 0))]);
      }
    }
  }

  /** `size`: about how many numbers and letters a shard contains. */
  *shards(size: number): Generator<Shard> {
    let words = new Map<string, IndexedWord>();
    let weight = 0;
    const sorted = [...this.#words].sort(([one], [other]) => byCodeUnit(one, other));
    for (const [word, forms] of sorted) {
      const ordered = [...forms].sort(
        ([one, a], [other, b]) => count(b) - count(a) || byCodeUnit(one, other),
      );
      words.set(
        word,
        ordered.map(([form, documents]) => [form === word ? '' : form, ...documents] as const),
      );
      weight += ordered.reduce(
        (sum, [form, documents]) =>
          sum + form.length + documents.reduce((all, { length }) => all + length, 0),
        word.length,
      );
      if (weight < size) continue;
      yield shardOf(words);
      words = new Map();
      weight = 0;
    }
    if (words.size > 0) yield shardOf(words);
  }
}

/** How often a form occurs in all documents. */
function count(documents: readonly (readonly number[])[]): number {
  return documents.reduce((sum, { length }) => sum + length - 1, 0);
}

function shardOf(words: ReadonlyMap<string, IndexedWord>): Shard {
  const [first = ''] = words.keys();
  return { first, words };
}
