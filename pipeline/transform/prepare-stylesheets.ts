/**
 * Compiles the program's stylesheets that have been changed in a checkout, before anything else and
 * by several threads. An installed program has them compiled already.
 */
import { availableParallelism } from 'node:os';
import type { ReportProgress } from '../core/progress.ts';
import { compileIntoCache, isCompiled } from '../xml/saxon/xslt.ts';
import { SITE_STYLESHEETS } from './transform.ts';

/** Also said where no progress can be shown: without it a minute of silence would be a riddle. */
const COMPILING =
  'siglum: stylesheets of the program have changed and are compiled; this is done once and takes up to a minute';

/** Throws an error of the system where the cache cannot be written. */
export async function prepareStylesheets(
  cache: string,
  progress: ReportProgress,
  stylesheets: readonly string[] = SITE_STYLESHEETS,
): Promise<void> {
  const waiting = stylesheets.filter((path) => !isCompiled(path, cache));
  const count = waiting.length;
  if (count === 0) return;
  console.error(COMPILING);
  let done = 0;
  const compileNext = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await compileIntoCache(path, cache);
      done += 1;
      progress('stylesheets compiled', done, count);
    }
  };
  progress('stylesheets compiled', 0, count);
  await Promise.all(Array.from({ length: Math.min(count, availableParallelism()) }, compileNext));
}
