/**
 * Where derived files are kept that may be thrown away: compiled stylesheets, results by content.
 *
 * In: the environment. Out: a folder. `SIGLUM_CACHE` names it, so that several machines can share one or a disk of its own can hold it;
 * else it stands in the program's folder; else, where that may not be written (a program installed for everybody), among the user's
 * own (XDG Base Directory Specification, `XDG_CACHE_HOME`).
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** `program`: the program's folder. */
export function cacheFolder(program: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { SIGLUM_CACHE: named, XDG_CACHE_HOME: ofUser } = environment;
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
