/**
 * The folder of a build: made beside its place, and moved there as a whole.
 *
 * Takes the place of the site. Returns a temporary folder to build into, and a function that
 * replaces the previous build by the new one by renaming (CONTRIBUTING, law 2). Only a folder that
 * a build has made is ever removed; a marker file in it identifies it.
 */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeFolder } from '../core/files/atomic-files.ts';
import { makeFolder, realPlace } from '../core/files/make-folder.ts';
import { shownPath, UsageError } from '../core/finding.ts';
import { sweepBuilds } from '../core/lock/sweep.ts';

/** The command that makes a folder, and the marker file in it. */
interface FolderMaker {
  readonly mark: string;
  readonly command: string;
}

/** How often a removed folder is checked again, and the milliseconds between. */
const CHECKS = 4;
const BETWEEN = 50;

/** The marker file of a folder that a build has made. */
export const SITE_MARK = '.siglum-site';

const SITE: FolderMaker = { mark: SITE_MARK, command: 'siglum build' };

interface BuildFolder {
  /** The folder that the build writes into. */
  readonly path: string;
  /** Moves the folder to its place. */
  publish(): void;
  /**
   * Removes the folder after a build that failed, with files that are still being written into it.
   */
  discard(): Promise<void>;
}

/** Throws a `UsageError` if the place contains anything that the command has not made. */
export function openBuildFolder(place: string, maker: FolderMaker = SITE): BuildFolder {
  const target = realPlace(place);
  refuseForeign(target, maker);
  makeFolder(dirname(target));
  sweepBuilds(target);
  const path = mkdtempSync(join(dirname(target), `.${basename(target)}-${process.pid}-`));
  // A temporary folder belongs to its owner alone; a site is read by a web server too.
  chmodSync(path, 0o755);
  const discard = async (): Promise<void> => {
    removeFolder(path);
    // Eleventy writes many pages at once, and stops at the first that fails: the others are still
    // being written.
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
  // A link that leads nowhere counts too.
  if (lstatSync(target, { throwIfNoEntry: false }) === undefined) return;
  const isFolder = existsSync(target) && statSync(target).isDirectory();
  const ours = isFolder && (existsSync(join(target, mark)) || readdirSync(target).length === 0);
  if (ours) return;
  throw new UsageError(
    `${shownPath(target)} was not made by "${command}" and is left as it is; name another ` +
      'folder with --out, or move it away',
  );
}
