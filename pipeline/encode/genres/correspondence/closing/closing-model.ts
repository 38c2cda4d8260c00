import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { Passage } from '../../../engine/model.ts';
import type { TreePart } from '../../../engine/tree.ts';

/** The end of a letter, with the kinds of its blocks. */

export interface Closing {
  /** The blocks of the text before it. */
  readonly body: readonly MarkedBlock[];
  readonly parts: readonly TreePart[];
  /** Blocks after the signature that are not a postscript. */
  readonly rest: readonly MarkedBlock[];
  readonly dateline?: Passage;
  readonly signature?: string;
}

type ClosingKind =
  | 'formula'
  | 'signed'
  | 'office'
  | 'dateline'
  | 'address'
  | 'seal'
  | 'postscript'
  | 'page'
  | 'text';

export interface ClosingPiece {
  readonly kind: ClosingKind;
  readonly block: MarkedBlock;
}
