/**
 * Documents by the names of their files: their identifiers in addresses, and the files that a pointer may mean.
 *
 * In: paths, and addresses as TEI writes them. Out: identifiers that every file system, web server and format of the site takes as they are. A name of a file can
 * hold anything (`a & b?.xml`, 240 bytes, line breaks); an identifier cannot. It depends on the name alone, so it stays when other documents come and go.
 */
import { createHash } from 'node:crypto';
import { basename, dirname, join, relative, resolve } from 'node:path';
import slugify from 'slugify';
import { listed } from './listed.ts';

/** Letters and digits of any script, `_`, `.` and `-`. */
const SAFE = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_-])?$/u;

/** Bytes. Names of 255 bytes are the most that file systems take, and the site adds to them (`;tree=pages;down=-1.json`). */
const LONGEST = 160;

/** Names that Windows gives to devices, whatever the ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Characters of the words in an identifier that is made from an unsafe name. */
const WORDS = 60;

/** Hexadecimal digits that tell apart unsafe names of the same words. */
const DIGITS = 8;

/** `d149` for `…/d149.xml`; for a name that cannot stand in an address its words and a hash: `a-and-b-1f0c9d2e` for `…/a & b?.xml`. */
export function documentId(path: string): string {
  const name = basename(path, '.xml');
  return isSafe(name) ? name : hashedId(name);
}

/** Words of letters a to z and digits, and a hash that tells names of the same words apart. */
export function hashedId(name: string): string {
  const words = slugify(name.normalize('NFC'), { lower: true, strict: true, trim: true }).slice(0, WORDS);
  const hash = createHash('sha256').update(name).digest('hex').slice(0, DIGITS);
  return [words.replace(/^-+|-+$/g, '') || 'd', hash].join('-');
}

/** The identifiers of an edition's documents: where several files in its folders have one name, their folders tell them apart. */
export class DocumentIds {
  readonly #ids: ReadonlyMap<string, string>;

  /** `base`: the folder whose documents go by their names alone. */
  constructor(paths: readonly string[], base: string) {
    const named = new Map<string, string[]>();
    const keyOf = (path: string): string => documentId(path).toLowerCase();
    for (const path of paths) listed(named, keyOf(path), path);
    // A file that is the only one of its name, or lies in the base folder, has its name for itself.
    const isPlain = (path: string): boolean =>
      named.get(keyOf(path))?.length === 1 || resolve(dirname(path)) === resolve(base);
    const given = new Set(paths.filter(isPlain).map(keyOf));
    const ids = new Map<string, string>();
    for (const path of paths) {
      if (isPlain(path)) {
        ids.set(path, documentId(path));
        continue;
      }
      const steps = relative(base, dirname(path)).split(/[/\\]/);
      const folder = steps.filter((step) => step !== '' && step !== '..');
      const wordy = documentId(join(dirname(path), `${[...folder, basename(path, '.xml')].join('-')}.xml`));
      // The name of a file may be another's folder and name.
      const isTaken = given.has(wordy.toLowerCase());
      const hash = createHash('sha256').update(relative(base, path)).digest('hex').slice(0, DIGITS);
      const id = isTaken ? `${wordy}-${hash}` : wordy;
      given.add(id.toLowerCase());
      ids.set(path, id);
    }
    this.#ids = ids;
  }

  of(path: string): string {
    return this.#ids.get(path) ?? documentId(path);
  }
}

/** Whether the name of a file, without its ending, is an identifier as it stands. */
export function isSafe(name: string): boolean {
  return SAFE.test(name) && name === name.normalize('NFC') && Buffer.byteLength(name) <= LONGEST && !DEVICE.test(name);
}

/**
 * The names of files that the file part of a pointer may mean, the likeliest first: `a%20b.xml` is an address for `a b.xml`, but people also write names as they
 * are; and some systems store accents apart from their letters (NFD).
 */
export function namesMeant(written: string): string[] {
  const decoded = decodedOnce(written);
  const names = [decoded, written];
  return [...new Set(names.flatMap((name) => [name, name.normalize('NFC'), name.normalize('NFD')]))];
}

function decodedOnce(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
