import type { SimulationNodeDatum } from '../../../node_modules/@types/d3-force/index.d.ts';

/** A party of the network with its place in the picture. */

export interface NetworkBody extends SimulationNodeDatum {
  readonly key: string;
  readonly r: number;
  readonly short: string;
}

export type PlacedBody = NetworkBody & { x: number; y: number };
