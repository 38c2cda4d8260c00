/**
 * Splits blocks with lines that are items of a list or rows of a table.
 *
 * Takes blocks that are separated by empty lines. Returns the same words in more blocks: one for
 * each item ("1. …", "(a) …", after a bullet or not), one for each row (cells with tabs between
 * them).
 */
import type { MarkedBlock } from '../blocks.ts';
import { itemLines } from './enumerators.ts';
import { joinLines, type OutlineLine, outlineLines } from './lines.ts';

/**
 * The indentation of an item without a bullet, in spaces; the same as that of a bullet at the
 * margin.
 */
const AT_MARGIN = 2;

export function splitBlocks(blocks: readonly MarkedBlock[]): MarkedBlock[] {
  return blocks.flatMap(splitMarkedBlock);
}

function splitMarkedBlock(block: MarkedBlock): MarkedBlock[] {
  if (!block.points.some(({ kind }) => kind === 'line')) return [block];
  const lines = outlineLines(block);
  const rows = lines.filter(({ text }) => text.includes('\t')).length;
  if (rows > 1 && rows >= lines.length - 1) return lines;
  const items = itemLines(
    lines.map(({ text }) => text),
    block.bullet !== undefined,
  );
  if (items.filter(Boolean).length < 2) return belowLead(block, lines);
  return grouped(lines, items).map((group, at) => {
    const bullet = at === 0 && block.bullet !== undefined ? block.bullet : AT_MARGIN;
    return {
      ...joinLines(group),
      bullet,
      ...(at === 0 && block.bullet !== undefined ? {} : { enumerated: true }),
    };
  });
}

/** "Tagesordnung:" above its items, without an empty line between them. */
function belowLead(block: MarkedBlock, [lead, ...lines]: readonly OutlineLine[]): MarkedBlock[] {
  if (block.bullet !== undefined || lead === undefined || !/:[—–-]?$/.test(lead.text))
    return [block];
  const items = itemLines(lines.map(({ text }) => text));
  if (items.filter(Boolean).length < 2) return [block];
  return [lead, ...splitMarkedBlock(joinLines(lines))];
}

/** Each item's first line with the lines that continue it. */
function grouped(lines: readonly OutlineLine[], begins: readonly boolean[]): OutlineLine[][] {
  const groups: OutlineLine[][] = [];
  for (const [at, line] of lines.entries()) {
    if (begins[at] || groups.length === 0) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}
