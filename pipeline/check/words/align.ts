/**
 * Matches the words of a source with those of its document.
 *
 * Takes the words of both. Returns the changes: ranges of the source that are missing, ranges of
 * the document that the source does not have. Words that occur once in both are aligned first;
 * between them the cheapest alignment is found, in which an editor's word costs almost nothing.
 */
import type { SourceWord, TeiWord } from './word.ts';

/** Ends are exclusive. One of the two ranges may be empty. */
export interface WordChange {
  readonly source: { readonly start: number; readonly end: number };
  readonly tei: { readonly start: number; readonly end: number };
}

/** The most cells of a table that is filled to align a stretch. */
const MOST_CELLS = 4_000_000;

/**
 * Cost of an editor's word that the source does not have: it decides between alignments that
 * otherwise cost the same.
 */
const OPTIONAL_COST = 0.001;

export function wordChanges(source: readonly SourceWord[], tei: readonly TeiWord[]): WordChange[] {
  const partner = new Int32Array(source.length).fill(-1);
  align(source, tei, partner);
  const changes: WordChange[] = [];
  let start = { source: 0, tei: 0 };
  const close = (end: { source: number; tei: number }): void => {
    if (end.source > start.source || end.tei > start.tei) {
      changes.push({
        source: { start: start.source, end: end.source },
        tei: { start: start.tei, end: end.tei },
      });
    }
  };
  for (let at = 0; at < source.length; at++) {
    const other = partner[at] ?? -1;
    if (other < 0) continue;
    close({ source: at, tei: other });
    start = { source: at + 1, tei: other + 1 };
  }
  close({ source: source.length, tei: tei.length });
  return changes;
}

interface UnalignedRegion {
  readonly s0: number;
  readonly s1: number;
  readonly t0: number;
  readonly t1: number;
}

function isSame(one: SourceWord, other: TeiWord): boolean {
  return (
    other.text === one.text ||
    (other.required !== '' && other.required === one.text) ||
    other.shorter.includes(one.text)
  );
}

function align(source: readonly SourceWord[], tei: readonly TeiWord[], partner: Int32Array): void {
  const waiting: UnalignedRegion[] = [{ s0: 0, s1: source.length, t0: 0, t1: tei.length }];
  for (let region = waiting.pop(); region; region = waiting.pop()) {
    const { s0, s1, t0, t1 } = trimmed(source, tei, region, partner);
    if (s0 === s1 || t0 === t1) continue;
    if ((s1 - s0 + 1) * (t1 - t0 + 1) <= MOST_CELLS) {
      alignCheapest(source, tei, { s0, s1, t0, t1 }, partner);
      continue;
    }
    // Too large for a table: ranges that cannot be divided either have no certain common words.
    let s = s0;
    let t = t0;
    for (const [sourceAt, teiAt] of uniqueInBoth(source, tei, { s0, s1, t0, t1 })) {
      partner[sourceAt] = teiAt;
      waiting.push({ s0: s, s1: sourceAt, t0: t, t1: teiAt });
      s = sourceAt + 1;
      t = teiAt + 1;
    }
    if (s > s0) waiting.push({ s0: s, s1, t0: t, t1 });
  }
}

/**
 * Aligns the words that are the same at both ends. An editor's word ends that, since the source may
 * have it or not.
 */
function trimmed(
  source: readonly SourceWord[],
  tei: readonly TeiWord[],
  region: UnalignedRegion,
  partner: Int32Array,
): UnalignedRegion {
  let { s0, s1, t0, t1 } = region;
  const sure = (s: number, t: number): boolean => {
    const [one, other] = [source[s] as SourceWord, tei[t] as TeiWord];
    return one.text === other.text && other.required === other.text;
  };
  while (s0 < s1 && t0 < t1 && sure(s0, t0)) partner[s0++] = t0++;
  while (s0 < s1 && t0 < t1 && sure(s1 - 1, t1 - 1)) partner[--s1] = --t1;
  return { s0, s1, t0, t1 };
}

/** Fills a table of costs from the end, and walks it from the beginning. */
function alignCheapest(
  source: readonly SourceWord[],
  tei: readonly TeiWord[],
  { s0, s1, t0, t1 }: UnalignedRegion,
  partner: Int32Array,
): void {
  const width = t1 - t0 + 1;
  const costs = new Float64Array((s1 - s0 + 1) * width);
  const addCost = (t: number): number => (tei[t]?.required === '' ? OPTIONAL_COST : 1);
  for (let t = t1 - 1; t >= t0; t--)
    costs[(s1 - s0) * width + t - t0] = (costs[(s1 - s0) * width + t - t0 + 1] ?? 0) + addCost(t);
  for (let s = s1 - 1; s >= s0; s--) {
    const row = (s - s0) * width;
    costs[row + width - 1] = (costs[row + 2 * width - 1] ?? 0) + 1;
    for (let t = t1 - 1; t >= t0; t--) {
      const here = row + t - t0;
      let cost = Math.min((costs[here + width] ?? 0) + 1, (costs[here + 1] ?? 0) + addCost(t));
      if (isSame(source[s] as SourceWord, tei[t] as TeiWord))
        cost = Math.min(cost, costs[here + width + 1] ?? 0);
      costs[here] = cost;
    }
  }
  for (let s = s0, t = t0; s < s1 && t < t1; ) {
    const here = (s - s0) * width + t - t0;
    const cost = costs[here] ?? 0;
    if (isSame(source[s] as SourceWord, tei[t] as TeiWord) && cost === costs[here + width + 1])
      partner[s++] = t++;
    else if (cost === (costs[here + width] ?? 0) + 1) s++;
    else t++;
  }
}

/**
 * Words that occur once in each of two ranges and follow one another in both; the longest such
 * sequence.
 */
function uniqueInBoth(
  source: readonly SourceWord[],
  tei: readonly TeiWord[],
  { s0, s1, t0, t1 }: UnalignedRegion,
): (readonly [number, number])[] {
  const inSource = once(s0, s1, (at) => source[at]?.text ?? '');
  const inTei = once(t0, t1, (at) => tei[at]?.text ?? '');
  const pairs = [...inSource].flatMap(([text, s]) => {
    const t = inTei.get(text);
    return t === undefined || tei[t]?.required !== text ? [] : [[s, t] as const];
  });
  return longestRising(pairs);
}

function once(start: number, end: number, textAt: (at: number) => string): Map<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (let at = start; at < end; at++) {
    const text = textAt(at);
    if (places.has(text)) twice.add(text);
    else places.set(text, at);
  }
  for (const text of twice) places.delete(text);
  return places;
}

/**
 * Patience sorting: of pairs in ascending order of the first member, the longest sequence in which
 * the second ascends too.
 */
function longestRising(
  pairs: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, [, value]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const row: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1)
    row.push(pairs[at] as readonly [number, number]);
  return row.reverse();
}
