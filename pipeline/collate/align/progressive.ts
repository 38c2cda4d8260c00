/**
 * All witnesses aligned: progressively along the guide tree, then refined: each witness is taken
 * out and aligned with the rest again, as long as that scores better.
 */
import { alignProfiles, withDecided } from './align-profiles.ts';
import type { AlignmentAnchor } from './anchors.ts';
import { COSTS, columnScore } from './area.ts';
import type { FormTable } from './forms.ts';
import { guideTree } from './guide-tree.ts';
import {
  type AlignmentPath,
  columnsOf,
  merged,
  type Profile,
  type ProfileColumns,
  profileOf,
  type Sequence,
  withoutMember,
} from './profile.ts';
import { orderWords } from './word-order.ts';

/** How often all witnesses are aligned again, at most. */
const ROUNDS = 3;
/** Above this number of tokens in all there is no refinement. */
const MOST_REFINED = 400_000;
const BETTER = 1e-3;

/** By witness and token the number of an editor's decision: equal numbers are in one column. */
export type Pinned = readonly ReadonlyMap<number, number>[];

/** `base`: the index of the witness that decides between two possible word orders. */
export function alignAll(
  forms: FormTable,
  sequences: readonly Sequence[],
  base = 0,
  pinned: Pinned,
): Profile {
  const groups: (Profile | undefined)[] = sequences.map(({ forms: tokens }, member) =>
    profileOf(member, tokens.length),
  );
  for (const { one, other } of guideTree(sequences)) {
    const [first, second] = [groups[one] as Profile, groups[other] as Profile];
    const path = alignProfiles(
      forms,
      columnsOf(first, sequences),
      columnsOf(second, sequences),
      pinnedPairs(first, second, pinned),
    );
    groups.push(merged(first, second, path));
    groups[one] = undefined;
    groups[other] = undefined;
  }
  const profile = refined(forms, sequences, groups.at(-1) as Profile, pinned);
  return orderWords(forms, sequences, profile, base, pinned);
}

function refined(
  forms: FormTable,
  sequences: readonly Sequence[],
  profile: Profile,
  pinned: Pinned,
): Profile {
  const tokens = sequences.reduce((sum, { forms: each }) => sum + each.length, 0);
  if (sequences.length < 3 || tokens > MOST_REFINED) return profile;
  let best = profile;
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const member of sequences.keys()) {
      const better = realigned(forms, sequences, best, member, pinned);
      if (better) {
        best = better;
        changed = true;
      }
    }
    if (!changed) break;
  }
  return best;
}

/** The profile with one member aligned again, where that is better than before. */
function realigned(
  forms: FormTable,
  sequences: readonly Sequence[],
  profile: Profile,
  member: number,
  pinned: Pinned,
): Profile | undefined {
  const { rest, columns } = withoutMember(profile, member);
  const alone = profileOf(member, (sequences[member] as Sequence).forms.length);
  const [first, second] = [columnsOf(rest, sequences), columnsOf(alone, sequences)];
  const before = pathBefore(profile, member, columns);
  const decided = pinnedPairs(rest, alone, pinned);
  const fixed = withDecided(agreed(first, second, before), decided);
  const path = alignProfiles(forms, first, second, fixed);
  const gain = pathScore(forms, first, second, path) - pathScore(forms, first, second, before);
  return gain > BETTER ? merged(rest, alone, path) : undefined;
}

/** Columns of two profiles with tokens that an editor wants in one column. */
function pinnedPairs(one: Profile, other: Profile, pinned: Pinned): AlignmentAnchor[] {
  if (!pinned.some((tokens) => tokens.size > 0)) return [];
  const columns = new Map<number, number>();
  const each = (profile: Profile, found: (decision: number, column: number) => void): void => {
    for (const [row, member] of profile.members.entries()) {
      const tokens = pinned[member];
      if (!tokens || tokens.size === 0) continue;
      for (const [column, token] of (profile.cells[row] as Int32Array).entries()) {
        const decision = token < 0 ? undefined : tokens.get(token);
        if (decision !== undefined) found(decision, column);
      }
    }
  };
  each(one, (decision, column) => columns.set(decision, column));
  const anchors: AlignmentAnchor[] = [];
  const used = new Set<number>();
  each(other, (decision, against) => {
    const column = columns.get(decision);
    if (column === undefined || used.has(decision)) return;
    used.add(decision);
    anchors.push({ column, against });
  });
  return anchors;
}

/** This many successive columns in which a member agrees with most others are not aligned again. */
const AGREED_RUN = 3;
const MOST = 0.5;

/** The columns within such sequences, except the first and the last. */
function agreed(
  rest: ProfileColumns,
  alone: ProfileColumns,
  path: AlignmentPath,
): AlignmentAnchor[] {
  const anchors: AlignmentAnchor[] = [];
  let run = 0;
  for (let at = 0; at < path.one.length; at++) {
    const [column, against] = [path.one[at] as number, path.other[at] as number];
    const same =
      column >= 0 &&
      against >= 0 &&
      rest.main[column] === alone.main[against] &&
      (rest.mainShare[column] as number) >= MOST;
    run = same ? run + 1 : 0;
    if (run >= AGREED_RUN)
      anchors.push({ column: path.one[at - 1] as number, against: path.other[at - 1] as number });
  }
  return anchors;
}

/** How well a member agrees with the rest now. */
function pathBefore(profile: Profile, member: number, columns: Int32Array): AlignmentPath {
  const row = profile.cells[profile.members.indexOf(member)] as Int32Array;
  const place = new Int32Array(profile.length).fill(-1);
  for (const [at, column] of columns.entries()) place[column] = at;
  const steps = Array.from({ length: profile.length }, (_, column) => column).filter(
    (column) => (place[column] as number) >= 0 || (row[column] as number) >= 0,
  );
  return {
    one: Int32Array.from(steps, (column) => place[column] as number),
    other: Int32Array.from(steps, (column) => row[column] as number),
  };
}

function pathScore(
  forms: FormTable,
  one: ProfileColumns,
  other: ProfileColumns,
  path: AlignmentPath,
): number {
  let score = 0;
  let state = 0;
  let paid = 0;
  for (let at = 0; at < path.one.length; at++) {
    const [column, against] = [path.one[at] as number, path.other[at] as number];
    const next = column < 0 ? 2 : against < 0 ? 1 : 0;
    if (next === 0) score += columnScore(forms, one, column, other, against);
    else {
      const occupied = (next === 1 ? one.occupied[column] : other.occupied[against]) as number;
      if (state !== next) paid = 0;
      score -= COSTS.extend * occupied + COSTS.open * Math.max(0, occupied - paid);
      paid = Math.max(paid, occupied);
    }
    state = next;
  }
  return score;
}
