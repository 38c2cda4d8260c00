/** Contexts that only persons have, whatever the word is elsewhere: "drafted by Wood". */

import type { NameToken } from '../words/tokens.ts';
import type { SearchState } from './evidence.ts';
import type { OrdinaryWords } from './words/words.ts';

const REACH_OF_OFFICE = 8;
/** "memorandum of June 3 from Hyland to Kissinger". */
const REACH_OF_MESSAGE = 6;

/**
 * The word is a person by its context alone: the sender or addressee of a message, the agent of
 * "drafted", the object of "told", the name of a government or in brackets after an office.
 */
export function isInPersonContext({ tokens, words, taken }: SearchState, at: number): boolean {
  if (inBrackets(tokens, at, words)) return true;
  if (words.lexicon.capitalNouns || !isPossible(tokens, at, words) || taken[at + 1] === true)
    return false;
  return (
    isDone(tokens, at, words) ||
    isTold(tokens, at, words) ||
    isRuler(tokens, at, words) ||
    isCorrespondent(tokens, at, words)
  );
}

/** "the Ambassador in India (Henderson)": behind the name of a place, whatever else the word is. */
export function inBracketsBehindPlace({ tokens, words }: SearchState, at: number): boolean {
  const place = tokens[at - 2];
  const isBehind = place !== undefined && /^(?:in|at|to)$/.test(place.key) && !place.capital;
  return isBehind && inBrackets(tokens, at, words);
}

function isPossible(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  if (token.gap !== ' ' || token.shout || token.initial || token.text.length < 3) return false;
  if (words.isNever(token) || words.isTitle(token) || words.sets.organizations.has(token.key))
    return false;
  if (words.isUsed(token) && !words.lexicon.isCommon(token.key)) return false;
  return !(next?.gap === ' ' && next.capital && (words.isOrdinary(next) || next.shout));
}

/** "drafted by Wood and cleared with Heinz". */
function isDone(tokens: readonly NameToken[], at: number, { sets }: OrdinaryWords): boolean {
  const [verb, by] = tokens.slice(at - 2, at);
  return verb !== undefined && /^(?:by|with)$/.test(by?.key ?? '') && sets.writing.has(verb.key);
}

/** "Gromyko told Rogers he would". */
function isTold(tokens: readonly NameToken[], at: number, { sets }: OrdinaryWords): boolean {
  const before = tokens[at - 1];
  return before !== undefined && !before.capital && sets.telling.has(before.key);
}

/** "the Gomulka regime": a word that no dictionary has. */
function isRuler(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const next = tokens[at + 1];
  const token = tokens[at] as NameToken;
  if (tokens[at - 1]?.key !== 'the' || next?.gap !== ' ' || next.capital) return false;
  return words.sets.ruled.has(next.key) && !words.isOrdinary(token);
}

/** "a memorandum from Hyland to Kissinger", "a meeting with Ball". */
function isCorrespondent(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const preposition = tokens[at - 1]?.key ?? '';
  if (!/^(?:from|to|with|between)$/.test(preposition)) return false;
  for (let one = at - 2; one >= Math.max(0, at - 2 - REACH_OF_MESSAGE); one--) {
    const { key, gap } = tokens[one] as NameToken;
    if (words.sets.personalMessages.has(key)) return true;
    if (/[.;:!?]/.test(tokens[one + 1]?.gap ?? gap)) return false;
  }
  return false;
}

/** "the Ambassador (Page) to": a word in brackets after an office. */
function inBrackets(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const token = tokens[at] as NameToken;
  if (!/ \($/.test(token.gap) || !/^\)/.test(tokens[at + 1]?.gap ?? ')') || token.shout)
    return false;
  if (
    words.lexicon.capitalNouns ||
    words.lexicon.isTitle(token.key) ||
    (words.isUsed(token) && !words.lexicon.isCommon(token.key))
  )
    return false;
  return tokens.slice(Math.max(0, at - REACH_OF_OFFICE), at).some((other) => words.isTitle(other));
}
