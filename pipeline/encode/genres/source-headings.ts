/**
 * The outline of a text from a source that marks headings with their levels, as Markdown and word
 * processors do: divisions within divisions.
 */
import type { MarkedBlock, MarkedLayout } from '../engine/blocks.ts';
import { outlineTitled, partsOfBlocks } from '../engine/outline/blocks.ts';
import { divideByRank, type RankedHeading } from '../engine/outline/divisions.ts';
import type { PassageMaker } from '../engine/outline/passage-maker.ts';
import type { DocumentTree, TreePart } from '../engine/tree.ts';
import type { Language } from '../languages/model/language.ts';
import type { GenreInput } from './common/genre.ts';
import { readHeading } from './common/headings.ts';

/** Whether the source marks a heading besides the title. */
export function hasSourceHeadings({ blocks, titled }: MarkedLayout): boolean {
  return blocks
    .filter(({ text }) => text !== '')
    .slice(titled ? 1 : 0)
    .some(({ heading }) => heading !== undefined);
}

export function outlineSourceHeadings({ id, layout, language }: GenreInput): DocumentTree {
  return outlineTitled(layout, id, (blocks, make) => sections(blocks, make, language));
}

function sections(
  blocks: readonly MarkedBlock[],
  make: PassageMaker,
  language: Language,
): TreePart[] {
  const flat: (TreePart | RankedHeading)[] = [];
  let from = 0;
  for (const [at, block] of blocks.entries()) {
    if (block.heading === undefined) continue;
    flat.push(...partsOfBlocks(blocks.slice(from, at), make));
    from = at + 1;
    const type = readHeading(block.text, language)?.type;
    flat.push({
      kind: 'heading',
      head: make.passage(block, 'heading'),
      rank: block.heading,
      ...(type === undefined ? {} : { type }),
    });
  }
  flat.push(...partsOfBlocks(blocks.slice(from), make));
  return divideByRank(flat);
}
