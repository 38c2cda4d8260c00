/** Words that are surnames too, or seem to be: "Alice Hill", "Ambassador Young". */
import { commonForename } from '../../persons/forms/given-names.ts';
import { BEFORE_OFFICES, NO_NAME } from '../../persons/unlisted.ts';
import type { NameToken } from '../../words/tokens.ts';
import type { OrdinaryWords } from './words.ts';

/**
 * A word that is also ordinary is a surname after an office: "Ambassador Young", not "General
 * Staff".
 */
export function isSurname(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  if (words.isNever(token) || words.isTitle(token) || words.sets.organizations.has(token.key))
    return false;
  if (NO_NAME.has(token.key) || BEFORE_OFFICES.has(tokens[at - 1]?.key ?? '')) return false;
  if (next?.gap === ' ' && next.capital) return false;
  return !namesThing(token, words) && (!words.isUsed(token) || words.lexicon.isCommon(token.key));
}

export function namesThing({ key }: NameToken, words: OrdinaryWords): boolean {
  return words.lexicon.makesThing(key) || words.lexicon.makesPlace(key);
}

export const DEAR_ADJECTIVE = /^(?:lieb|geliebt|teuer|theuer|best)(?:e|er|es|ste|ster|stes)?$/;

export function isKnownWord(token: NameToken, words: OrdinaryWords): boolean {
  return words.isNever(token) || words.isTitle(token) || words.isListed(token);
}

/** "Alice Hill", "Thomas Hall", within a sentence without "in", "the": not "Carnegie Hall". */
export function isSurnameAfterForename(
  tokens: readonly NameToken[],
  from: number,
  last: number,
  { lexicon, sets }: OrdinaryWords,
): boolean {
  if (lexicon.capitalNouns || !/^(?:hill|hall|lane)s?$/.test(tokens[last]?.key ?? '')) return false;
  if (!commonForename(tokens[from]?.key ?? '')) return false;
  const before = tokens[from - 1]?.key ?? '';
  return before !== 'the' && before !== 'of' && !sets.placePrepositions.has(before);
}
