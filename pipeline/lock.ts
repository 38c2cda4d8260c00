/**
 * One run at a time on an edition: two that write the same documents would each undo what the other does.
 *
 * In: an edition and the work to do. Out: the work's result. A run that finds another at work says so and waits; a run that was
 * killed holds nobody up, since its process is no longer there. The lock is a file in the edition, `.siglum/lock`, that names the
 * process. Where the edition may only be read nothing can be written either, and there is no lock.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Edition } from './edition.ts';
import { temporaryFile } from './files.ts';
import { InputFault, shownPath } from './finding.ts';
import { beginOf, isAlive } from './process.ts';
import { sweepEdition } from './sweep.ts';

interface Holder {
  readonly command: string;
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts; tells it from a later one of the same number. */
  readonly began: string;
}

/** How often a waiting run looks, and how long it waits for a run on another machine, of which it cannot know whether it lives. Milliseconds. */
const PAUSE = 200;
const MOST_PATIENCE = 60_000;

/** A lock without content is one that is just being written, unless it is older than this. Milliseconds. */
const BEING_WRITTEN = 5_000;

/** `command`: what waiting runs are told is at work. Throws an `InputFault` where a run on another machine does not end. */
export async function withEditionLocked<Result>(
  edition: Edition,
  command: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const path = join(edition.root, '.siglum', 'lock');
  const release = await acquire(path, command);
  if (release === undefined) return work();
  process.once('exit', release);
  try {
    sweepEdition(edition);
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** Nothing where no file can be made there. */
async function acquire(path: string, command: string): Promise<(() => void) | undefined> {
  const own: Holder = { command, pid: process.pid, host: hostname(), began: beginOf(process.pid) };
  let told = false;
  for (let waited = 0; ; waited += PAUSE) {
    try {
      create(path, own);
      return () => rmSync(path, { force: true });
    } catch (fault) {
      const { code = '' } = fault as NodeJS.ErrnoException;
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return undefined;
      if (code !== 'EEXIST') throw fault;
    }
    const holder = holderOf(path);
    if (holder === 'gone') continue;
    if (holder === 'dead') {
      takeAway(path);
      continue;
    }
    if (!told) console.error(waiting(holder, path));
    told = true;
    if (holder.host !== own.host && waited >= MOST_PATIENCE) throw otherMachine(holder, path);
    await pause(PAUSE);
  }
}

/** Makes the lock with its content at one stroke, so that nobody finds it empty. */
function create(path: string, own: Holder): void {
  mkdirSync(dirname(path), { recursive: true });
  const content = `${JSON.stringify(own)}\n`;
  const temporary = temporaryFile(dirname(path));
  try {
    writeFileSync(temporary, content);
    linkSync(temporary, path);
  } catch (fault) {
    // Some file systems have no links.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes((fault as NodeJS.ErrnoException).code ?? ''))
      throw fault;
    writeFileSync(path, content, { flag: 'wx' });
  } finally {
    rmSync(temporary, { force: true });
  }
}

function holderOf(path: string): Holder | 'gone' | 'dead' {
  let holder: Holder;
  try {
    holder = JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > BEING_WRITTEN) return 'dead';
    return { command: 'siglum', pid: 0, host: hostname(), began: '' };
  }
  if (holder.host !== hostname()) return holder;
  return beginOf(holder.pid) === holder.began && isAlive(holder.pid) ? holder : 'dead';
}

/** Taken away under another name first: of two runs that find it, one gets it. */
function takeAway(path: string): void {
  const away = temporaryFile(dirname(path));
  try {
    renameSync(path, away);
    unlinkSync(away);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  }
}

function waiting({ command, pid, host }: Holder, path: string): string {
  const where = host === hostname() ? `process ${pid}` : `process ${pid} on ${host}`;
  return `siglum: "siglum ${command}" is at work on this edition (${where}); waiting for it (${shownPath(path)})`;
}

function otherMachine({ command, pid, host }: Holder, path: string): InputFault {
  return new InputFault({
    path: shownPath(path),
    severity: 'error',
    rule: 'edition/locked',
    message:
      `“siglum ${command}” on the machine ${host} (process ${pid}) has been at work on this edition for a minute; ` +
      'wait for it, or delete this file where that process no longer runs',
  });
}
