/** Cases of the fuzz run that once went wrong, and the first of each kind. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openCases } from './cases.ts';
import { KINDS } from './kinds.ts';

const run = await openCases();
const recorded = JSON.parse(readFileSync(new URL('./cases.json', import.meta.url), 'utf8')) as {
  kind: keyof typeof run;
  seed: number;
}[];

it.each(recorded)(
  '$kind $seed went wrong once',
  async ({ kind, seed }) => {
    expect(await run[kind](seed)).toBeUndefined();
  },
  120_000,
);

/** A case of these builds sites: of `references` one of 50 documents. */
const COUNTS: Partial<Record<(typeof KINDS)[number], number>> = { torn: 12, references: 1 };

it.each(KINDS)(
  'the first cases of %s',
  async (kind) => {
    const said: (string | undefined)[] = [];
    for (let seed = 0; seed < (COUNTS[kind] ?? 40); seed++) said.push(await run[kind](seed));
    expect(said.filter((one) => one !== undefined && !one.startsWith('took '))).toEqual([]);
  },
  240_000,
);
