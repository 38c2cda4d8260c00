/**
 * Files of a package, written once and hashed on the way.
 *
 * Takes content, or a file to be copied. Returns the file, with its size and SHA-512. Files are
 * copied piece by piece, so that the size of an edition does not matter.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../core/files/make-folder.ts';
import { InputError, shownPath } from '../../core/finding.ts';

/** How many bytes are in memory at once. */
const PIECE = 256 * 1024;

/** Text, or the path of a file that is copied as it is. */
export type FileContent = { readonly text: string } | { readonly from: string };

export interface WrittenFile {
  /** Path in the package, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-512, in hexadecimal. */
  readonly sha512: string;
}

/** Writes `content` to `path` below `root`. */
export function writeHashed(root: string, path: string, content: FileContent): WrittenFile {
  const target = join(root, ...path.split('/'));
  makeFolder(dirname(target));
  const hash = createHash('sha512');
  let size = 0;
  const file = openSync(target, 'wx', 0o644);
  try {
    for (const piece of 'text' in content
      ? [Buffer.from(content.text, 'utf8')]
      : readPieces(content.from)) {
      hash.update(piece);
      size += piece.length;
      writeAll(file, piece);
    }
  } finally {
    closeSync(file);
  }
  return { path, size, sha512: hash.digest('hex') };
}

/** Hash of a file, in hexadecimal. */
export function fileHash(path: string, algorithm: 'sha512' | 'md5' = 'sha512'): string {
  const hash = createHash(algorithm);
  for (const piece of readPieces(path)) hash.update(piece);
  return hash.digest('hex');
}

/** A folder has no bytes, and reading a pipe could wait for ever. */
function notAFile(path: string): InputError {
  return new InputError({
    path: shownPath(path),
    severity: 'error',
    rule: 'deposit/not-a-file',
    message: 'this is not a file but a folder, a pipe or a device; put a file there, or remove it',
  });
}

/** The bytes of a file, a piece at a time. A piece is valid until the next one is asked for. */
export function* readPieces(path: string): Generator<Buffer> {
  if (!statSync(path).isFile()) throw notAFile(path);
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(PIECE);
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      yield buffer.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/** A write may write less than it is given. */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
