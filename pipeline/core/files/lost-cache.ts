/**
 * A cache that another program empties while this one works: what a run has written there, or
 * would write, is gone.
 */
import { resolve, sep } from 'node:path';

/** The cache no longer has a value that it had: another run removed it, or the disk is damaged. */
export class LostValue extends Error {
  override readonly name = 'LostValue';
}

/** How many errors around the first one are examined. */
const MOST_AROUND = 10;

/** Whether the error, or one that it was thrown for, is of a file that the cache has lost. */
export function isOfLostCache(caught: unknown, cache: string): boolean {
  let error = caught;
  for (let depth = 0; error instanceof Error && depth < MOST_AROUND; depth++) {
    if (error instanceof LostValue) return true;
    const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
    const place = dest ?? path;
    if (code === 'ENOENT' && place !== undefined && isWithin(place, cache)) return true;
    // Eleventy wraps the first error in its own.
    error = error.cause ?? (error as { originalError?: unknown }).originalError;
  }
  return false;
}

/** Whether a path is a folder, or in it. */
export function isWithin(path: string, folder: string): boolean {
  const full = resolve(path);
  return full === folder || full.startsWith(folder + sep);
}
