/** The curves between the parties of the network. */
import type { Tie } from '../lists/correspondence.ts';
import { tenth } from './labels.ts';
import type { PlacedBody } from './placed-body.ts';

/** How far a curve bends from the straight line, as a part of its length. */
const BEND = { to: 0.1, about: 0.22 } as const;

/** How far an arrow's head extends beyond the end of its line. */
const HEAD = 7;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A quadratic curve, bent towards a point beside it. */
interface Curve {
  readonly start: Spot;
  readonly bent: Spot;
  readonly end: Spot;
}

/**
 * Bends to the right of the straight line, so that the opposite direction is beside it; ends at the
 * circles, not at their centres.
 */
export function curveOf(tie: Tie, from: PlacedBody, to: PlacedBody): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const bend = BEND[tie.kind];
  const bent = {
    x: tenth((from.x + to.x) / 2 - dy * bend),
    y: tenth((from.y + to.y) / 2 + dx * bend),
  };
  const short = Math.min(to.r + HEAD + widthOfLine(tie), Math.hypot(dx, dy) / 2);
  return { start: towards(from, bent, from.r + 2), bent, end: towards(to, bent, short) };
}

export function pointsOf({ start, bent, end }: Curve): Spot[] {
  return Array.from({ length: 24 }, (_, step) => {
    const t = step / 23;
    const at = (a: number, b: number, c: number): number =>
      (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
    return { x: at(start.x, bent.x, end.x), y: at(start.y, bent.y, end.y) };
  });
}

export function widthOfLine({ documents }: Tie): number {
  return tenth(Math.min(6, 0.8 + 0.7 * Math.sqrt(documents)));
}

function towards(from: Spot, to: Spot, distance: number): Spot {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: tenth(from.x + ((to.x - from.x) * distance) / length),
    y: tenth(from.y + ((to.y - from.y) * distance) / length),
  };
}
