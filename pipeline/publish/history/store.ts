/**
 * The store of releases: finished sites that never change.
 *
 * Takes a folder with a folder a release, `1.0.0/`, each with its files, `release.json` and
 * `manifest-sha256.txt`, which lists every other file with its SHA-256 in the form of sha256sum.
 * Returns the releases in their order, checked file by file against the manifest, and the manifest
 * against the register; copies of them in a site; a new release, stored as a whole.
 *
 * A release is stored, not made again when it is needed: a later version of the program would make
 * other bytes of the same TEI.
 */

import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { filesBelow } from '../../core/files/files-below.ts';
import { makeFolder } from '../../core/files/make-folder.ts';
import { sha256 } from '../../core/files/sha256.ts';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import type { RegisteredRelease } from '../../edition/register.ts';
import { byVersionNumber, isVersionNumber } from './number.ts';

export const RELEASE_MANIFEST = 'manifest-sha256.txt';
const ABOUT = 'release.json';

/** The facts of a release. */
export interface ReleaseFacts {
  readonly number: string;
  /** W3C date; null if neither edition.xml nor SOURCE_DATE_EPOCH states one. */
  readonly date: string | null;
  /** Number of the release before it. */
  readonly predecessor: string | null;
  /** Its pages that redirect, or state that something is gone. */
  readonly moved: readonly string[];
}

export interface StoredRelease extends ReleaseFacts {
  readonly folder: string;
  /** Path to SHA-256, as the manifest lists them. */
  readonly files: ReadonlyMap<string, string>;
  /** SHA-256 of the manifest. */
  readonly manifest: string;
}

/** Their numbers, in their order. */
export function releasesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isVersionNumber(entry.name))
    .map(({ name }) => name)
    .sort(byVersionNumber);
}

/**
 * The releases in the store, the first one first. Throws an `InputError` if one has no readable
 * manifest, if a manifest differs from that in the register, if the store and the register have
 * different releases, or if a file has changed since the release.
 */
export function openStore(
  folder: string,
  registered: readonly RegisteredRelease[],
): StoredRelease[] {
  const numbers = releasesIn(folder);
  const findings: Finding[] = [];
  for (const { number } of registered) {
    if (numbers.includes(number)) continue;
    const message =
      `release ${number} was published and is not in the store; restore it, or name the ` +
      `folder where the releases are with --releases`;
    findings.push(finding(join(folder, number), message));
  }
  for (const number of numbers) {
    if (registered.some((one) => one.number === number)) continue;
    const message =
      `release ${number} is in the store, but not in the edition's register of published ` +
      `addresses; restore published/ as the release left it`;
    findings.push(finding(join(folder, number), message));
  }
  if (findings.length > 0) throw new InputError(findings);
  const releases = numbers.map((number) => {
    const release = readRelease(join(folder, number), number);
    const known = registered.find((one) => one.number === number);
    if (known && known.manifest !== release.manifest) {
      const message =
        `this is not the manifest of release ${number} in the register (SHA-256 ` +
        `${known.manifest}); a release never changes: restore the folder`;
      throw new InputError(finding(join(folder, number, RELEASE_MANIFEST), message));
    }
    return release;
  });
  findings.push(...releases.flatMap(changedFiles));
  if (findings.length > 0) throw new InputError(findings);
  return releases;
}

function readRelease(folder: string, number: string): StoredRelease {
  const manifest = join(folder, RELEASE_MANIFEST);
  const about = join(folder, ABOUT);
  for (const path of [manifest, about]) {
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    throw new InputError(
      finding(path, `release ${number} does not have this file; restore the folder`),
    );
  }
  const text = readFileSync(manifest);
  const files = new Map<string, string>();
  for (const [at, line] of text.toString('utf8').split('\n').entries()) {
    const [, hash, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (hash && path && !path.split('/').includes('..')) files.set(path, hash);
    else if (line !== '') {
      throw new InputError({
        ...finding(manifest, 'a line is a SHA-256 and a path; restore the file'),
        line: at + 1,
      });
    }
  }
  return { ...releaseFactsAt(about, number), number, folder, files, manifest: sha256(text) };
}

function releaseFactsAt(path: string, number: string): ReleaseFacts {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ReleaseFacts;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = `this file of release ${number} was changed; releases never change: restore it`;
    throw new InputError(finding(path, message));
  }
}

