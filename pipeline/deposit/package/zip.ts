/**
 * A folder as a ZIP file, with the same bytes for the same content: entries are in the order of
 * their paths, each with the same time and mode. Files are read piece by piece.
 */
import { basename, join } from 'node:path';
import { filesBelow } from '../../core/files/files-below.ts';
import { ZipFile } from '../../core/files/zip-file.ts';
import { isDay } from '../../formats/facts/dates.ts';
import { readPieces } from './files.ts';

/**
 * `day`: YYYY-MM-DD, or the known part of it. The folder's own name is the first part of every
 * path.
 */
export function writeZip(folder: string, target: string, day: string): void {
  const name = basename(folder);
  const entries = filesBelow(folder).map((path) => ({
    name: `${name}/${path}`,
    from: join(folder, ...path.split('/')),
  }));
  writeEntries(entries, target, day);
}

/** A ZIP file that contains one file, which unpackers leave whole: a ZIP file within another. */
export function writeZipOf(from: string, target: string, day: string): void {
  writeEntries([{ name: basename(from), from }], target, day);
}

interface EntrySource {
  readonly name: string;
  readonly from: string;
}

function writeEntries(entries: readonly EntrySource[], target: string, day: string): void {
  const zip = new ZipFile(target, isDay(day) ? day : null, 'wx');
  try {
    for (const { name, from } of entries) zip.addPieces(name, readPieces(from));
  } finally {
    zip.close();
  }
}
