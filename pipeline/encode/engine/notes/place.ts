/**
 * Places the notes: finds for each note's label the place in the main text that is its anchor.
 *
 * Takes the main text's ranges in order and the notes. Returns for each note the range and offset
 * of its anchor, or nothing if there is none left. A reading text may set a number without markup
 * ("support him.2 The", "Read 5", "in 19642"), so a digit alone is weak evidence: all notes are
 * placed together, in order, so that the sum of the weights is greatest.
 */
import { chainKey, findChains } from './chains.ts';
import { firstDate } from './first-date.ts';
import { ANCHOR_SIGN } from './known.ts';
import { anchorForms, type LabelForm } from './labels.ts';
import type { NumberWords } from './number-words.ts';
import { plausibility } from './plausibility.ts';

export interface Anchor {
  /** Index of the range of text. */
  readonly stretch: number;
  /** Offset of the anchor's first character. */
  readonly offset: number;
  /** How many characters to remove. */
  readonly length: number;
  /** The weight of the place; negative if there is more evidence against it than for it. */
  readonly weight: number;
}

/** The main text's ranges, and whether each is the title. */
export interface Stretch {
  readonly text: string;
  readonly title: boolean;
}

export interface NoteToPlace {
  readonly n: string;
  readonly form: LabelForm;
  /** The note's own words. */
  readonly text: string;
}

/**
 * A way to place the notes so far. Of two ways the one that ends earlier and has more weight is
 * better.
 */
interface Way {
  readonly anchor: Anchor | undefined;
  readonly sum: number;
  readonly before: Way | undefined;
  /** Of the last note that was placed. */
  readonly stretch: number;
  readonly end: number;
}

/** The cost of a note without an anchor: more than that of any unlikely place. */
const WITHOUT_ANCHOR = -40;

/** Places the notes in their order; `undefined` for a note without an anchor. */
export function placeNotes(
  stretches: readonly Stretch[],
  notes: readonly NoteToPlace[],
  words: NumberWords,
): readonly (Anchor | undefined)[] {
  const counts = countNumbers(stretches);
  const written = firstDate(
    stretches.map(({ text }) => text),
    words.months,
  );
  const chains = findChains(
    stretches.map(({ text }) => text),
    notes.map(({ n }) => n),
  );
  const weigh: Weigh = (at, offset, n, note) => {
    const { text, title } = stretches[at] as Stretch;
    return (
      chains.get(chainKey(at, offset, n)) ??
      plausibility(text, offset, n.length, { title, note, counts, words, written })
    );
  };
  let ways: readonly Way[] = [
    { anchor: undefined, sum: 0, before: undefined, stretch: -1, end: 0 },
  ];
  for (const note of notes) ways = extend(ways, candidates(stretches, note, weigh));
  const anchors: (Anchor | undefined)[] = [];
  let best = ways.at(-1);
  for (let left = notes.length; left > 0 && best; left--) {
    anchors.unshift(best.anchor);
    best = best.before;
  }
  return anchors;
}

/** The weight of the number at an offset of a range as the anchor of a note. */
type Weigh = (stretch: number, offset: number, number: string, note: string) => number;

function countNumbers(stretches: readonly Stretch[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of stretches) {
    for (const [number] of text.matchAll(/\d+/g)) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

function candidates(
  stretches: readonly Stretch[],
  { n, form, text: note }: NoteToPlace,
  weigh: Weigh,
): Anchor[] {
  const explicit = explicitAnchor(stretches, n);
  if (explicit) return [explicit];
  const found: Anchor[] = [];
  const forms = anchorForms(n, form);
  for (const [stretch, { text }] of stretches.entries()) {
    for (const { text: mark, weight: given } of forms) {
      for (let offset = text.indexOf(mark); offset >= 0; offset = text.indexOf(mark, offset + 1)) {
        if (given !== 'surroundings' && isPartOfWord(text, offset, mark)) continue;
        const weight = given === 'surroundings' ? weigh(stretch, offset, mark, note) : given;
        if (weight > -Infinity) found.push({ stretch, offset, length: mark.length, weight });
      }
    }
  }
  return found.sort((a, b) => a.stretch - b.stretch || a.offset - b.offset);
}

/**
 * "**" is not two notes "*", "¹²" not the note "¹"; a sign at the beginning of a line is a bullet.
 * A sign before a word ("*Star mill") or in brackets ("marked with (*)") says something of the
 * word.
 */
function isPartOfWord(text: string, offset: number, mark: string): boolean {
  const last = mark.at(-1) ?? '';
  if (last === ']' || last === ')') return false;
  const next = text[offset + mark.length] ?? '';
  const previous = text[offset - 1] ?? '';
  if (mark.startsWith('^') && previous === '[' && next === ']') return true;
  if (/[*†‡§¶]/.test(last)) {
    const opensWord = /^$|[\s([—–-]/.test(previous) && /\p{L}/u.test(next);
    const named = previous === '(' && next === ')';
    const section = last === '§' && /^\s?\d/.test(text.slice(offset + mark.length));
    return (
      next === last ||
      previous === last ||
      opensWord ||
      named ||
      section ||
      opensLine(previous, next)
    );
  }
  return /[⁰¹²³⁴-⁹\d]/.test(next) || /[⁰¹²³⁴-⁹]/.test(previous);
}

function opensLine(previous: string, next: string): boolean {
  return /^$|\n/.test(previous) && next !== '';
}

/** The anchor in the source, including its special character. */
function explicitAnchor(stretches: readonly Stretch[], n: string): Anchor | undefined {
  const mark = ANCHOR_SIGN + n;
  for (const [stretch, { text }] of stretches.entries()) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      if (/\d/.test(n) && /\d/.test(text[at + mark.length] ?? '')) continue;
      return { stretch, offset: at, length: mark.length, weight: 0 };
    }
  }
  return undefined;
}

/**
 * The ways for one further note: through each of its candidates, or without an anchor. All lists
 * are in text order.
 */
function extend(ways: readonly Way[], found: readonly Anchor[]): Way[] {
  const next: Way[] = ways.map((way) => ({
    ...way,
    anchor: undefined,
    sum: way.sum + WITHOUT_ANCHOR,
    before: way,
  }));
  let at = 0;
  for (const anchor of found) {
    while (at + 1 < ways.length && ends(ways[at + 1] as Way, anchor)) at++;
    const way = ways[at] as Way;
    if (!ends(way, anchor)) continue;
    const { stretch, offset, length, weight } = anchor;
    next.push({ anchor, sum: way.sum + weight, before: way, stretch, end: offset + length });
  }
  next.sort((a, b) => a.stretch - b.stretch || a.end - b.end || b.sum - a.sum);
  // Only a way with more weight than all that end before it can still become the best.
  const increasing: Way[] = [];
  for (const way of next)
    if (increasing.length === 0 || way.sum > (increasing.at(-1) as Way).sum) increasing.push(way);
  return increasing;
}

/** Whether a way ends before an anchor begins. */
function ends({ stretch, end }: Way, anchor: Anchor): boolean {
  return stretch < anchor.stretch || (stretch === anchor.stretch && end <= anchor.offset);
}
