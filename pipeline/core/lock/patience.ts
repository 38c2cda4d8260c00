/** Waiting for the run that holds a lock. */
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { InputError, shownPath } from '../finding.ts';
import type { LockHolder } from './lock-file.ts';

/**
 * How often a waiting run checks the lock, and how long it waits for a run on another machine,
 * which it cannot check. Milliseconds.
 */
const PAUSE = 200;

const MOST_PATIENCE = 60_000;

/**
 * Waits for the holder of a lock, with a limit if it is on another machine, and reports the wait
 * once.
 */
export class Patience {
  readonly #path: string;
  readonly #where: string;
  #waited = 0;

  constructor(path: string, where: string) {
    this.#path = path;
    this.#where = where;
  }

  async wait(holder: LockHolder): Promise<void> {
    if (this.#waited === 0) console.error(waiting(holder, this.#path, this.#where));
    if (holder.host !== hostname() && this.#waited >= MOST_PATIENCE)
      throw otherMachine(holder, this.#path, this.#where);
    await pause(PAUSE);
    this.#waited += PAUSE;
  }
}

function waiting({ command, pid, host }: LockHolder, path: string, where: string): string {
  const run = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
  return (
    `siglum: "siglum ${command}" is running ${where} (${run}); waiting for it ` +
    `(${shownPath(path)})`
  );
}

function otherMachine({ command, pid, host }: LockHolder, path: string, where: string): InputError {
  return new InputError({
    path: shownPath(path),
    severity: 'error',
    rule: 'edition/locked',
    message:
      `“siglum ${command}” on the machine ${host} (process ${pid}) has been running ${where} ` +
      'for a minute; ' +
      'wait for it, or delete this file if that process no longer runs',
  });
}
