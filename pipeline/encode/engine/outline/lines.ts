/**
 * The lines of a block, and the pages in it.
 */
import type { MarkedBlock } from '../blocks.ts';
import type { Point } from '../model.ts';
import type { PageBegins } from '../tree.ts';

/** A line of a block, with its points. */
export interface OutlineLine extends MarkedBlock {
  /** Spaces before its first character. */
  readonly indent: number;
}

/** The block's lines as they are in the source; together their words are the block's. */
export function outlineLines(block: MarkedBlock): OutlineLine[] {
  const lines: OutlineLine[] = [];
  let begin = 0;
  let index = 0;
  let points: Point[] = [];
  const close = (end: number) => {
    const slice = block.text.slice(begin, end);
    // The last cells of a row may be empty.
    const text = slice.includes('\t') ? slice.replace(/[ \n]+$/, '') : slice.trimEnd();
    let shifted = points.map((point) => ({
      ...point,
      offset: Math.min(Math.max(0, point.offset - begin), text.length),
    }));
    const at = index++;
    const before = lines.at(-1);
    const anchors = text === '' ? shifted.filter(({ kind }) => kind === 'note') : [];
    if (before && anchors.length > 0) {
      // A note's anchor on a line of its own belongs to the words before it.
      const moved = anchors.map((point) => ({ ...point, offset: before.text.length }));
      lines[lines.length - 1] = { ...before, points: [...before.points, ...moved] };
      shifted = shifted.filter(({ kind }) => kind !== 'note');
      if (shifted.length === 0) {
        points = [];
        begin = end;
        return;
      }
    }
    lines.push({ text, points: shifted, line: block.line + at, indent: block.indents?.[at] ?? 0 });
    points = [];
    begin = end;
  };
  for (const point of block.points) {
    if (point.kind === 'line') close(point.offset);
    else points.push(point);
  }
  close(block.text.length);
  return lines;
}

/** Several lines as one block again: line breaks become points. */
export function joinLines(lines: readonly OutlineLine[]): MarkedBlock {
  let text = '';
  const points: Point[] = [];
  for (const [at, line] of lines.entries()) {
    if (at > 0) {
      if (text !== '') text += ' ';
      points.push({ kind: 'line', offset: text.length });
    }
    points.push(...line.points.map((point) => ({ ...point, offset: point.offset + text.length })));
    text += line.text;
  }
  return { text, points, line: lines[0]?.line ?? 1, indents: lines.map(({ indent }) => indent) };
}

/** The block's text with line feeds at its line ends. */
export function withLineFeeds(block: Pick<MarkedBlock, 'text' | 'points'>): string {
  const breaks = block.points.filter(({ kind }) => kind === 'line').map(({ offset }) => offset);
  return [...breaks, block.text.length]
    .map((end, index) => block.text.slice(breaks[index - 1] ?? 0, end).trim())
    .join('\n');
}

/** The pages that begin in a block without words. */
export function pagesInBlock(block: MarkedBlock): PageBegins[] {
  return block.points.flatMap((point) =>
    point.kind === 'page' ? [{ kind: 'page' as const, n: point.n }] : [],
  );
}
