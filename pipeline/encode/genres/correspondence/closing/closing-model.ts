import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { Passage } from '../../../engine/model.ts';
import type { TreePart } from '../../../engine/tree.ts';

/** The end of a letter: what its blocks are. */

export interface Closing {
  /** The blocks of the text before it. */
  readonly body: readonly MarkedBlock[];
  readonly parts: readonly TreePart[];
  /** Blocks behind the signature that are no postscript. */
  readonly rest: readonly MarkedBlock[];
  readonly dateline?: Passage;
  readonly signature?: string;
}

export type ClosingKind =
  | 'formula'
  | 'signed'
  | 'office'
  | 'dateline'
  | 'address'
  | 'postscript'
  | 'page'
  | 'text';

export interface ClosingPiece {
  readonly kind: ClosingKind;
  readonly block: MarkedBlock;
}
