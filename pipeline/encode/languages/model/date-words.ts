/**
 * The words of dates in running text, besides months and weekdays.
 *
 * Patterns are sources without anchors and flags; case does not matter.
 */
export interface DateWords {
  /** Days of the month in words, from the first: `erst(?:e[rns]?)`; a pattern each. */
  readonly days: readonly string[];
  /** "d. M.", "courant": the document's month (0), the one before (-1) or after (1). */
  readonly relativeMonths: readonly (readonly [words: string, step: number])[];
  /**
   * "d. J.", "de l’année dernière": the document's year (0), the one before (-1) or after (1);
   * "dernier": the last such day before the document's (`past`), "prochain" the next (`future`).
   */
  readonly relativeYears: readonly (readonly [words: string, step: number | 'past' | 'future'])[];
  /** "gestern": days from the document's. */
  readonly relativeDays: readonly (readonly [words: string, step: number])[];
  /** Words that make a following number a year: `im jahre?|anno`. */
  readonly yearWords: string;
  /** Prepositions after which four digits are a year if nothing is counted: `seit|um`. */
  readonly yearPrepositions: string;
  /** Between the ends of a range: `bis(?: zum)?`. */
  readonly until: string;
  /** "Anfang", "fin": the part of a month or year. */
  readonly parts: readonly (readonly [words: string, part: 'early' | 'mid' | 'late'])[];
  /** Feast days: a fixed day as `12-25`, or days from Easter. */
  readonly feasts: readonly (readonly [words: string, on: string | number])[];
  /** "old style" after a date. */
  readonly oldStyle: string;
}

export const NO_DATE_WORDS: DateWords = {
  days: [],
  relativeMonths: [],
  relativeYears: [],
  relativeDays: [],
  yearWords: '',
  yearPrepositions: '',
  until: '',
  parts: [],
  feasts: [],
  oldStyle: '',
};
