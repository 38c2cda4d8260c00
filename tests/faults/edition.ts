/**
 * An edition of a few documents, made of the project's own, for tests of killed runs.
 *
 * Takes a folder. Returns the edition in it, before anything is encoded.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../../pipeline/edition/edition.ts';

/** The memo as document 149 and, under other numbers, as `copies` more. */
export function layOutEdition(root: string, copies: number): void {
  cpSync(join(PROGRAM, 'tei'), root, { recursive: true });
  for (const folder of ['documents', '.siglum'])
    rmSync(join(root, folder), { recursive: true, force: true });
  const memo = readFileSync(join(root, 'sources', 'd149.txt'), 'utf8');
  for (let n = 1; n <= copies; n++) {
    writeFileSync(join(root, 'sources', `d${900 + n}.txt`), memo.replace(/^149\./, `${900 + n}.`));
  }
}
