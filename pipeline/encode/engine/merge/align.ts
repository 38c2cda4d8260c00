/**
 * The differences of two sequences.
 *
 * Takes two sequences of keys. Returns the ranges in which they differ, in order. Keys that occur
 * once in both are paired first (B. Cohen's "patience" order), so that a paragraph is compared with
 * itself even if words and tags repeat; the range between two such pairs is compared by the longest
 * common subsequence.
 */
import { diffIndices } from 'node-diff3';

/**
 * A range of the old sequence and the range that replaces it in the new one; ends are exclusive.
 */
export interface Difference {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/**
 * The longest common subsequence takes quadratic time: a range with more pairs than this counts as
 * different as a whole.
 */
const MOST_PAIRS = 4_000_000;

export function sequenceDifferences(
  old: readonly string[],
  fresh: readonly string[],
): Difference[] {
  const found: Difference[] = [];
  const waiting: Difference[] = [
    { oldStart: 0, oldEnd: old.length, newStart: 0, newEnd: fresh.length },
  ];
  for (let stretch = waiting.pop(); stretch; stretch = waiting.pop()) {
    const { oldStart, oldEnd, newStart, newEnd } = trimmed(old, fresh, stretch);
    if (oldStart === oldEnd && newStart === newEnd) continue;
    const rest = { oldStart, oldEnd, newStart, newEnd };
    if (oldStart === oldEnd || newStart === newEnd) {
      found.push(rest);
      continue;
    }
    const pairs = pairsOfUnique(old, fresh, rest);
    if (pairs.length > 0) waiting.push(...between(pairs, rest));
    else found.push(...common(old, fresh, rest));
  }
  return found.sort((a, b) => a.oldStart - b.oldStart || a.newStart - b.newStart);
}

/** The pairs of equal positions outside of the differences. */
export function* equalPairs(
  oldLength: number,
  differing: readonly Difference[],
): Generator<readonly [number, number]> {
  let at = 0;
  let shift = 0;
  for (const { oldStart, oldEnd, newEnd } of [
    ...differing,
    { oldStart: oldLength, oldEnd: oldLength, newStart: 0, newEnd: 0 },
  ]) {
    for (; at < oldStart; at++) yield [at, at + shift];
    at = oldEnd;
    shift = newEnd - oldEnd;
  }
}

/** The range without equal keys at its beginning and end. */
function trimmed(
  old: readonly string[],
  fresh: readonly string[],
  stretch: Difference,
): Difference {
  let { oldStart, oldEnd, newStart, newEnd } = stretch;
  while (oldStart < oldEnd && newStart < newEnd && old[oldStart] === fresh[newStart]) {
    oldStart++;
    newStart++;
  }
  while (oldStart < oldEnd && newStart < newEnd && old[oldEnd - 1] === fresh[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  return { oldStart, oldEnd, newStart, newEnd };
}

/** Keys that occur once in each of the two ranges, in an order that is the same in both. */
function pairsOfUnique(
  old: readonly string[],
  fresh: readonly string[],
  { oldStart, oldEnd, newStart, newEnd }: Difference,
): (readonly [number, number])[] {
  const inOld = uniquePlaces(old, oldStart, oldEnd);
  const inNew = uniquePlaces(fresh, newStart, newEnd);
  const pairs: (readonly [number, number])[] = [];
  for (const [key, at] of inOld) {
    const other = inNew.get(key);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other]);
  }
  return longestRising(pairs);
}

/** The place of each key, -1 for one that occurs more than once. In the order of the sequence. */
function uniquePlaces(keys: readonly string[], start: number, end: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = start; at < end; at++) {
    const key = keys[at] as string;
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/**
 * The longest selection of the pairs in which the second number ascends; the first one does
 * already. Patience sorting.
 */
function longestRising(
  pairs: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  const piles: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, [, value]] of pairs.entries()) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] as number]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? piles[low - 1] : undefined;
    piles[low] = index;
  }
  const chosen: (readonly [number, number])[] = [];
  for (let at = piles.at(-1); at !== undefined; at = before[at])
    chosen.push(pairs[at] as readonly [number, number]);
  return chosen.reverse();
}

/** The ranges before, between and after the pairs. */
function between(pairs: readonly (readonly [number, number])[], all: Difference): Difference[] {
  const stretches: Difference[] = [];
  let { oldStart, newStart } = all;
  for (const [oldAt, newAt] of pairs) {
    stretches.push({ oldStart, oldEnd: oldAt, newStart, newEnd: newAt });
    oldStart = oldAt + 1;
    newStart = newAt + 1;
  }
  stretches.push({ oldStart, oldEnd: all.oldEnd, newStart, newEnd: all.newEnd });
  return stretches;
}

function common(
  old: readonly string[],
  fresh: readonly string[],
  stretch: Difference,
): Difference[] {
  const { oldStart, oldEnd, newStart, newEnd } = stretch;
  if ((oldEnd - oldStart) * (newEnd - newStart) > MOST_PAIRS) return [stretch];
  return diffIndices(old.slice(oldStart, oldEnd), fresh.slice(newStart, newEnd)).map(
    ({ buffer1: [oldAt, oldLength], buffer2: [newAt, newLength] }) => ({
      oldStart: oldStart + oldAt,
      oldEnd: oldStart + oldAt + oldLength,
      newStart: newStart + newAt,
      newEnd: newStart + newAt + newLength,
    }),
  );
}
