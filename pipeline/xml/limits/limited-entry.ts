/**
 * The entry of a process for untrusted input (limited-process.ts): answers one question after the
 * other. A watchdog in a separate thread ends the process if a limit is exceeded: this thread may
 * be in an endless loop.
 */
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { builtScript } from '../../core/program-folder.mjs';
import type { ProcessSetup } from './limited-process.ts';

/** The pipe for reports: it is written at once, whatever this thread does afterwards. */
const REPORTS = 4;

const state = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));

process.once('message', async ({ work, limits }: ProcessSetup) => {
  new Worker(builtScript('limited-watchdog'), {
    workerData: { state, limits, reports: REPORTS },
  });
  const { answerer } = await import('./limited-work.ts');
  const answer = answerer(work, (step) => {
    Atomics.store(state, 0, step);
    writeSync(REPORTS, `${step}\n`);
  });
  process.on('message', async (question) => {
    Atomics.store(state, 0, 0);
    Atomics.add(state, 1, 1);
    const given = await answer(question as never);
    Atomics.add(state, 1, 1);
    process.send?.(given);
  });
  Atomics.add(state, 1, 1);
  process.send?.('ready');
});
process.once('disconnect', () => process.exit());
