/**
 * The base of every later merge: the document as the encoder last wrote it.
 *
 * Takes an edition's folder and the documents as they are encoded. Returns files
 * `.siglum/base/ID.xml` in the edition, which belong to the edition (in version control they cost
 * nothing: their content is that of the document as it was first committed). A base is used only if
 * its hash is the one that the document states: a wrong or truncated file counts as missing.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../core/files/atomic-files.ts';
import { readInput } from '../core/files/input-file.ts';
import { ifReadable } from '../core/finding.ts';
import type { Edition } from '../edition/edition.ts';
import { isUntouched, statedHash } from '../edition/file-facts/provenance.ts';
import { WrittenCopies } from './written-copies.ts';

export class BaseStore {
  /** Folder of the values that the program has written into edited documents. */
  readonly copies: WrittenCopies;
  readonly #folder: string;

  constructor(edition: Edition) {
    this.copies = new WrittenCopies(edition.root);
    this.#folder = join(edition.root, '.siglum', 'base');
  }

  /** What the encoder wrote for the document `id` when it stated this hash. */
  find(id: string, hash: string | undefined): string | undefined {
    if (hash === undefined) return undefined;
    for (const path of [this.#path(id), this.#next(id)]) {
      const base = textAt(path);
      if (base !== undefined && statedHash(base) === hash && isUntouched(base)) return base;
    }
    return undefined;
  }

  /**
   * Stores `tei` as the base of `id`, then calls `write` to put the document in place. If the run
   * is killed at any moment the document still has its base: the previous one stays until the
   * document is written.
   */
  store(id: string, tei: string, write: () => void): void {
    if (this.#holds(id, tei)) {
      write();
      this.#dropNext(id);
      return;
    }
    writeWhole(this.#next(id), tei);
    write();
    renameSync(this.#next(id), this.#path(id));
  }

  /**
   * Stores the base of a document that is not written, if there is none; a read-only edition gets
   * none.
   */
  recall(id: string, tei: string): void {
    try {
      if (!this.#holds(id, tei)) writeWhole(this.#path(id), tei);
      this.#dropNext(id);
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw error;
    }
  }

  /**
   * A run that was killed after the document was written left this file; the base in place is
   * already the right one.
   */
  #dropNext(id: string): void {
    rmSync(this.#next(id), { force: true });
  }

  #holds(id: string, tei: string): boolean {
    return textAt(this.#path(id)) === tei;
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.xml`);
  }

  #next(id: string): string {
    return join(this.#folder, `${id}.xml.next`);
  }
}

/** Undefined if there is no file, or it cannot be read. */
function textAt(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  return ifReadable(
    () => Buffer.from(readInput(path, 'encode/base')).toString('utf8'),
    () => undefined,
  );
}
