/** Places as the browser sends them: a block, and an offset in it. */

import { PatchRefusal } from '../patch/model.ts';
import type { EditorBlock } from '../render/blocks.ts';

export interface BlockPosition {
  readonly block: string;
  readonly offset: number;
}

/** The offset in the file. Throws a `PatchRefusal` if the block does not exist. */
export function fileOffset(
  blocks: readonly EditorBlock[],
  { block, offset }: BlockPosition,
): number {
  const found = blocks.find(({ key }) => key === block);
  if (!found)
    throw new PatchRefusal('this passage is no longer there; the document is shown again');
  return Math.min(found.end, found.start + offset);
}

export function placeIn(blocks: readonly EditorBlock[], offset: number): BlockPosition | undefined {
  let best: EditorBlock | undefined;
  for (const block of blocks)
    if (block.start <= offset && offset <= block.end && (!best || block.start >= best.start))
      best = block;
  return best && { block: best.key, offset: offset - best.start };
}
