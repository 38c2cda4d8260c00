/**
 * Time grows linearly with the text: every step of `check` and `transform`, on documents with more
 * and more of one kind of content.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { exponent, IN_STEP, processorTime } from './measure.ts';
import { openSteps } from './steps.ts';
import { type KindName, teiOf } from './texts.ts';

const COUNT = 150;
const TIMES = 4;
/** Below this many milliseconds a step cannot be measured. */
const NOISE = 25;

let opened: Awaited<ReturnType<typeof openSteps>>;

beforeAll(async () => {
  opened = await openSteps(join(PROGRAM, '.cache'));
});

/**
 * Kinds of content that foreign documents have by the thousand; `npm run bench:growth` has all
 * kinds.
 */
const KINDS: readonly KindName[] = [
  'words with ids',
  'pages',
  'divisions',
  'persons in one paragraph',
  'footnotes',
  'entries of a register',
  'quotes within quotes',
  'translations without an edition',
];

/** Step by step its exponent, by the least of some repeats. */
function exponents(kind: KindName, repeats: number): [step: string, exponent: number][] {
  const { steps, begin } = opened;
  const passing = [1, COUNT, COUNT * TIMES].map((count) => begin(teiOf(kind, count)));
  return Object.entries(steps).map(([name, step]) => {
    const [fixed, small, large] = passing.map((one) => processorTime(() => step(one), repeats)) as [
      number,
      number,
      number,
    ];
    return [name, exponent(fixed, small, large, TIMES, NOISE)];
  });
}

describe('the time of each step grows in proportion to', () => {
  it.each(KINDS)('%s', { timeout: 180_000 }, (kind) => {
    const slow = (repeats: number): [string, number][] =>
      exponents(kind, repeats).filter(([, e]) => e > IN_STEP);
    // On a busy machine a single measurement may be wrong; a slow step is slow every time.
    let found = slow(1);
    for (const repeats of [2, 3]) if (found.length > 0) found = slow(repeats);
    expect(found).toEqual([]);
  });
});
