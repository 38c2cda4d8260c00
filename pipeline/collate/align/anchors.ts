/**
 * Places that two profiles certainly have in common: labels that both state, and sequences of words
 * that are unique in both. They divide a long text into small areas.
 */
import type { Area } from './area.ts';
import type { FormTable } from './forms.ts';
import type { ProfileColumns } from './profile.ts';

/** A column of one profile and its partner in the other. */
export interface AlignmentAnchor {
  readonly column: number;
  readonly against: number;
}

/** Lengths of sequences that make a place unique; the first length with a result is used. */
const RUNS = [4, 3, 2, 1];
/** This many anchors of one length are enough; with fewer, shorter sequences are tried. */
const ENOUGH = 1;

/** One in this many of the words after a label has to agree: editors number differently. */
const LABEL_WORDS = 3;

/** Verse numbers and the like that both profiles state, in the same order, with similar words. */
export function labelAnchors(
  forms: FormTable,
  one: ProfileColumns,
  other: ProfileColumns,
): AlignmentAnchor[] {
  const found: AlignmentAnchor[] = [];
  for (const [label, column] of one.labels) {
    const against = other.labels.get(label);
    if (against === undefined || !agree(forms, one, column, other, against)) continue;
    found.push({ column, against });
  }
  return increasing(found.sort((a, b) => a.column - b.column));
}

/** Sequences of words that each profile has once in the area. */
export function wordAnchors(
  one: ProfileColumns,
  other: ProfileColumns,
  area: Area,
): AlignmentAnchor[] {
  for (const run of RUNS) {
    const here = uniqueRuns(one.main, area.from, area.to, run);
    const there = uniqueRuns(other.main, area.otherFrom, area.otherTo, run);
    const found: AlignmentAnchor[] = [];
    for (const [key, column] of here) {
      const against = there.get(key);
      if (column < 0 || against === undefined || against < 0) continue;
      // Its middle: the first words may also occur before a passage that one text omits.
      const middle = Math.floor(run / 2);
      found.push({ column: column + middle, against: against + middle });
    }
    const chain = increasing(found.sort((a, b) => a.column - b.column));
    if (chain.length >= ENOUGH) return chain;
  }
  return [];
}

function agree(
  forms: FormTable,
  one: ProfileColumns,
  column: number,
  other: ProfileColumns,
  against: number,
): boolean {
  for (let more = 0; more < LABEL_WORDS; more++) {
    if (column + more >= one.length || against + more >= other.length) return false;
    const [form, partner] = [one.main[column + more], other.main[against + more]];
    if (form !== undefined && partner !== undefined && forms.score(form, partner) > 0) return true;
  }
  return false;
}

/** The column where each sequence of words begins, or -1 if it occurs twice. */
function uniqueRuns(main: Int32Array, from: number, to: number, run: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = from; at + run <= to; at++) {
    let key = String(main[at]);
    for (let more = 1; more < run; more++) key += ` ${main[at + more]}`;
    found.set(key, found.has(key) ? -1 : at);
  }
  return found;
}

/**
 * The longest chain of anchors in which both columns grow (patience sorting). `anchors` are in the
 * order of their columns.
 */
export function increasing(anchors: readonly AlignmentAnchor[]): AlignmentAnchor[] {
  const ends: number[] = [];
  const before = new Int32Array(anchors.length).fill(-1);
  for (const [index, { against }] of anchors.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[ends[middle] as number] as AlignmentAnchor).against < against) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = index;
  }
  const chain: AlignmentAnchor[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number)
    chain.push(anchors[at] as AlignmentAnchor);
  return chain.reverse();
}
