/**
 * Writes the files of `--report`.
 *
 * Takes the name that the user gave, later the worklist. Returns a JSON file, a page, or both.
 */
import { existsSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { shownPath, UsageError } from '../../core/finding.ts';
import { worklistPage } from './page.ts';
import type { Worklist } from './worklist.ts';

const WRITERS: ReadonlyMap<string, (worklist: Worklist) => string> = new Map([
  ['.json', (worklist) => `${JSON.stringify(worklist, null, 2)}\n`],
  ['.html', worklistPage],
]);

interface ReportFile {
  readonly path: string;
  readonly write: (worklist: Worklist) => string;
}

/**
 * The files of a report's name: `work.json`, `work.html`, or `work` for both. @throws UsageError
 * for another extension, or the name of a folder.
 */
export function reportFiles(name: string): ReportFile[] {
  const ending = extname(name).toLowerCase();
  const writer = WRITERS.get(ending);
  const files = writer
    ? [{ path: resolve(name), write: writer }]
    : [...WRITERS].map(([added, write]) => ({ path: `${resolve(name)}${added}`, write }));
  const folder =
    /[/\\]$/.test(name) ||
    files.some(({ path }) => existsSync(path) && statSync(path).isDirectory());
  if ((ending !== '' && !writer) || folder || name === '') {
    throw new UsageError(
      `--report takes a file that ends in .json (for programs) or .html (a page to read), ` +
        `or a name without an extension for both; “${name}” is ` +
        `${folder ? 'a folder' : 'neither'}`,
    );
  }
  return files;
}

/**
 * Writes the report; returns the paths as the user would name them. Throws a `UsageError` if a file
 * cannot be written.
 */
export function writeReport(files: readonly ReportFile[], worklist: Worklist): string[] {
  return files.map(({ path, write }) => {
    const shown = shownPath(path);
    try {
      writeWhole(path, write(worklist));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      throw new UsageError(
        `the report “${shown}” cannot be written (${code}); name a file in a folder that ` +
          `you may write to`,
      );
    }
    return shown;
  });
}
