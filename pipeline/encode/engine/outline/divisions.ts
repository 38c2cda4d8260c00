/**
 * Divisions from headings of known rank: a heading closes the open divisions down to its own rank
 * and opens one.
 */
import type { Passage } from '../model.ts';
import type { Division, TreePart } from '../tree.ts';

/** A heading in a flat list of parts. */
export interface RankedHeading {
  readonly kind: 'heading';
  readonly head: Passage;
  /** 0 is the highest. */
  readonly rank: number;
  /** The division's type: `act`, `chapter`. */
  readonly type?: string;
  /** It has a title without a number. */
  readonly title?: boolean;
}

/** Closes the open divisions of this rank and below, without opening another. */
export interface DivisionEnd {
  readonly kind: 'end';
  readonly rank: number;
}

interface OpenDivision {
  readonly heading: RankedHeading;
  readonly parts: TreePart[];
}

export function divideByRank(
  flat: readonly (TreePart | RankedHeading | DivisionEnd)[],
): TreePart[] {
  const partsHoldBooks = flat.some((part, at) => isOf('part', part) && isOf('book', flat[at + 1]));
  const top: TreePart[] = [];
  const open: OpenDivision[] = [];
  const close = (rank: number) => {
    for (let last = open.at(-1); last && last.heading.rank >= rank; last = open.at(-1)) {
      open.pop();
      const { head, type } = last.heading;
      const division: Division = {
        kind: 'division',
        ...(type === undefined ? {} : { type }),
        head,
        parts: last.parts,
      };
      (open.at(-1)?.parts ?? top).push(division);
    }
  };
  for (const part of flat) {
    if (part.kind === 'heading') {
      // Books hold parts, unless a book begins right below the heading of a part.
      const above = partsHoldBooks && isOf('part', part);
      const heading = above ? { ...part, rank: ABOVE_BOOKS } : part;
      close(heading.rank);
      open.push({ heading, parts: [] });
    } else if (part.kind === 'end') close(part.rank);
    else (open.at(-1)?.parts ?? top).push(part);
  }
  close(ABOVE_BOOKS);
  return top;
}

/** Books have rank 0. */
const ABOVE_BOOKS = -1;

function isOf(type: string, part: TreePart | RankedHeading | DivisionEnd | undefined): boolean {
  return part?.kind === 'heading' && part.type === type;
}
