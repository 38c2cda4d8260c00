/**
 * The file that is published as the TEI of a document: the document's own; or, if it includes other
 * files or uses entities, a file with its expanded text, which needs no other file.
 *
 * Takes a document of an edition. Returns the path of that file, among the derived files if it was
 * made here.
 */
import { join } from 'node:path';
import { writeWhole } from '../core/files/atomic-files.ts';
import { readDocument } from '../xml/source/read-document.ts';
import type { Edition } from './edition.ts';

/** Throws an `InputError` if the document cannot be read. */
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
