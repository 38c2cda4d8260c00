/**
 * The values that pass between the steps of encoding.
 *
 * A document is first a list of passages: running text without markup, with everything in it
 * described by offsets. Only the last step turns offsets into elements. Offsets count UTF-16 units
 * of `Passage.text`, from 0; ends are exclusive.
 */
import type { Certainty, Dating, EntityKind } from '../../authorities/model.ts';

/** The role of a passage in its document; `roles.ts` gives the element of each role. */
export type PassageRole =
  | 'title'
  | 'byline'
  | 'dateline'
  | 'listHead'
  | 'item'
  | 'heading'
  | 'paragraph'
  | 'salute'
  | 'saluteInText'
  | 'closing'
  | 'signed'
  | 'office'
  | 'addressLine'
  | 'marking'
  | 'classification'
  | 'label'
  | 'postscript'
  | 'line'
  | 'speaker'
  | 'stage'
  | 'castItem'
  | 'setting'
  | 'epigraph'
  | 'attribution'
  | 'ornament'
  | 'trailer'
  | 'cell'
  | 'note';

/** A place in a passage at which something without width is. */
export type Point =
  | { readonly kind: 'page'; readonly offset: number; readonly n: string }
  /** `n`: the note's key (`MarkedNote.key`). */
  | { readonly kind: 'note'; readonly offset: number; readonly n: string }
  | { readonly kind: 'line'; readonly offset: number };

/** A piece of text in one block: a paragraph, an item, a heading, a note's paragraph. */
export interface Passage {
  /** Unique in the document; becomes the element's `xml:id` if the element can be cited. */
  readonly id: string;
  readonly role: PassageRole;
  /**
   * For items and list heads: the list's type (`subject`, `participants`, `to`, …) if it is known.
   */
  readonly list?: string;
  /** For a note's paragraphs: the key of the note. */
  readonly note?: string;
  readonly text: string;
  readonly points: readonly Point[];
  /** The element's `@type`. */
  readonly type?: string;
  /** The role was concluded from weak evidence; it is marked so (CONTRIBUTING, law 3). */
  readonly inferred?: boolean;
  /** The typography of the source, for `@rend`. */
  readonly rend?: string;
  /**
   * Elements that the outline found within the passage: a stage direction in a line, an emphasis of
   * the source.
   */
  readonly marks?: readonly Span[];
  /** Further attributes of its element, from the source: a cell's `cols`, a verse's `part`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** For a dateline: its places and dates. */
  readonly dateline?: Dateline;
  /** The beginning of the passage in the source: line and column from 1. */
  readonly line: number;
}

/** A range of a passage that an element will enclose, from any step. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Name of the TEI element. */
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** If two spans cross, the one with the lower rank stays. */
  readonly rank: number;
  /** The element's text is in a child of this name: `gap` contains a `desc`. */
  readonly child?: string;
  /** The element contains text only; spans inside it are dropped. */
  readonly leaf?: boolean;
  /**
   * For an element at a place (`start` equals `end`): its own words, which are not part of the
   * text.
   */
  readonly words?: string;
}

/** A range of a dateline; offsets in UTF-16 units, the end exclusive. */
export interface DatelineSpan {
  readonly start: number;
  readonly end: number;
}

/** A date in a dateline; "undated" is one without a dating. */
export interface DatelineDate extends DatelineSpan {
  readonly dating?: Dating;
  /** The certainty of the dating; high if it is missing. */
  readonly certainty?: Certainty;
}

export interface Dateline {
  /**
   * The places named, in order; "[place not declassified]" counts as one, its brackets included.
   */
  readonly places: readonly DatelineSpan[];
  /** The date, then the range of times if one follows. */
  readonly dates: readonly DatelineDate[];
  /** When the letter was received. */
  readonly received?: DatelineDate;
}

/**
 * The input of the mention finders: the passages in order (the main text, then the notes), and
 * facts of the whole.
 */
export interface DocumentText {
  /** The document's id: `d149`. */
  readonly id: string;
  readonly passages: readonly Passage[];
  /** The document's own date if it is known. */
  readonly dating?: Dating;
}

/**
 * A range of a passage that an element will enclose. Two mentions of one passage never overlap
 * unless one encloses the other; the finders ensure this within their own kind, `names/nest.ts`
 * between kinds.
 */
export interface Mention {
  /** The passage's id. */
  readonly passage: string;
  readonly start: number;
  readonly end: number;
  readonly kind: EntityKind | 'date';
  /** The authority entry's `xml:id`; missing if no list has the name. */
  readonly target?: string;
  /** The element's `@type`: "ship". */
  readonly type?: string;
  /** For dates. */
  readonly dating?: Dating;
  readonly certainty: Certainty;
  /**
   * Short stable name of the rule that decided, for `@cert`, the worklist and the tests:
   * `person/surname-unique`.
   */
  readonly rule: string;
}

/** A case for the editor: it could not be decided, or was decided on weak evidence. */
export interface Doubt {
  readonly passage: string;
  readonly start: number;
  readonly end: number;
  /** `ambiguous`: several entries fit; `unknown`: a name that no list has. */
  readonly kind: 'ambiguous' | 'unknown';
  /** The ids of the entries that fit, the most likely first. */
  readonly candidates: readonly string[];
  readonly rule: string;
}

/** The result of a finder. */
export interface Found {
  readonly mentions: readonly Mention[];
  readonly doubts: readonly Doubt[];
}
