/** Names in the passages of a document or of a whole edition that no entry is marked for. */
import { keysOf } from '../tokens.ts';
import { searchAgain, searchPassage } from './find.ts';
import { type FoundName, type NamePassage, RULES } from './model.ts';
import { nameKeys } from './person-keys.ts';
import { wordsOfTexts } from './words.ts';

/** All names that no entry is marked for, in the order of the passages. */
export function namesIn(passages: readonly NamePassage[]): FoundName[] {
  const byLanguage = wordsOfTexts(passages);
  const searched = passages.flatMap((passage) => {
    const words = byLanguage.get(passage.language);
    return words ? [searchPassage(passage, words)] : [];
  });
  const surnames = new Set<string>();
  for (const { names } of searched)
    for (const { kind, form, rule } of names)
      if (kind === 'person' && RULES[rule].strong) surnames.add(nameKeys(keysOf(form)).surname);
  return searched.flatMap((passage) => searchAgain(passage, surnames));
}
