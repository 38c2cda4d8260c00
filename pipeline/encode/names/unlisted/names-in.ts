/** Names without an entry in the passages of a document or of a whole edition. */

import { nameTokens } from '../words/tokens.ts';
import { searchAgain } from './bare.ts';
import { evidenceOf } from './evidence.ts';
import { searchPassage } from './find.ts';
import type { FoundName, NamePassage } from './model.ts';
import { wordsOfTexts } from './words/words.ts';

/** All names without an entry, in the order of the passages. */
export function namesIn(passages: readonly NamePassage[]): FoundName[] {
  const texts = passages.map((passage) => ({ passage, tokens: nameTokens(passage.text) }));
  const byLanguage = wordsOfTexts(texts);
  const searched = texts.flatMap(({ passage, tokens }) => {
    const words = byLanguage.get(passage.language);
    return words ? [searchPassage(passage, tokens, words)] : [];
  });
  const evidence = evidenceOf(searched);
  return searched.flatMap((passage) => searchAgain(passage, evidence));
}
