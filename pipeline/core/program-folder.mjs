// @ts-check
/**
 * The location of the program: its folder, and the folder built from its sources.
 *
 * JavaScript, since `siglum.mjs` needs it before anything is built.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program's folder, with stylesheets, layouts and schema. */
export const PROGRAM = folderOfPackage(dirname(fileURLToPath(import.meta.url)));

/** What `prepare` builds: JavaScript, and in `xslt/` compiled stylesheets. Never in git. */
export const BUILT = join(PROGRAM, 'lib');

/** Names the sources that the JavaScript was built from. Written last. */
export const BUILT_FROM = join(BUILT, 'built.json');

/**
 * The path of a script that a thread or process starts from.
 *
 * @param {string} name A key of `ENTRIES` in program/build.mjs.
 * @returns {string}
 */
export function builtScript(name) {
  return join(BUILT, `${name}.js`);
}

/**
 * This module runs both from the sources and as part of the built program.
 *
 * @param {string} folder @returns {string}
 */
function folderOfPackage(folder) {
  return existsSync(join(folder, 'package.json')) ? folder : folderOfPackage(dirname(folder));
}
