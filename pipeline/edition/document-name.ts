/**
 * Documents by the names of their files: their identifiers in addresses, and the files that a
 * pointer may refer to.
 *
 * Takes paths, and addresses as TEI writes them. Returns identifiers that every file system, web
 * server and format of the site accepts unchanged. A file name can contain anything (`a & b?.xml`,
 * 240 bytes, line breaks); an identifier cannot. It depends on the name alone, so it stays when
 * other documents are added or removed.
 */

import { basename, dirname, relative } from 'node:path';
import slugify from 'slugify';
import { sha256 } from '../core/files/sha256.ts';
import { addToList } from '../core/multimap.ts';
import { decodedName } from '../core/text.ts';

/** Letters and digits of any script, `_`, `.` and `-`. */
const SAFE = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_-])?$/u;

/**
 * Bytes. File systems accept names of up to 255 bytes, and the site adds to them
 * (`;tree=pages;down=-1.json`).
 */
const LONGEST = 160;

/** Device names of Windows, whatever the extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** How many characters of words an identifier has that is made from an unsafe name. */
const WORDS = 60;

/** Hexadecimal digits that distinguish unsafe names with the same words. */
const DIGITS = 8;

/**
 * `d149` for `…/d149.xml`; for a name that cannot be in an address, its words and a hash:
 * `a-and-b-1f0c9d2e` for `…/a & b?.xml`.
 */
export function documentId(path: string): string {
  const name = basename(path, '.xml');
  return isSafe(name) ? name : hashedId(name);
}

/** Words of letters a to z and digits, and a hash that distinguishes names with the same words. */
export function hashedId(name: string): string {
  const words = slugify(name.normalize('NFC'), { lower: true, strict: true, trim: true }).slice(
    0,
    WORDS,
  );
  const hash = sha256(name).slice(0, DIGITS);
  return [words.replace(/^-+|-+$/g, '') || 'd', hash].join('-');
}

/** The identifiers of documents when they were published (register.ts). */
export interface PublishedIds {
  /**
   * Hexadecimal SHA-256 of the TEI file that was last published under the identifier; undefined if
   * none was.
   */
  tei(id: string): string | undefined;
  /** The same for the present file. */
  hashOf(path: string): string | undefined;
}

const NOTHING_PUBLISHED: PublishedIds = { tei: () => undefined, hashOf: () => undefined };

/**
 * The identifiers of an edition's documents. If several files have one name, the one published
 * under that name keeps it, else the one in the topmost folder; the identifiers of the others are
 * made from their folders and names.
 */
export class DocumentIds {
  readonly #ids = new Map<string, string>();
  readonly #base: string;
  readonly #published: PublishedIds;

  /** `base`: the folder to which the names of others are relative. */
  constructor(paths: readonly string[], base: string, published: PublishedIds = NOTHING_PUBLISHED) {
    this.#base = base;
    this.#published = published;
    const named = new Map<string, string[]>();
    for (const path of paths) addToList(named, documentId(path).toLowerCase(), path);
    const keeping = new Set([...named.values()].flatMap((same) => this.#keepers(same)));
    const given = new Set<string>();
    const give = (path: string, id: string): void => {
      given.add(id.toLowerCase());
      this.#ids.set(path, id);
    };
    for (const path of paths) if (keeping.has(path)) give(path, documentId(path));
    for (const path of paths) {
      if (keeping.has(path)) continue;
      const id = this.#withFolder(path);
      // The result may also be the folder and name of another document.
      const hash = sha256(relative(base, path)).slice(0, DIGITS);
      give(path, given.has(id.toLowerCase()) ? `${id}-${hash}` : id);
    }
  }

  of(path: string): string {
    return this.#ids.get(path) ?? documentId(path);
  }

  /**
   * Of files with one name, those that use it without a folder; none if each was published under
   * the names of its folders. In the base folder several may have names that differ in their
   * capitals.
   */
  #keepers(same: readonly string[]): readonly string[] {
    const { tei, hashOf } = this.#published;
    const inBase = same.filter((path) => this.#steps(path).length === 0);
    if (inBase.length === same.length) return same;
    const published = same.find((path) => {
      const hash = tei(documentId(path));
      return hash !== undefined && hash === hashOf(path);
    });
    if (published !== undefined && !inBase.includes(published)) return [published];
    if (inBase.length > 0) return inBase;
    const free = same.filter((path) => {
      const id = this.#withFolder(path);
      return id === documentId(path) || tei(id) === undefined;
    });
    const [first, ...others] = free;
    if (first === undefined) return [];
    const isHigher = (one: string, other: string): boolean =>
      this.#steps(one).length < this.#steps(other).length;
    return [others.reduce((best, path) => (isHigher(path, best) ? path : best), first)];
  }

  /** `letters-l1` for `letters/l1.xml`. */
  #withFolder(path: string): string {
    const name = [
      ...this.#steps(path).filter((step) => step !== '..'),
      basename(path, '.xml'),
    ].join('-');
    return documentId(`${name}.xml`);
  }

  #steps(path: string): string[] {
    return relative(this.#base, dirname(path))
      .split(/[/\\]/)
      .filter((step) => step !== '');
  }
}

/** Whether a file name, without its extension, can be an identifier unchanged. */
export function isSafe(name: string): boolean {
  return (
    SAFE.test(name) &&
    name === name.normalize('NFC') &&
    Buffer.byteLength(name) <= LONGEST &&
    !DEVICE.test(name)
  );
}

/**
 * The names of files that the file part of a pointer may refer to, the most likely first:
 * `a%20b.xml` is an address for `a b.xml`, but people also write names unescaped; and some systems
 * store accents separately from their letters (NFD).
 */
export function namesMeant(written: string): string[] {
  const names = [decodedName(written), written];
  return [
    ...new Set(names.flatMap((name) => [name, name.normalize('NFC'), name.normalize('NFD')])),
  ];
}
