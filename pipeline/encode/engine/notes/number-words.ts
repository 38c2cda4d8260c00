/** Words beside numbers, and the patterns made of them. */

/** Words beside numbers, in all languages, as sources of patterns. */
export interface NumberWords {
  /** Names of months, including abbreviations; case does not matter. */
  readonly months: string;
  /** Words before a number that counts or names something: `page`, `article`. */
  readonly counted: string;
}

/** Patterns made of the words of all languages, once for each set of words. */
export interface WordPatterns {
  /** "May 12" at the end of the text before. */
  readonly dayBefore: RegExp;
  /** "May " or "May 1" at the end. */
  readonly monthBefore: RegExp;
  readonly monthAlone: RegExp;
  /** " May" at the beginning of what follows. */
  readonly monthAfter: RegExp;
  /** " May 1890" at the beginning of the text after. */
  readonly dayOfDate: RegExp;
  readonly counted: RegExp;
}

const patterns = new WeakMap<NumberWords, WordPatterns>();

export function wordPatterns(words: NumberWords): WordPatterns {
  const made = patterns.get(words);
  if (made) return made;
  const month = `(?<!\\p{L})(?:${words.months})(?!\\p{L})\\.?`;
  const fresh: WordPatterns = {
    dayBefore: new RegExp(`${month} \\d{1,2}$`, 'iu'),
    monthBefore: new RegExp(`${month} \\d?$`, 'iu'),
    monthAlone: new RegExp(`${month}\\s$`, 'iu'),
    monthAfter: new RegExp(`^\\.? (?:de )?${month}`, 'iu'),
    dayOfDate: new RegExp(`^\\.? (?:de )?${month},? (?:1[0-9]|20)\\d\\d(?!\\d)`, 'iu'),
    counted: new RegExp(`(?<!\\p{L})(?:${words.counted})\\s$`, 'iu'),
  };
  patterns.set(words, fresh);
  return fresh;
}
