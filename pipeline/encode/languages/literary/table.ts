/** The languages with listed literary words, by tag. */
import { GERMANIC } from './germanic.ts';
import { OTHERS } from './others.ts';
import { ROMANCE } from './romance.ts';
import { patternsForWords } from './words.ts';

const ROWS = [...ROMANCE, ...GERMANIC, ...OTHERS];
const PATTERNS = new Map<string, ReturnType<typeof patternsForWords>>();

/** Macro-languages and variants that share their words: `no` and `nn` with `nb`. */
const SAME: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', gl: 'pt', hr: 'sl' };

/** The patterns of a language's headings; nothing for one that has no row. */
export function literaryPatterns(tag: string): Partial<ReturnType<typeof patternsForWords>> {
  const row = ROWS.find((words) => words.tag === (SAME[tag] ?? tag));
  if (!row) return {};
  const patterns = PATTERNS.get(row.tag) ?? patternsForWords(row);
  PATTERNS.set(row.tag, patterns);
  return patterns;
}
