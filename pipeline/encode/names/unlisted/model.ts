/** Input and output of the finder of names that no list has. */

export const PROPOSED_KINDS = ['person', 'org', 'place'] as const;
export type ProposedKind = (typeof PROPOSED_KINDS)[number];

/** `high` is never used: no one has confirmed a proposal (CONTRIBUTING, law 3). */
export type ProposalCertainty = 'medium' | 'low';

/** A range of a passage, in UTF-16 units; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** An element of a document that may contain names without an entry, and its text. */
export interface MarkedName extends TextRange {
  readonly kind: ProposedKind;
  readonly rule: RuleName;
}

/** The text of a paragraph, heading, note or line, white space folded. */
export interface NamePassage {
  readonly document: string;
  /** The nearest `xml:id`; empty if no element around the text has one. */
  readonly id: string;
  readonly text: string;
  /** BCP 47 primary tag of the document. */
  readonly language: string;
  readonly role: 'text' | 'salute' | 'signed';
  /** Ranges that refer to an entry already, or are not running text (dates, identifiers). */
  readonly covered: readonly TextRange[];
  /** `persName`, `orgName`, `placeName` without `@ref`. */
  readonly marked: readonly MarkedName[];
}

/** Rules that find names. `strong`: one mention by this rule makes a proposal `medium`. */
export const RULES = {
  marked: { strong: true, says: 'marked in the TEI without @ref' },
  correspondent: { strong: true, says: 'sender or addressee in the header' },
  'courtesy-name': { strong: true, says: 'after “Mr.”, “Mrs.”, “Dr.”' },
  'title-name': { strong: true, says: 'after a title: “General Page”' },
  'forename-surname': { strong: true, says: 'a known forename and a surname' },
  'initials-surname': { strong: true, says: 'initials and a surname' },
  'initial-surname': {
    strong: false,
    says: 'one initial and a word, where all nouns have capitals',
  },
  signature: { strong: true, says: 'in a signature' },
  salutation: { strong: true, says: 'in a salutation' },
  dateline: { strong: true, says: 'in a dateline' },
  gazetteer: { strong: true, says: 'in the list of well-known places' },
  'place-word': { strong: true, says: 'with a word of places: “Fort”, “River”, “-gasse”' },
  'organization-word': { strong: true, says: 'with a word of organizations: “Company”' },
  institution: { strong: true, says: 'a well-known body or newspaper: “the House of Lords”' },
  publisher: { strong: true, says: 'between a place and a year: “London: Murray, 1820”' },
  firm: { strong: true, says: 'before “& Co.”, “& Sons”' },
  ship: { strong: true, says: 'a ship: after “S.S.”, “H.M.S.”, “the steamer”' },
  family: { strong: false, says: 'a surname in the plural after “the”' },
  'surname-again': { strong: false, says: 'a surname with its full form elsewhere' },
  'forename-alone': { strong: false, says: 'a forename alone' },
  'bare-name': { strong: false, says: 'a word that is neither an ordinary word nor a known place' },
  'person-list': { strong: false, says: 'in a list beside a person: “with Page and X”' },
  'place-list': { strong: false, says: 'in a list beside a place: “Paris, X and Rome”' },
  'person-context': { strong: false, says: 'before a verb of saying, or a possessive' },
  'place-context': { strong: false, says: 'after “in”, “nach”, “from” …' },
} as const;
export type RuleName = keyof typeof RULES;

/** A name in one passage. */
export interface FoundName extends TextRange {
  readonly kind: ProposedKind;
  readonly passage: NamePassage;
  /** The words of the name, without title: “Page”. */
  readonly form: string;
  /** The title before it, as written: “Mrs.”. */
  readonly title: string;
  readonly isFemale: boolean;
  readonly rule: RuleName;
}

/** A found run of tokens; `end` is exclusive. */
export interface NameRun {
  readonly from: number;
  readonly end: number;
  readonly kind: ProposedKind;
  readonly rule: RuleName;
  /** First token of the title; `from` if there is none. */
  readonly titleFrom?: number;
}

/** What a word, and the words after it that belong to its name, are. */
export interface DecidedName {
  readonly kind: ProposedKind;
  readonly rule: RuleName;
  /** How many tokens the name has. */
  readonly count: number;
}
