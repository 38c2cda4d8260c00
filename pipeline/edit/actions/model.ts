/** Requests of the browser, and the answers. */
import type { EntryCandidate } from '../queue/candidates.ts';
import type { Occurrence } from '../queue/everywhere.ts';
import type { BlockPosition } from './place.ts';

/** As in JSON: `null` removes an attribute. */
export type GivenAttributes = Readonly<Record<string, string | null>>;

export interface Chosen {
  readonly from: BlockPosition;
  readonly to: BlockPosition;
}

/** One change that an editor makes to one document. */
export type DocumentAction =
  | { readonly type: 'accept'; readonly at: BlockPosition; readonly ref?: string }
  | { readonly type: 'reject'; readonly at: BlockPosition; readonly everywhere?: boolean }
  | {
      readonly type: 'mark';
      readonly chosen: Chosen;
      readonly element: string;
      readonly ref?: string;
      readonly attributes?: GivenAttributes;
    }
  | {
      readonly type: 'retag';
      readonly at: BlockPosition;
      readonly element: string;
      readonly attributes?: GivenAttributes;
    }
  | {
      readonly type: 'attributes';
      readonly at: BlockPosition;
      readonly attributes: GivenAttributes;
    }
  | { readonly type: 'unwrap'; readonly at: BlockPosition }
  | { readonly type: 'words'; readonly chosen: Chosen; readonly words: string }
  | { readonly type: 'correction'; readonly chosen: Chosen; readonly words: string }
  | {
      readonly type: 'insert';
      readonly at: BlockPosition;
      readonly element: string;
      readonly words?: string;
      readonly attributes?: GivenAttributes;
    }
  | { readonly type: 'split'; readonly at: BlockPosition }
  | { readonly type: 'join'; readonly block: string }
  | { readonly type: 'status'; readonly status: string; readonly passage?: string }
  | { readonly type: 'field'; readonly offset: number; readonly words: string };

export interface NewEntryRequest {
  readonly kind: string;
  readonly name: string;
  readonly description?: string;
  readonly identifiers?: Readonly<Record<string, string>>;
  /** Other forms of the name. */
  readonly variants?: readonly string[];
  /** The mark that gets the entry, or the words that are marked. */
  readonly at?: BlockPosition;
  readonly chosen?: Chosen;
}

export interface BlockView {
  readonly key: string;
  readonly hash: string;
  readonly name: string;
  readonly id?: string;
  readonly level: number;
  /** `proofread`, `approved` …, if the header states it for this passage. */
  readonly status?: string;
  /** Missing if the browser has it. */
  readonly html?: string;
}

/** A proposed entry: its name, and how many places would be linked. */
export interface ProposalView {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly forms: readonly string[];
  readonly places: number;
  readonly documents: number;
}

export interface DoubtView {
  readonly at: BlockPosition;
  /** The words, if they are not marked, with words before and after them. */
  readonly chosen?: Chosen;
  readonly before?: string;
  readonly after?: string;
  readonly proposal?: ProposalView;
  readonly element: string;
  readonly words: string;
  readonly cert?: string;
  readonly ref?: string;
  readonly reason: string;
}

export interface DocumentView {
  readonly doc: string;
  /** Hash of the file that is shown. */
  readonly seen: string;
  readonly title: string;
  readonly status: string;
  readonly blocks: readonly BlockView[];
  readonly doubts: readonly DoubtView[];
  /** The file of the collation that the document is made by. */
  readonly collation?: string;
  readonly canUndo?: string;
  readonly canRedo?: string;
}

export interface ActionPreview {
  readonly ok: boolean;
  /** Why the action cannot be done, or how the selection was changed. */
  readonly reason?: string;
  /** The words that would be marked. */
  readonly words?: readonly string[];
}

export interface CandidateList {
  readonly words: string;
  readonly candidates: readonly EntryCandidate[];
}

export interface FoundPlace {
  readonly doc: string;
  readonly seen: string;
  readonly from: BlockPosition;
  readonly to: BlockPosition;
  readonly mark?: { readonly at: BlockPosition; readonly element: string; readonly ref?: string };
  readonly state: Occurrence['state'];
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

export interface DocumentActions {
  readonly doc: string;
  readonly seen: string;
  readonly actions: readonly DocumentAction[];
}
