// @ts-check
/**
 * The entry of a process for input of others (limited-process.ts): answers one question after the
 * other. A watchdog in a thread of its own ends the process where a limit is passed: this thread
 * may be in a loop without end.
 */
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { openProgram } from '../../program/open.mjs';

/** The pipe that takes reports: it is written at once, whatever this thread does afterwards. */
const REPORTS = 4;

const state = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));

process.once(
  'message',
  async (/** @type {import('./limited-process.ts').ProcessSetup} */ { work, limits }) => {
    new Worker(new URL('limited-watchdog.mjs', import.meta.url), {
      workerData: { state, limits, reports: REPORTS },
    });
    const { limitedWork } = await openProgram();
    const { answerer } = await limitedWork();
    const answer = answerer(work, (step) => {
      Atomics.store(state, 0, step);
      writeSync(REPORTS, `${step}\n`);
    });
    process.on('message', async (question) => {
      Atomics.add(state, 1, 1);
      const given = await answer(/** @type {never} */ (question));
      Atomics.add(state, 1, 1);
      process.send?.(given);
    });
    Atomics.add(state, 1, 1);
    process.send?.('ready');
  },
);
process.once('disconnect', () => process.exit());
