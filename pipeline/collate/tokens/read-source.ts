/**
 * The text of a reading text (plain text, Markdown, Word, HTML …) as runs: blocks between empty
 * lines, without page marks, without the numbers of notes and the notes at its end.
 */

import type { NumberWords } from '../../encode/engine/notes/number-words.ts';
import { placeNotes } from '../../encode/engine/notes/place.ts';
import { findNoteZone } from '../../encode/engine/notes/zone.ts';
import type { ReadingText } from '../../encode/sources/reading-text.ts';
import type { WitnessBlock } from '../model/model.ts';
import type { BlockRuns, WitnessRun } from './stream.ts';

/** How reading texts mark the beginning of a page. */
const PAGE = /\[Page[ \u00a0][^\][\s]{1,20}\]/g;
const BULLET = /^[ \t]*• /;
/**
 * Words that distinguish counted numbers from those of notes; the language of the text is unknown
 * here.
 */
const NO_WORDS: NumberWords = { months: 'January', counted: 'page' };

interface SourceRuns {
  readonly blocks: readonly BlockRuns[];
  readonly notes: number;
}

export function readSourceRuns(source: ReadingText): SourceRuns {
  const lines = source.text.split('\n');
  const zone = findNoteZone(lines, NO_WORDS);
  const stretches = stretchesOf(source, lines, zone.begin);
  const known = new Set(source.anchors?.map(({ offset }) => offset));
  const cut = source.anchors ? noteAnchorSpans(source) : [];
  if (!source.anchors && zone.notes.length > 0) {
    const notes = zone.notes.map(({ n, form, paragraphs }) => ({
      n,
      form,
      text: paragraphs.map(({ text }) => text).join(' '),
    }));
    const bare = stretches.map(({ text }, at) => ({ text, title: at === 0 }));
    for (const anchor of placeNotes(bare, notes, NO_WORDS)) {
      if (!anchor) continue;
      const start = (stretches[anchor.stretch]?.start ?? 0) + anchor.offset;
      cut.push({ start, end: start + anchor.length });
    }
  }
  const marks = source.marks ?? [];
  const blocks = stretches.map((stretch, at): BlockRuns => {
    // The first line of a reading text is its title.
    const title = at === 0 && stretches.length > 1 && !stretch.text.trim().includes('\n');
    const heading = title || source.blocks?.get(stretch.line)?.heading !== undefined;
    const block: WitnessBlock = { element: heading ? 'head' : 'p', containers: [] };
    return { block, runs: runsOf(stretch, cut, marks) };
  });
  return {
    blocks: blocks.filter(({ runs }) => runs.some(({ text }) => text.trim() !== '')),
    notes: Math.max(zone.notes.length, known.size),
  };
}

interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

interface PlacedBlock extends OffsetRange {
  readonly text: string;
  /** Line of the reading text, from 1. */
  readonly line: number;
}

/** The blocks between empty lines, without the notes. */
function stretchesOf({ text }: ReadingText, lines: readonly string[], end: number): PlacedBlock[] {
  const found: PlacedBlock[] = [];
  let offset = 0;
  let open: { start: number; line: number } | undefined;
  const close = (until: number): void => {
    if (open) found.push({ ...open, end: until, text: text.slice(open.start, until) });
    open = undefined;
  };
  for (const [at, line] of lines.slice(0, end).entries()) {
    if (line.trim() === '' || BULLET.test(line)) close(offset);
    if (line.trim() !== '') open ??= { start: offset, line: at + 1 };
    offset += line.length + 1;
  }
  close(Math.min(offset, text.length));
  return found;
}

function noteAnchorSpans({ anchors = [] }: ReadingText): OffsetRange[] {
  return anchors.map(({ n, offset }) => ({ start: offset, end: offset + n.length }));
}

/** The text of a block without the cuts; deletions and additions keep their status. */
function runsOf(
  stretch: PlacedBlock,
  cut: readonly OffsetRange[],
  marks: ReadingText['marks'],
): WitnessRun[] {
  const { start, text, line } = stretch;
  const gone = new Uint8Array(text.length);
  const remove = (from: number, to: number): void => {
    gone.fill(1, Math.max(0, from), Math.max(0, Math.min(text.length, to)));
  };
  for (const { start: from, end } of cut)
    if (from < stretch.end && end > start) remove(from - start, end - start);
  for (const match of text.matchAll(PAGE)) remove(match.index, match.index + match[0].length);
  const bullet = BULLET.exec(text);
  if (bullet) remove(0, bullet[0].length);
  const marked = new Uint8Array(text.length);
  for (const mark of marks ?? []) {
    const bit = mark.element === 'del' ? 1 : mark.element === 'add' ? 2 : 0;
    if (bit === 0 || mark.start >= stretch.end || mark.end <= start) continue;
    const to = Math.min(text.length, mark.end - start);
    for (let at = Math.max(0, mark.start - start); at < to; at++)
      marked[at] = (marked[at] as number) | bit;
  }
  const runs: WitnessRun[] = [];
  for (let at = 0; at < text.length; ) {
    let to = at + 1;
    while (to < text.length && marked[to] === marked[at] && gone[to] === gone[at]) to++;
    const bits = marked[at] as number;
    if (!gone[at]) {
      const words = text.slice(at, to);
      const place = { line: line + countLines(text, at), column: columnAt(text, at) };
      runs.push({ text: words, deleted: (bits & 1) > 0, added: (bits & 2) > 0, place });
    }
    at = to;
  }
  return runs;
}

function countLines(text: string, until: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function columnAt(text: string, at: number): number {
  return at - (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1) + 1;
}
