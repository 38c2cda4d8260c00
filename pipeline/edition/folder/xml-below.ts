/**
 * The XML files in a folder and its sub-folders, and the links there.
 *
 * Hidden folders, folders that a command has made and those of packages are skipped. Links are not
 * followed, since they can lead out of the folder, and in circles. All paths are in code-point
 * order.
 */

import { accessSync, constants, type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../../core/text.ts';

/** Folders of results, by their usual names. */
const RESULTS = ['_site', 'dist'];
const SKIPPED = new Set(['node_modules', ...RESULTS]);
/** Files in a folder that say that a command has made it. */
const MADE = ['.siglum-site', '.siglum-deposit'];
const DEEPEST = 32;

/** Paths of the XML files. `skipped`: paths of further folders to skip. */
export function xmlBelow(root: string, skipped: readonly string[] = []): string[] {
  return below(root, skipped, (entry) => !entry.isSymbolicLink() && entry.name.endsWith('.xml'));
}

/** Paths of files that are TEI by their names, which no command reads: `a.tei`, `a.XML`. */
export function misnamedBelow(root: string, skipped: readonly string[] = []): string[] {
  return below(
    root,
    skipped,
    ({ name }) => /\.(?:xml|tei|teixml)$/i.test(name) && !name.endsWith('.xml'),
  ).filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** Paths of folders of XML files that are skipped because results have such names. */
export function skippedFolders(root: string): string[] {
  return visibleEntries(root)
    .filter((entry) => entry.isDirectory() && RESULTS.includes(entry.name))
    .map(({ name }) => join(root, name))
    .filter((path) => xmlBelow(path).length > 0 && !isMade(path));
}

/** Paths of links to files and folders, and of folders that cannot be listed. */
export function notEnteredBelow(root: string, skipped: readonly string[]): string[] {
  return below(
    root,
    skipped,
    (entry, path) => entry.isSymbolicLink() || (entry.isDirectory() && !canList(path)),
  );
}

function canList(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function below(
  root: string,
  skipped: readonly string[],
  wanted: (entry: Dirent, path: string) => boolean,
): string[] {
  const found: string[] = [];
  const walk = (folder: string, depth: number): void => {
    if (depth > 0 && isMade(folder)) return;
    for (const entry of visibleEntries(folder)) {
      const path = join(folder, entry.name);
      if (SKIPPED.has(entry.name) || skipped.includes(path)) continue;
      if (wanted(entry, path)) found.push(path);
      else if (entry.isDirectory() && !entry.name.endsWith('.xml') && depth < DEEPEST)
        walk(path, depth + 1);
    }
  };
  walk(root, 0);
  return found.sort(byCodeUnit);
}

function isMade(folder: string): boolean {
  return MADE.some((mark) => existsSync(join(folder, mark)));
}

/** Hidden entries are skipped. A folder that may not be read counts as empty. */
function visibleEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  } catch {
    return [];
  }
}
