/**
 * The path of the document of a source. An editor may move a document into another folder: encoding
 * again must not write a second one into `documents/`.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ifReadable } from '../core/finding.ts';
import { addToList } from '../core/multimap.ts';
import type { Edition } from './edition.ts';
import { documentFiles } from './edition-files.ts';
import { FileIndex } from './file-facts/file-index.ts';
import { isLink } from './folder/links.ts';

/**
 * The path of the document with an id: `documents/ID.xml` if that exists; else the document of that
 * name in any other folder, of several the one that Siglum has encoded; else `documents/ID.xml`,
 * where it is written.
 */
export function documentPaths(edition: Edition, given?: FileIndex): (id: string) => string {
  let fileIndex = given;
  let elsewhere: ReadonlyMap<string, readonly string[]> | undefined;
  return (id) => {
    const usual = join(edition.documents, `${id}.xml`);
    if (existsSync(usual) || isLink(usual)) return usual;
    fileIndex ??= new FileIndex(edition.cache, edition.root);
    const files = fileIndex;
    elsewhere ??= byName(documentFiles(edition, files));
    const found = elsewhere.get(id.toLowerCase()) ?? [];
    return found.find((path) => isEncodedHere(path, files)) ?? found[0] ?? usual;
  };
}

function byName(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const path of paths) addToList(named, basename(path, '.xml').toLowerCase(), path);
  return named;
}

function isEncodedHere(path: string, fileIndex: FileIndex): boolean {
  return ifReadable(
    () => fileIndex.document(path, 'encode/unreadable')?.schemas.encodedHere === true,
    () => false,
  );
}
