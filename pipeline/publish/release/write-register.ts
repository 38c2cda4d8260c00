/**
 * Writes the register of published addresses (edition/register.ts) for a release: into a folder
 * beside it, which then replaces it as a whole.
 */
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../core/files/make-folder.ts';
import type { Edition } from '../../edition/edition.ts';
import { type Register, type RegisteredDocument, registerFile } from '../../edition/register.ts';

const HEADS = {
  releases:
    '# The releases of this edition. Written by "siglum build --release"; number, date, ' +
    'SHA-256 of the manifest.',
  pages:
    '# Published pages. Written by "siglum build --release"; what has to go is named in ' +
    'redirects.txt. Address, kind, identifier, first release.',
  document:
    '# Published passages of a document. Written by "siglum build --release". Anchor, ' +
    'element, first release, print of the words, beginning.',
} as const;

/**
 * A release's additions are written into a folder beside the register, which `take` then moves to
 * its place.
 */
export interface PreparedRegister {
  add(document: RegisteredDocument): void;
  /** Replaces the register as a whole. */
  take(): void;
  discard(): void;
}

/** Begins a new register for release `number`. Files of an interrupted release are replaced. */
export function prepareRegister(
  edition: Edition,
  number: string,
  contents: Pick<Register, 'releases' | 'pages'>,
): PreparedRegister {
  const folder = preparedFolder(edition, number);
  rmSync(folder, { recursive: true, force: true });
  makeFolder(join(folder, 'documents'));
  const newest = contents.releases.at(-1);
  const releases = contents.releases.map((release) => {
    const { number, date, manifest } = release;
    return [number, date, manifest, ...(release === newest ? [String(contents.pages.length)] : [])];
  });
  const pages = [...contents.pages]
    .sort((one, other) => (one.address < other.address ? -1 : 1))
    .map(({ address, kind, id, since }) => [address, kind, id, since]);
  writeFileSync(join(folder, 'releases.tsv'), lines(HEADS.releases, releases));
  writeFileSync(join(folder, 'pages.tsv'), lines(HEADS.pages, pages));
  return {
    add({ id, tei, anchors }) {
      const all = anchors.map(({ anchor, element, since, print, opening }) => [
        anchor,
        element,
        since,
        print,
        opening,
      ]);
      const file = registerFile(folder, id);
      makeFolder(dirname(file));
      writeFileSync(file, lines(HEADS.document, [['sha256', tei, String(all.length)], ...all]));
    },
    take: () => takePrepared(edition, number),
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Completes an interrupted release: if its files are in the store it is a release, and its prepared
 * register is moved to its place; else its files are removed. `stored`: the numbers of the releases
 * in the store.
 */
export function recoverRegister(edition: Edition, stored: readonly string[]): void {
  const parent = dirname(edition.published);
  const left = readdirSync(parent).filter((name) => name.startsWith(PREPARED));
  for (const name of left) {
    const number = name.slice(PREPARED.length);
    if (stored.includes(number)) takePrepared(edition, number);
    else if (!name.endsWith(PREVIOUS)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  for (const name of left.filter((one) => one.endsWith(PREVIOUS))) {
    const previous = join(parent, name);
    if (existsSync(previous) && !existsSync(edition.published))
      renameSync(previous, edition.published);
    rmSync(previous, { recursive: true, force: true });
  }
}

const PREPARED = '.published-';
const PREVIOUS = '-previous';

function takePrepared(edition: Edition, number: string): void {
  const prepared = preparedFolder(edition, number);
  const previous = `${prepared}${PREVIOUS}`;
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(edition.published)) renameSync(edition.published, previous);
  renameSync(prepared, edition.published);
  rmSync(previous, { recursive: true, force: true });
}

function preparedFolder(edition: Edition, number: string): string {
  return join(dirname(edition.published), `${PREPARED}${number}`);
}

function lines(head: string, rows: readonly (readonly string[])[]): string {
  return `${[head, ...rows.map((fields) => fields.join('\t'))].join('\n')}\n`;
}
