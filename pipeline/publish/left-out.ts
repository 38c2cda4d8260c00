/**
 * The documents that the last build has left out because of errors.
 *
 * In: the cache and the place of a site. Out: which documents the next build may presume to be published, before it has judged what was edited.
 */
import { resolve } from 'node:path';
import { digestOf, Results } from '../results.ts';

/** Where it is kept. */
const KIND = 'left-out';

export class LeftOut {
  readonly #results: Results;
  readonly #key: string;
  readonly #paths: ReadonlySet<string>;

  constructor(cache: string, place: string) {
    this.#results = new Results(cache);
    this.#key = digestOf(resolve(place));
    this.#paths = new Set(this.#results.get<readonly string[]>(KIND, this.#key) ?? []);
  }

  without(paths: readonly string[]): readonly string[] {
    return paths.filter((path) => !this.#paths.has(path));
  }

  keep(paths: readonly string[]): void {
    if (paths.length === this.#paths.size && paths.every((path) => this.#paths.has(path))) return;
    this.#results.put(KIND, this.#key, paths);
  }
}
