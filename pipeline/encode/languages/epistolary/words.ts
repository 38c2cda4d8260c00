/**
 * The words of letters and dates, for languages of which the encoder knows no names: months,
 * salutations, closing formulas, addresses.
 *
 * A language is a row of data (`romance.ts`, `latin-and-dutch.ts`); this module makes the parts of
 * `Language` from it.
 */
import { NO_DATE_WORDS } from '../model/date-words.ts';
import type { Language } from '../model/language.ts';
import { type LetterWords, NO_LETTER_WORDS } from '../model/letter-words.ts';

/** Values are sources of patterns, alternatives parted by `|`, if nothing else is stated. */
export interface EpistolaryWords {
  readonly tag: string;
  /** Twelve months, forms parted by spaces, in lower case. */
  readonly months: readonly string[];
  /** Seven weekdays from Monday, forms parted by spaces. */
  readonly weekdays: readonly string[];
  /** Days of the month in words, from the first. */
  readonly days: string;
  readonly dayEnding: string;
  readonly dateParticles: string;
  /** Words that may come before the word of a salutation: `mio|molto`. */
  readonly beforeSalutation: string;
  readonly salutation: string;
  /** Beginnings of closing formulas. */
  readonly closing: string;
  readonly postscript: string;
  /** Words before a name, parted by spaces. */
  readonly honorifics: string;
  /** Particles of surnames, parted by spaces. */
  readonly particles: string;
  readonly toWord: string;
  readonly letters: Partial<LetterWords>;
}

type EpistolaryParts = Pick<
  Language,
  | 'months'
  | 'weekdays'
  | 'dates'
  | 'dayEnding'
  | 'dateParticles'
  | 'salutation'
  | 'closing'
  | 'postscript'
  | 'honorifics'
  | 'particles'
  | 'toWord'
  | 'letters'
>;

const forms = (words: readonly string[]): string[][] => words.map((word) => word.split(' '));

export function epistolaryParts(words: EpistolaryWords): EpistolaryParts {
  const { beforeSalutation, salutation, closing, postscript } = words;
  return {
    months: forms(words.months),
    weekdays: forms(words.weekdays),
    dates: { ...NO_DATE_WORDS, days: words.days.split('|') },
    dayEnding: words.dayEnding,
    dateParticles: words.dateParticles,
    salutation: new RegExp(
      `^["“‘'«]?(?:(?:${beforeSalutation}) )*(?:${salutation})(?=[\\s,!.:;]|$)`,
      'iu',
    ),
    closing: new RegExp(`^(?:${closing})(?=[\\s,.!:;]|$)`, 'iu'),
    postscript: new RegExp(`^(?:${postscript})(?=[\\s:.,—–-])`, 'iu'),
    honorifics: words.honorifics.split(' '),
    particles: words.particles.split(' '),
    toWord: words.toWord,
    letters: { ...NO_LETTER_WORDS, ...words.letters },
  };
}
