/**
 * Words in two orders, "A B" in some witnesses and "B A" in others: a table can have either A or B
 * in one column. Both score the same. To make the same choice everywhere, the order of the base
 * (without one, that of most witnesses) comes first in the table, and the word that is second in it
 * has the common column. The order is a convention: where an editor has aligned words it stays.
 */
import type { FormTable } from './forms.ts';
import type { Profile, Sequence } from './profile.ts';

/** Longer runs than this are left as they are. */
const LONGEST_RUN = 3;
/** How many words one order may have beside the two sequences: "the A B" for "A the B". */
const MOST_EXTRA = 2;
/** From this score on two words count as the same. */
const SAME = 0.9;

export function orderWords(
  forms: FormTable,
  sequences: readonly Sequence[],
  profile: Profile,
  base: number,
  pinned: readonly ReadonlyMap<number, number>[],
): Profile {
  const table = new Table(forms, sequences, profile, base, pinned);
  const columns: number[][] = [];
  let at = 0;
  while (at < profile.length) {
    const turned = table.turnedAt(at);
    if (turned) {
      columns.push(...turned.columns);
      at += turned.length;
    } else columns.push(table.column(at++));
  }
  if (columns.length === profile.length && at === columns.length && !table.changed) return profile;
  return {
    members: profile.members,
    length: columns.length,
    cells: profile.members.map((_, row) =>
      Int32Array.from(columns, (column) => column[row] as number),
    ),
  };
}

/** The new columns of an area, and the number of columns that they replace. */
interface Turned {
  readonly columns: number[][];
  readonly length: number;
}

class Table {
  readonly #forms: FormTable;
  readonly #sequences: readonly Sequence[];
  readonly #profile: Profile;
  /** The row of the base. */
  readonly #base: number;
  /** By column 1 if every witness has a token: there is nothing to reorder. */
  readonly #full: Uint8Array;
  readonly #pinned: readonly ReadonlyMap<number, number>[];
  changed = false;

  constructor(
    forms: FormTable,
    sequences: readonly Sequence[],
    profile: Profile,
    base: number,
    pinned: readonly ReadonlyMap<number, number>[],
  ) {
    this.#pinned = pinned;
    this.#forms = forms;
    this.#sequences = sequences;
    this.#profile = profile;
    this.#base = profile.members.indexOf(base);
    this.#full = Uint8Array.from({ length: profile.length }, (_, at) =>
      profile.cells.every((cells) => (cells[at] as number) >= 0) ? 1 : 0,
    );
  }

  column(at: number): number[] {
    return this.#profile.cells.map((cells) => cells[at] as number);
  }

  /**
   * Reorders "B" of some, "A" of all, "B" of the base; undefined if the columns do not have this
   * form.
   */
  turnedAt(at: number): Turned | undefined {
    for (let run = 1; run <= LONGEST_RUN; run++) {
      for (let extra = 0; extra <= MOST_EXTRA; extra++) {
        const last = at + 3 * run + extra - 1;
        if (last >= this.#profile.length || this.#full[last] || this.#full[last - run + 1])
          continue;
        const turned = this.#turned(at, run, extra);
        if (!turned || this.#isPinned(at, last)) continue;
        this.changed = true;
        return turned;
      }
    }
    return undefined;
  }

  #turned(at: number, run: number, extra: number): Turned | undefined {
    const steps = Array.from({ length: run }, (_, step) => step);
    const before = steps.map((step) => this.column(at + step));
    const extras = Array.from({ length: extra }, (_, more) => this.column(at + 2 * run + more));
    const after = steps.map((step) => this.column(at + 2 * run + extra + step));
    const mains = after.map((column) => this.#mainForm(column));
    const rows = this.#profile.members.map((_, row) => row);
    const has = (columns: readonly number[][], row: number): boolean =>
      columns.some((column) => (column[row] as number) >= 0);
    const isBefore = (row: number): boolean =>
      steps.every((step) => this.#is(before[step], row, mains[step]));
    const early = rows.filter((row) => isBefore(row) && !has([...extras, ...after], row));
    // A witness with the word in both places repeats it.
    const late = rows.filter((row) => has(after, row) && !isBefore(row));
    if (early.length === 0 || early.includes(this.#base)) return undefined;
    if (!late.includes(this.#base) && early.length >= late.length) return undefined;
    const common = steps.map((step) => this.column(at + run + step));
    // In the middle both orders have the same words.
    const middle = common.map((column) => this.#mainForm(column));
    const agrees = (row: number): boolean =>
      steps.every((step) => this.#is(common[step], row, middle[step]));
    if (!early.every(agrees) || !late.some(agrees)) return undefined;
    const turning = new Set(early);
    const pick = (column: readonly number[], wanted: (row: number) => boolean): number[] =>
      column.map((token, row) => (wanted(row) ? token : -1));
    const others = before.map((column) => pick(column, (row) => !turning.has(row)));
    return {
      length: 3 * run + extra,
      columns: [
        ...others.filter((column) => column.some((token) => token >= 0)),
        ...common.map((column) => pick(column, (row) => !turning.has(row))),
        ...extras,
        ...steps.map((step) =>
          rows.map((row) => (turning.has(row) ? before : after)[step]?.[row] ?? -1),
        ),
        ...common.map((column) => pick(column, (row) => turning.has(row))),
      ],
    };
  }

  /** An editor has aligned a word in one of these columns. */
  #isPinned(from: number, last: number): boolean {
    return this.#profile.members.some((member, row) => {
      const own = this.#pinned[member];
      if (!own || own.size === 0) return false;
      for (let at = from; at <= last; at++)
        if (own.has(this.#profile.cells[row]?.[at] ?? -1)) return true;
      return false;
    });
  }

  #form(column: readonly number[] | undefined, row: number): number {
    const token = column?.[row] ?? -1;
    const sequence = this.#sequences[this.#profile.members[row] as number];
    return token < 0 ? -1 : (sequence?.forms[token] ?? -1);
  }

  #is(column: readonly number[] | undefined, row: number, form: number | undefined): boolean {
    const own = this.#form(column, row);
    return own >= 0 && form !== undefined && form >= 0 && this.#forms.score(own, form) >= SAME;
  }

  #mainForm(column: readonly number[]): number {
    const counts = new Map<number, number>();
    for (const row of column.keys()) {
      const form = this.#form(column, row);
      if (form >= 0) counts.set(form, (counts.get(form) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? -1;
  }
}
