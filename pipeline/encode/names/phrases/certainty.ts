/**
 * How certain it is that words name the organization, place or term that the list has.
 *
 * Takes the words' tokens and the listed phrase. High certainty needs the words as listed, apart
 * from other words: an ordinary word of the language, a part of a longer name and letters of a file
 * number are uncertain.
 */
import type { Certainty } from '../../../authorities/model.ts';
import type { NameIndex } from '../index/name-index.ts';
import type { Phrase } from '../index/phrase-trie.ts';
import { commonForename } from '../persons/forms/given-names.ts';
import { allLanguages, isDotted } from '../words/lexicon.ts';
import { HYPHEN, type NameToken, wordKey } from '../words/tokens.ts';
import { mayBeEmphasis } from './word-or-phrase.ts';

/** The words of a listed phrase in a text. */
export interface PhraseWords {
  readonly first: number;
  readonly last: number;
  readonly phrase: Phrase;
  readonly rule: string;
}

export function certaintyOfPhrase(
  { first, last, phrase, rule }: PhraseWords,
  tokens: readonly NameToken[],
  index: NameIndex,
): Certainty {
  if (!rule.endsWith('as-written')) return 'medium';
  const isLonger =
    phrase.entry.kind === 'place'
      ? mayBePartOfPlace(tokens, first, last, index)
      : phrase.abbreviation
        ? isShort(phrase, tokens[last + 1]) || mayBePartOfCode(tokens, first, last, phrase)
        : mayGoOn(tokens, last);
  const isWord =
    first === last &&
    (isOrdinary(tokens[first]?.key ?? '', phrase, index) || mayBeEmphasis(tokens, first, index));
  return isLonger || isWord ? 'medium' : 'high';
}

/**
 * "North", "Reading", "Hof", "Interior": a word of the language is a name by its capital at most;
 * "Adam" as a code word may be a person.
 */
function isOrdinary(key: string, { form, abbreviation }: Phrase, { words }: NameIndex): boolean {
  if (abbreviation && !/^\p{Lu}\p{Ll}+$/u.test(form)) return false;
  if (/^\p{Lu}{2,}$/u.test(form)) return false;
  return words.isListed(key) || words.isCommon(key) || (abbreviation && commonForename(key));
}

/** "Hessen-Darmstadt", "Frankfurt am Main", "New York": a part of another place's name. */
function mayBePartOfPlace(
  tokens: readonly NameToken[],
  first: number,
  last: number,
  { words }: NameIndex,
): boolean {
  const gap = tokens[first]?.gap ?? '';
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  if (HYPHEN.test(gap) || /^[-‐‑]/.test(after?.gap ?? '')) return true;
  if (!before || !/^\.? $/.test(gap)) return false;
  if (before.capital) return words.isPlaceAdjective(before.key);
  return words.linksPlaces(before.key) && before.gap === ' ' && tokens[first - 2]?.capital === true;
}

/** "District Court" before "of Olympia": one of many that have the list's words. */
function mayGoOn(tokens: readonly NameToken[], last: number): boolean {
  const next = tokens[last + 1];
  return next?.gap === ' ' && !next.capital && allLanguages.isParticle(next.key);
}

/** "CU" may be another body in another country; not "UK", "U.N.", "RG 59". */
function isShort({ form }: Phrase, next: NameToken | undefined): boolean {
  const isNumbered = next?.gap === ' ' && /^\d/.test(next.text);
  return /^\p{Lu}{1,2}$/u.test(form) && !isDotted(wordKey(form)) && !isNumbered;
}

/** "G/PM", "POL 27 ARAB": letters of another symbol, or of a file number; not "RG 59". */
function mayBePartOfCode(
  tokens: readonly NameToken[],
  first: number,
  last: number,
  { form }: Phrase,
): boolean {
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  if (before?.capital && tokens[first]?.gap === '/' && form.length < 3) return true;
  return (
    /^\p{Lu}{2,4}$/u.test(form) &&
    after?.gap === ' ' &&
    /^\d{1,2}$/.test(after.text) &&
    tokens[last + 2]?.shout === true &&
    /^(?: |[-–]\d+ )$/.test(tokens[last + 2]?.gap ?? '')
  );
}
