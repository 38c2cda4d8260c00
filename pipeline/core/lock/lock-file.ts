/** The file of a lock: made in one step, read, removed. */
import {
  linkSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { temporaryFile, withTargetPath } from '../files/atomic-files.ts';
import { makeFolder } from '../files/make-folder.ts';
import { InputError, shownPath } from '../finding.ts';
import { isAlive, processStart } from '../process.ts';

export interface LockHolder {
  readonly command: string;
  readonly pid: number;
  readonly host: string;
  /**
   * When the process began, in the system's units; distinguishes it from a later process with the
   * same number.
   */
  readonly began: string;
}

/**
 * A lock without content is one that is just being written, unless it is older than this.
 * Milliseconds.
 */
const BEING_WRITTEN = 5_000;

/** Also removes the folder if it is empty: a refused command leaves nothing behind. */
export function giveBack(path: string, withFolder: boolean): void {
  rmSync(path, { force: true });
  if (!withFolder) return;
  try {
    rmdirSync(dirname(path));
  } catch {
    // The folder is not empty.
  }
}

/** Creates the lock with its content in one step, so that no other run sees it empty. */
export function create(path: string, own: LockHolder): void {
  makeFolder(dirname(path));
  const content = `${JSON.stringify(own)}\n`;
  const temporary = temporaryFile(dirname(path));
  try {
    writeFileSync(temporary, content);
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw withTargetPath(error, path);
    // Some file systems have no links.
    if (
      !['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(
        (error as NodeJS.ErrnoException).code ?? '',
      )
    )
      throw error;
    writeFileSync(path, content, { flag: 'wx' });
  } finally {
    rmSync(temporary, { force: true });
  }
}

export function holderOf(path: string): LockHolder | 'gone' | 'dead' {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile()) throw noFile(path);
  let holder: LockHolder;
  try {
    holder = JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'gone';
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > BEING_WRITTEN)
      return 'dead';
    return { command: 'siglum', pid: 0, host: hostname(), began: '' };
  }
  if (holder.host !== hostname()) return holder;
  return processStart(holder.pid) === holder.began && isAlive(holder.pid) ? holder : 'dead';
}

/** Renamed before it is removed: of two runs that find it, only one succeeds. */
export function takeAway(path: string): void {
  const away = temporaryFile(dirname(path));
  try {
    renameSync(path, away);
    unlinkSync(away);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function noFile(path: string): InputError {
  const message = 'this is not a file, but is in the place of the lock file; move it away';
  return new InputError({
    path: shownPath(path),
    severity: 'error',
    rule: 'edition/lock',
    message,
  });
}
