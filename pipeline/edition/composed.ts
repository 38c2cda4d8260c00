/**
 * The file that is published as the TEI of a document: the document's own, or where others are put
 * into it or entities replaced, one with its text as it was read, which needs no other file. *
 * Takes a document of an edition. Returns the path of that file, among the derived files where it
 * is made.
 */
import { join } from 'node:path';
import { writeWhole } from '../core/files/atomic-files.ts';
import { readDocument } from '../xml/source/read-document.ts';
import type { Edition } from './edition.ts';

/** Throws an `InputError` where the document cannot be read. */
export function publishedFile(
  path: string,
  { cache, root }: Pick<Edition, 'cache' | 'root'>,
): string {
  const { text, hash, places } = readDocument(path, root, 'transform/unreadable');
  if (!places) return path;
  const file = join(cache, 'composed', `${hash}.xml`);
  writeWhole(file, text);
  return file;
}
