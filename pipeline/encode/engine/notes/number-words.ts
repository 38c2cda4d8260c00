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
  readonly dayBefore: EndPattern;
  /** "May " or "May 1" at the end. */
  readonly monthBefore: EndPattern;
  readonly monthAlone: EndPattern;
  /** "May 190", "May 4th 190", "May 4, 190" at the end. */
  readonly yearBefore: EndPattern;
  /** " May" at the beginning of what follows. */
  readonly monthAfter: RegExp;
  /** " May 1890" at the beginning of the text after. */
  readonly dayOfDate: RegExp;
  readonly counted: EndPattern;
}

/**
 * Words of a long list at the end of a text. What has to follow them is tried first: the list would
 * be tried at every letter.
 */
class EndPattern {
  readonly #end: RegExp;
  readonly #whole: RegExp;

  constructor(words: string, end: string) {
    this.#end = new RegExp(`${end}$`);
    this.#whole = new RegExp(`(?<!\\p{L})(?:${words})${end}$`, 'iu');
  }

  /** The matching end of the text. */
  in(text: string): string | undefined {
    return this.#end.test(text) ? this.#whole.exec(text)?.[0] : undefined;
  }
}

const patterns = new WeakMap<NumberWords, WordPatterns>();

export function wordPatterns(words: NumberWords): WordPatterns {
  const made = patterns.get(words);
  if (made) return made;
  const months = `(?:${words.months})(?!\\p{L})\\.?`;
  const month = `(?<!\\p{L})${months}`;
  const fresh: WordPatterns = {
    dayBefore: new EndPattern(months, ' \\d{1,2}'),
    monthBefore: new EndPattern(months, ' \\d?'),
    monthAlone: new EndPattern(months, '\\s'),
    yearBefore: new EndPattern(months, '(?: \\d{1,2}(?:st|nd|rd|th|\\.)?)?,? \\d{3}'),
    monthAfter: new RegExp(`^\\.? (?:de )?${month}`, 'iu'),
    dayOfDate: new RegExp(`^\\.? (?:de )?${month},? (?:1[0-9]|20)\\d\\d(?!\\d)`, 'iu'),
    counted: new EndPattern(words.counted, '\\s'),
  };
  patterns.set(words, fresh);
  return fresh;
}
