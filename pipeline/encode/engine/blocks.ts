/**
 * Passages from blocks: page marks and note numbers are taken off the text and become points.
 *
 * Takes the layout of a reading text. Returns its blocks and notes as running text with points,
 * each note's anchor placed. A note without an anchor becomes a paragraph of the text.
 */
import { InputError } from '../../core/finding.ts';
import type { TextLayout } from './layout.ts';
import { barePages, type MarkedText, markTaker } from './marks.ts';
import type { Point } from './model.ts';
import type { NumberWords } from './notes/number-words.ts';
import { placeByPages } from './notes/pages.ts';

/** A block with its marks and note numbers taken off. */
export interface MarkedBlock extends MarkedText {
  readonly line: number;
  readonly bullet?: number;
  /** An item without a bullet, set off by its number or letter. */
  readonly enumerated?: boolean;
  /** Spaces before each line, if the lines are those of the source. */
  readonly indents?: readonly number[];
  /** The level of a heading, from 1, if the source's format marks it as one. */
  readonly heading?: number;
}

export interface MarkedNote {
  /** Its label as printed. */
  readonly n: string;
  /** The label, distinguished from the same label of other notes: points and ids use it. */
  readonly key: string;
  readonly line: number;
  readonly paragraphs: readonly MarkedBlock[];
}

/** A document as its genre receives it. */
export interface MarkedLayout {
  /**
   * The first block with words is the document's title; without a title the text begins with it.
   */
  readonly titled: boolean;
  readonly blocks: readonly MarkedBlock[];
  readonly notes: readonly MarkedNote[];
  /** Notes without an anchor; their words are among the blocks. */
  readonly unanchored: readonly UnanchoredNote[];
}

/** A note without its label in the text. */
export interface UnanchoredNote {
  readonly n: string;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** Words by which marks are recognized, in all languages, as sources of patterns. */
interface MarkWords extends NumberWords {
  /** Words before a page's number in a page mark: `page|p\.`. */
  readonly pages: string;
}

/** @throws InputError where the title is nothing but a note's anchor */
export function markLayout(layout: TextLayout, path: string, words: MarkWords): MarkedLayout {
  const labels = new Set(layout.notes.map(({ n }) => n));
  const bare = barePages(
    layout.blocks.map(({ text }) => text),
    labels,
  );
  const takeMarks = markTaker(words.pages, bare);
  const blocks = layout.blocks.map((block) => ({ ...block, ...takeMarks(block.text) }));
  const title = blocks.findIndex((block) => block.text !== '');
  const keys = noteKeys(layout.notes.map(({ n }) => n));
  const notes = layout.notes.map((note, index) => ({
    n: note.n,
    key: keys[index] as string,
    line: note.line,
    paragraphs: note.paragraphs.map((paragraph) => ({
      ...paragraph,
      ...takeMarks(paragraph.text),
    })),
  }));
  const placed = placeByPages(
    blocks.map((block, index) => ({ ...block, title: index === title })),
    layout.notes.map((note, index) => ({
      ...note,
      text: notes[index]?.paragraphs[0]?.text ?? '',
    })),
    words,
  );
  const anchored = blocks.map((block, index) =>
    takeLabels(
      block,
      placed.flatMap((anchor, note) =>
        anchor?.stretch === index ? [{ ...anchor, n: keys[note] as string }] : [],
      ),
    ),
  );
  const titled = anchored[title];
  if (titled?.text === '' && titled.points.some((point) => point.kind === 'note')) {
    throw new InputError({
      path,
      line: titled.line,
      column: 1,
      severity: 'error',
      rule: 'encode/no-title',
      message: 'the first line contains only a note’s number; write the document’s title before it',
    });
  }
  const isPlaced = (_: unknown, note: number) => placed[note] !== undefined;
  const unanchored = notes.filter((_, note) => placed[note] === undefined);
  const asText = unanchored.flatMap((note) =>
    noteAsText(note, layout.notes[notes.indexOf(note)]?.label ?? note.n),
  );
  return {
    titled: true,
    blocks: inOrderOfLines(joinLoneAnchors(anchored), asText),
    notes: notes.filter(isPlaced),
    unanchored: unanchored.map(({ n, line }) => ({ n, line })),
  };
}

/** A note's paragraphs as blocks of the text, its label before the first. */
function noteAsText({ paragraphs }: MarkedNote, label: string): MarkedBlock[] {
  return paragraphs.map((block, index) => {
    const before = index === 0 ? `${label} ` : '';
    const points = block.points.map((point) => ({
      ...point,
      offset: point.offset + before.length,
    }));
    return { ...block, text: before + block.text, points };
  });
}

/** Puts blocks among others, each before the first that begins below it. */
function inOrderOfLines(
  blocks: readonly MarkedBlock[],
  added: readonly MarkedBlock[],
): MarkedBlock[] {
  const all = [...blocks];
  for (const block of added) {
    const below = all.findIndex(({ line }) => line > block.line);
    all.splice(below < 0 ? all.length : below, 0, block);
  }
  return all;
}

/**
 * "1", "2", "1~2": a repeated label (notes numbered from 1 on each page) gets the number of its
 * repetition.
 */
function noteKeys(labels: readonly string[]): string[] {
  const times = new Map<string, number>();
  return labels.map((label) => {
    const count = (times.get(label) ?? 0) + 1;
    times.set(label, count);
    return count === 1 ? label : `${label}~${count}`;
  });
}

/**
 * A note's number in a block of its own ("1" under the title) belongs to the last words before it.
 */
function joinLoneAnchors(blocks: readonly MarkedBlock[]): MarkedBlock[] {
  const joined: MarkedBlock[] = [];
  for (const block of blocks) {
    const last = joined.findLastIndex(({ text }) => text !== '');
    const before = joined[last];
    const anchors = block.text === '' ? block.points.filter(({ kind }) => kind === 'note') : [];
    if (!before || anchors.length === 0) {
      joined.push(block);
      continue;
    }
    const moved = anchors.map((point) => ({ ...point, offset: before.text.length }));
    joined[last] = { ...before, points: [...before.points, ...moved] };
    const rest = block.points.filter(({ kind }) => kind !== 'note');
    if (rest.length > 0) joined.push({ ...block, points: rest });
  }
  return joined;
}

/**
 * Takes the notes' labels off a block. A space before a label is removed too if a space or nothing
 * follows.
 */
function takeLabels(
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
    const spaceBefore =
      /\s$/.test(block.text.slice(0, offset)) && /^(?:\s|$|[,.;:)])/.test(block.text.slice(end));
    const from = spaceBefore ? offset - 1 : offset;
    text += block.text.slice(last, from);
    points.push({ kind: 'note', offset: text.length, n });
    cuts.push({ from, to: end });
    last = end;
  }
  text += block.text.slice(last);
  const moved = block.points.map((point) => ({
    ...point,
    offset: point.offset - cutBefore(cuts, point.offset),
  }));
  return { ...block, text, points: [...points, ...moved].sort((a, b) => a.offset - b.offset) };
}

function cutBefore(cuts: readonly { from: number; to: number }[], offset: number): number {
  return cuts.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(offset, to) - from), 0);
}
