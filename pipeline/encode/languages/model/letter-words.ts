/**
 * The words around the text of letters and despatches: addresses, letterheads, marks of receipt,
 * enclosures.
 *
 * Patterns are sources without anchors and flags, alternatives separated by `|`; their users add
 * both.
 */
export interface LetterWords {
  /** The beginning of a line that names an addressee: `to|mr\.?|the honou?rable`. */
  readonly addressee: string;
  /** The first words of an address on the outside of a letter: `an herrn|to mr\.?`. */
  readonly addressedTo: string;
  /** An editor's label of such an address: `adresse|superscription`. */
  readonly superscription: string;
  /**
   * The beginning of a letterhead's line that names an institution, not a place:
   * `legation|embassy`.
   */
  readonly institution: string;
  /** A street with its number, after a date: "Hansastr. 43", "77 St Mark's Place". */
  readonly street: string;
  /** Small words before a place: "à Paris". */
  readonly beforePlace: string;
  /** Small words between a place and the date: "Potsdam, den 3ten Mai". */
  readonly beforeDate: string;
  /** "(Received April 2.)" */
  readonly received: string;
  /** Words of a copy before the day on which the letter was sent: `exp|posted`. */
  readonly dispatched: string;
  /** "undated" */
  readonly undated: string;
  /** A time of day in letters: "10h früh", "Tuesday evening". */
  readonly timeOfDay: string;
  /** "(Signed)", "gez." before a signature. */
  readonly signed: string;
  /** Headings of texts that came with the letter, by type of division. */
  readonly added: readonly (readonly [type: 'attachment' | 'enclosure' | 'annex', words: string])[];
  /** Words for a letter in its title: `letter|despatch`. */
  readonly kinds: string;
  /** The beginning of a closing sentence: `i remain|believe me`. */
  readonly remaining: string;
  /** The end of a closing sentence: `obedient servant`, `Hochachtung`. */
  readonly remainsAs: string;
  /** A word of greeting or farewell in the short paragraph above a signature: `adieu|gr[üu]ße`. */
  readonly farewell: string;
  /** The writer's last word for himself: `servant|servt`. */
  readonly servant: string;
  /** Words for a relative or friend: `mother|brother`. */
  readonly relatives: string;
  /** Words for a deed, petition or will in its title: `petition|affidavit`. */
  readonly records: string;
  /** Words in which such a paper is attested: `in witness whereof|sworn to`. */
  readonly attested: string;
  /** "by", "from" between a kind and the sender in a title. */
  readonly fromWord: string;
}

const NONE = '(?!)';

/** For a language without data. */
export const NO_LETTER_WORDS: LetterWords = {
  addressee: NONE,
  addressedTo: NONE,
  superscription: NONE,
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
  farewell: NONE,
  servant: NONE,
  relatives: NONE,
  records: NONE,
  attested: NONE,
  fromWord: NONE,
};
