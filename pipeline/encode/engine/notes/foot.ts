/**
 * The notes of a text: those at its end, and those at the foot of a page or chapter in its middle.
 *
 * Takes the lines of a text. Returns the lines without notes, and the notes. A numbered line may be
 * an item of a list, so lines in the middle are notes only where each of their labels has a sure
 * anchor in the text above them, below the notes before.
 */

import { noteLabel } from './labels.ts';
import type { NumberWords } from './number-words.ts';
import { placeNotes } from './place.ts';
import { findNoteZone, isRule, readNotes, type SourceNote } from './zone.ts';

interface FootZone {
  /** The lines of the text in which the anchors are. */
  readonly above: LineRange;
  /** The lines of the notes, a rule above them included. */
  readonly lines: LineRange;
  readonly notes: readonly SourceNote[];
}

/** Indexes of lines. */
interface LineRange {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

const BULLET = /^[ \t]*[•▪‣◦]/;
const CONTINUED = /^(?: {5,}|\t)\S/;

/** An anchor that weighs less may as well be a number of the text. */
const SURE = 4;

/** Characters above notes in which their anchors are sought: those of a long chapter. */
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
  // Where the notes at the end have the same labels and no anchors of their own, the lines in the
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

/** All stretches of notes in `lines`, in order. */
function findFootZones(lines: readonly string[], words: NumberWords): readonly FootZone[] {
  const zones: FootZone[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at++) {
    if (!opensNotes(lines, at)) continue;
    const range = { from: at, to: endOf(lines, at) };
    const notes = joinedLines(readNotes(lines.slice(0, range.to), at));
    const above = { from: begin(lines, from, at), to: at };
    if (inOrder(notes) && anchored(lines, above, notes, words)) {
      zones.push({ above, lines: withRuleAbove(lines, range, from), notes });
      from = range.to;
    }
    at = range.to - 1;
  }
  return zones;
}

/** The first line in which anchors of notes in line `at` are sought. */
function begin(lines: readonly string[], from: number, at: number): number {
  let length = 0;
  let first = at;
  while (first > from && length < LONGEST_ABOVE) length += lines[--first]?.length ?? 0;
  return first;
}

/** A labelled line behind an empty line or a rule. */
function opensNotes(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (at === 0 || BULLET.test(line) || isRule(line) || !noteLabel(line)) return false;
  const above = lines[at - 1] ?? '';
  return above.trim() === '' || isRule(above);
}

/** Behind the last line of blocks that begin with a label each. */
function endOf(lines: readonly string[], begin: number): number {
  let end = begin;
  for (let at = begin; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const opens = noteLabel(line) !== undefined && !BULLET.test(line) && !isRule(line);
    const goesOn = end === at || CONTINUED.test(line);
    if (!opens && !goesOn) break;
    end = at + 1;
  }
  return end;
}

/** A line that goes on with a note on the next line is of the same paragraph. */
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

/** Each has words, and numbers go up by one. */
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
  { from, to }: LineRange,
  notes: readonly SourceNote[],
  words: NumberWords,
): boolean {
  const title = lines.findIndex((line) => line.trim() !== '');
  const stretches = lines
    .slice(from, to)
    .map((text, at) => ({ text: text.trim(), title: from + at === title }));
  const anchors = placeNotes(
    stretches,
    notes.map(({ n, form, paragraphs }) => ({ n, form, text: paragraphs[0]?.text ?? '' })),
    words,
  );
  return anchors.every(
    (anchor) =>
      anchor !== undefined &&
      anchor.weight >= SURE &&
      // "1915" is a year, whatever the note's number.
      !/\d/.test(stretches[anchor.stretch]?.text[anchor.offset - 1] ?? ''),
  );
}

function withRuleAbove(lines: readonly string[], range: LineRange, limit: number): LineRange {
  let above = range.from - 1;
  while (above >= limit && (lines[above] ?? '').trim() === '') above--;
  return above >= limit && isRule(lines[above] ?? '') ? { ...range, from: above } : range;
}
