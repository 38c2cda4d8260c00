import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * The files in a folder and its sub-folders, by their paths in it with `/`, in code-point order.
 * Links are files here, whatever they point to.
 */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
