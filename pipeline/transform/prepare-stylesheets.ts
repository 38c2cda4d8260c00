/**
 * The first run: the program's stylesheets are compiled before anything else, with a word on why
 * that takes a while.
 *
 * In: the cache. Out: the compiled stylesheets in it, for this run and all later ones. They are
 * compiled by several threads, each once.
 */
import { availableParallelism } from 'node:os';
import type { Told } from '../core/progress.ts';
import { isCompiled, keepCompiled } from '../xml/xslt.ts';
import { SITE_STYLESHEETS } from './transform.ts';

/** What is said, also where no progress can be shown. */
const FIRST_RUN =
  'siglum: first run: the stylesheets are prepared; this is done once for each version of the program and takes up to a minute';

/** Throws an error of the system where the cache cannot be written. */
export async function prepareStylesheets(
  cache: string,
  progress: Told,
  stylesheets: readonly string[] = SITE_STYLESHEETS,
): Promise<void> {
  const waiting = stylesheets.filter((path) => !isCompiled(path, cache));
  const count = waiting.length;
  if (count === 0) return;
  console.error(FIRST_RUN);
  let done = 0;
  const compileNext = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await keepCompiled(path, cache);
      done += 1;
      progress('stylesheets prepared', done, count);
    }
  };
  progress('stylesheets prepared', 0, count);
  await Promise.all(Array.from({ length: Math.min(count, availableParallelism()) }, compileNext));
}
