/**
 * The values that pass between the steps of encoding.
 *
 * A document is first a list of passages: running text without markup, and beside it, told by offsets, what stands in it.
 * Only the last step turns offsets into elements. Offsets count UTF-16 units of `Passage.text`, from 0; ends are exclusive.
 */
import type { Certainty, Dating, EntityKind } from '../../authority/model.ts';

/** What a passage is in its document; the writer makes the element from it. */
export type PassageRole =
  | 'title'
  | 'dateline'
  | 'listHead'
  | 'item'
  | 'heading'
  | 'paragraph'
  | 'salute'
  | 'signed'
  | 'office'
  | 'cell'
  | 'note';

/** A place in a passage where something without width stands. */
export type Point =
  | { readonly kind: 'page'; readonly offset: number; readonly n: string }
  | { readonly kind: 'note'; readonly offset: number; readonly n: string }
  | { readonly kind: 'line'; readonly offset: number };

/** A stretch of text in one block: a paragraph, an item, a heading, a note's paragraph. */
export interface Passage {
  /** Unique in the document; becomes the element's `xml:id` where the element is one that can be cited. */
  readonly id: string;
  readonly role: PassageRole;
  /** For items and list heads: the list's type (`subject`, `participants`, `to`, …) where it is known. */
  readonly list?: string;
  /** For a note's paragraphs: the number of the note. */
  readonly note?: string;
  readonly text: string;
  readonly points: readonly Point[];
  /** Where the passage begins in the source: line and column from 1. */
  readonly line: number;
}

/** What the mention finders see: the passages in order (the main text, then the notes), and what is known of the whole. */
export interface DocumentText {
  /** The document's id: `d149`. */
  readonly id: string;
  readonly passages: readonly Passage[];
  /** The document's own date where it is known. */
  readonly dating?: Dating;
}

/**
 * A stretch of a passage that an element will enclose. Two mentions of one passage never overlap unless one encloses
 * the other; the finders see to that within their own kind, `mentions/nest.ts` between kinds.
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
  /** Short stable name of the rule that decided, for `@cert`, the worklist and the tests: `person/surname-unique`. */
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
