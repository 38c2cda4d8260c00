/**
 * The notes of a text: those at its end, and those at the foot of a page or chapter in its middle.
 *
 * Takes the lines of a text. Returns the lines without notes, and the notes. A numbered line may be
 * an item of a list, so lines in the middle are notes only if each of their labels has a certain
 * anchor in the text above them, below the notes before.
 */

import { noteLabel } from './labels.ts';
import {
  BULLET,
  GOES_ON,
  isRule,
  type LineRange,
  noteAnchors,
  readNotes,
  type SourceNote,
  SURE,
  withRule,
} from './note-lines.ts';
import type { NumberWords } from './number-words.ts';
import { findNoteZone } from './zone.ts';

interface FootZone {
  /** The lines of the text in which the anchors are. */
  readonly above: LineRange;
  /** The lines of the notes, a rule above them included. */
  readonly lines: LineRange;
  readonly notes: readonly SourceNote[];
}

/** How many characters above notes their anchors may be: those of a long chapter. */
const LONGEST_ABOVE = 60_000;

interface SeparatedNotes {
  /** The lines above the notes at the end; those of other notes are empty. */
  readonly text: readonly string[];
  /** In the order of the text. */
  readonly notes: readonly SourceNote[];
}

export function separateNotes(lines: readonly string[], words: NumberWords): SeparatedNotes {
  const { begin, notes: atEnd } = findNoteZone(lines, words);
  const text = lines.slice(0, begin);
  const none = { text, notes: atEnd };
  const feet = findFootZones(text, words);
  const last = feet.at(-1);
  if (!last) return none;
  const labels = new Set(feet.flatMap(({ notes }) => notes.map(({ n }) => n)));
  const rest = { from: last.lines.to, to: begin };
  const again = atEnd.some(({ n }) => labels.has(n));
  // If the notes at the end have the same labels and no anchors of their own, the lines in the
  // middle are a list.
  if (again && !anchored(text, rest, atEnd, words)) return none;
  for (const { lines: range } of feet) text.fill('', range.from, range.to);
  return {
    text,
    notes: [
      ...feet.flatMap(({ notes, above }) => notes.map((note) => ({ ...note, above }))),
      ...atEnd.map((note) => (again ? { ...note, above: rest } : note)),
    ],
  };
}

/** All groups of notes in `lines`, in order. */
function findFootZones(lines: readonly string[], words: NumberWords): readonly FootZone[] {
  const zones: FootZone[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at++) {
    if (!opensNotes(lines, at)) continue;
    const range = { from: at, to: endOf(lines, at) };
    const notes = joinedLines(readNotes(lines, range.from, range.to));
    const above = { from: firstAbove(lines, from, at), to: at };
    const sure = inOrder(notes) && anchored(lines, above, notes, words);
    if (sure && !isParagraphSeries(lines, range, notes, words)) {
      zones.push({ above, lines: { ...range, from: withRule(lines, at, from) }, notes });
      from = range.to;
    }
    at = range.to - 1;
  }
  return zones;
}

/**
 * Numbered paragraphs: text follows them on the same page, and then the next number without an
 * anchor. Either all paragraphs of such a series are notes, or none of them.
 */
function isParagraphSeries(
  lines: readonly string[],
  { from, to }: LineRange,
  notes: readonly SourceNote[],
  words: NumberWords,
): boolean {
  const last = notes.at(-1);
  if (last?.form !== 'number' || withRule(lines, from) !== from) return false;
  for (let at = to; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (PAGE_OR_RULE.test(line)) return false;
    if (!opensNotes(lines, at)) continue;
    const next = joinedLines(readNotes(lines, at, endOf(lines, at)));
    const follows = next[0]?.form === 'number' && Number(next[0].n) === Number(last.n) + 1;
    return follows && !anchored(lines, { from: to, to: at }, next, words);
  }
  return false;
}

/** A line with which a page begins or notes are separated: "[Page 12]", "|12|". */
const PAGE_OR_RULE = /^\s*(?:\[\p{L}*\.?\s?\d|\|\d|[-–—_]{2,}\s*$)/u;

/** The first line in which notes in line `at` may have anchors. */
function firstAbove(lines: readonly string[], from: number, at: number): number {
  let length = 0;
  let first = at;
  while (first > from && length < LONGEST_ABOVE) length += lines[--first]?.length ?? 0;
  return first;
}

function isNoteLine(line: string): boolean {
  return noteLabel(line) !== undefined && !BULLET.test(line) && !isRule(line);
}

/** A labelled line after an empty line or a rule. */
function opensNotes(lines: readonly string[], at: number): boolean {
  if (at === 0 || !isNoteLine(lines[at] ?? '')) return false;
  const above = lines[at - 1] ?? '';
  return above.trim() === '' || isRule(above);
}

/** After the last of successive blocks that each begin with a label. */
function endOf(lines: readonly string[], begin: number): number {
  let end = begin;
  for (let at = begin; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const goesOn = end === at || GOES_ON.test(line);
    if (!goesOn && !isNoteLine(line)) break;
    end = at + 1;
  }
  return end;
}

/** A line that continues a note on the next line belongs to the same paragraph. */
function joinedLines(notes: readonly SourceNote[]): SourceNote[] {
  return notes.map((note) => {
    const paragraphs: { text: string; line: number; last: number }[] = [];
    for (const { text, line } of note.paragraphs) {
      const before = paragraphs.at(-1);
      if (before && line === before.last + 1) {
        before.text += `\n${text}`;
        before.last = line;
      } else paragraphs.push({ text, line, last: line });
    }
    return { ...note, paragraphs: paragraphs.map(({ text, line }) => ({ text, line })) };
  });
}

/** Each has words, and numbers ascend by one. */
function inOrder(notes: readonly SourceNote[]): boolean {
  return notes.every((note, index) => {
    const before = notes[index - 1];
    if (!note.paragraphs[0]?.text) return false;
    const [number, previous] = [Number.parseInt(note.n, 10), Number.parseInt(before?.n ?? '', 10)];
    return !before || Number.isNaN(number) || number === previous + 1;
  });
}

function anchored(
  lines: readonly string[],
  range: LineRange,
  notes: readonly SourceNote[],
  words: NumberWords,
): boolean {
  return noteAnchors(notes, lines, range, words).every(
    (placed) =>
      placed !== undefined &&
      placed.anchor.weight >= SURE &&
      // "1915" is a year, whatever the note's number.
      !/\d/.test(placed.text[placed.anchor.offset - 1] ?? ''),
  );
}
