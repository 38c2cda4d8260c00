/** Cases of the fuzz run that once went wrong, and the first hundred. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KINDS, openCases } from './cases.ts';

const run = await openCases();
const kept = JSON.parse(readFileSync(new URL('./kept.json', import.meta.url), 'utf8')) as {
  kind: keyof typeof run;
  seed: number;
}[];

it.each(kept)('$kind $seed went wrong once', ({ kind, seed }) => {
  expect(run[kind](seed)).toBeUndefined();
});

it.each(KINDS)('the first cases of %s', (kind) => {
  const wrong = Array.from({ length: 40 }, (_, seed) => run[kind](seed)).filter(
    (said) => said !== undefined && !said.startsWith('took '),
  );
  expect(wrong).toEqual([]);
});
