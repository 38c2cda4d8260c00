/**
 * The register of published addresses: every address that a release has published, so that no later
 * build drops or moves it (CONTRIBUTING, "Laws").
 *
 * It is in the edition's folder `published/`, which only `siglum build --release` writes
 * (publish/release/write-register.ts). Plain text, a line an address, fields between tabs, so that
 * a change of it can be read in a review:
 *
 * releases.tsv: number, date, SHA-256 of its manifest, in their order; after the newest the number
 * of pages in pages.tsv
 *
 * pages.tsv: address, kind, identifier of what it shows, first release; in the order of the
 * addresses
 *
 * documents/d149.tsv: anchor, TEI element, first release, print of the words (likeness.ts), the
 * beginning of the words; in document order; above them the SHA-256 of the TEI file, so that an
 * unchanged document need not be read, and their number
 *
 * The numbers reveal a file that was emptied or truncated between two lines.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readInput } from '../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { decodeXml } from '../xml/decode.ts';
import type { Edition } from './edition.ts';

export interface RegisteredRelease {
  readonly number: string;
  /** W3C date; empty if unknown. */
  readonly date: string;
  /** Hexadecimal SHA-256 of the release's manifest. */
  readonly manifest: string;
}

export interface RegisteredPage {
  /** From the top of the site, without a `/` before it: `documents/d149.html`. */
  readonly address: string;
  /** `document`, `tei`, `index`, `prose`, a kind of entry, or `page` for the program's own. */
  readonly kind: string;
  /** Identifier of the document, the entry, the division; empty for the program's own pages. */
  readonly id: string;
  /** The release in which the address first appeared. */
  readonly since: string;
}

export interface RegisteredAnchor {
  readonly anchor: string;
  readonly element: string;
  readonly since: string;
  readonly print: string;
  /** The first words. */
  readonly opening: string;
}

export interface RegisteredDocument {
  readonly id: string;
  /** Hexadecimal SHA-256 of the TEI file in the newest release that has it. */
  readonly tei: string;
  readonly anchors: readonly RegisteredAnchor[];
}

export interface Register {
  /** The folder; it need not exist. */
  readonly folder: string;
  readonly releases: readonly RegisteredRelease[];
  readonly pages: readonly RegisteredPage[];
  /**
   * The passages of a published document. Read on request: an edition may have tens of thousands of
   * documents.
   */
  document(id: string): RegisteredDocument | undefined;
}

/**
 * Throws an `InputError` if one of its files is missing or cannot be read: an address that it does
 * not name would be lost unnoticed.
 */
export function openRegister(edition: Edition): Register {
  const folder = edition.published;
  const released = rows(join(folder, 'releases.tsv'), 3);
  const releases = released.map(([number = '', date = '', manifest = '']) => ({
    number,
    date,
    manifest,
  }));
  const pages = rows(join(folder, 'pages.tsv'), 4).map(
    ([address = '', kind = '', id = '', since = '']) => {
      return { address, kind, id, since };
    },
  );
  const needed = [
    ...(releases.length === 0 ? [] : [join(folder, 'pages.tsv')]),
    ...pages.filter(({ kind }) => kind === 'document').map(({ id }) => registerFile(folder, id)),
  ];
  const missing = needed.filter((path) => !existsSync(path)).map((path) => missingFile(path));
  if (missing.length > 0) throw new InputError(missing);
  requireAll(join(folder, 'pages.tsv'), pages.length, released.at(-1)?.[3]);
  return {
    folder,
    releases,
    pages,
    document(id) {
      const path = registerFile(folder, id);
      if (!existsSync(path)) return undefined;
      const [first = [], ...rest] = rows(path, 2);
      if (first[0] !== 'sha256') throw notWhole(path);
      requireAll(path, rest.length, first[2]);
      const anchors = rest.map(
        ([anchor = '', element = '', since = '', print = '', opening = '']) => {
          return { anchor, element, since, print, opening };
        },
      );
      return { id, tei: first[1] ?? '', anchors };
    },
  };
}

/** `folder`: the folder of the register. */
export function registerFile(folder: string, id: string): string {
  return join(folder, 'documents', `${id}.tsv`);
}

function missingFile(path: string): Finding {
  return {
    path: shownPath(path),
    severity: 'error',
    rule: 'release/register',
    message:
      'this file of the register of published addresses is missing; the register is only ' +
      'written by "siglum build --release": restore the file as the release left it',
  };
}

/** `stated`: the expected number of lines. Throws an `InputError` if it differs. */
function requireAll(path: string, found: number, stated: string | undefined): void {
  if (stated !== undefined && Number(stated) !== found) throw notWhole(path);
}

function notWhole(path: string): InputError {
  return new InputError({
    path: shownPath(path),
    severity: 'error',
    rule: 'release/register',
    message:
      'lines of this file of the register of published addresses are missing, or there are ' +
      'more than were written; the register is only written by "siglum build --release": ' +
      'restore the file as the release left it',
  });
}

/** Throws an `InputError` if a line has too few fields. */
function rows(path: string, least: number): string[][] {
  if (!existsSync(path)) return [];
  return decodeXml(readInput(path, 'release/register'), shownPath(path))
    .split(/\r?\n/)
    .flatMap((line, at) => {
      if (line === '' || line.startsWith('#')) return [];
      const fields = line.split('\t');
      if (fields.length >= least) return [fields];
      throw new InputError({
        path: shownPath(path),
        line: at + 1,
        severity: 'error',
        rule: 'release/register',
        message:
          `the line has ${fields.length} of ${least} fields; the register is only written by ` +
          `"siglum build --release": restore the file as the release left it`,
      });
    });
}
