/**
 * The index of words: in which documents, and at which places there, each word stands.
 *
 * Takes the words of each document. Returns shards, each a range of the alphabet, so that a browser
 * fetches only the one that holds the word that was asked. Places make phrases exact.
 */
import { wordsOf } from '../../../site/assets/words.js';
import type { PagePassage } from './page-text.ts';

/** A word of a document: as it is printed there first, and its places, counted in words. */
export interface WordPlaces {
  readonly printed: string;
  readonly places: readonly number[];
}

/** By folded words. */
export type DocumentWords = Readonly<Record<string, WordPlaces>>;

/**
 * The words of a document. Between two passages one place stays empty, so that no phrase runs from
 * one into the next; the search page counts in the same way.
 */
export function documentWords(passages: readonly PagePassage[]): DocumentWords {
  const words = new Map<string, { readonly printed: string; readonly places: number[] }>();
  let place = 0;
  for (const { text } of passages) {
    for (const { word, start, end } of wordsOf(text)) {
      const known = words.get(word);
      if (known) known.places.push(place);
      else words.set(word, { printed: text.slice(start, end), places: [place] });
      place += 1;
    }
    place += 1;
  }
  return Object.fromEntries(words);
}

/**
 * A word in a shard: as it is printed ('' where that is the folded form), then for each document
 * its number, and its places there, the first one and the distances between the others.
 */
type IndexedWord = readonly [printed: string, ...documents: (readonly number[])[]];

interface Shard {
  /** The shard's first word; it reaches up to the first one of the next shard. */
  readonly first: string;
  readonly words: ReadonlyMap<string, IndexedWord>;
}

interface CollectedWord {
  /** By printed form, how many documents have it. */
  readonly forms: Map<string, number>;
  readonly documents: number[][];
}

/** Collects the words of documents, and cuts them into shards. */
export class WordIndex {
  readonly #words = new Map<string, CollectedWord>();

  /** `document`: its number in the list of documents; to be called in that order. */
  add(document: number, words: DocumentWords): void {
    for (const [word, { printed, places }] of Object.entries(words)) {
      const known = this.#words.get(word) ?? { forms: new Map<string, number>(), documents: [] };
      this.#words.set(word, known);
      known.forms.set(printed, (known.forms.get(printed) ?? 0) + 1);
      known.documents.push([document, ...places.map((at, i) => at - (places[i - 1] ?? 0))]);
    }
  }

  /** `size`: about how many numbers and letters a shard holds. */
  *shards(size: number): Generator<Shard> {
    let words = new Map<string, IndexedWord>();
    let weight = 0;
    const sorted = [...this.#words].sort(([one], [other]) => (one < other ? -1 : 1));
    for (const [word, { forms, documents }] of sorted) {
      const printed = commonest(forms);
      words.set(word, [printed === word ? '' : printed, ...documents]);
      weight += word.length + documents.reduce((sum, { length }) => sum + length, 0);
      if (weight < size) continue;
      yield shardOf(words);
      words = new Map();
      weight = 0;
    }
    if (words.size > 0) yield shardOf(words);
  }
}

function shardOf(words: ReadonlyMap<string, IndexedWord>): Shard {
  const [first = ''] = words.keys();
  return { first, words };
}

/** The form that most documents have; of equals the first in code order. */
function commonest(forms: ReadonlyMap<string, number>): string {
  const [[form] = ['']] = [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return form;
}
