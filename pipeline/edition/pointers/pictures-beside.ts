/**
 * Pictures in the folders of the documents: `<graphic url="img/seal.png"/>`, `<pb
 * facs="f12.jpg"/>`.
 *
 * Takes a TEI file and the folder of its edition. Returns the files that it names, if they are
 * pictures that a browser shows and are in the edition; else why not. Nothing outside the folder is
 * published, and nothing that can contain a script (SVG).
 */

import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { decodedName } from '../../core/text.ts';

/** The first bytes of files of each kind, by extension; `at`: the offset in bytes. */
const KINDS: readonly { readonly ending: RegExp; readonly at: number; readonly mark: string }[] = [
  { ending: /\.png$/i, at: 0, mark: '\x89PNG\r\n\x1a\n' },
  { ending: /\.jpe?g$/i, at: 0, mark: '\xff\xd8\xff' },
  { ending: /\.gif$/i, at: 0, mark: 'GIF8' },
  { ending: /\.webp$/i, at: 8, mark: 'WEBP' },
  { ending: /\.avif$/i, at: 4, mark: 'ftypavif' },
];

const NAMING = /\b(?:url|facs)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const BASE = /\bxml:base\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** A picture on the site: the file, and its address there. */
export interface PictureFile {
  readonly path: string;
  readonly address: string;
}

/** Why a picture is not on the site: the words of the message after its name. */
interface NoPicture {
  readonly why: string;
}

/** Whether a word of the TEI names a picture in a folder, not an address on the web. */
export function namesPicture(word: string): boolean {
  return (
    KINDS.some(({ ending }) => ending.test(word)) && !/^[a-z][a-z0-9+.-]*:|^[/\\#]/i.test(word)
  );
}

/**
 * The file in a folder that the word of a `graphic/@url` or a `media/@url` names, a recording or a
 * TIFF say; nothing for an address on the web, an element or another TEI file.
 */
export function fileNamed(word: string): string | undefined {
  const name = word.replace(/#.*$/s, '');
  return /\.[A-Za-z0-9]+$/.test(name) && !/^[a-z][a-z0-9+.-]*:|^[/\\]|\.xml$/i.test(name)
    ? name
    : undefined;
}

/**
 * The pictures that a file may name, each once: as it writes them, and with each base (xml:base)
 * before them.
 */
export function picturesIn(text: string): string[] {
  const words = valuesOf(text, NAMING)
    .flatMap((value) => value.split(/\s+/))
    .filter(namesPicture);
  if (words.length === 0) return [];
  const bases = valuesOf(text, BASE);
  return [
    ...new Set([...words, ...bases.flatMap((base) => words.map((word) => base + word))]),
  ].filter(namesPicture);
}

/** `name`: as written in the TEI file `from`; `root`: the edition's folder. */
export function pictureFile(name: string, from: string, root: string): PictureFile | NoPicture {
  const path = resolve(dirname(from), decodedName(name));
  const kind = KINDS.find(({ ending }) => ending.test(path));
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return { why: 'does not exist' };
  if (!kind) return { why: 'is of a kind that is not shown' };
  const inside = relative(realpathSync(root), realpathSync(path));
  if (inside.startsWith('..') || resolve(inside) === inside)
    return { why: 'is outside the edition’s folder' };
  if (!beginsWith(path, kind)) return { why: 'is not a picture of the kind that its name says' };
  const address = inside.split(sep).map(encodeURIComponent).join('/');
  return { path, address: `/pictures/${address}` };
}

function valuesOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, double, single]) =>
    (double ?? single ?? '').replaceAll('&amp;', '&').trim(),
  );
}

function beginsWith(path: string, { at, mark }: { at: number; mark: string }): boolean {
  const bytes = Buffer.alloc(at + mark.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(file);
  }
  return bytes.subarray(at).toString('latin1') === mark;
}
