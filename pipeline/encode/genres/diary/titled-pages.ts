/**
 * Pages behind the last entry that have a title and no text: "Tagesprogramm, 27.10.1970" above a
 * gap, for a sheet that the transcript only names.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { partsOfBlocks } from '../../engine/outline/blocks.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { TreePart } from '../../engine/tree.ts';

const LONGEST_TITLE = 80;

/** "[…]", also several with page marks between them. */
const GAP = /^(?:\[[….\s]+\]\s*)*$/;

/** The parts of an entry, with a division for each titled page at its end. */
export function partsWithTitledPages(
  blocks: readonly MarkedBlock[],
  make: PassageMaker,
): TreePart[] {
  const titles = titlesAtEnd(blocks);
  const parts = partsOfBlocks(blocks.slice(0, titles[0] ?? blocks.length), make);
  for (const [index, at] of titles.entries()) {
    parts.push({
      kind: 'division',
      head: make.passage(blocks[at] as MarkedBlock, 'heading'),
      parts: partsOfBlocks(blocks.slice(at + 1, titles[index + 1]), make),
    });
  }
  return parts;
}

function titlesAtEnd(blocks: readonly MarkedBlock[]): number[] {
  const found: number[] = [];
  for (let at = blocks.length - 1; at > 0; at--) {
    const { text, bullet } = blocks[at] as MarkedBlock;
    if (bullet === undefined && GAP.test(text)) continue;
    const title =
      bullet === undefined && text.length <= LONGEST_TITLE && !/[.!?;:,-]$|\p{L}{4}\. /u.test(text);
    if (!title || blocks[at - 1]?.text !== '') break;
    // A line without a full stop after a page mark continues a sentence if the page ends without
    // one.
    const before = blocks.slice(0, at).findLast((block) => block.text !== '');
    if (before && !/[.!?”"«»)\]\d]$/.test(before.text)) break;
    found.unshift(at);
  }
  return found;
}
