/**
 * Places names beside the marks of a picture without overlaps.
 *
 * Takes marks, the most important first. Returns the place of each name, or that there is no room
 * for it; the list beside the picture has every name. The same picture is shown wide and, scaled
 * down, on a phone, where letters take more space: names that fit even then are placed first, those
 * that fit only in the wide picture after them.
 */

export interface PictureMark {
  readonly x: number;
  readonly y: number;
  /** Radius; all in the units of the picture. */
  readonly r: number;
  readonly name: string;
}

export interface Label {
  readonly x: number;
  readonly y: number;
  /** From y down to the base line, in ems, so that it fits letters of either size. */
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Whether it is shown in the wide picture only. */
  readonly wideOnly: boolean;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/**
 * The height of letters in units of the picture, from the style sheet for a wide window and a
 * narrow one.
 */
interface Letters {
  readonly wide: number;
  readonly narrow: number;
}

const GAP = 4;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * The possible places of a name, the best first: the direction from the mark, and the alignment of
 * the name.
 */
const PLACES = [
  { across: 1, down: 0, anchor: 'start', dy: 0.33 },
  { across: -1, down: 0, anchor: 'end', dy: 0.33 },
  { across: 0, down: -1, anchor: 'middle', dy: -0.2 },
  { across: 0, down: 1, anchor: 'middle', dy: 0.8 },
  { across: 0.7, down: -0.7, anchor: 'start', dy: 0 },
  { across: 0.7, down: 0.7, anchor: 'start', dy: 0.7 },
  { across: -0.7, down: -0.7, anchor: 'end', dy: 0 },
  { across: -0.7, down: 0.7, anchor: 'end', dy: 0.7 },
] as const;

/**
 * `lines`: points of lines that names should not cross; a name that would otherwise not fit may.
 */
export function placeLabels(
  marks: readonly PictureMark[],
  frame: Frame,
  { wide, narrow }: Letters,
  lines: readonly Pick<PictureMark, 'x' | 'y'>[] = [],
): (Label | null)[] {
  const crossed = lines.map(({ x, y }) => boxOfMark({ x, y, r: 1 }));
  const labels: (Label | null)[] = marks.map(() => null);
  for (const wideOnly of [false, true]) {
    const letters = wideOnly ? wide : narrow;
    const taken = [
      ...marks.map(boxOfMark),
      ...labels.flatMap((label, place) =>
        label ? [boxOfName(label, (marks[place] as PictureMark).name, letters)] : [],
      ),
    ];
    for (const [place, mark] of marks.entries()) {
      if (labels[place]) continue;
      const free = (label: Label, others: readonly Box[]): boolean => {
        const box = boxOfName(label, mark.name, letters);
        return fitsFrame(box, frame) && !others.some((other) => overlap(box, other));
      };
      const places = labelsAround(mark, wideOnly).filter((label) => free(label, taken));
      const best = places.find((label) => free(label, crossed)) ?? places[0];
      if (!best) continue;
      labels[place] = best;
      taken.push(boxOfName(best, mark.name, letters));
    }
  }
  return labels;
}

function labelsAround({ x, y, r }: PictureMark, wideOnly: boolean): Label[] {
  return PLACES.map(({ across, down, anchor, dy }): Label => {
    return {
      x: tenth(x + across * (r + GAP)),
      y: tenth(y + down * (r + GAP)),
      dy,
      anchor,
      wideOnly,
    };
  });
}

function boxOfMark({ x, y, r }: Omit<PictureMark, 'name'>): Box {
  return { left: x - r, top: y - r, right: x + r, bottom: y + r };
}

function boxOfName({ x, y, dy, anchor }: Label, name: string, letters: number): Box {
  const width = widthOf(name) * letters;
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  const base = y + dy * letters;
  return { left, top: base - 0.75 * letters, right: left + width, bottom: base + 0.25 * letters };
}

function fitsFrame({ left, top, right, bottom }: Box, { width, height }: Frame): boolean {
  return left >= GAP && top >= GAP && right <= width - GAP && bottom <= height - GAP;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

/**
 * In ems. There are no fonts at build time: each class of letters has the width of the widest
 * common book typeface.
 */
export function widthOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + widthOfLetter(letter), 0);
}

function widthOfLetter(letter: string): number {
  if (/[iíìïîjlıI.,;:'’|!()[\]/-]/u.test(letter)) return 0.4;
  if (/[\sfrtst]/u.test(letter)) return 0.45;
  if (/[mwMW@—]/u.test(letter)) return 1;
  if (/\p{Lu}/u.test(letter)) return 0.8;
  return /[\p{Ll}\p{N}]/u.test(letter) ? 0.62 : 1;
}

/** A tenth of a unit is finer than visible, and shorter to write. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
