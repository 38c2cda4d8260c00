/**
 * A task done by a thread of its own.
 *
 * In: a task. Out: what came of it. The thread begins at once: those of a pool take a task only when this one rests, and it does not, while it is
 * transforming.
 */
import { Worker } from 'node:worker_threads';
import type { JobKind, Task } from './kinds.ts';
import type { Done } from './worker.ts';

/** Rejects where the thread ends without a result. */
export function inOwnThread<Kind extends JobKind>(task: Task<Kind>): Promise<Done<Kind>> {
  const thread = new Worker(new URL('one-task.mjs', import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`a thread ended with ${code}, and without a result`)));
  });
}
