/**
 * The values that pass between the steps of encoding.
 *
 * A document is first a list of passages: running text without markup, and beside it, told by
 * offsets, what is in it. Only the last step turns offsets into elements. Offsets count UTF-16
 * units of `Passage.text`, from 0; ends are exclusive.
 */
import type { Certainty, Dating, EntityKind } from '../../authorities/model.ts';

/** What a passage is in its document; `roles.ts` says which element each role becomes. */
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

/** A place in a passage where something without width stands. */
export type Point =
  | { readonly kind: 'page'; readonly offset: number; readonly n: string }
  /** `n`: the note's key (`MarkedNote.key`). */
  | { readonly kind: 'note'; readonly offset: number; readonly n: string }
  | { readonly kind: 'line'; readonly offset: number };

/** A stretch of text in one block: a paragraph, an item, a heading, a note's paragraph. */
export interface Passage {
  /**
   * Unique in the document; becomes the element's `xml:id` where the element is one that can be
   * cited.
   */
  readonly id: string;
  readonly role: PassageRole;
  /**
   * For items and list heads: the list's type (`subject`, `participants`, `to`, …) where it is
   * known.
   */
  readonly list?: string;
  /** For a note's paragraphs: the key of the note. */
  readonly note?: string;
  readonly text: string;
  readonly points: readonly Point[];
  /** The element's `@type`. */
  readonly type?: string;
  /**
   * What the passage is was concluded from weak evidence; it is marked so (CONTRIBUTING, law 3).
   */
  readonly inferred?: boolean;
  /** How the source sets it, for `@rend`. */
  readonly rend?: string;
  /**
   * Elements that the outline found within the passage: a stage direction in a line, an emphasis of
   * the source.
   */
  readonly marks?: readonly Span[];
  /** Further attributes of its element, which the source states: a cell's `cols`, a verse's `part`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** For a dateline: where its places and dates stand. */
  readonly dateline?: Dateline;
  /** Where the passage begins in the source: line and column from 1. */
  readonly line: number;
}

/** A stretch of a passage that an element will enclose, from whatever step found it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Name of the TEI element. */
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where two spans cross, the lower rank stays. */
  readonly rank: number;
  /** The element's text is in a child of this name: `gap` holds a `desc`. */
  readonly child?: string;
  /** The element holds text only; spans inside it are dropped. */
  readonly leaf?: boolean;
  /**
   * For an element that is at a place (`start` is `end`): its own words, which are no part of
   * the text.
   */
  readonly words?: string;
}

/** A stretch of a dateline; offsets in UTF-16 units, the end exclusive. */
export interface DatelineSpan {
  readonly start: number;
  readonly end: number;
}

/** A date in a dateline; "undated" is one without a dating. */
export interface DatelineDate extends DatelineSpan {
  readonly dating?: Dating;
  /** How sure the dating is; high where it is missing. */
  readonly certainty?: Certainty;
}

export interface Dateline {
  /**
   * The places named, in order; "[place not declassified]" counts as one, its brackets included.
   */
  readonly places: readonly DatelineSpan[];
  /** The date, then the range of times where one follows. */
  readonly dates: readonly DatelineDate[];
  /** When the letter was received. */
  readonly received?: DatelineDate;
}

/**
 * What the mention finders see: the passages in order (the main text, then the notes), and what is
 * known of the whole.
 */
export interface DocumentText {
  /** The document's id: `d149`. */
  readonly id: string;
  readonly passages: readonly Passage[];
  /** The document's own date where it is known. */
  readonly dating?: Dating;
}

/**
 * A stretch of a passage that an element will enclose. Two mentions of one passage never overlap
 * unless one encloses the other; the finders see to that within their own kind, `mentions/nest.ts`
 * between kinds.
 */
export interface Mention {
  /** The passage's id. */
  readonly passage: string;
  readonly start: number;
  readonly end: number;
  readonly kind: EntityKind | 'date';
  /** The authority entry's `xml:id`; missing where the words name something that no list holds. */
  readonly target?: string;
  /** For dates. */
  readonly dating?: Dating;
  readonly certainty: Certainty;
  /**
   * Short stable name of the rule that decided, for `@cert`, the worklist and the tests:
   * `person/surname-unique`.
   */
  readonly rule: string;
}

/** Something the editor should look at: it could not be decided, or was decided on weak grounds. */
export interface Doubt {
  readonly passage: string;
  readonly start: number;
  readonly end: number;
  /** `ambiguous`: several entries fit; `unknown`: a name that no list holds. */
  readonly kind: 'ambiguous' | 'unknown';
  /** The entries' ids that fit, likeliest first. */
  readonly candidates: readonly string[];
  readonly rule: string;
}

/** What a finder gives back. */
export interface Found {
  readonly mentions: readonly Mention[];
  readonly doubts: readonly Doubt[];
}
