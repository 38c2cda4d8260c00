/**
 * What a language's letters and despatches have around their text: addresses, letterheads, marks of
 * receipt, enclosures.
 *
 * Patterns are sources without anchors and flags, alternatives parted by `|`; whoever uses them
 * adds both.
 */
export interface LetterWords {
  /** How a line begins that names an addressee: `to|mr\.?|the honou?rable`. */
  readonly addressee: string;
  /** How a letterhead's line begins that names an institution, not a place: `legation|embassy`. */
  readonly institution: string;
  /** A street with its number, behind a date: "Hansastr. 43", "77 St Mark's Place". */
  readonly street: string;
  /** Small words before a place: "à Paris". */
  readonly beforePlace: string;
  /** Small words between a place and the date: "Potsdam, den 3ten Mai". */
  readonly beforeDate: string;
  /** "(Received April 2.)" */
  readonly received: string;
  /** How a copy says when the letter was sent: `exp|posted`. */
  readonly dispatched: string;
  /** "undated" */
  readonly undated: string;
  /** A time of day as letters tell it: "10h früh", "Tuesday evening". */
  readonly timeOfDay: string;
  /** "(Signed)", "gez." before a signature. */
  readonly signed: string;
  /** Headings of texts that came with the letter, by type of division. */
  readonly added: readonly (readonly [type: 'attachment' | 'enclosure' | 'annex', words: string])[];
  /** What a letter calls itself in its title: `letter|despatch`. */
  readonly kinds: string;
  /** With what a closing sentence says that the writer remains: `i remain|believe me`. */
  readonly remaining: string;
  /** How such a sentence ends: `obedient servant`, `Hochachtung`. */
  readonly remainsAs: string;
  /** What a relative or friend is called: `mother|brother`. */
  readonly relatives: string;
  /** "by", "from" between a kind and the sender in a title. */
  readonly fromWord: string;
}

const NONE = '(?!)';

/** For a language of which nothing is known. */
export const NO_LETTER_WORDS: LetterWords = {
  addressee: NONE,
  institution: NONE,
  street: NONE,
  beforePlace: NONE,
  beforeDate: NONE,
  received: NONE,
  dispatched: NONE,
  undated: NONE,
  timeOfDay: NONE,
  signed: NONE,
  added: [],
  kinds: NONE,
  remaining: NONE,
  remainsAs: NONE,
  relatives: NONE,
  fromWord: NONE,
};
