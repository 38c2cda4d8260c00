/**
 * The outline of verse: poems with their headings, stanzas, lines.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { outlineTitled, partsOfBlocks } from '../../engine/outline/blocks.ts';
import { divideByRank, type RankedHeading } from '../../engine/outline/divisions.ts';
import { type Line, linesOf, pagesOf } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { DocumentTree, Part } from '../../engine/tree.ts';
import type { Language } from '../../languages/language.ts';
import type { GenreInput } from '../genre.ts';
import { isNumberAlone, knownHeading, PLAIN_RANK } from '../headings.ts';

export function outlineVerse({ id, layout, language }: GenreInput): DocumentTree {
  return outlineTitled(layout, id, (blocks, make) => poems(blocks, make, language));
}

/** A longer line is no line of verse (in characters). */
export const LONGEST_LINE = 100;
const LONGEST_HEADING = 80;

function poems(blocks: readonly MarkedBlock[], make: PassageMaker, language: Language): Part[] {
  const lines = blocks.map(linesOf);
  const flat: (Part | RankedHeading)[] = [];
  for (const [at, block] of blocks.entries()) {
    const own = lines[at] as readonly Line[];
    if (block.text === '') flat.push(...pagesOf(block));
    else if (isStanza(own)) flat.push(stanza(own, make));
    else if (isHeading(block, following(blocks, lines, at), language)) flat.push(heading(block, make, language));
    else if (own.length === 1 && block.text.length <= LONGEST_LINE && block.bullet === undefined)
      flat.push(stanza(own, make));
    else flat.push(...partsOfBlocks([block], make));
  }
  return divideByRank(flat);
}

function isStanza(lines: readonly Line[]): boolean {
  const words = lines.filter(({ text }) => text !== '');
  return words.length > 1 && words.every(({ text }) => text.length <= LONGEST_LINE);
}

/** The lines of the next block with words. */
function following(
  blocks: readonly MarkedBlock[],
  lines: readonly (readonly Line[])[],
  at: number,
): readonly Line[] | undefined {
  const next = blocks.findIndex(({ text }, index) => index > at && text !== '');
  return next < 0 ? undefined : lines[next];
}

/** A short line over a stanza: a number, or words without a sentence's end. */
function isHeading(block: MarkedBlock, next: readonly Line[] | undefined, language: Language): boolean {
  const { text } = block;
  if (!next || text.length > LONGEST_HEADING || block.bullet !== undefined) return false;
  if (isNumberAlone(text) || knownHeading(text, language)) return true;
  return isStanza(next) && !/[.,;:!?—–-]["”’»)]*$/.test(text) && /^\P{Ll}/u.test(text);
}

function heading(block: MarkedBlock, make: PassageMaker, language: Language): RankedHeading {
  const known = knownHeading(block.text, language);
  const head = make.passage(block, 'heading');
  return {
    kind: 'heading',
    head,
    rank: known?.rank ?? PLAIN_RANK,
    type: known && known.type !== 'letter' ? known.type : 'poem',
  };
}

function stanza(lines: readonly Line[], make: PassageMaker): Part {
  const parts = lines.flatMap((line): Part[] =>
    line.text === '' ? pagesOf(line) : [{ kind: 'passage', passage: make.passage(line, 'line', indentOf(line)) }],
  );
  return make.group('lg', parts);
}

/** Indentation is part of a line's look. */
function indentOf({ indent }: Line): { rend?: string } {
  return indent > 0 ? { rend: `indent${Math.min(9, Math.ceil(indent / 2))}` } : {};
}
