/** The content of the journal: every change that the workbench makes, so that it can be undone. */
import type { RuleChange } from '../../collate/rules/edit-file.ts';

/** One replaced range of a file, with enough context to find it again after other changes. */
export interface Hunk {
  /** Offset in UTF-16 units, in the file before the change. */
  readonly at: number;
  readonly old: string;
  readonly new: string;
  /** Its context, before the change and after it: other hunks may be near. */
  readonly around: HunkContext;
  readonly aroundNew: HunkContext;
  /** `xml:id` of the nearest element around it that has one. */
  readonly passage?: string;
  /** Words of the text that are removed and added; missing if only markup changes. */
  readonly removed?: string;
  readonly added?: string;
}

/** Some characters on each side of a place. */
export interface HunkContext {
  readonly before: string;
  readonly after: string;
}

export interface FileChange {
  /** Relative to the edition's folder, with `/`. */
  readonly path: string;
  /** Hashes of the file before and after it; no `before` for a new file. */
  readonly from?: string;
  readonly to: string;
  readonly hunks: readonly Hunk[];
}

export interface Action {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly when: string;
  readonly who: string;
  /** The action as a sentence of a commit: `marks “Page” as the person p_page in d1`. */
  readonly why: string;
  readonly files: readonly FileChange[];
  /** The action that this one reverts. */
  readonly undoes?: string;
  /** The doubt that was decided, and the decision: used to measure the suggestions. */
  readonly decision?: JournalDecision;
  /** A decision about a collation: its rules, from which the document is made again. */
  readonly collation?: CollationChange;
}

export interface CollationChange extends RuleChange {
  /** The file of the collation, relative to the edition's folder. */
  readonly file: string;
}

export interface JournalDecision {
  readonly kind: string;
  readonly outcome: 'accepted' | 'changed' | 'rejected';
  /** The row that a rejection has added to `authorities/rejected.csv`. */
  readonly rejected?: RejectedName;
}

export interface RejectedName {
  readonly kind: string;
  readonly form: string;
  /** The document's id, or `*` for all. */
  readonly document: string;
  readonly reason: string;
}

/** A line of the file. `action` is written before the files, `done` after them. */
export type JournalLine =
  | ({ readonly type: 'action' } & Action)
  | { readonly type: 'done'; readonly id: string }
  | { readonly type: 'dropped'; readonly id: string; readonly reason: string };
