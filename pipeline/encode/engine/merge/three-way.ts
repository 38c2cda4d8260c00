/**
 * Merges three sequences: the changes of both sides.
 *
 * Takes the keys of a common base and of two versions made from it. Returns pieces in order, each
 * from one of the two versions, and the places where both changed the same keys differently. Two
 * changes that only touch are separate places, unless one of them removes everything that the other
 * is next to.
 */
import { type Difference, sequenceDifferences } from './align.ts';

/** A range of a version; `end` is exclusive. */
export interface TokenStretch {
  readonly start: number;
  readonly end: number;
}

export type MergePiece =
  | { readonly from: 'ours' | 'theirs'; readonly stretch: TokenStretch }
  | {
      readonly from: 'both';
      readonly base: TokenStretch;
      readonly ours: TokenStretch;
      readonly theirs: TokenStretch;
    };

/**
 * Pieces from `ours` (also everything unchanged), from `theirs`, and from `both` where the two
 * differ.
 */
export function threeWay(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): MergePiece[] {
  const pieces: MergePiece[] = [];
  let at = 0;
  let shift = 0;
  for (const group of groups(sequenceDifferences(base, ours), sequenceDifferences(base, theirs))) {
    if (group.start > at)
      pieces.push({ from: 'ours', stretch: { start: at + shift, end: group.start + shift } });
    const mine = stretchOf(group, group.ours);
    const other = stretchOf(group, group.theirs);
    if (other === undefined) pieces.push({ from: 'ours', stretch: mine as TokenStretch });
    else if (mine === undefined) pieces.push({ from: 'theirs', stretch: other });
    else if (equal(ours, mine, theirs, other)) pieces.push({ from: 'ours', stretch: mine });
    else
      pieces.push({
        from: 'both',
        base: { start: group.start, end: group.end },
        ours: mine,
        theirs: other,
      });
    at = group.end;
    if (mine !== undefined) shift = mine.end - group.end;
  }
  pieces.push({ from: 'ours', stretch: { start: at + shift, end: ours.length } });
  return pieces;
}

interface Group {
  start: number;
  end: number;
  readonly ours: Difference[];
  readonly theirs: Difference[];
}

/** Overlapping changes, in the order of the base. */
function groups(ours: readonly Difference[], theirs: readonly Difference[]): Group[] {
  const all = [
    ...ours.map((difference) => ({ difference, side: 'ours' as const })),
    ...theirs.map((difference) => ({ difference, side: 'theirs' as const })),
    // Insertions at a place come before replacements of it.
  ].sort(
    ({ difference: a }, { difference: b }) =>
      a.oldStart - b.oldStart || a.oldEnd - b.oldEnd || a.newStart - b.newStart,
  );
  const found: Group[] = [];
  for (const { difference, side } of all) {
    const last = found.at(-1);
    const other = last?.[side === 'ours' ? 'theirs' : 'ours'];
    if (
      last &&
      (difference.oldStart < last.end || other?.some((one) => collides(one, difference)))
    ) {
      last.end = Math.max(last.end, difference.oldEnd);
      last[side].push(difference);
    } else {
      const group: Group = {
        start: difference.oldStart,
        end: difference.oldEnd,
        ours: [],
        theirs: [],
      };
      group[side].push(difference);
      found.push(group);
    }
  }
  return found;
}

/**
 * Two changes that touch: both insert at one place, or one removes the text next to which the other
 * inserts.
 */
function collides(one: Difference, other: Difference): boolean {
  const adds = ({ oldStart, oldEnd }: Difference) => oldStart === oldEnd;
  const takesAway = ({ newStart, newEnd }: Difference) => newStart === newEnd;
  if (one.oldEnd < other.oldStart || other.oldEnd < one.oldStart) return false;
  if (adds(one) && adds(other)) return one.oldStart === other.oldStart;
  return (adds(one) && takesAway(other)) || (adds(other) && takesAway(one));
}

/**
 * A side's replacement for the group's range of the base; undefined if it changed nothing there.
 */
function stretchOf(group: Group, side: readonly Difference[]): TokenStretch | undefined {
  const first = side[0];
  const last = side.at(-1);
  if (!first || !last) return undefined;
  return {
    start: first.newStart - (first.oldStart - group.start),
    end: last.newEnd + (group.end - last.oldEnd),
  };
}

function equal(
  ours: readonly string[],
  mine: TokenStretch,
  theirs: readonly string[],
  other: TokenStretch,
): boolean {
  if (mine.end - mine.start !== other.end - other.start) return false;
  for (let at = 0; at < mine.end - mine.start; at++) {
    if (ours[mine.start + at] !== theirs[other.start + at]) return false;
  }
  return true;
}
