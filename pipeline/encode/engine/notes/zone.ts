/**
 * Finds the notes of a text: the lines at its end that each open or continue a note.
 *
 * Takes the lines of a text. Returns the line at which the notes begin, and the notes. Labels that
 * are hardly ever anything but a note's (" 12. ", "¹ ") are accepted; others ("12. ", "* ", "[12]
 * ") may be items of a list, and are accepted if each of them has an anchor in the text above.
 */
import { isStrong, noteLabel } from './labels.ts';
import {
  BULLET,
  GOES_ON,
  isRule,
  noteAnchors,
  type PlacedAnchor,
  readNotes,
  type SourceNote,
  SURE,
  withRule,
} from './note-lines.ts';
import type { NumberWords } from './number-words.ts';
import type { Anchor } from './place.ts';

interface NoteZone {
  /** Index of the first line of the notes, a rule above them included. */
  readonly begin: number;
  readonly notes: readonly SourceNote[];
}

/** The notes at the end of a text; none if its last line does not belong to a note. */
export function findNoteZone(lines: readonly string[], words: NumberWords): NoteZone {
  const none = { begin: lines.length, notes: [] };
  const begins: number[] = [];
  let strong = true;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const label = noteLabel(line);
    if (label && !BULLET.test(line)) {
      begins.push(at);
      strong &&= isStrong(label);
    } else if (BULLET.test(line) || !GOES_ON.test(line)) break;
  }
  const first = begins.at(-1);
  if (first === undefined) return none;
  if (strong) {
    const zone = { begin: withRule(lines, first), notes: readNotes(lines, first) };
    return isEmpty(zone, lines, words) ? none : zone;
  }
  // Above notes of a strong form "3. …" is rather a numbered paragraph, "[3] …" rather a note of
  // the same series.
  const paragraphs = begins.some((at) => noteLabel(lines[at] ?? '')?.form === 'number');
  const tail = paragraphs ? strongTail(lines, begins) : undefined;
  return tail ?? anchoredTail(lines, begins, words) ?? strongTail(lines, begins) ?? none;
}

/**
 * " 1. " or " 1. […]" without an anchor: more likely a number at the end of a text with
 * lost words than a note.
 */
function isEmpty({ begin, notes }: NoteZone, lines: readonly string[], words: NumberWords) {
  const withoutWords = notes.every(({ paragraphs }) =>
    paragraphs.every(({ text }) => !/[\p{L}\d]/u.test(text.replace(/\[[^\]]*\]/g, ''))),
  );
  return withoutWords && !allAnchored(anchorsAbove(begin, lines, notes, words));
}

/** Below other lines there may be notes of a strong form: a numbered list, then "  1. Note". */
function strongTail(lines: readonly string[], begins: readonly number[]): NoteZone | undefined {
  const weak = begins.findIndex((at) => {
    const label = noteLabel(lines[at] ?? '');
    return !label || !isStrong(label);
  });
  const first = weak > 0 ? begins[weak - 1] : undefined;
  if (first === undefined) return undefined;
  return { begin: withRule(lines, first), notes: readNotes(lines, first) };
}

/**
 * The longest sequence of lines with labels that all have their anchors above, beginning after an
 * empty line or a rule.
 */
function anchoredTail(
  lines: readonly string[],
  begins: readonly number[],
  words: NumberWords,
): NoteZone | undefined {
  for (const first of begins.toReversed()) {
    const above = (lines[first - 1] ?? '').trim();
    if (first === 0 || (above !== '' && !isRule(above))) continue;
    const notes = readNotes(lines, first);
    const begin = withRule(lines, first);
    if (!inSequence(notes)) continue;
    const placed = anchorsAbove(begin, lines, notes, words);
    if (allAnchored(placed) || mostlyAnchored(placed, notes)) return { begin, notes };
  }
  return undefined;
}

/**
 * Whether the anchor is the end of a year: "15. Januar" is not a note, though the text has "1915".
 */
function endsYear(text: string, { offset, length }: Anchor): boolean {
  const end = offset + length;
  return (
    /(?<!\d)(?:1[5-9]|20)\d\d$/.test(text.slice(0, end)) &&
    offset > 0 &&
    /\d/.test(text[offset - 1] ?? '') &&
    !/\d/.test(text[end] ?? '')
  );
}

/** Numbers ascend by one, or begin again with 1. */
function inSequence(notes: readonly SourceNote[]): boolean {
  return notes.every((note, index) => isNextNote(notes[index - 1], note));
}

export function isNextNote(before: SourceNote | undefined, note: SourceNote): boolean {
  const number = Number.parseInt(note.n, 10);
  const previous = before && Number.parseInt(before.n, 10);
  if (previous === undefined || Number.isNaN(number) || Number.isNaN(previous)) return true;
  return number === previous + 1 || number === 1 || (number === previous && note.n !== before?.n);
}

/** What share of the notes has to have such an anchor if others have none. */
const MOST = 2 / 3;

/**
 * Numbers that ascend without a gap, most of them with a certain anchor: a note without one has
 * lost it, and is reported.
 */
function mostlyAnchored(placed: MaybePlaced, notes: readonly SourceNote[]): boolean {
  if (notes.some(({ n }, at) => at > 0 && Number(n) !== Number(notes[at - 1]?.n) + 1)) return false;
  const sure = placed.filter(
    (one) => one && one.anchor.weight >= SURE && !endsYear(one.text, one.anchor),
  );
  const doubtful = placed.filter((one) => one !== undefined).length - sure.length;
  return doubtful === 0 && sure.length > 1 && sure.length >= notes.length * MOST;
}

/** Whether each note may have an anchor. */
function allAnchored(placed: MaybePlaced): boolean {
  return placed.every((one) => one && one.anchor.weight > 0 && !endsYear(one.text, one.anchor));
}

/** The anchor of each note, `undefined` for a note without one. */
type MaybePlaced = readonly (PlacedAnchor | undefined)[];

/** The anchors in the lines above `begin`. */
function anchorsAbove(
  begin: number,
  lines: readonly string[],
  notes: readonly SourceNote[],
  words: NumberWords,
): MaybePlaced {
  return noteAnchors(notes, lines.slice(0, begin), { from: 0, to: begin }, words);
}
