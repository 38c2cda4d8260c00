/**
 * Compiles the program's stylesheets that have changed in a checkout, before anything else and by
 * several threads. In an installed program they are compiled already.
 */
import { availableParallelism } from 'node:os';
import type { ReportProgress } from '../core/progress.ts';
import { compileIntoCache, isCompiled } from '../xml/saxon/xslt.ts';
import { SITE_STYLESHEETS } from './transform.ts';

/** Also printed if no progress can be shown: otherwise there would be no output for a minute. */
const COMPILING =
  'siglum: stylesheets of the program have changed and are compiled; this is done once and ' +
  'takes up to a minute';

/** Throws a system error if the cache cannot be written. */
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
      try {
        await compileIntoCache(path, cache);
      } catch (error) {
        // The other threads end after the stylesheet that they are at.
        waiting.length = 0;
        throw error;
      }
      done += 1;
      progress('stylesheets compiled', done, count);
    }
  };
  progress('stylesheets compiled', 0, count);
  await Promise.all(Array.from({ length: Math.min(count, availableParallelism()) }, compileNext));
}
