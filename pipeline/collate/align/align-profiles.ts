/**
 * The alignment of two profiles: anchors divide the text, the areas between them are aligned by
 * score.
 */
import { type AlignmentAnchor, increasing, labelAnchors, wordAnchors } from './anchors.ts';
import { type Area, alignArea } from './area.ts';
import type { FormTable } from './forms.ts';
import type { AlignmentPath, ProfileColumns } from './profile.ts';

/** Areas up to this number of cells are aligned as a whole; larger ones are divided by anchors. */
const SMALL = 5_000;
/** How often an area is divided: each time costs one reading of the area. */
const DEEPEST = 16;

/** `decided`: partners that are certain; in the order of the text those that contradict none. */
export function alignProfiles(
  forms: FormTable,
  one: ProfileColumns,
  other: ProfileColumns,
  decided: readonly AlignmentAnchor[],
): AlignmentPath {
  const path = new PathWriter();
  const whole: Area = { from: 0, to: one.length, otherFrom: 0, otherTo: other.length };
  const labels = labelAnchors(forms, one, other);
  alignBetween(forms, one, other, whole, withDecided(labels, decided), path, 0);
  return path.finish();
}

/** Decided anchors, and of the others those that do not contradict them. */
export function withDecided(
  anchors: readonly AlignmentAnchor[],
  decided: readonly AlignmentAnchor[],
): readonly AlignmentAnchor[] {
  if (decided.length === 0) return anchors;
  const chosen = increasing([...decided].sort((a, b) => a.column - b.column));
  let next = 0;
  let before: AlignmentAnchor = { column: -1, against: -1 };
  const all: AlignmentAnchor[] = [];
  for (const anchor of [...anchors, { column: Infinity, against: Infinity }]) {
    for (let one = chosen[next]; one && one.column <= anchor.column; one = chosen[++next]) {
      all.push(one);
      before = one;
    }
    const after = chosen[next];
    const fits =
      anchor.column > before.column &&
      anchor.against > before.against &&
      (!after || anchor.against < after.against);
    if (fits && Number.isFinite(anchor.column)) all.push(anchor);
  }
  return all;
}

function alignBetween(
  forms: FormTable,
  one: ProfileColumns,
  other: ProfileColumns,
  area: Area,
  anchors: readonly AlignmentAnchor[],
  path: PathWriter,
  depth: number,
): void {
  let { from, otherFrom } = area;
  for (const { column, against } of anchors) {
    alignPart(forms, one, other, { from, to: column, otherFrom, otherTo: against }, path, depth);
    path.step(column, against);
    from = column + 1;
    otherFrom = against + 1;
  }
  const rest = { from, to: area.to, otherFrom, otherTo: area.otherTo };
  alignPart(forms, one, other, rest, path, depth);
}

function alignPart(
  forms: FormTable,
  one: ProfileColumns,
  other: ProfileColumns,
  area: Area,
  path: PathWriter,
  depth: number,
): void {
  const { from, to, otherFrom, otherTo } = area;
  if (from === to || otherFrom === otherTo) {
    for (let column = from; column < to; column++) path.step(column, -1);
    for (let column = otherFrom; column < otherTo; column++) path.step(-1, column);
    return;
  }
  const large = (to - from) * (otherTo - otherFrom) > SMALL;
  const anchors = large && depth < DEEPEST ? wordAnchors(one, other, area) : [];
  if (anchors.length > 0) alignBetween(forms, one, other, area, anchors, path, depth + 1);
  else alignArea(forms, one, other, area, (column, against) => path.step(column, against));
}

class PathWriter {
  readonly #one: number[] = [];
  readonly #other: number[] = [];

  step(column: number, against: number): void {
    this.#one.push(column);
    this.#other.push(against);
  }

  finish(): AlignmentPath {
    return { one: Int32Array.from(this.#one), other: Int32Array.from(this.#other) };
  }
}
