/**
 * One run at a time on an edition: two that write the same documents would each undo what the other
 * does.
 *
 * Takes an edition and the work to do. Returns the work's result. A run that finds another at work
 * says so and waits. The lock of a killed run is ignored, since its process no longer exists. The
 * lock is a file in the edition, `.siglum/lock`, that names the process. A read-only edition needs
 * no lock, since nothing can be written to it. Runs on shards of the documents (`shard.ts`) work
 * side by side, each with a lock of its own beside; a run on the whole waits for them, and they for
 * it. Runs on two editions may write into the same folder, so the output folder has a lock too, a
 * file beside it, taken after the edition's.
 */
import { existsSync, readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { realPlace } from '../files/make-folder.ts';
import { shownPath } from '../finding.ts';
import { processStart } from '../process.ts';
import type { Share } from '../shard.ts';
import { create, giveBack, holderOf, type LockHolder, takeAway } from './lock-file.ts';
import { Patience } from './patience.ts';
import { sweepEdition, type WrittenFolders } from './sweep.ts';

/** How often the folder of a lock is made again if another run removes it between two steps. */
const MOST_TIMES = 100;

/**
 * `command`: the name that waiting runs report as being at work; `share`: the shard of the
 * documents that this run does, if any. Throws an `InputError` where a run on another machine does
 * not end.
 */
export async function withEditionLocked<Result>(
  edition: WrittenFolders,
  command: string,
  work: () => Promise<Result>,
  shard?: Share,
): Promise<Result> {
  const folder = join(edition.root, '.siglum');
  const release = await (shard
    ? acquireShard(folder, command, shard)
    : acquireWhole(folder, command));
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

/**
 * The same for the folder into which a run puts what it makes. `place`: the folder, which need not
 * exist. If no file can be made beside it there is no lock; the reason is reported when the run
 * writes.
 */
export async function withPlaceLocked<Result>(
  place: string,
  command: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const target = realPlace(place);
  const folder = dirname(target);
  const own = !existsSync(folder);
  const path = join(folder, `.${basename(target)}.siglum-lock`);
  const release = await acquire(path, command, {
    where: `in ${shownPath(target)}`,
    withFolder: own,
  });
  if (release === undefined) return work();
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** The object of a lock. */
interface LockSubject {
  /** Its name in messages. */
  readonly where: string;
  /** The folder of the lock is removed too if it is then empty. */
  readonly withFolder: boolean;
}

const EDITION: LockSubject = { where: 'on this edition', withFolder: true };

type Release = () => void;

/** Once it has the lock no shard can begin; it waits for the running shards. */
async function acquireWhole(folder: string, command: string): Promise<Release | undefined> {
  const release = await acquire(join(folder, WHOLE), command);
  if (release === undefined) return undefined;
  try {
    for (const path of shardLocks(folder)) await untilFree(path);
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

/** Takes its lock, and releases it if a run on the whole edition has started meanwhile. */
async function acquireShard(
  folder: string,
  command: string,
  { at, of }: Share,
): Promise<Release | undefined> {
  for (;;) {
    await untilFree(join(folder, WHOLE));
    const release = await acquire(join(folder, `${WHOLE}-${at}-of-${of}`), command);
    if (release === undefined || !existsSync(join(folder, WHOLE))) return release;
    release();
  }
}

const WHOLE = 'lock';

function shardLocks(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^lock-\d+-of-\d+$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

async function untilFree(path: string): Promise<void> {
  const patience = new Patience(path, EDITION.where);
  while (existsSync(path)) {
    const holder = holderOf(path);
    if (holder === 'dead') takeAway(path);
    if (typeof holder === 'object') await patience.wait(holder);
  }
}

/** Undefined if no file can be made there. */
async function acquire(
  path: string,
  command: string,
  { where, withFolder }: LockSubject = EDITION,
): Promise<Release | undefined> {
  const own: LockHolder = {
    command,
    pid: process.pid,
    host: hostname(),
    began: processStart(process.pid),
  };
  const patience = new Patience(path, where);
  let gone = 0;
  for (;;) {
    try {
      create(path, own);
      return () => giveBack(path, withFolder);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // Another run has just taken the empty folder away.
      if (code === 'ENOENT' && ++gone < MOST_TIMES) continue;
      if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return undefined;
      if (code !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    if (holder === 'gone') continue;
    if (holder === 'dead') {
      takeAway(path);
      continue;
    }
    await patience.wait(holder);
  }
}
