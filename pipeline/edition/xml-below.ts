/**
 * The files of XML in a folder and the folders in it.
 *
 * In: a folder. Out: paths, in code-point order. Hidden folders, folders that a command has made
 * and those of packages are passed over; links are not followed, since they can lead out of the
 * folder, and in circles.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const PASSED_OVER = new Set(['node_modules', '_site', 'dist']);
/** Files in a folder that say that a command has made it. */
const MADE = ['.siglum-site', '.siglum-deposit'];
const DEEPEST = 32;

/** `passed`: paths of folders to pass over besides. */
export function xmlBelow(root: string, passed: readonly string[] = []): string[] {
  const found: string[] = [];
  const walk = (folder: string, depth: number): void => {
    if (depth > 0 && MADE.some((mark) => existsSync(join(folder, mark)))) return;
    for (const { name, isFolder } of namesIn(folder)) {
      const path = join(folder, name);
      if (!isFolder) {
        if (name.endsWith('.xml')) found.push(path);
      } else if (depth < DEEPEST && !PASSED_OVER.has(name) && !passed.includes(path))
        walk(path, depth + 1);
    }
  };
  walk(root, 0);
  return found.sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
}

/** A folder that may not be read holds nothing for us. */
function namesIn(folder: string): { name: string; isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.') && !entry.isSymbolicLink())
      .map((entry) => ({
        name: entry.name,
        isFolder: entry.isDirectory() && !entry.name.endsWith('.xml'),
      }));
  } catch {
    return [];
  }
}
