/**
 * A folder with those above it.
 *
 * `mkdirSync(…, {recursive: true})` of Node 20 never ends where the system has no folder to offer
 * although the one above exists (`/proc/x`); so the steps are taken here.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Throws the system's error, with the folder that was asked for, if it may not be made. */
export function makeFolder(path: string): void {
  try {
    makeStep(path);
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { dest: path }) : error;
  }
}

function makeStep(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(path) !== path && !existsSync(dirname(path))) {
      makeStep(dirname(path));
      makeStep(path);
    } else if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      // A link that leads nowhere "exists" for mkdir only.
      if (code === 'EEXIST' && !existsSync(path)) Object.assign(error as Error, { code: 'ENOENT' });
      throw error;
    }
  }
}
