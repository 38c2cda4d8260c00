/** A thread that makes the same folders as another one at the same moment (first-run.test.ts). */
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();

const { makeFolder } = await import('../../../pipeline/core/files/make-folder.ts');
const { base, counter, thread, rounds } = workerData;
const reached = new Int32Array(counter);
for (let round = 1; round <= rounds; round++) {
  Atomics.add(reached, 0, 1);
  while (Atomics.load(reached, 0) < 2 * round);
  makeFolder(`${base}/${round}/above/${thread}`);
}
parentPort.postMessage('made');
