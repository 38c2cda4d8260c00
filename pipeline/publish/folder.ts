/**
 * The folder of a build: made beside its place, and put there whole.
 *
 * Takes where the site goes. Returns a temporary folder to build into, and the exchange of the
 * previous build for the new one by renaming (CONTRIBUTING, law 2). Only a folder that a build has
 * made is ever taken away; a file in it, the mark, says that one has.
 */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeFolder } from '../core/files/atomic-files.ts';
import { shownPath, UsageError } from '../core/finding.ts';
import { sweepBuilds } from '../core/lock/sweep.ts';

/** What makes a folder, and the file in it that says so. */
interface FolderMaker {
  readonly mark: string;
  readonly command: string;
}

/** How often a folder that was removed is looked for again, and the milliseconds between. */
const CHECKS = 4;
const BETWEEN = 50;

/** The file in a site's folder that says that a build has made it. */
export const SITE_MARK = '.siglum-site';

const SITE: FolderMaker = { mark: SITE_MARK, command: 'siglum build' };

interface BuildFolder {
  /** What the build writes into. */
  readonly path: string;
  /** Puts the folder in its place. */
  publish(): void;
  /** Takes the folder away, after a build that failed, with what is still being written into it. */
  discard(): Promise<void>;
}

/** Throws a `UsageError` where the place holds something that the command has not made. */
export function openBuildFolder(place: string, maker: FolderMaker = SITE): BuildFolder {
  const target = resolve(place);
  refuseForeign(target, maker);
  mkdirSync(dirname(target), { recursive: true });
  sweepBuilds(target);
  const path = mkdtempSync(join(dirname(target), `.${basename(target)}-${process.pid}-`));
  // A temporary folder is its maker's alone; a site is read by a web server too.
  chmodSync(path, 0o755);
  const discard = async (): Promise<void> => {
    removeFolder(path);
    // Eleventy writes many pages at once, and ends with the first that fails: the others are on
    // their way.
    for (let missing = 0; missing < CHECKS; missing += 1) {
      await pause(BETWEEN);
      if (!existsSync(path)) continue;
      removeFolder(path);
      missing = 0;
    }
  };
  return {
    path,
    discard,
    publish() {
      writeFileSync(
        join(path, maker.mark),
        `Made by ${maker.command}, which replaces this folder as a whole.\n`,
      );
      refuseForeign(target, maker);
      const previous = `${path}-previous`;
      if (existsSync(target)) renameSync(target, previous);
      try {
        renameSync(path, target);
      } catch (error) {
        if (existsSync(previous)) renameSync(previous, target);
        throw error;
      }
      removeFolder(previous);
    },
  };
}

function refuseForeign(target: string, { mark, command }: FolderMaker): void {
  // A link that leads nowhere is something too.
  if (lstatSync(target, { throwIfNoEntry: false }) === undefined) return;
  const isFolder = existsSync(target) && statSync(target).isDirectory();
  const ours = isFolder && (existsSync(join(target, mark)) || readdirSync(target).length === 0);
  if (ours) return;
  throw new UsageError(
    `${shownPath(target)} was not made by "${command}" and is left as it is; name another folder with --out, or move it away`,
  );
}
