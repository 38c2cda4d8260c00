/**
 * The program's own layouts, found by their file names in any sub-folder of `site/_layouts`: an
 * edition replaces one by its name alone.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { PROGRAM } from '../core/program-folder.mjs';

const FOLDER = join(PROGRAM, 'site', '_layouts');

/** Reads layouts of the program by file name, such as `base.njk`. */
export function programLayouts(): nunjucks.FileSystemLoader {
  const topics = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return new nunjucks.FileSystemLoader(
    topics.map(({ name }) => join(FOLDER, name)),
    { noCache: false, watch: false },
  );
}
