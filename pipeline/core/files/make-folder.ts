/**
 * A folder with those above it, and the folder that a link refers to.
 *
 * `mkdirSync(…, {recursive: true})` of Node 20 never ends where the system has no folder to offer
 * although the one above exists (`/proc/x`); so the steps are taken here.
 */
import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The absolute path of a folder to be written, without links: what a link refers to is replaced,
 * not the link, which may lead to the folder of a web server; and runs by the link and by the
 * folder share one lock. The last parts need not exist.
 */
export function realPlace(place: string): string {
  const path = resolve(place);
  if (existsSync(path)) return realpathSync.native(path);
  return dirname(path) === path ? path : join(realPlace(dirname(path)), basename(path));
}

/** Throws the system's error, with the folder that was asked for, if it may not be made. */
export function makeFolder(path: string): void {
  try {
    makeStep(path);
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { dest: path }) : error;
  }
}

/** `again`: a missing folder above is made first, or was made by another thread meanwhile. */
function makeStep(path: string, again = true): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && again && dirname(path) !== path) {
      if (!existsSync(dirname(path))) makeStep(dirname(path));
      makeStep(path, false);
    } else if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      // A link that leads nowhere "exists" for mkdir only.
      if (code === 'EEXIST' && !existsSync(path)) Object.assign(error as Error, { code: 'ENOENT' });
      throw error;
    }
  }
}
