/**
 * Passages from blocks: the page marks and note numbers taken off the text, what they stood for kept as points.
 *
 * In: the layout of a reading text. Out: its blocks and notes as running text with points, each note's anchor placed.
 * Throws `InputFault` where a note can't be placed.
 */
import { InputFault } from '../../finding.ts';
import type { Layout } from './layout.ts';
import { type MarkedText, takeMarks } from './marks.ts';
import type { Point } from './model.ts';
import { placeNotes } from './notes/place.ts';

/** A block with its marks and note numbers taken off. */
export interface MarkedBlock extends MarkedText {
  readonly line: number;
  readonly bullet?: number;
  /** Spaces before each line, where the lines are those of the source. */
  readonly indents?: readonly number[];
}

export interface MarkedNote {
  readonly n: string;
  readonly line: number;
  readonly paragraphs: readonly MarkedBlock[];
}

/** A document as its genre receives it. */
export interface MarkedLayout {
  readonly blocks: readonly MarkedBlock[];
  readonly notes: readonly MarkedNote[];
}

export function markLayout(layout: Layout, path: string): MarkedLayout {
  const blocks = layout.blocks.map((block) => ({ ...block, ...takeMarks(block.text) }));
  const title = blocks.findIndex((block) => block.text !== '');
  const notes = layout.notes.map((note) => ({
    ...note,
    paragraphs: note.paragraphs.map((paragraph) => ({ ...paragraph, ...takeMarks(paragraph.text) })),
  }));
  const placed = placeNotes(
    blocks.map((block, index) => ({ text: block.text, title: index === title })),
    notes.map((note) => note.paragraphs[0]?.text ?? ''),
  );
  if ('unplaced' in placed) {
    const note = notes[placed.unplaced - 1];
    throw new InputFault({
      path,
      line: note?.line ?? 1,
      column: 3,
      severity: 'error',
      rule: 'encode/note-without-anchor',
      message:
        `note ${placed.unplaced} has no anchor: no “${placed.unplaced}” stands in the text after the anchor of the note before; ` +
        'set its number where it belongs, or take the note out',
    });
  }
  const anchored = blocks.map((block, index) =>
    takeNumbers(
      block,
      placed.anchors.flatMap((anchor, note) => (anchor.stretch === index ? [{ ...anchor, n: String(note + 1) }] : [])),
    ),
  );
  const titled = anchored[title];
  if (titled?.text === '' && titled.points.some((point) => point.kind === 'note')) {
    throw new InputFault({
      path,
      line: titled.line,
      column: 1,
      severity: 'error',
      rule: 'encode/no-title',
      message: 'the first line holds nothing but a note’s number; write the document’s title before it',
    });
  }
  return { blocks: joinLoneAnchors(anchored), notes };
}

/** A note's number in a block of its own ("1" under the title) belongs to the block before it. */
function joinLoneAnchors(blocks: readonly MarkedBlock[]): MarkedBlock[] {
  const joined: MarkedBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const anchors = block.text === '' ? block.points.filter(({ kind }) => kind === 'note') : [];
    if (!before || anchors.length === 0) {
      joined.push(block);
      continue;
    }
    const moved = anchors.map((point) => ({ ...point, offset: before.text.length }));
    joined[joined.length - 1] = { ...before, points: [...before.points, ...moved] };
    const rest = block.points.filter(({ kind }) => kind !== 'note');
    if (rest.length > 0) joined.push({ ...block, points: rest });
  }
  return joined;
}

/** Takes the notes' numbers off a block. A space before a number goes with it where a space or nothing follows. */
function takeNumbers(
  block: MarkedBlock,
  anchors: readonly { offset: number; length: number; n: string }[],
): MarkedBlock {
  if (anchors.length === 0) return block;
  let text = '';
  let last = 0;
  const cuts: { from: number; to: number }[] = [];
  const points: Point[] = [];
  for (const { offset, length, n } of anchors) {
    const end = offset + length;
    const spaceBefore = /\s$/.test(block.text.slice(0, offset)) && /^(?:\s|$|[,.;:)])/.test(block.text.slice(end));
    const from = spaceBefore ? offset - 1 : offset;
    text += block.text.slice(last, from);
    points.push({ kind: 'note', offset: text.length, n });
    cuts.push({ from, to: end });
    last = end;
  }
  text += block.text.slice(last);
  const moved = block.points.map((point) => ({ ...point, offset: point.offset - cutBefore(cuts, point.offset) }));
  return { ...block, text, points: [...points, ...moved].sort((a, b) => a.offset - b.offset) };
}

function cutBefore(cuts: readonly { from: number; to: number }[], offset: number): number {
  return cuts.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(offset, to) - from), 0);
}
