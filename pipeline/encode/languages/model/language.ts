/**
 * The encoder's data of a language: words and small patterns, no rules of genres.
 *
 * A language is a folder with one value of this type, and a row in `table.ts`. Patterns match whole
 * lines or their beginnings, as stated with each; they have no flag `g`, so that they have no
 * state.
 */
import type { DateWords } from './date-words.ts';
import type { LetterWords } from './letter-words.ts';

import type { NameWords } from './name-words.ts';
import type { StageWords } from './stage-words.ts';

/** Kinds of divisions that a heading can name ("ACT II", "Zweites Kapitel"). */
export type DivisionType =
  | 'act'
  | 'scene'
  | 'chapter'
  | 'part'
  | 'book'
  | 'canto'
  | 'letter'
  | 'poem'
  | 'preface';

export interface Language {
  /** BCP 47 primary tag: `de`. */
  readonly tag: string;
  /** In English, for reports and `langUsage`: "German". */
  readonly name: string;
  /**
   * Frequent small words in lower case that few other languages have: the evidence by which a text
   * is recognized.
   */
  readonly functionWords: readonly string[];
  /** Twelve months, each with its forms in lower case, without full stop; the full name first. */
  readonly months: readonly (readonly string[])[];
  /** Seven weekdays from Monday, as the months. */
  readonly weekdays: readonly (readonly string[])[];
  /** Suffixes of a day's number, as source of a pattern: `st|nd|rd|th`. */
  readonly dayEnding: string;
  /** Words between day, month and year, as source of a pattern: `of`. */
  readonly dateParticles: string;
  /** Words of dates in running text. */
  readonly dates: DateWords;
  /** Numbers in words, as in headings and dates, as source of a pattern: `first|second|…`. */
  readonly ordinals: string;
  /** Matches a line that is a salutation, from its beginning. */
  readonly salutation: RegExp;
  /** Matches a line that is a closing formula, from its beginning. */
  readonly closing: RegExp;
  /** Matches the beginning of a postscript. */
  readonly postscript: RegExp;
  /** Words before a name, in lower case without full stop: `mr`, `herr`. */
  readonly honorifics: readonly string[];
  /** Words beside names. */
  readonly names: NameWords;
  /** Particles of surnames: `von`, `de la`. */
  readonly particles: readonly string[];
  /**
   * "X to Y" in a letter's title: the word between sender and addressee, as source of a pattern.
   */
  readonly toWord: string;
  /** The words around the text of letters. */
  readonly letters: LetterWords;
  /**
   * Words before a number that counts or names something and is not that of a note, as source of a
   * pattern: `page|article|no\.`.
   */
  readonly countedWords: string;
  /** Words for a page in a page mark, as source of a pattern: `page|p\.`. */
  readonly pageWords: string;
  /** Headings of divisions by type; each matches the whole heading. */
  readonly divisions: Readonly<Partial<Record<DivisionType, RegExp>>>;
  /** Matches the heading of a list of characters. */
  readonly castHeading: RegExp;
  /** Matches a line that looks like a stage direction without brackets. */
  readonly stageDirection: RegExp;
  /** Words of stage directions without brackets, within speeches and between them. */
  readonly stage: StageWords;
  /** Matches a line at the end of a text or a part of it: "THE END", "Ende des ersten Aufzugs". */
  readonly trailer: RegExp;
  /** Matches a line under a list of characters that states the place or time of a play. */
  readonly setting: RegExp;
  /** Matches the line under a title that names the author, or begins a line with "by". */
  readonly authorLine: RegExp;
  /** Matches a dedication under a poem's or book's title. */
  readonly dedication: RegExp;
  /** Matches the first and second person: "(as I am told)" is not a stage direction. */
  readonly firstPerson: RegExp;
}
