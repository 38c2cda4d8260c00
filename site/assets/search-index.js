/**
 * The search itself: which documents hold what was asked. The page around it is search.js.
 *
 * Takes a function that reads a JSON file of search/, and a query. Returns documents, best first,
 * and for each part of the query that occurs nowhere the nearest words that do.
 *
 * A query is words, "phrases", and beginnings of words (mine*). A document is found only if it
 * holds all of them. What is cut into several words, such as U.S. or l’homme, is a phrase.
 */
import { wordsOf } from './words.js';

/** How many similar words are offered for one that does not occur. */
const SIMILAR = 6;

/** Phrases in any pair of quotation marks, and words up to the next white space. */
const PART = /["“”„«»‟]([^"“”„«»‟]*)["“”„«»‟]?|[^\s"“”„«»‟]+/gu;

/**
 * @typedef {{ words: string[], prefix: boolean, asked: string }} Part
 * @typedef {Map<number, number[]>} Found By document the places at which a part begins.
 * @typedef {{ document: number, score: number, places: Set<number> }} Result
 */

export class SearchIndex {
  #read;
  #root;
  /** @type {Map<number, Promise<Record<string, [string, ...number[][]]>>>} */
  #shards = new Map();

  /**
   * @param {(name: string) => Promise<any>} read reads `index.json`, `words/0.json` …
   */
  static async open(read) {
    const index = new SearchIndex();
    index.#read = read;
    index.#root = await read('index.json');
    return index;
  }

  get documents() {
    return this.#root.documents;
  }

  /** By facet and value the numbers of the documents. */
  get facets() {
    return this.#root.facets;
  }

  /**
   * The passages of a document, in page order.
   *
   * @param {number} document
   * @returns {Promise<[id: string, text: string][]>}
   */
  passages(document) {
    return this.#read(this.documents[document].text.replace(/^search\//, ''));
  }

  /**
   * @param {string} query
   * @returns {Promise<{ results: Result[], missing: { asked: string, similar: string[] }[] }>}
   *   `missing`: the parts that occur nowhere; then there are no results.
   */
  async search(query) {
    const parts = partsOf(query);
    const found = await Promise.all(parts.map((part) => this.#find(part)));
    const missing = [];
    for (const [at, part] of parts.entries()) {
      if (found[at].size > 0) continue;
      missing.push({
        asked: part.asked,
        similar: part.words.length === 1 ? await this.similar(part.words[0]) : [],
      });
    }
    return { results: parts.length === 0 ? [] : this.#common(parts, found), missing };
  }

  /**
   * Words of the texts that are like one that does not occur: those that begin with it, then those
   * that differ in one letter, or two in a longer word. As they are printed.
   *
   * @param {string} word folded
   */
  async similar(word) {
    const [first = ''] = word;
    const most = [...word].length > 4 ? 2 : 1;
    const near = [];
    for await (const [known, entry] of this.#wordsFrom(first, (other) => other.startsWith(first))) {
      const distance = known.startsWith(word) ? 0.5 : editDistance(word, known, most);
      if (distance <= most)
        near.push({ printed: entry[0] || known, distance, documents: entry.length - 1 });
    }
    near.sort(
      (a, b) =>
        a.distance - b.distance || b.documents - a.documents || (a.printed < b.printed ? -1 : 1),
    );
    return near.slice(0, SIMILAR).map(({ printed }) => printed);
  }

  /**
   * @param {Part[]} parts
   * @param {Found[]} found
   * @returns {Result[]}
   */
  #common(parts, found) {
    const [rarest, ...others] = [...found].sort((one, other) => one.size - other.size);
    const count = this.documents.length;
    const results = [];
    for (const document of rarest.keys()) {
      if (!others.every((other) => other.has(document))) continue;
      let score = 0;
      const places = new Set();
      for (const [at, { words }] of parts.entries()) {
        const starts = found[at].get(document);
        score += (1 + Math.log(starts.length)) * Math.log(1 + count / found[at].size);
        for (const start of starts) for (let i = 0; i < words.length; i++) places.add(start + i);
      }
      results.push({ document, score, places });
    }
    return results.sort((one, other) => other.score - one.score || one.document - other.document);
  }

  /**
   * @param {Part} part
   * @returns {Promise<Found>}
   */
  async #find({ words, prefix }) {
    const each = await Promise.all(
      words.map((word, at) =>
        prefix && at === words.length - 1 ? this.#beginning(word) : this.#word(word),
      ),
    );
    const [first, ...next] = each;
    const found = new Map();
    for (const [document, starts] of first) {
      const following = next.map((places) => new Set(places.get(document)));
      const whole = starts.filter((start) =>
        following.every((places, i) => places.has(start + i + 1)),
      );
      if (whole.length > 0) found.set(document, whole);
    }
    return found;
  }

  /** @param {string} word */
  async #word(word) {
    const shard = this.#root.shards.findLastIndex((first) => first <= word);
    const words = shard < 0 ? {} : await this.#shard(shard);
    return Object.hasOwn(words, word) ? placesOf(words[word]) : new Map();
  }

  /** @param {string} start */
  async #beginning(start) {
    const found = new Map();
    for await (const [, entry] of this.#wordsFrom(start, (word) => word.startsWith(start))) {
      for (const [document, places] of placesOf(entry)) {
        found.set(
          document,
          [...(found.get(document) ?? []), ...places].sort((a, b) => a - b),
        );
      }
    }
    return found;
  }

  /** The words from a place in the alphabet on, as long as they are wanted. */
  async *#wordsFrom(start, wanted) {
    const { shards } = this.#root;
    for (
      let at = Math.max(
        0,
        shards.findLastIndex((first) => first <= start),
      );
      at < shards.length;
      at++
    ) {
      if (shards[at] > start && !wanted(shards[at])) return;
      for (const [word, entry] of Object.entries(await this.#shard(at)))
        if (wanted(word)) yield [word, entry];
    }
  }

  /** @param {number} at */
  #shard(at) {
    const known = this.#shards.get(at) ?? this.#read(`words/${at}.json`);
    this.#shards.set(at, known);
    return known;
  }
}

/**
 * @param {string} query
 * @returns {Part[]}
 */
export function partsOf(query) {
  return [...query.matchAll(PART)].flatMap(({ 0: whole, 1: phrase }) => {
    const asked = (phrase ?? whole).trim();
    const words = wordsOf(asked).map(({ word }) => word);
    return words.length === 0 ? [] : [{ words, prefix: asked.endsWith('*'), asked }];
  });
}

/** @returns {Found} */
function placesOf([, ...documents]) {
  return new Map(
    documents.map(([document, ...steps]) => {
      let place = 0;
      return [document, steps.map((step) => (place += step))];
    }),
  );
}

/**
 * Levenshtein's distance; `most + 1` where it is more than `most`.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
function editDistance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[other.length];
}
