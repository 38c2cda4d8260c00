/**
 * The words of a language by which the name finder distinguishes a name from ordinary words.
 *
 * All in lower case, without full stops, separated by spaces. Diacritics are as in the language;
 * the finder folds them.
 */
export interface NameWords {
  /**
   * Articles, pronouns, prepositions, conjunctions, auxiliary verbs, numerals: alone they are never
   * a name.
   */
  readonly closed: string;
  /** Those of them that precede a noun: articles, possessives, demonstratives. */
  readonly determiners: string;
  /** Those of them that precede a place: "in", "nach". */
  readonly placePrepositions: string;
  /**
   * Adverbs and other words that open a sentence and may stand right before a name: "yesterday",
   * "gestern".
   */
  readonly openers: string;
  /** Ordinary words that are surnames or abbreviations too. */
  readonly common: string;
  /** Adjectives that make a name that of another place: "New York". */
  readonly placeAdjectives: string;
  /** Words between the two parts of a place's name: "Frankfurt am Main". */
  readonly placeLinks: string;
  /** Words that an abbreviation may be, and that may follow any word but an article: "WHO goes". */
  readonly questionWords: string;
  /** Words after a name that show that it does not name a person: "Library", "Doctrine". */
  readonly thingAfter: string;
  /** Words after which a name is a place or a street: "Fort", "Place". */
  readonly placeBefore: string;
  /** Titles besides the honorifics, of nobility and office above all. */
  readonly titles: string;
  /** Those titles and honorifics that are for women. */
  readonly femaleTitles: string;
  /** Those titles and honorifics that are only for men. */
  readonly maleTitles: string;
  /** Titles before the holder's forename, or before a ruled place: "king". */
  readonly rulers: string;
  /** Titles of nobility with a place as part of the name: "Duke of Wellington". */
  readonly nobles: string;
  /** Common forenames, besides those of many languages (`given-names.ts`). */
  readonly forenames: string;
  /** Verbs that follow a name at the beginning of a sentence: "said". */
  readonly saying: string;
  /** All nouns have a capital, so that a capital is weak evidence. */
  readonly capitalNouns: boolean;
}

/** For a language without data. */
export const NO_NAME_WORDS: NameWords = {
  closed: '',
  determiners: '',
  placePrepositions: '',
  openers: '',
  common: '',
  placeAdjectives: '',
  placeLinks: '',
  questionWords: '',
  thingAfter: '',
  placeBefore: '',
  titles: '',
  femaleTitles: '',
  maleTitles: '',
  rulers: '',
  nobles: '',
  forenames: '',
  saying: '',
  capitalNouns: false,
};
