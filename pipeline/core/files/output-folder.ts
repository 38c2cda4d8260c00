/**
 * The folder that outputs are written into; it records the files written.
 *
 * A file about the whole edition is written piece by piece, so that it is never in memory as one
 * string. The folder is a build's temporary one, which is moved to its place as a whole
 * (publish/folder.ts); so no file in it needs to be renamed.
 */
import { closeSync, copyFileSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { withTargetPath } from './atomic-files.ts';
import { makeFolder } from './make-folder.ts';

/** Size of the write buffer, in UTF-16 units. */
const PIECE = 1 << 16;

export interface OpenFile {
  write(piece: string): void;
  close(): void;
}

/** A small file: its address and content. */
export interface SiteFile {
  readonly address: string;
  readonly content: string;
}

export class OutputFolder {
  readonly path: string;
  readonly #files = new Set<string>();

  constructor(path: string) {
    this.path = path;
  }

  /** The addresses of the files that were written through this object. */
  get files(): readonly string[] {
    return [...this.#files];
  }

  write(address: string, content: string | Uint8Array): void {
    const path = this.#placeFor(address);
    try {
      writeFileSync(path, content);
    } catch (error) {
      throw withTargetPath(error, path);
    }
  }

  writePieces(address: string, pieces: Iterable<string>): void {
    const file = this.open(address);
    try {
      for (const piece of pieces) file.write(piece);
    } finally {
      file.close();
    }
  }

  /** `source`: path of the file to be copied. */
  copy(address: string, source: string): void {
    copyFileSync(source, this.#placeFor(address));
  }

  /** The path of a file that the caller writes itself. */
  pathFor(address: string): string {
    return this.#placeFor(address);
  }

  open(address: string): OpenFile {
    const path = this.#placeFor(address);
    const file = openSync(path, 'w');
    let gathered = '';
    const flush = (): void => {
      try {
        writeFileSync(file, gathered);
      } catch (error) {
        throw withTargetPath(error, path);
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

  #placeFor(address: string): string {
    const path = join(this.path, address);
    // The parts of an address are made by the program; a name from a document is a mistake of it.
    if (!resolve(path).startsWith(resolve(this.path) + sep))
      throw new Error(`${address} leads out of the folder`);
    makeFolder(dirname(path));
    this.#files.add(address);
    return path;
  }
}

/** JSON that people can read: two spaces, a line break at the end. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * A JSON object with a long array as its last member, value by value. `open`: the object's other
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
