/**
 * The lines of notes, anywhere in a text: which lines belong to a note, the parts of a note, where
 * its anchor may be.
 */
import { type LabelForm, noteLabel } from './labels.ts';
import type { NumberWords } from './number-words.ts';
import { type Anchor, placeNotes } from './place.ts';

/** Indexes of lines. */
export interface LineRange {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export interface SourceNote {
  /** Its label as printed. */
  readonly n: string;
  readonly form: LabelForm;
  /** The label with its signs, as before the words: "2.", "[2]". */
  readonly label: string;
  readonly paragraphs: readonly { readonly text: string; readonly line: number }[];
  /** Line of the file, from 1. */
  readonly line: number;
  /** Indexes of the lines in which its anchor is, `to` exclusive; without it, anywhere. */
  readonly above?: LineRange;
}

/** A line that continues a note. */
export const GOES_ON = /^(?: {5,}|\t)\S/;
export const BULLET = /^[ \t]*[•▪‣◦]/;
/** A line that separates text and notes, and is not text itself. */
const RULE = /^\s*(?:[-–—_]{2,}|(?:[*-] ?){3,})\s*$/;

export function isRule(line: string): boolean {
  return RULE.test(line);
}

/**
 * The first line of notes that begin at `first`: a rule right above them belongs to them, unless it
 * is above `limit`.
 */
export function withRule(lines: readonly string[], first: number, limit = 0): number {
  let above = first - 1;
  while (above >= limit && (lines[above] ?? '').trim() === '') above--;
  return above >= limit && isRule(lines[above] ?? '') ? above : first;
}

/** The notes with lines from `begin` to before `end`. */
export function readNotes(
  lines: readonly string[],
  begin: number,
  end = lines.length,
): SourceNote[] {
  const notes: (SourceNote & { paragraphs: { text: string; line: number }[] })[] = [];
  for (let at = begin; at < end; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const label = GOES_ON.test(line) ? undefined : noteLabel(line);
    if (label) {
      const { n, form, length } = label;
      notes.push({
        n,
        form,
        label: line.slice(0, length).trim(),
        line: at + 1,
        paragraphs: [{ text: line.slice(length).trim(), line: at + 1 }],
      });
    } else notes.at(-1)?.paragraphs.push({ text: line.trim(), line: at + 1 });
  }
  return notes;
}

/** An anchor with less weight may as well be a number of the text. */
export const SURE = 4;

/** An anchor, and its line. */
export interface PlacedAnchor {
  readonly anchor: Anchor;
  readonly text: string;
}

/** An anchor in the lines of the range for each note; `undefined` for a note without one. */
export function noteAnchors(
  notes: readonly SourceNote[],
  lines: readonly string[],
  { from, to }: LineRange,
  words: NumberWords,
): readonly (PlacedAnchor | undefined)[] {
  const title = lines.findIndex((line) => line.trim() !== '');
  const stretches = lines
    .slice(from, to)
    .map((text, at) => ({ text: text.trim(), title: from + at === title }));
  const anchors = placeNotes(
    stretches,
    notes.map(({ n, form, paragraphs }) => ({ n, form, text: paragraphs[0]?.text ?? '' })),
    words,
  );
  return anchors.map((anchor) => anchor && { anchor, text: stretches[anchor.stretch]?.text ?? '' });
}
