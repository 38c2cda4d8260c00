/** Places as the browser sends them: a block, and an offset in it. */

import { PatchRefusal } from '../patch/model.ts';
import type { EditorBlock } from '../render/blocks.ts';

export interface BlockPosition {
  readonly block: string;
  readonly offset: number;
}

/** Gives the offset in the file of each place. Throws a `PatchRefusal` if its block is gone. */
export function fileOffsets(blocks: readonly EditorBlock[]): (place: BlockPosition) => number {
  const byKey = new Map(blocks.map((block) => [block.key, block]));
  return ({ block, offset }) => {
    const found = byKey.get(block);
    if (!found)
      throw new PatchRefusal('this passage is no longer there; the document is shown again');
    return Math.min(found.end, found.start + offset);
  };
}

export function fileOffset(blocks: readonly EditorBlock[], place: BlockPosition): number {
  return fileOffsets(blocks)(place);
}

/** The innermost block, or the last that ends there; blocks are in the order of the file. */
export function placeIn(blocks: readonly EditorBlock[], offset: number): BlockPosition | undefined {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as EditorBlock).start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0; at--) {
    const { key, start, end } = blocks[at] as EditorBlock;
    if (offset <= end) return { block: key, offset: offset - start };
  }
  return undefined;
}
