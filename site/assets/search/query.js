/**
 * Parses a reader's query into a tree. The syntax is described in
 * site/_layouts/indexes/search-help.njk.
 *
 * query = or; or = and ((OR | "|" | "||") and)*; and = not ((AND)? not)*;
 * not = NOT not | "-"? near; near = term (NEAR/n term)*;
 * term = field? ("(" query ")" | phrase | word)
 *
 * Text that cannot be parsed as an operator is a word: a search never fails because of its form.
 */
import { foldAs } from './folding.js';
import { isJoined, joinedWordsOf, withoutSigns, wordsOf } from './words.js';

/**
 * Letters of scripts that queries do not mix with others, in place of ? and * while words are
 * divided.
 */
const ONE = '\uA840';
const MANY = '\uA841';

/**
 * A sign of negation only before a word or more: "tin - silver" and "3 -5" are no negations. A
 * field may be given in any case: a telephone begins with a capital.
 */
const TOKEN =
  /\)|(?<not>(?<![^\s(])-(?=[\p{L}("“„«=]))?(?:(?<field>text|note|heading|person):\s?)?(?:(?<open>\()|(?<exact>=)?["“”„«»‟‹›](?<phrase>[^"“”„«»‟‹›]*)["“”„«»‟‹›]?|(?<word>[^\s()"“”„«»‟‹›]+))/giu;

/** How many asterisks are allowed in a word. */
const MOST_MANY = 3;

/** The widest distance; the distance between passages is larger (PASSAGE_GAP). */
const FARTHEST = 40;

/**
 * @typedef {{
 *   word: string, exact: string | null, pattern: RegExp | null, start: string,
 * }} AskedWord
 * `word`: folded, or MANY for any word within a phrase; `exact`: the required form; `pattern`: for
 * a folded word, and `start`, how it begins.
 *
 * @typedef {{
 *   type: 'term', field: string | null, words: AskedWord[], joined: AskedWord[] | null,
 *   asked: string,
 * }} Term
 * `joined`: the words with initials and numbers as one word.
 *
 * @typedef {Term | { type: 'and' | 'or', parts: Query[] } | { type: 'not', part: Query } |
 *   { type: 'near', distance: number, parts: Query[] }} Query
 */

/** @param {string} text @returns {Query | null} null for an empty query */
export function parseQuery(text) {
  const tokens = [...text.matchAll(TOKEN)];
  let at = 0;
  const peek = () => tokens[at]?.[0];

  const join = (type, parts) => (parts.length > 1 ? { type, parts } : (parts[0] ?? null));

  const or = () => {
    const parts = [and()];
    while (isOr(peek())) {
      at += 1;
      parts.push(and());
    }
    return join('or', parts.filter(Boolean));
  };

  const and = () => {
    const parts = [];
    while (at < tokens.length && !isOr(peek()) && peek() !== ')') {
      if (peek() === 'AND') at += 1;
      else parts.push(not());
    }
    return join('and', parts.filter(Boolean));
  };

  const not = () => {
    const isNot = peek() === 'NOT';
    if (!isNot && tokens[at]?.groups.not === undefined) return near();
    if (isNot) at += 1;
    const part = isNot && at < tokens.length ? not() : near();
    return part && { type: 'not', part };
  };

  const near = () => {
    let left = term();
    for (;;) {
      const distance = /^(?:NEAR|near(?=\/))(?:\/(\d{1,3}))?$/.exec(peek() ?? '');
      if (!distance) return left;
      at += 1;
      const right = at < tokens.length ? term() : null;
      const parts = [left, right].filter(Boolean);
      if (parts.length === 2) left = { type: 'near', distance: nearness(distance[1]), parts };
      else left = parts[0] ?? null;
    }
  };

  const term = () => {
    const token = tokens[at];
    at += 1;
    if (token === undefined || token[0] === ')') return null;
    const { open, field } = token.groups;
    if (open === undefined) return inField(termOf(token), field);
    const inside = or();
    if (peek() === ')') at += 1;
    return inField(inside, field);
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

/** "a || b" as other searches write it. */
function isOr(token) {
  return token === 'OR' || token === '|' || token === '||';
}

/** Adjacent words are 1 from each other. */
function nearness(given = '5') {
  return Math.max(1, Math.min(FARTHEST, Number(given)));
}

/** The query with all terms in a field, except those with a field of their own. */
function inField(query, given) {
  if (query === null || given === undefined) return query;
  if (query.type === 'not') return { ...query, part: inField(query.part, given) };
  if (query.type !== 'term')
    return { ...query, parts: query.parts.map((part) => inField(part, given)) };
  const field = given.toLowerCase();
  return query.field === null ? { ...query, field, asked: `${field}:${query.asked}` } : query;
}

/** All terms of a query that are searched, except those after NOT. */
export function termsOf(query) {
  if (query === null || query.type === 'not') return [];
  return query.type === 'term' ? [query] : query.parts.flatMap(termsOf);
}

/** @returns {Term | null} */
function termOf({ groups }) {
  const asked = (groups.phrase ?? groups.word).trim();
  const isExact = groups.exact !== undefined || asked.startsWith('=');
  const wild = asked.replaceAll('?', ONE).replaceAll('*', MANY);
  const all = wordsOf(wild);
  const isWord = ({ word }) => !isAnyWord(word);
  const found = all.slice(all.findIndex(isWord), all.findLastIndex(isWord) + 1);
  if (found.length === 0) return null;
  const words = found.map(({ word, start, end }) => wordOf(word, wild.slice(start, end), isExact));
  const joins = joinedWordsOf(wild, found);
  const joined = joins.length === 0 ? null : [...words];
  for (const { word, form, at, length } of joins.reverse())
    joined.splice(at, length, wordOf(word, form, isExact));
  return { type: 'term', field: null, words, joined, asked };
}

/** An asterisk alone, within a phrase. */
export function isAnyWord(word) {
  return /^\uA841+$/.test(word);
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
