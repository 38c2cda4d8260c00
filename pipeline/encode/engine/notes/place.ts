/**
 * Places the notes: finds for each note's number the one digit in the main text that is its anchor.
 *
 * In: the main text's stretches in order and the notes' texts. Out: for each note the stretch and offset of its digits, or the
 * first note that can't be placed. A reading text sets the number bare ("support him.2 The", "Read 5", "in 19642"), so a digit alone
 * says little: all notes are placed together, in order, so that the sum of what speaks for each place is greatest.
 */
import { ANCHOR_SIGN } from './known.ts';
import { plausibility } from './plausibility.ts';

export interface Anchor {
  /** Index of the stretch of text. */
  readonly stretch: number;
  /** Offset of the number's first digit. */
  readonly offset: number;
  /** How many characters are to be taken off. */
  readonly length: number;
  /** What speaks for the place; below 0 more speaks against it than for it. */
  readonly weight: number;
}

/** The main text's stretches, and of each whether it is the title. */
export interface Stretch {
  readonly text: string;
  readonly title: boolean;
}

export type Placement = { readonly anchors: readonly Anchor[] } | { readonly unplaced: number };

/**
 * Places notes 1 … `notes.length`.
 * `unplaced` is the number of the first note for which no digit is left after the place of the one before it.
 */
export function placeNotes(stretches: readonly Stretch[], notes: readonly string[]): Placement {
  const counts = countNumbers(stretches);
  let previous: { anchor: Anchor; best: number; from: number }[] = [];
  const columns: (typeof previous)[] = [];
  for (const [index, note] of notes.entries()) {
    const column = extend(previous, candidates(stretches, String(index + 1), note, counts), index === 0);
    if (column.length === 0) return { unplaced: index + 1 };
    columns.push(column);
    previous = column;
  }
  return { anchors: trace(columns) };
}

function countNumbers(stretches: readonly Stretch[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of stretches) {
    for (const [number] of text.matchAll(/\d+/g)) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

function candidates(
  stretches: readonly Stretch[],
  number: string,
  note: string,
  counts: ReadonlyMap<string, number>,
): Anchor[] {
  const known = knownAnchor(stretches, number);
  if (known) return [known];
  const found: Anchor[] = [];
  for (const [stretch, { text, title }] of stretches.entries()) {
    for (let offset = text.indexOf(number); offset >= 0; offset = text.indexOf(number, offset + 1)) {
      const weight = plausibility(text, offset, number.length, { title, note, counts });
      if (weight > -Infinity) found.push({ stretch, offset, length: number.length, weight });
    }
  }
  return found;
}

/** The anchor that the source tells, its sign included. */
function knownAnchor(stretches: readonly Stretch[], number: string): Anchor | undefined {
  const sign = new RegExp(`${ANCHOR_SIGN}${number}(?!\\d)`);
  for (const [stretch, { text }] of stretches.entries()) {
    const at = text.search(sign);
    if (at >= 0) return { stretch, offset: at, length: number.length + 1, weight: 0 };
  }
  return undefined;
}

/** Each candidate with the best way to reach it from the candidates of the note before. Both lists are in text order. */
function extend(
  previous: readonly { anchor: Anchor; best: number; from: number }[],
  candidatesHere: readonly Anchor[],
  first: boolean,
): { anchor: Anchor; best: number; from: number }[] {
  if (first) return candidatesHere.map((anchor) => ({ anchor, best: anchor.weight, from: -1 }));
  const column: { anchor: Anchor; best: number; from: number }[] = [];
  let before = 0;
  let from = -1;
  let best = -Infinity;
  for (const anchor of candidatesHere) {
    for (let way = previous[before]; way && precedes(way.anchor, anchor); way = previous[before]) {
      if (way.best > best) {
        best = way.best;
        from = before;
      }
      before++;
    }
    if (from >= 0) column.push({ anchor, best: best + anchor.weight, from });
  }
  return column;
}

function precedes(a: Anchor, b: Anchor): boolean {
  return a.stretch < b.stretch || (a.stretch === b.stretch && a.offset + a.length <= b.offset);
}

function trace(columns: readonly (readonly { anchor: Anchor; best: number; from: number }[])[]): Anchor[] {
  const anchors: Anchor[] = [];
  const last = columns.at(-1) ?? [];
  let at = last.reduce((top, way, index) => (way.best > (last[top]?.best ?? -Infinity) ? index : top), 0);
  for (let index = columns.length - 1; index >= 0; index--) {
    const way = columns[index]?.[at];
    if (!way) break;
    anchors.unshift(way.anchor);
    at = way.from;
  }
  return anchors;
}
