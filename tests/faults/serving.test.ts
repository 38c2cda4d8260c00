/**
 * `siglum serve` survives what happens to an edition, and shows the right site afterwards; `npm run
 * faults -- --serve N` tries many more.
 */
import { expect, it } from 'vitest';
import { serveThrough } from './serving.ts';

it('a random row of events: the server lives, and its site is that of a fresh build, to the byte', async () => {
  const { wrong, events, said } = await serveThrough(1, 4);
  expect(wrong, `${events.join(', ')}\n${said}`).toEqual([]);
}, 400_000);
