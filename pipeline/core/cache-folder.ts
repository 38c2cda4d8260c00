/**
 * The folder of derived files that may be thrown away: compiled stylesheets of editions, results by
 * content.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * `SIGLUM_CACHE` names it, so that several machines can share one or a separate disk can hold it;
 * else it is in the program's folder; else, where that may not be written (a program installed
 * for everybody), among the user's own (XDG Base Directory Specification, `XDG_CACHE_HOME`).
 */
export function cacheFolder(program: string): string {
  const { SIGLUM_CACHE: named, XDG_CACHE_HOME: ofUser } = process.env;
  if (named) return resolve(named);
  const own = join(program, '.cache');
  if (mayWrite(existsSync(own) ? own : program)) return own;
  return join(ofUser || join(homedir(), '.cache'), 'siglum');
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
