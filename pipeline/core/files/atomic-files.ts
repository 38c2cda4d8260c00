/**
 * Files written whole or not at all.
 *
 * Takes a path and its content. Returns the file, never a part of it (CONTRIBUTING, law 2): the
 * content goes into a temporary file beside it, which then takes its name.
 */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { THIS_MACHINE } from '../process.ts';
import { makeFolder } from './make-folder.ts';

/**
 * The name of a file that is being written, and in it the process that does and its machine
 * (`sweep.ts` looks for these).
 */
export const TEMPORARY_FILE = /^\.siglum-(?<pid>\d+)-\d+-\d+-(?<machine>[0-9a-f]{6})\.tmp$/;

/** The threads of a process have numbers of their own. */
let files = threadId * 1_000_000_000;

/**
 * A name for a file that is being written in `folder`; each thread of a process counts its own.
 */
export function temporaryFile(folder: string): string {
  return join(folder, `.siglum-${process.pid}-${threadId}-${files++}-${THIS_MACHINE}.tmp`);
}

interface WriteOptions {
  /**
   * Waits until the disk has it, so that it outlasts a power failure too: for what cannot be made
   * again. Takes milliseconds.
   */
  readonly durable?: boolean;
  /** Permissions of the file, as in `stat`; else those that new files have. */
  readonly mode?: number;
}

/** How often a file is written if another program removes its folder meanwhile: a cache. */
const MOST_TRIES = 5;

export function writeWhole(
  path: string,
  content: string | Uint8Array,
  { durable = false, mode }: WriteOptions = {},
): void {
  for (let tries = 1; ; tries++) {
    try {
      putInPlace(path, durable, (file) => {
        if (mode !== undefined) fchmodSync(file, mode);
        writeFileSync(file, content);
      });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === MOST_TRIES) throw error;
    }
  }
}

/** Size of the write buffer, in UTF-16 units. */
const PIECE = 1 << 16;

/** Like `writeFileWhole`, for content that is too long to be one string. */
export function writeWholeInPieces(path: string, pieces: Iterable<string>): void {
  putInPlace(path, false, (file) => {
    let gathered = '';
    for (const piece of pieces) {
      gathered += piece;
      if (gathered.length < PIECE) continue;
      writeFileSync(file, gathered);
      gathered = '';
    }
    writeFileSync(file, gathered);
  });
}

function putInPlace(path: string, durable: boolean, write: (file: number) => void): void {
  makeFolder(dirname(path));
  const temporary = temporaryFile(dirname(path));
  try {
    const file = openSync(temporary, 'w');
    try {
      write(file);
      if (durable) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    if (durable) syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw withTargetPath(error, path);
  }
}

/**
 * Adds the path to a system error: the intended file, not the temporary one. When a disk is full,
 * the system's error names no file.
 */
export function withTargetPath(error: unknown, path: string): unknown {
  return error instanceof Error && 'code' in error ? Object.assign(error, { dest: path }) : error;
}

/**
 * Removes a folder with everything in it. Faster than `rmSync`, which examines each file twice: a
 * site has thousands of files.
 */
export function removeFolder(path: string): void {
  try {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) removeFolder(inside);
      else unlinkSync(inside);
    }
    rmdirSync(path);
  } catch {
    rmSync(path, { recursive: true, force: true });
  }
}

/** Writes a file that only saves the next run some work: errors are ignored. */
export function writeIfPossible(path: string, content: string | Uint8Array): void {
  try {
    writeWhole(path, content);
  } catch {
    // A run that must write there reports the error.
  }
}

/** The name is the folder's; some file systems (those of Windows) do not let a folder be opened. */
function syncFolder(folder: string): void {
  let opened: number | undefined;
  try {
    opened = openSync(folder, 'r');
    fsyncSync(opened);
  } catch {
    // The content is safe at this point; only the renaming can be lost.
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}