/**
 * Checks that every file is unchanged since the release. Returns a finding for each that is not.
 */
function changedFiles(release: StoredRelease): Finding[] {
  const findings: Finding[] = [];
  const there = new Set(filesBelow(release.folder));
  const report = (path: string, what: string): void => {
    const message = `this file ${what}; a release never changes: restore it`;
    findings.push(finding(join(release.folder, path), message));
  };
  for (const [path, hash] of release.files) {
    if (!there.has(path)) report(path, `of release ${release.number} is missing`);
    else if (sha256(readFileSync(join(release.folder, path))) !== hash) {
      report(path, `of release ${release.number} was changed`);
    }
  }
  for (const path of there) {
    if (!release.files.has(path) && path !== RELEASE_MANIFEST)
      report(path, `is not a part of release ${release.number}`);
  }
  return findings;
}

/** Copies a release into a site. */
export function layRelease({ folder, files }: StoredRelease, target: string): void {
  const made = new Set<string>();
  for (const path of [...files.keys(), RELEASE_MANIFEST]) {
    const to = join(target, path);
    if (!made.has(dirname(to))) makeFolder(dirname(to));
    made.add(dirname(to));
    copyFileSync(join(folder, path), to, constants.COPYFILE_FICLONE);
  }
}

/** A release in preparation, in a folder of the store that does not count as a release. */
export interface NewRelease {
  readonly folder: string;
  /** Writes `release.json` and the manifest; after that nothing is added. */
  seal(): StoredRelease;
  /** Gives the folder its final name; it is a release from then on. */
  take(): void;
  discard(): void;
}

export function newRelease(store: string, facts: ReleaseFacts): NewRelease {
  makeFolder(store);
  // Leftovers of an interrupted release.
  for (const name of readdirSync(store)) {
    if (name.startsWith(`.${facts.number}-`))
      rmSync(join(store, name), { recursive: true, force: true });
  }
  const folder = mkdtempSync(join(store, `.${facts.number}-`));
  // A temporary folder is private to its owner; a release is public.
  chmodSync(folder, 0o755);
  return {
    folder,
    seal() {
      writeFileSync(join(folder, ABOUT), `${JSON.stringify(facts, null, 2)}\n`);
      const lines = filesBelow(folder).map(
        (path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`,
      );
      writeFileSync(join(folder, RELEASE_MANIFEST), lines.join(''));
      return readRelease(folder, facts.number);
    },
    take() {
      // Line ends are significant: git must not change them.
      const attributes = join(store, '.gitattributes');
      if (!existsSync(attributes)) writeFileSync(attributes, '* -text\n');
      renameSync(folder, join(store, facts.number));
    },
    discard() {
      rmSync(folder, { recursive: true, force: true });
      if (readdirSync(store).length === 0) rmSync(store, { recursive: true });
    },
  };
}

/**
 * Checks that a release made again equals the stored one. Throws an `InputError` that names the
 * files in which they differ.
 */
export function requireSame(stored: StoredRelease, again: StoredRelease): void {
  if (stored.manifest === again.manifest) return;
  const paths = [...new Set([...stored.files.keys(), ...again.files.keys()])].sort();
  const differing = paths.filter((path) => stored.files.get(path) !== again.files.get(path));
  const shown =
    differing.slice(0, 5).join(', ') +
    (differing.length > 5 ? `, and ${differing.length - 5} more` : '');
  throw new InputError(
    finding(
      stored.folder,
      `${basename(stored.folder)} was released with other contents and never changes; give ` +
        `this state of the edition a new number (it differs in ${shown})`,
    ),
  );
}

function finding(path: string, message: string): Finding {
  return { path: shownPath(path), severity: 'error', rule: 'release/store', message };
}
