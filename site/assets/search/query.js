/**
 * Parses a reader's query into a tree. The syntax is described in
 * site/_layouts/indexes/search-help.njk.
 *
 * query = or; or = and (OR and)*; and = not ((AND)? not)*; not = NOT not | near; near = term
 * (NEAR/n term)*; term = "(" query ")" | field? (phrase | word)
 *
 * Text that cannot be parsed as an operator is a word: a search never fails because of its form.
 */
import { foldAs, isJoined, joinedWordsOf, withoutSigns, wordsOf } from './words.js';

/**
 * Letters of scripts that queries do not mix with others, in place of ? and * while words are
 * divided.
 */
const ONE = '\uA840';
const MANY = '\uA841';

const TOKEN =
  /\(|\)|(?:(?<field>[a-z]+):)?(?:["“”„«»‟](?<phrase>[^"“”„«»‟]*)["“”„«»‟]?|(?<word>[^\s()"“”„«»‟]+))/gu;

const FIELDS = ['text', 'note', 'heading', 'person'];

/** How many asterisks are allowed in a word. */
const MOST_MANY = 3;

/** The widest distance; the distance between passages is larger (PASSAGE_GAP). */
const FARTHEST = 40;

/**
 * @typedef {{ word: string, exact: string | null, pattern: RegExp | null, start: string }}
 * AskedWord `word`: folded; `exact`: the required form; `pattern`: for a folded word, and `start`,
 * how it begins. @typedef {{ type: 'term', field: string | null, words: AskedWord[], joined:
 * AskedWord[] | null, asked: string }} Term `joined`: the words with initials and numbers as one
 * word.  @typedef {Term | { type: 'and' | 'or', parts: Query[] } | { type: 'not', part: Query } |
 * { type: 'near', distance: number, parts: Query[] }} Query
 */

/** @param {string} text @returns {Query | null} null for an empty query */
export function parseQuery(text) {
  const tokens = [...text.matchAll(TOKEN)];
  let at = 0;
  const peek = () => tokens[at]?.[0];

  const join = (type, parts) => (parts.length > 1 ? { type, parts } : (parts[0] ?? null));

  const or = () => {
    const parts = [and()];
    while (peek() === 'OR') {
      at += 1;
      parts.push(and());
    }
    return join('or', parts.filter(Boolean));
  };

  const and = () => {
    const parts = [];
    while (at < tokens.length && peek() !== 'OR' && peek() !== ')') {
      if (peek() === 'AND') at += 1;
      else parts.push(not());
    }
    return join('and', parts.filter(Boolean));
  };

  const not = () => {
    if (peek() !== 'NOT') return near();
    at += 1;
    const part = at < tokens.length ? not() : null;
    return part && { type: 'not', part };
  };

  const near = () => {
    let left = term();
    for (;;) {
      const distance = /^NEAR(?:\/(\d{1,3}))?$/.exec(peek() ?? '');
      if (!distance) return left;
      at += 1;
      const right = at < tokens.length ? term() : null;
      const parts = [left, right].filter(Boolean);
      if (parts.length === 2)
        left = { type: 'near', distance: Math.min(FARTHEST, Number(distance[1] ?? 5)), parts };
      else left = parts[0] ?? null;
    }
  };

  const term = () => {
    const token = tokens[at];
    at += 1;
    if (token === undefined || token[0] === ')') return null;
    if (token[0] === '(') {
      const inside = or();
      if (peek() === ')') at += 1;
      return inside;
    }
    return termOf(token);
  };

  const parts = [];
  while (at < tokens.length) {
    const part = or();
    if (part) parts.push(part);
    // A closing bracket without an opening one.
    if (peek() === ')') at += 1;
  }
  return join('and', parts);
}

/** All terms of a query that are searched, except those after NOT. */
export function termsOf(query) {
  if (query === null || query.type === 'not') return [];
  return query.type === 'term' ? [query] : query.parts.flatMap(termsOf);
}

/** @returns {Term | null} */
function termOf({ 0: whole, groups }) {
  const isField = groups.field === undefined || FIELDS.includes(groups.field);
  // "re:invent" is two words of a text.
  const asked = (isField ? (groups.phrase ?? groups.word) : whole).trim();
  const field = isField ? (groups.field ?? null) : null;
  const isExact = asked.startsWith('=');
  const wild = asked.replaceAll('?', ONE).replaceAll('*', MANY);
  const found = wordsOf(wild).filter(({ word }) => !/^\uA841+$/.test(word));
  if (found.length === 0) return null;
  const words = found.map(({ word, start, end }) => wordOf(word, wild.slice(start, end), isExact));
  const joins = joinedWordsOf(wild, found);
  const joined = joins.length === 0 ? null : [...words];
  for (const { word, form, at, length } of joins.reverse())
    joined.splice(at, length, wordOf(word, form, isExact));
  return { type: 'term', field, words, joined, asked };
}

/** @returns {AskedWord} */
function wordOf(word, form, isExact) {
  if (!/[\uA840\uA841]/.test(word))
    return { word, exact: isExact ? form : null, pattern: null, start: word, form };
  const [start] = word.split(/[\uA840\uA841]/);
  return { word, exact: null, pattern: patternOf(word), start, form };
}

/**
 * More asterisks in one word would make a match slow: those after the third are ignored.
 *
 * @param {string} word @returns {RegExp}
 */
export function patternOf(word) {
  let many = 0;
  const letters = [...word.replace(/\uA841+/g, MANY)].filter((letter) => {
    if (letter === MANY) many += 1;
    return letter !== MANY || many <= MOST_MANY;
  });
  const source = letters
    .map((letter) => {
      if (letter === ONE) return '.';
      return letter === MANY ? '.*' : letter.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`, 'su');
}

/** The same word with u and v, i and j as one letter. */
export function withSameLetters({ word, exact, form }) {
  if (exact !== null || !/[uvij]/.test(word)) return null;
  const start = word.split(/[uvij\uA840\uA841]/)[0] ?? '';
  const plain = patternOf(word).source;
  const pattern = new RegExp(plain.replace(/[uv]/g, '[uv]').replace(/[ij]/g, '[ij]'), 'su');
  return { word, exact: null, pattern, start, form };
}

/** Whether a printed form is one of those that are asked for. */
export function isMeant(
  form,
  { exact, pattern, form: asked },
  { capitals = false, accents = false },
) {
  if (exact !== null) return form.normalize('NFC') === exact.normalize('NFC');
  // "U.S." is "US" too, but not "us".
  if (isJoined(asked) && !isJoined(form) && form !== form.toUpperCase()) return false;
  if ((!capitals && !accents) || pattern !== null) return true;
  const folded = (word) => foldAs(withoutSigns(word), { capitals, accents });
  return folded(form) === folded(asked);
}
