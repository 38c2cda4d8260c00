/** The files of a folder in a stable order. */

import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '../../core/text.ts';

/**
 * The entries of `folder` with names that end in `ending`, in code-point order, not in the file
 * system's. Folders and pipes with such a name are included, so that the reader reports them; links
 * are not, since they can lead out of the edition.
 */
export function filesIn(folder: string, ending: string): string[] {
  return folderEntries(folder)
    .filter((entry) => !entry.isSymbolicLink() && entry.name.endsWith(ending))
    .map(({ name }) => join(folder, name));
}

/**
 * The entries of a folder, without leftovers, in code-point order; empty if there is no such
 * folder.
 */
export function folderEntries(folder: string): Dirent[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isLeftover(name))
    .sort(({ name: a }, { name: b }) => byCodeUnit(a, b));
}

/**
 * Hidden files that programs leave beside others (`._d1.xml` of macOS, `.#d1.xml` of Emacs), unless
 * they have the name of a text.
 */
function isLeftover(name: string): boolean {
  return name.startsWith('.') && !/^\.[^._#~].*\.(?:xml|txt|md|docx|odt|html?)$/is.test(name);
}
