/**
 * A file written piece by piece, so that what is about the whole edition never stands in memory as
 * one string.
 *
 * In: a folder, an address within the site and pieces. Out: the file. It is written into a build's
 * temporary folder, which is put in its place as a whole (../folder.ts); so the file itself need
 * not be renamed.
 */
import { closeSync, copyFileSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aboutFile } from '../../core/atomic-files.ts';
import { written } from '../units.ts';

/** How much is gathered before it is written, in UTF-16 units. */
const PIECE = 1 << 16;

export interface OpenFile {
  write(piece: string): void;
  close(): void;
}

export function openFile(folder: string, address: string): OpenFile {
  const path = placeFor(folder, address);
  const file = openSync(path, 'w');
  let gathered = '';
  const flush = (): void => {
    try {
      writeFileSync(file, gathered);
    } catch (fault) {
      throw aboutFile(fault, path);
    }
    gathered = '';
  };
  return {
    write(piece) {
      gathered += piece;
      if (gathered.length >= PIECE) flush();
    },
    close() {
      try {
        flush();
      } finally {
        closeSync(file);
      }
    },
  };
}

export function writePieces(folder: string, address: string, pieces: Iterable<string>): void {
  const file = openFile(folder, address);
  try {
    for (const piece of pieces) file.write(piece);
  } finally {
    file.close();
  }
}

/** A small file of its own: where it stands and what it says. */
export interface SiteFile {
  readonly address: string;
  readonly content: string;
}

export function writeFileAt(folder: string, address: string, content: string | Uint8Array): void {
  const path = placeFor(folder, address);
  try {
    writeFileSync(path, content);
  } catch (fault) {
    throw aboutFile(fault, path);
  }
}

export function copyFileAt(folder: string, address: string, path: string): void {
  copyFileSync(path, placeFor(folder, address));
}

function placeFor(folder: string, address: string): string {
  const path = join(folder, address);
  mkdirSync(dirname(path), { recursive: true });
  written(address);
  return path;
}

/** JSON as it is read by people too: two spaces, a line break at the end. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * A JSON object whose last member is a long array, value by value. `open`: the object's other
 * members.
 */
export function* jsonWithList(
  open: Readonly<Record<string, unknown>>,
  key: string,
  values: Iterable<unknown>,
): Generator<string> {
  yield `${JSON.stringify(open, null, 2).replace(/\n?\}$/, '')},\n  ${JSON.stringify(key)}: [`;
  let first = true;
  for (const value of values) {
    yield `${first ? '' : ','}\n${JSON.stringify(value, null, 2).replace(/^/gm, '    ')}`;
    first = false;
  }
  yield `${first ? '' : '\n  '}]\n}\n`;
}
