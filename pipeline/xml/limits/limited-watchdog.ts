/**
 * The watchdog of a process for untrusted input: ends the process if a limit of time or memory is
 * exceeded, or if its parent is gone.
 *
 * Time is processor time: on a busy machine the clock runs on while the process waits. The clock
 * counts only if the process does nothing at all.
 */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { ProcessLimits } from './limited-process.ts';

/** Given by limited-entry.ts: step and phase of the process, and the pipe for reports. */
const { state, limits, reports } = workerData as {
  readonly state: Int32Array;
  readonly limits: ProcessLimits;
  readonly reports: number;
};

/** Milliseconds between two checks. */
const INTERVAL = 100;

/**
 * A process that waits for something that never comes uses no processor time: by the clock it may
 * take this many times as long.
 */
const IDLE = 20;

/** Memory that the process needs besides the heap of JavaScript, in MB: its code, WebAssembly. */
const BESIDE_HEAP = 1024;

const parent = process.ppid;

function clock(): (seconds: number) => boolean {
  const start = Date.now();
  const used = process.cpuUsage();
  return (seconds) => {
    const passed = (Date.now() - start) / 1000;
    const { user, system } = process.cpuUsage(used);
    return user + system >= seconds * 1e6 || passed >= seconds * IDLE;
  };
}

function end(what: string): void {
  writeSync(reports, `${what}\n`);
  process.kill(process.pid, 'SIGKILL');
}

let step = 0;
/** Odd while the process waits for a question. */
let phase = 0;
let whole = clock();
let part = clock();

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  const [stepNow = 0, phaseNow = 0] = [Atomics.load(state, 0), Atomics.load(state, 1)];
  if (phaseNow !== phase) whole = clock();
  if (phaseNow !== phase || stepNow !== step) part = clock();
  phase = phaseNow;
  step = stepNow;
  if (phase % 2 === 1) return;
  const wholeLimit = phase === 0 ? limits.start : limits.whole;
  if (whole(wholeLimit)) end(`takes more than ${wholeLimit} seconds`);
  // In step 0 the question is prepared: only the limit of the whole question applies.
  else if (step > 0 && part(limits.step)) end(`takes more than ${limits.step} seconds`);
  if (process.memoryUsage.rss() > (limits.megabytes + BESIDE_HEAP) * 2 ** 20)
    end(`takes more than ${limits.megabytes} MB of memory`);
}, INTERVAL);
