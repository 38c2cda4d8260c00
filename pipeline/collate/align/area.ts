/**
 * The best path through an area of two profiles: affine gaps (Gotoh 1982), within a band where the
 * area is too large.
 */
import type { FormTable } from './forms.ts';
import type { ProfileColumns } from './profile.ts';

/** Columns from `from` to `to` (exclusive) of one profile against those of the other. */
export interface Area {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** Costs of a column without a partner, if all witnesses have a token in it. */
export const COSTS = { open: 0.2, extend: 0.32, missing: 0.1, start: 0.15 } as const;

/** Cells that one area may have, in memory and time: about 16 MB. Larger ones get a band. */
const MOST_CELLS = 16_000_000;
const NARROWEST = 24;

/** The score of two columns. */
export function columnScore(
  forms: FormTable,
  one: ProfileColumns,
  column: number,
  other: ProfileColumns,
  against: number,
): number {
  const end = one.first[column + 1] as number;
  const otherEnd = other.first[against + 1] as number;
  const otherBegin = other.first[against] as number;
  let score = 0;
  for (let at = one.first[column] as number; at < end; at++) {
    const form = one.forms[at] as number;
    let sum = 0;
    for (let to = otherBegin; to < otherEnd; to++)
      sum += (other.shares[to] as number) * forms.score(form, other.forms[to] as number);
    score += (one.shares[at] as number) * sum;
  }
  const here = one.occupied[column] as number;
  const there = other.occupied[against] as number;
  return (
    score -
    COSTS.missing * (here * (1 - there) + there * (1 - here)) +
    COSTS.start * (one.starts[column] as number) * (other.starts[against] as number)
  );
}

const [PAIR, ONE, OTHER, ONE_PAID, OTHER_PAID] = [0, 1, 2, 3, 4] as const;
const NEVER = -1e30;

/** Called for each step of the path; -1 for no partner. */
type Step = (column: number, against: number) => void;

/**
 * Gives the steps of the best path in order. Scores are summed up from the end of the area, so that
 * the path is chosen from its beginning: among paths with equal scores, the one on which the text
 * with more witnesses continues first and the other text finds its partners early.
 */
export function alignArea(
  forms: FormTable,
  one: ProfileColumns,
  other: ProfileColumns,
  area: Area,
  step: Step,
): void {
  const height = area.to - area.from;
  const width = area.otherTo - area.otherFrom;
  const first = one.witnesses >= other.witnesses ? ONE : OTHER;
  const band = new Band(height, width);
  // By cell, two bits for each state: the state after it on the best path.
  const traces = new Uint8Array(band.cells);
  // Rows and cells count from the end of the area. Scores of the row before and of this one, by
  // state; a row's cells are shifted by its beginning.
  let above = band.row();
  let here = band.row();
  for (let row = 0; row <= height; row++) {
    const begin = band.begin(row);
    const end = band.end(row);
    const shift = row === 0 ? 0 : begin - band.begin(row - 1);
    const aboveWidth = row === 0 ? 0 : band.end(row - 1) - band.begin(row - 1);
    const occupied = row === 0 ? 0 : (one.occupied[area.to - row] as number);
    for (let at = begin; at < end; at++) {
      const cell = at - begin;
      let trace = 0;
      if (row === 0 && at === 0) {
        here[PAIR][cell] = 0;
        here[ONE][cell] = NEVER;
        here[OTHER][cell] = NEVER;
        continue;
      }
      // A pair of columns.
      const diagonal = cell + shift - 1;
      if (row > 0 && at > 0 && diagonal >= 0 && diagonal < aboveWidth) {
        const from = best(above, diagonal, first);
        here[PAIR][cell] =
          (above[from][diagonal] as number) +
          columnScore(forms, one, area.to - row, other, area.otherTo - at);
        trace |= from;
      } else here[PAIR][cell] = NEVER;
      // A column of the first without a partner.
      const up = cell + shift;
      if (row > 0 && up < aboveWidth) {
        const before = (above[PAIR][up] as number) >= (above[OTHER][up] as number) ? PAIR : OTHER;
        const opened = (above[before][up] as number) - COSTS.open * occupied;
        const paid = above[ONE_PAID][up] as number;
        const goesOn = (above[ONE][up] as number) - COSTS.open * Math.max(0, occupied - paid);
        here[ONE][cell] = Math.max(opened, goesOn) - COSTS.extend * occupied;
        here[ONE_PAID][cell] = goesOn >= opened ? Math.max(paid, occupied) : occupied;
        trace |= (goesOn >= opened ? ONE : before) << 2;
      } else here[ONE][cell] = NEVER;
      // A column of the second without a partner.
      if (at > begin) {
        const there = other.occupied[area.otherTo - at] as number;
        const left = cell - 1;
        const before = (here[PAIR][left] as number) >= (here[ONE][left] as number) ? PAIR : ONE;
        const opened = (here[before][left] as number) - COSTS.open * there;
        const paid = here[OTHER_PAID][left] as number;
        const goesOn = (here[OTHER][left] as number) - COSTS.open * Math.max(0, there - paid);
        here[OTHER][cell] = Math.max(opened, goesOn) - COSTS.extend * there;
        here[OTHER_PAID][cell] = goesOn >= opened ? Math.max(paid, there) : there;
        trace |= (goesOn >= opened ? OTHER : before) << 4;
      } else here[OTHER][cell] = NEVER;
      traces[band.cell(row, at)] = trace;
    }
    [above, here] = [here, above];
  }
  let row = height;
  let at = width;
  let state: number = best(above, width - band.begin(height), first);
  while (row > 0 || at > 0) {
    const trace = traces[band.cell(row, at)] as number;
    if (state === PAIR) {
      step(area.to - row--, area.otherTo - at--);
      state = trace & 3;
    } else if (state === ONE) {
      step(area.to - row--, -1);
      state = (trace >> 2) & 3;
    } else {
      step(-1, area.otherTo - at--);
      state = (trace >> 4) & 3;
    }
  }
}

/**
 * The scores of a row, by state, and for each run of gaps the proportion of witnesses that it has
 * paid `COSTS.open` for: the highest one in its columns.
 */
type ScoreRow = readonly [
  pair: Float32Array,
  one: Float32Array,
  other: Float32Array,
  onePaid: Float32Array,
  otherPaid: Float32Array,
];

/** Smaller differences of scores do not count. */
const EQUAL = 0.03;

/** The best state of a cell; of equal ones a pair, then a column of the text `first`. */
function best(row: ScoreRow, cell: number, first: 1 | 2): 0 | 1 | 2 {
  const pair = (row[PAIR][cell] as number) + EQUAL;
  const one = row[ONE][cell] as number;
  const other = row[OTHER][cell] as number;
  if (pair >= one && pair >= other) return PAIR;
  if (first === ONE) return one + EQUAL >= other ? ONE : OTHER;
  return other + EQUAL >= one ? OTHER : ONE;
}

/** Which cells of an area are scored: all of them, or those near its diagonal. */
class Band {
  readonly #height: number;
  readonly #width: number;
  /** Cells on each side of the diagonal; undefined if all cells are scored. */
  readonly #half: number | undefined;
  readonly #rowLength: number;

  constructor(height: number, width: number) {
    this.#height = height;
    this.#width = width;
    const all = (height + 1) * (width + 1);
    const slope = Math.ceil(width / Math.max(1, height));
    const half = Math.max(NARROWEST, slope + 1, Math.floor(MOST_CELLS / (height + 1) / 2));
    this.#half = all <= MOST_CELLS ? undefined : half;
    this.#rowLength =
      this.#half === undefined ? width + 1 : Math.min(width + 1, 2 * this.#half + 1);
  }

  get cells(): number {
    return (this.#height + 1) * this.#rowLength;
  }

  begin(row: number): number {
    if (this.#half === undefined) return 0;
    const middle = Math.round((row * this.#width) / Math.max(1, this.#height));
    return Math.max(0, Math.min(middle - this.#half, this.#width + 1 - this.#rowLength));
  }

  end(row: number): number {
    return Math.min(this.#width + 1, this.begin(row) + this.#rowLength);
  }

  cell(row: number, at: number): number {
    return row * this.#rowLength + at - this.begin(row);
  }

  row(): ScoreRow {
    const length = this.#rowLength;
    const scores = (): Float32Array => new Float32Array(length);
    return [scores(), scores(), scores(), scores(), scores()];
  }
}
