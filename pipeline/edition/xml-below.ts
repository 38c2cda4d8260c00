/**
 * The XML files in a folder and its sub-folders, and the links there.
 *
 * Hidden folders, folders that a command has made and those of packages are skipped. Links are not
 * followed, since they can lead out of the folder, and in circles. All paths are in code-point
 * order.
 */
import { accessSync, constants, type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', '_site', 'dist']);
/** Files that mark a folder as made by a command. */
const MADE = ['.siglum-site', '.siglum-deposit'];
const DEEPEST = 32;

/** Paths of the XML files. `skipped`: paths of further folders to skip. */
export function xmlBelow(root: string, skipped: readonly string[] = []): string[] {
  return below(root, skipped, (entry) => !entry.isSymbolicLink() && entry.name.endsWith('.xml'));
}

/** Paths of links to files and folders, and of folders that cannot be listed. */
export function notEnteredBelow(root: string, skipped: readonly string[] = []): string[] {
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
    if (depth > 0 && MADE.some((mark) => existsSync(join(folder, mark)))) return;
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (SKIPPED.has(entry.name) || skipped.includes(path)) continue;
      if (wanted(entry, path)) found.push(path);
      else if (entry.isDirectory() && !entry.name.endsWith('.xml') && depth < DEEPEST)
        walk(path, depth + 1);
    }
  };
  walk(root, 0);
  return found.sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
}

/** Hidden entries are skipped. A folder that may not be read counts as empty. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  } catch {
    return [];
  }
}
