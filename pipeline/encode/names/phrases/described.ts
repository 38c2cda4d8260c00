/**
 * Persons named by a description or by a title with a place, in the words of the list: "the Queen",
 * "my wife", "Duke of Wellington".
 *
 * Takes words of a text that the trie has found, and the phrase of the list. Returns whether they
 * name the person.
 */

import type { Phrase } from '../index/phrase-trie.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { type NameToken, nameTokens } from '../words/tokens.ts';

/**
 * The words equal the phrase except for capitals: those of articles and titles do not matter, those
 * of other words do. A longer phrase is another person: "the King of Prussia" is not "the King",
 * nor "the Queen Mother" "the Queen".
 */
export function namesDescribed(
  { form }: Phrase,
  tokens: readonly NameToken[],
  first: number,
  last: number,
  words: Lexicon,
): boolean {
  const listed = nameTokens(form);
  const same = listed.every((word, at) => {
    const token = tokens[first + at];
    if (token === undefined) return false;
    const loose = words.isClosed(token.key) || words.isTitle(token.key) || at === 0;
    return token.text === word.text || token.shout || loose;
  });
  const next = tokens[last + 1];
  if (!same || next === undefined || next.gap !== ' ') return same;
  const end = tokens[last]?.key ?? '';
  if (words.isTitle(end)) return !next.capital && !words.isParticle(next.key);
  return !(next.capital && words.makesThing(next.key));
}
