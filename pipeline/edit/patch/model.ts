/** The values that the parts of the patch core pass on. */
import type { SourceRange } from '../source/document.ts';

/** One replaced range of a file. `text`: its new content. */
export interface Edit extends SourceRange {
  readonly text: string;
}

/** A change of the words: at this offset of the file, these words are removed and those added. */
export interface TextChange {
  readonly at: number;
  readonly removed: string;
  readonly added: string;
}

/** The effect of an operation on a file. */
export interface PatchChange {
  readonly edits: readonly Edit[];
  /** Empty if only markup changes. */
  readonly textChanges: readonly TextChange[];
  /** The marked range if it is not the selected one, and why. */
  readonly repaired?: Repaired;
}

export interface Repaired {
  readonly ranges: readonly SourceRange[];
  readonly reason: string;
}

/** A plain sentence for the editor: why nothing was done. */
export class PatchRefusal extends Error {
  override readonly name = 'PatchRefusal';
}

export type Attributes = Readonly<Record<string, string | undefined>>;

/** The operations. Offsets are those of the file that the editor saw. */
export type Operation =
  | {
      readonly op: 'wrap';
      readonly element: string;
      readonly range: SourceRange;
      readonly attributes?: Attributes;
    }
  | {
      readonly op: 'attributes';
      /** Offset of the `<` of the element's start tag. */
      readonly at: number;
      readonly attributes: Attributes;
    }
  | {
      readonly op: 'retag';
      readonly at: number;
      readonly element: string;
      readonly attributes?: Attributes;
    }
  | { readonly op: 'unwrap'; readonly at: number }
  | { readonly op: 'words'; readonly range: SourceRange; readonly words: string }
  | {
      readonly op: 'correction';
      readonly range: SourceRange;
      readonly words: string;
      readonly attributes?: Attributes;
    }
  | {
      readonly op: 'insert';
      readonly at: number;
      readonly element: string;
      readonly words?: string;
      readonly attributes?: Attributes;
    }
  | { readonly op: 'split'; readonly at: number }
  | { readonly op: 'join'; readonly at: number }
  | { readonly op: 'content'; readonly at: number; readonly words: string };
