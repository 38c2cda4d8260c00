/**
 * The outline of prose: chapters with their headings, paragraphs, lists and tables; verses set apart.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { outlineTitled, partsOfBlocks } from '../../engine/outline/blocks.ts';
import { divideByRank, type RankedHeading } from '../../engine/outline/divisions.ts';
import { linesOf, pagesOf } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { DocumentTree, Part } from '../../engine/tree.ts';
import type { Language } from '../../languages/language.ts';
import type { GenreInput } from '../genre.ts';
import { isNumberAlone, knownHeading, PLAIN_RANK } from '../headings.ts';

export function outlineProse({ id, layout, language }: GenreInput): DocumentTree {
  return outlineTitled(layout, id, (blocks, make) => chapters(blocks, make, language));
}

const LONGEST_HEADING = 120;
/** A line of verse quoted in prose (in characters). */
const LONGEST_VERSE = 60;

function chapters(blocks: readonly MarkedBlock[], make: PassageMaker, language: Language): Part[] {
  const flat: (Part | RankedHeading)[] = [];
  let from = 0;
  const flush = (to: number) => {
    flat.push(...partsOfBlocks(blocks.slice(from, to), make));
    from = to + 1;
  };
  for (const [at, block] of blocks.entries()) {
    const heading = headingOf(block, blocks, at, make, language);
    const verses = heading ? undefined : versesOf(block, make);
    if (!heading && !verses) continue;
    flush(at);
    if (heading) flat.push(heading);
    else if (verses) flat.push(verses);
  }
  flush(blocks.length);
  return divideByRank(flat);
}

function headingOf(
  block: MarkedBlock,
  blocks: readonly MarkedBlock[],
  at: number,
  make: PassageMaker,
  language: Language,
): RankedHeading | undefined {
  const { text, bullet } = block;
  const next = blocks.slice(at + 1).find((one) => one.text !== '');
  if (text === '' || bullet !== undefined || text.length > LONGEST_HEADING || !next) return undefined;
  const known = knownHeading(text, language);
  const rank = known?.rank ?? PLAIN_RANK;
  const type = known && known.type !== 'preface' && known.type !== 'letter' ? known.type : 'chapter';
  if (!known && !isNumberAlone(text) && !looksLikeHeading(text, next)) return undefined;
  return { kind: 'heading', head: make.passage(block, 'heading'), rank, type };
}

/** A few words in capitals, or with a capital and without a sentence's end, over a paragraph of running text. */
function looksLikeHeading(text: string, next: MarkedBlock): boolean {
  if (text.length > 70 || /^[»«„“”"‘'(—–*-]/.test(text) || /[,;:!?…—–-]$/.test(text)) return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  const capitals = letters.length > 3 && letters === letters.toUpperCase();
  if (capitals) return true;
  return /^\p{Lu}/u.test(text) && !/\.$/.test(text) && next.text.length > 200 && text.split(/\s+/).length <= 9;
}

/** Short lines within prose are verses that it quotes. */
function versesOf(block: MarkedBlock, make: PassageMaker): Part | undefined {
  if (block.bullet !== undefined) return undefined;
  const lines = linesOf(block);
  const words = lines.filter(({ text }) => text !== '');
  if (words.length < 2 || words.some(({ text }) => text.length > LONGEST_VERSE)) return undefined;
  // Wrapped prose goes on within a sentence in small letters; verses begin with capitals.
  if (words.filter(({ text }) => /^\P{L}*\p{Lu}/u.test(text)).length < words.length * 0.75) return undefined;
  const parts = lines.flatMap((line): Part[] =>
    line.text === '' ? pagesOf(line) : [{ kind: 'passage', passage: make.passage(line, 'line') }],
  );
  return make.group('lg', parts);
}
