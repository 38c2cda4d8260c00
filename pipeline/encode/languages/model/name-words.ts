/**
 * The words of a language that the finder of names needs to tell a name from ordinary words.
 *
 * All in lower case, without full stops, parted by spaces. Diacritics are as the language writes
 * them; the finder folds them.
 */
export interface NameWords {
  /**
   * Articles, pronouns, prepositions, conjunctions, auxiliary verbs, numerals: alone they are never
   * a name.
   */
  readonly closed: string;
  /**
   * Of these, the ones after which a common word is a noun: articles, possessives, demonstratives.
   */
  readonly determiners: string;
  /** Of these, the ones that a place follows: "in", "nach". */
  readonly placePrepositions: string;
  /**
   * Adverbs and other words that open a sentence and may stand right before a name: "yesterday",
   * "gestern".
   */
  readonly openers: string;
  /** Ordinary words that are surnames or abbreviations too. */
  readonly common: string;
  /** Adjectives that make another place of a name: "New York". */
  readonly placeAdjectives: string;
  /** Words after a name that make a thing of it: "Library", "Doctrine". */
  readonly thingAfter: string;
  /** Words after which a name is a place or a street: "Fort", "Place". */
  readonly placeBefore: string;
  /** Titles besides the honorifics, of nobility and office above all. */
  readonly titles: string;
  /** Of titles and honorifics, those of women. */
  readonly femaleTitles: string;
  /** Of titles and honorifics, those that only men have. */
  readonly maleTitles: string;
  /** Titles that take the holder's forename, or the place that he rules: "king". */
  readonly rulers: string;
  /** Titles of nobility whose place is a part of the name: "Duke of Wellington". */
  readonly nobles: string;
  /** Common forenames, besides those that are known in many languages (`given-names.ts`). */
  readonly forenames: string;
  /** Verbs that follow a name at the beginning of a sentence: "said". */
  readonly saying: string;
  /** All nouns have a capital, so that a capital says little. */
  readonly capitalNouns: boolean;
}

/** For a language of which nothing is known. */
export const NO_NAME_WORDS: NameWords = {
  closed: '',
  determiners: '',
  placePrepositions: '',
  openers: '',
  common: '',
  placeAdjectives: '',
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
