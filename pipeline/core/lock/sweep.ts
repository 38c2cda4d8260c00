/**
 * Removes the files that killed runs have left behind.
 *
 * Takes an edition that is locked, or the place of a site. Removes temporary files and folders of
 * processes that no longer exist; in the many folders of results only once a day. Only names that
 * the program itself gives are checked (`files/atomic-files.ts`, `publish/folder.ts`).
 */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { TEMPORARY_FILE, writeIfPossible } from '../files/atomic-files.ts';
import { isOver, THIS_MACHINE } from '../process.ts';

/** The folders of an edition into which files are written. */
export interface WrittenFolders {
  readonly root: string;
  readonly documents: string;
  readonly sources: string;
  readonly authorities: string;
  readonly cache: string;
}

export function sweepEdition(edition: WrittenFolders): void {
  const own = join(edition.root, '.siglum');
  for (const folder of [
    edition.root,
    edition.documents,
    edition.sources,
    edition.authorities,
    own,
    join(own, 'base'),
    join(edition.cache, 'schematron'),
    join(edition.cache, 'xslt'),
  ]) {
    sweepFiles(folder);
  }
}

/** The folders in `folder`, at any depth. */
function foldersBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [join(folder, name), ...foldersBelow(join(folder, name))]);
}

/**
 * Milliseconds after which a file of another machine (its processes are not visible here) is
 * no longer being written.
 */
const DAY = 86_400_000;

/** Removes the temporary files of processes that have ended. */
function sweepFiles(folder: string): void {
  if (!existsSync(folder)) return;
  for (const found of readdirSync(folder)) {
    const { pid, machine } = TEMPORARY_FILE.exec(found)?.groups ?? {};
    if (pid === undefined) continue;
    const path = join(folder, found);
    if (machine === THIS_MACHINE ? isOver(Number(pid)) : isOld(path)) rmSync(path, { force: true });
  }
}

function isOld(path: string): boolean {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Date.now() - written > DAY;
}

/** Results that have not been used for this many milliseconds are removed. */
const UNUSED = 30 * DAY;

/** The file with the day of the last sweep. */
const SWEPT = 'swept';

/**
 * Once a day, removes cached results that have not been used for a month. Reading a result updates
 * its time (results.ts). So several editions can share a cache, other machines can fill it for a
 * later build, and it can be swept during another build, which makes missing results again. `now`:
 * for tests.
 */
export function sweepUnused(cache: string, now: number = Date.now()): void {
  const mark = join(cache, SWEPT);
  const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (now - last < DAY || !existsSync(cache)) return;
  for (const kind of ['results', 'sites', 'files', 'program']) {
    for (const folder of [join(cache, kind), ...foldersBelow(join(cache, kind))]) {
      sweepFiles(folder);
      sweepOlder(folder, now - UNUSED);
    }
  }
  writeIfPossible(mark, '');
}

function sweepOlder(folder: string, moment: number): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const used = entry.isFile() ? statSync(path, { throwIfNoEntry: false })?.mtimeMs : undefined;
    if (used !== undefined && used < moment) rmSync(path, { force: true });
  }
}

/**
 * Removes folders beside the place of a site that killed builds were filling. If a build was killed
 * between moving the previous site away and putting the new one there, the previous one is
 * restored.
 */
export function sweepBuilds(target: string): void {
  const parent = dirname(target);
  if (!existsSync(parent)) return;
  const name = basename(target);
  for (const found of readdirSync(parent)) {
    if (!found.startsWith(`.${name}-`)) continue;
    const [, pid, previous] =
      /^(\d+)-[A-Za-z0-9]{6}(-previous)?$/.exec(found.slice(name.length + 2)) ?? [];
    if (pid === undefined || !isOver(Number(pid))) continue;
    if (previous !== undefined && !existsSync(target)) renameSync(join(parent, found), target);
    else rmSync(join(parent, found), { recursive: true, force: true });
  }
}
