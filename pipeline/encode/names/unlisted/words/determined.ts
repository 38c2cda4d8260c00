/** Words before a noun that make it a common noun: articles, possessives, demonstratives. */
import type { NameToken } from '../../words/tokens.ts';
import type { OrdinaryWords } from './words.ts';

/** An article, a possessive or another determiner is directly before the token. */
export function isDetermined(
  tokens: readonly NameToken[],
  at: number,
  words: OrdinaryWords,
): boolean {
  const token = tokens[at] as NameToken;
  const before = tokens[at - 1];
  if (!before || token.gap !== ' ') return false;
  return words.lexicon.isDeterminer(before.key);
}
