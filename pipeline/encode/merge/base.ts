/**
 * What the encoder wrote then: the base of every later merge.
 *
 * In: an edition's folder and the documents as they are encoded. Out: files `.siglum/base/ID.xml` in the edition, to be kept with it (in
 * version control they cost nothing: their content is that of the document as it was first committed). A base is used only
 * where the digest that the document states is its own: a wrong or cut-off file counts as missing.
 */
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type Edition, filesIn } from '../../edition.ts';
import { writeWhole } from '../../files.ts';
import { isUntouched, statedDigest } from '../provenance.ts';

export class BaseStore {
  readonly #folder: string;

  constructor(edition: Edition) {
    this.#folder = join(edition.root, '.siglum', 'base');
  }

  /** What the encoder wrote for the document `id` when it stated this digest. */
  find(id: string, digest: string | undefined): string | undefined {
    if (digest === undefined) return undefined;
    for (const path of [this.#path(id), this.#next(id)]) {
      if (!existsSync(path)) continue;
      const base = readFileSync(path, 'utf8');
      if (statedDigest(base) === digest && isUntouched(base)) return base;
    }
    return undefined;
  }

  /** Where the document holds what its base has to be, and the base does: nothing to do. */
  holds(id: string, tei: string): boolean {
    const path = this.#path(id);
    return existsSync(path) && readFileSync(path, 'utf8') === tei;
  }

  /**
   * Keeps `tei` as the base of `id` and lets `write` put the document in place. Stopped at any moment, the document still has its base:
   * the former one stays until the document is written.
   */
  keep(id: string, tei: string, write?: () => void): void {
    if (this.holds(id, tei)) {
      write?.();
      return;
    }
    writeWhole(this.#next(id), tei);
    write?.();
    renameSync(this.#next(id), this.#path(id));
  }

  /** The ids of the documents that have a base. */
  get ids(): string[] {
    return filesIn(this.#folder, '.xml').map((path) => path.slice(this.#folder.length + 1, -'.xml'.length));
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.xml`);
  }

  #next(id: string): string {
    return join(this.#folder, `${id}.xml.next`);
  }
}
