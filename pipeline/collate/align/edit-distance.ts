/**
 * How similar two word forms are, from 0 to 1: one minus the edit distance divided by the longer
 * length.
 *
 * A form may contain wildcards: one unreadable letter, or a sequence of letters of unknown length.
 * They match whatever the other form has there.
 */

/** One letter that cannot be read. Not an XML character, so no text contains it. */
export const ANY_LETTER = '\uFFFE';
/** An unknown number of missing letters. */
export const ANY_RUN = '\uFFFF';

/** Longer forms are compared by their first letters only: no word of a language is that long. */
const LONGEST = 64;

let previous = new Uint16Array(LONGEST + 1);
let current = new Uint16Array(LONGEST + 1);

/** The Levenshtein distance of two forms; a wildcard costs nothing where it matches letters. */
function distance(one: string, other: string): number {
  const width = Math.min(other.length, LONGEST);
  const height = Math.min(one.length, LONGEST);
  for (let at = 0; at <= width; at++) previous[at] = at;
  for (let row = 1; row <= height; row++) {
    const letter = one.charCodeAt(row - 1);
    current[0] = row;
    for (let at = 1; at <= width; at++) {
      const same = letter === other.charCodeAt(at - 1) ? 0 : 1;
      const replaced = (previous[at - 1] as number) + same;
      const removed = (previous[at] as number) + 1;
      const added = (current[at - 1] as number) + 1;
      current[at] =
        replaced < removed
          ? replaced < added
            ? replaced
            : added
          : removed < added
            ? removed
            : added;
    }
    [previous, current] = [current, previous];
  }
  return previous[width] as number;
}

/** The same for a form with wildcards; slower, and rarely needed. */
function wildDistance(one: string, other: string): number {
  const rows = [...one.slice(0, LONGEST)];
  const letters = [...other.slice(0, LONGEST)];
  let before = [0];
  for (const [at, letter] of letters.entries())
    before.push((before[at] as number) + (letter === ANY_RUN ? 0 : 1));
  for (const row of rows) {
    const here = [(before[0] as number) + (row === ANY_RUN ? 0 : 1)];
    for (const [at, letter] of letters.entries()) {
      const wild = [row, letter].some((one) => one === ANY_LETTER || one === ANY_RUN);
      const run = row === ANY_RUN || letter === ANY_RUN;
      here.push(
        Math.min(
          (before[at] as number) + (wild || row === letter ? 0 : 1),
          (before[at + 1] as number) + (run ? 0 : 1),
          (here[at] as number) + (run ? 0 : 1),
        ),
      );
    }
    before = here;
  }
  return before[letters.length] as number;
}

export function hasWildcard(form: string): boolean {
  return form.includes(ANY_LETTER) || form.includes(ANY_RUN);
}

/** 1 for equal forms, 0 for forms without a common letter. */
export function similarity(one: string, other: string): number {
  if (one === other) return 1;
  const longer = Math.min(Math.max(one.length, other.length), LONGEST);
  if (longer === 0) return 1;
  const measure = hasWildcard(one) || hasWildcard(other) ? wildDistance : distance;
  return 1 - measure(one, other) / longer;
}
