/** The languages with listed words of letters, by tag. */
import { LATIN_AND_DUTCH_LETTERS } from './latin-and-dutch.ts';
import { ROMANCE_LETTERS } from './romance.ts';
import { epistolaryParts } from './words.ts';

const ROWS = [...ROMANCE_LETTERS, ...LATIN_AND_DUTCH_LETTERS];

/** The words of letters and dates of a language; nothing for one that has no row. */
export function epistolaryWords(tag: string): Partial<ReturnType<typeof epistolaryParts>> {
  const row = ROWS.find((words) => words.tag === tag);
  return row ? epistolaryParts(row) : {};
}

export const EPISTOLARY_TAGS = ROWS.map(({ tag }) => tag);
