/**
 * Texts of a broken export: the time that they take grows in step with their length, and nothing
 * overflows.
 */
import { expect, it } from 'vitest';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { createEncodingContext } from '../../pipeline/encode/context/context.ts';
import { encodeDocument } from '../../pipeline/encode/document/encode.ts';
import { EDITION } from '../check/fixture.ts';

const context = createEncodingContext(openEdition(EDITION));

/** Encodes a text with a run of pieces; gives the TEI and the processor's time in milliseconds. */
function encoded(pieces: string): { tei: string; time: number } {
  const text = `1. A Letter\n\nSome words.1 ${pieces}\n\n  1. A note.\n`;
  const begun = process.cpuUsage();
  const { tei } = encodeDocument({ text, hash: 'x' }, 'd1', 'd1.txt', context);
  const { user, system } = process.cpuUsage(begun);
  return { tei, time: (user + system) / 1000 };
}

it.each([
  ['paragraphs', 'x\n\n', 15_000],
  ['lines', 'x\n', 20_000],
  ['tabs', '\t', 100_000],
  ['blanks', ' ', 500_000],
  ['digits', '1', 50_000],
  ['brackets', '[', 50_000],
  ['page marks', '[Page 1]', 5_000],
  ['beginnings of page marks', '[Page ', 50_000],
  ['quotation marks', '“', 50_000],
  ['bullets', '\n  • x', 10_000],
  ['capitals', 'A. ', 20_000],
  ['dates', 'May 31, ', 5_000],
  ['accents without a letter', '\u0301', 50_000],
])('many %s', (_what, piece, times) => {
  const quarter = encoded(piece.repeat(times / 4)).time;
  const { time } = encoded(piece.repeat(times));
  // Four times the length takes 4 times as long; if time were quadratic, 16 times. The time of a
  // text that is encoded at once says nothing.
  expect(time).toBeLessThan(Math.max(1_500, 8 * quarter));
});

it('headings one under the other are not set into one another without end', () => {
  const { tei } = encoded('\nTin:\n'.repeat(4_000));
  const depths = [...tei.matchAll(/^( *)<div /gm)].map(([, indent = '']) => indent.length / 2);
  expect(depths.length).toBeGreaterThan(3_900);
  expect(Math.max(...depths)).toBeLessThan(15);
});
