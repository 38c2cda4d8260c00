/**
 * The search itself: which documents contain the query, and where. The page around it is search.js,
 * the syntax of a query query.js.
 *
 * Takes a function that reads a JSON file of search/, and a query. Returns documents, best first,
 * with the places found; the forms found, with their number; and for each term that occurs nowhere
 * the most similar words that do.
 */
import { inRanges, intersection, near, union } from './hits.js';
import { isAnyWord, isMeant, parseQuery, termsOf, withSameLetters } from './query.js';
import { ranked } from './rank.js';
import { editDistance, isJoined, wordsOf } from './words.js';

/** How many similar words are offered for one that does not occur. */
const SIMILAR = 6;

/**
 * @typedef {Map<number, [start: number, length: number][]>} Found By document, the places found.
 * @typedef {{ document: number, score: number, hits: [number, number][], places: Set<number> }}
 * Result @typedef {{ capitals?: boolean, accents?: boolean, sameLetters?: boolean }} Folding
 * Whether capitals and accents matter, and whether u and v, i and j are the same.
 */

export class SearchIndex {
  #read;
  #root;
  /** @type {Map<number, Promise<object>>} */
  #shards = new Map();
  #fields;
  #vocabulary;

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
   * @param {string} text
   * @param {Folding} [folding]
   * @returns {Promise<{ results: Result[], forms: Map<string, number>,
   *   missing: { asked: string, similar: string[] }[] }>}
   */
  async search(text, folding = {}) {
    const query = parseQuery(text);
    const forms = new Map();
    if (query === null) return { results: [], forms, missing: [] };
    const found = await this.#evaluate(query, folding, forms);
    const missing = [];
    for (const term of termsOf(query)) {
      if ((await this.#term(term, folding)).size > 0) continue;
      const isOne = term.words.length === 1 && term.words[0].pattern === null;
      missing.push({
        asked: term.asked,
        similar: isOne ? await this.similar(term.words[0].word) : [],
      });
    }
    return { results: ranked(found, termsOf(query), this.documents), forms, missing };
  }

  /**
   * Words of the texts that are similar to one that does not occur: those that begin with it, then
   * those that differ in one letter, or two in a longer word. As they are printed.
   *
   * @param {string} word folded
   */
  async similar(word) {
    const [first = ''] = word;
    const most = [...word].length > 4 ? 2 : 1;
    const near = [];
    for await (const [known, forms] of this.#wordsFrom(first, (other) => other.startsWith(first))) {
      const distance = known.startsWith(word) ? 0.5 : editDistance(word, known, most);
      if (distance <= most)
        near.push({ printed: forms[0][0] || known, distance, documents: forms[0].length - 1 });
    }
    near.sort(
      (a, b) =>
        a.distance - b.distance || b.documents - a.documents || (a.printed < b.printed ? -1 : 1),
    );
    return near.slice(0, SIMILAR).map(({ printed }) => printed);
  }

  /** @returns {Promise<Found>} */
  async #evaluate(query, folding, forms) {
    if (query.type === 'term') return this.#term(query, folding, forms);
    if (query.type === 'not') {
      const without = await this.#evaluate(query.part, folding, new Map());
      return new Map(this.documents.flatMap((_, at) => (without.has(at) ? [] : [[at, []]])));
    }
    const parts = await Promise.all(
      query.parts.map((part) => this.#evaluate(part, folding, forms)),
    );
    if (query.type === 'or') return union(parts);
    return query.type === 'and' ? intersection(parts) : near(parts, query.distance);
  }

  /** @returns {Promise<Found>} */
  async #term({ field, words, joined }, folding, forms) {
    const ways = joined === null ? [words] : [words, joined];
    const each = await Promise.all(ways.map((way) => this.#phrase(way, folding, forms)));
    const found = each.length === 1 ? each[0] : union(each);
    return field === null ? found : this.#within(found, field);
  }

  /** The places where words follow one another. @returns {Promise<Found>} */
  async #phrase(words, folding, forms) {
    const each = await Promise.all(
      words.map((asked) => (isAnyWord(asked.word) ? null : this.#word(asked, folding, forms))),
    );
    const [first, ...next] = each;
    const found = new Map();
    for (const [document, starts] of first) {
      const following = next.map((places) => places && new Map(places.get(document)));
      const whole = starts.flatMap(([start, length]) => {
        const end = following.reduce(
          (at, places) => (places === null ? at + 1 : at + (places.get(at) ?? Number.NaN)),
          start + length,
        );
        return Number.isNaN(end) ? [] : [[start, end - start]];
      });
      if (whole.length > 0) found.set(document, whole);
    }
    return found;
  }

  /** The part of it that is in a field. */
  async #within(found, field) {
    this.#fields ??= this.#read('fields.json');
    const fields = await this.#fields;
    const kept = new Map();
    for (const [document, hits] of found) {
      const own = fields[document];
      const inField =
        field === 'text'
          ? (hit) => !inRanges(hit, own.heading) && !inRanges(hit, own.note)
          : (hit) => inRanges(hit, own[field]);
      const some = hits.filter(inField);
      if (some.length > 0) kept.set(document, some);
    }
    return kept;
  }

  /**
   * By document the places of a word, in their order, each with the number of words there:
   * initials and numbers are several ("U.S.A.").
   */
  async #word(asked, folding, forms = new Map()) {
    const places = new Map();
    for await (const [word, entry] of this.#entries(asked, folding)) {
      for (const [printed, ...documents] of entry) {
        const form = printed || word;
        if (!isMeant(form, asked, folding)) continue;
        const length = isJoined(form) ? wordsOf(form).length : 1;
        let count = 0;
        for (const [document, ...steps] of documents) {
          const all = places.get(document) ?? [];
          places.set(document, all);
          let place = 0;
          for (const step of steps) {
            place += step;
            all.push([place, length]);
          }
          count += steps.length;
        }
        forms.set(form, count);
      }
    }
    for (const all of places.values()) all.sort(([a], [b]) => a - b);
    return places;
  }

  /** The entries of the index that match a word of a query. */
  async *#entries(asked, { sameLetters = false }) {
    const { word, start, pattern } = (sameLetters && withSameLetters(asked)) || asked;
    if (pattern === null) {
      const shard = this.#root.shards.findLastIndex((first) => first <= word);
      const words = shard < 0 ? {} : await this.#shard(shard);
      if (Object.hasOwn(words, word)) yield [word, words[word]];
      return;
    }
    const words =
      start === ''
        ? this.#wordsLike(pattern)
        : this.#wordsFrom(start, (one) => one.startsWith(start));
    for await (const [known, entry] of words) if (pattern.test(known)) yield [known, entry];
  }

  /** The shards of all words that match a pattern: the list of words says which these are. */
  async *#wordsLike(pattern) {
    this.#vocabulary ??= this.#read('vocabulary.json');
    const matching = (await this.#vocabulary).flatMap((words, at) =>
      words.split(' ').some((word) => pattern.test(word)) ? [this.#shard(at)] : [],
    );
    for (const shard of matching) yield* Object.entries(await shard);
  }

  /** The words from a place in the alphabet on, as long as the caller reads. */
  async *#wordsFrom(start, wanted) {
    const { shards } = this.#root;
    const from = Math.max(
      0,
      shards.findLastIndex((first) => first <= start),
    );
    let to = from;
    while (to + 1 < shards.length && (shards[to + 1] <= start || wanted(shards[to + 1]))) to += 1;
    // All at once: one after the other, each would wait for its answer.
    const read = [];
    for (let at = from; at <= to; at++) read.push(this.#shard(at));
    for (const shard of read)
      for (const [word, entry] of Object.entries(await shard))
        if (wanted(word)) yield [word, entry];
  }

  /** @param {number} at */
  #shard(at) {
    const known = this.#shards.get(at) ?? this.#read(`words/${at}.json`);
    this.#shards.set(at, known);
    return known;
  }
}
