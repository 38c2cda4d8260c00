/**
 * The order in which witnesses are aligned: the most similar first (UPGMA on common pairs of
 * words).
 */
import type { Sequence } from './profile.ts';

/** For longer texts only a part of the pairs of words is compared. */
const SAMPLE = 4_000;

/**
 * Two groups that are aligned with each other; the numbers of groups continue those of the
 * witnesses.
 */
interface Merge {
  readonly one: number;
  readonly other: number;
}

/** The merges in order; the group that the k-th makes has the number `sequences.length + k`. */
export function guideTree(sequences: readonly Sequence[]): Merge[] {
  const count = sequences.length;
  const near = distances(sequences);
  const total = 2 * count;
  const sizes = new Int32Array(total).fill(1);
  const open = new Set(Array.from({ length: count }, (_, at) => at));
  const merges: Merge[] = [];
  const at = (one: number, other: number): number => near[one * total + other] as number;
  while (open.size > 1) {
    let best: Merge = { one: -1, other: -1 };
    let smallest = Number.POSITIVE_INFINITY;
    for (const one of open)
      for (const other of open) {
        if (other <= one || at(one, other) >= smallest) continue;
        smallest = at(one, other);
        best = { one, other };
      }
    const made = count + merges.length;
    const [size, otherSize] = [sizes[best.one] as number, sizes[best.other] as number];
    open.delete(best.one);
    open.delete(best.other);
    for (const third of open) {
      const sum = at(best.one, third) * size + at(best.other, third) * otherSize;
      near[made * total + third] = sum / (size + otherSize);
      near[third * total + made] = near[made * total + third] as number;
    }
    sizes[made] = size + otherSize;
    open.add(made);
    merges.push(best);
  }
  return merges;
}

/** 1 minus the proportion of common pairs of words, for each two witnesses. */
function distances(sequences: readonly Sequence[]): Float32Array {
  const total = 2 * sequences.length;
  const longest = sequences.reduce((most, { forms }) => Math.max(most, forms.length), 1);
  const part = Math.max(1, Math.ceil(longest / SAMPLE));
  const ids = new Map<number, number>();
  const sets = sequences.map(({ forms }) => {
    const found = new Set<number>();
    for (let at = 1; at < forms.length; at++) {
      const pair = (forms[at - 1] as number) * 0x4000000 + (forms[at] as number);
      if (pair % part !== 0) continue;
      let id = ids.get(pair);
      if (id === undefined) {
        id = ids.size;
        ids.set(pair, id);
      }
      found.add(id);
    }
    return found;
  });
  const near = new Float32Array(total * total);
  for (const [one, pairs] of sets.entries())
    for (let other = one + 1; other < sets.length; other++) {
      const others = sets[other] as Set<number>;
      let common = 0;
      const [small, large] = pairs.size < others.size ? [pairs, others] : [others, pairs];
      for (const pair of small) if (large.has(pair)) common++;
      const distance = 1 - common / Math.max(1, small.size + (large.size - small.size) / 8);
      near[one * total + other] = distance;
      near[other * total + one] = distance;
    }
  return near;
}
