/**
 * A profile: some witnesses that are aligned with one another, column by column.
 */

/** The tokens of a witness as the alignment sees them. */
export interface Sequence {
  /** By token the number of its form. */
  readonly forms: Int32Array;
  /** By token 1 where a block (a paragraph, a line of verse) begins with it. */
  readonly starts: Uint8Array;
  /** Labels that the witness states (a verse number), by token; each occurs once. */
  readonly labels: ReadonlyMap<number, string>;
}

export interface Profile {
  /** Indexes of the witnesses. */
  readonly members: readonly number[];
  readonly length: number;
  /** By member the index of its token in each column, or -1. */
  readonly cells: readonly Int32Array[];
}

/** Pairs of columns of two profiles, in order; -1 where a column has no partner. */
export interface AlignmentPath {
  readonly one: Int32Array;
  readonly other: Int32Array;
}

export function profileOf(member: number, tokens: number): Profile {
  return {
    members: [member],
    length: tokens,
    cells: [Int32Array.from({ length: tokens }, (_, at) => at)],
  };
}

export function merged(one: Profile, other: Profile, path: AlignmentPath): Profile {
  const length = path.one.length;
  const along = (cells: Int32Array, columns: Int32Array): Int32Array => {
    const row = new Int32Array(length);
    for (let at = 0; at < length; at++) {
      const column = columns[at] as number;
      row[at] = column < 0 ? -1 : (cells[column] as number);
    }
    return row;
  };
  return {
    members: [...one.members, ...other.members],
    length,
    cells: [
      ...one.cells.map((cells) => along(cells, path.one)),
      ...other.cells.map((cells) => along(cells, path.other)),
    ],
  };
}

/** The profile without one member, and the columns that stay. */
export function withoutMember(
  profile: Profile,
  member: number,
): { rest: Profile; columns: Int32Array } {
  const remaining = profile.cells.filter((_, at) => profile.members[at] !== member);
  const columns: number[] = [];
  for (let column = 0; column < profile.length; column++)
    if (remaining.some((cells) => (cells[column] as number) >= 0)) columns.push(column);
  const chosen = Int32Array.from(columns);
  const rest = {
    members: profile.members.filter((candidate) => candidate !== member),
    length: columns.length,
    cells: remaining.map((cells) => chosen.map((column) => cells[column] as number)),
  };
  return { rest, columns: chosen };
}

/**
 * The data of a profile's columns that scoring needs: the forms in each, with their proportion of
 * witnesses.
 */
export interface ProfileColumns {
  /** Number of witnesses. */
  readonly witnesses: number;
  readonly length: number;
  /** Column `c` has the forms from `first[c]` to `first[c + 1]` (exclusive). */
  readonly first: Int32Array;
  readonly forms: Int32Array;
  /** The proportion of the profile's witnesses that have the form. */
  readonly shares: Float32Array;
  /** The proportion of witnesses that have any token in the column. */
  readonly occupied: Float32Array;
  /** The most frequent form. */
  readonly main: Int32Array;
  readonly mainShare: Float32Array;
  /** The proportion of witnesses for which a block begins in the column. */
  readonly starts: Float32Array;
  readonly labels: ReadonlyMap<string, number>;
}

export function columnsOf(profile: Profile, sequences: readonly Sequence[]): ProfileColumns {
  const { length, members, cells } = profile;
  const first = new Int32Array(length + 1);
  const forms: number[] = [];
  const shares: number[] = [];
  const occupied = new Float32Array(length);
  const main = new Int32Array(length);
  const mainShare = new Float32Array(length);
  const starts = new Float32Array(length);
  const labels = new Map<string, number>();
  const each = 1 / members.length;
  const rows = members.map((member, at) => ({
    sequence: sequences[member] as Sequence,
    row: cells[at] as Int32Array,
  }));
  for (let column = 0; column < length; column++) {
    const begin = forms.length;
    for (const { sequence, row } of rows) {
      const token = row[column] as number;
      if (token < 0) continue;
      occupied[column] = (occupied[column] as number) + each;
      if (sequence.starts[token]) starts[column] = (starts[column] as number) + each;
      const label = sequence.labels.get(token);
      if (label !== undefined && !labels.has(label)) labels.set(label, column);
      const form = sequence.forms[token] as number;
      let at = begin;
      while (at < forms.length && forms[at] !== form) at++;
      if (at === forms.length) {
        forms.push(form);
        shares.push(0);
      }
      shares[at] = (shares[at] as number) + each;
    }
    let best = begin;
    for (let at = begin + 1; at < forms.length; at++)
      if ((shares[at] as number) > (shares[best] as number)) best = at;
    main[column] = forms[best] ?? -1;
    mainShare[column] = shares[best] ?? 0;
    first[column + 1] = forms.length;
  }
  return {
    witnesses: members.length,
    length,
    first,
    forms: Int32Array.from(forms),
    shares: Float32Array.from(shares),
    occupied,
    main,
    mainShare,
    starts,
    labels,
  };
}
