// @ts-check
/**
 * Where derived files are kept that may be thrown away: the compiled program, compiled stylesheets,
 * results by content.
 *
 * In: the environment. Out: a folder. `SIGLUM_CACHE` names it, so that several machines can share
 * one or a disk of its own can hold it; else it stands in the program's folder; else, where that
 * may not be written (a program installed for everybody), among the user's own (XDG Base Directory
 * Specification, `XDG_CACHE_HOME`). JavaScript, since the compiled program itself is sought there.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * @param {string} program The program's folder.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string}
 */
export function cacheFolder(program, environment = process.env) {
  const { SIGLUM_CACHE: named, XDG_CACHE_HOME: ofUser } = environment;
  if (named) return resolve(named);
  const own = join(program, '.cache');
  if (mayWrite(existsSync(own) ? own : program)) return own;
  return join(ofUser || join(homedir(), '.cache'), 'siglum');
}

/**
 * @param {string} folder
 * @returns {boolean}
 */
function mayWrite(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
