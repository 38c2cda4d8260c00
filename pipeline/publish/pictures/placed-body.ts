import type { SimulationNodeDatum } from '../../../node_modules/@types/d3-force/index.d.ts';

/** A party of the network with its place in the picture. */

export interface Body extends SimulationNodeDatum {
  readonly key: string;
  readonly r: number;
  readonly short: string;
}

export type PlacedBody = Body & { x: number; y: number };
