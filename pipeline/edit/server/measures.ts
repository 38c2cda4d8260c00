/** The quality of the suggestions on this edition: the outcomes of the last doubts. */

import { idsInForce } from '../journal/in-force.ts';
import type { Action } from '../journal/model.ts';

interface Measure {
  readonly kind: string;
  /** How many of the last decisions are counted. */
  readonly decided: number;
  readonly accepted: number;
}

const LAST = 200;

export function measuresOf(actions: readonly Action[]): Measure[] {
  const inForce = idsInForce(actions);
  const decisions = actions.flatMap(({ id, decision }) =>
    decision && inForce.has(id) ? [decision] : [],
  );
  const kinds = [...new Set(decisions.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const last = decisions.filter((one) => one.kind === kind).slice(-LAST);
    const accepted = last.filter(({ outcome }) => outcome === 'accepted').length;
    return { kind, decided: last.length, accepted };
  });
}
