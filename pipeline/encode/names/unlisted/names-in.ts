/** Names without an entry in the passages of a document or of a whole edition. */
import { searchAgain } from './bare.ts';
import { evidenceOf } from './evidence.ts';
import { searchPassage } from './find.ts';
import type { FoundName, NamePassage } from './model.ts';
import { wordsOfTexts } from './words/words.ts';

/** All names without an entry, in the order of the passages. */
export function namesIn(passages: readonly NamePassage[]): FoundName[] {
  const byLanguage = wordsOfTexts(passages);
  const searched = passages.flatMap((passage) => {
    const words = byLanguage.get(passage.language);
    return words ? [searchPassage(passage, words)] : [];
  });
  const evidence = evidenceOf(searched);
  return searched.flatMap((passage) => searchAgain(passage, evidence));
}
