/**
 * Editions and the command line for tests: everything happens in temporary folders, the project's
 * own edition is only copied.
 *
 * Takes names. Returns folders that `removeFolders` deletes, and the output of a command.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM } from '../../pipeline/edition/edition.ts';

export const FIXTURES = join(PROGRAM, 'tests', 'fixtures', 'site');

const made: string[] = [];

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-site-'));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  program = PROGRAM;
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A copy of the project's edition. */
export function copyOfEdition(): string {
  const folder = join(temporaryFolder(), 'tei');
  cpSync(join(PROGRAM, 'tei'), folder, { recursive: true });
  return folder;
}

/**
 * The project's edition, with the fixtures' documents beside its own, under a grammar that allows
 * every element.
 */
export function editionOfFixtures(): string {
  const edition = copyOfEdition();
  cpSync(join(FIXTURES, 'free-schema'), join(edition, 'schema'), { recursive: true });
  for (const name of readdirSync(FIXTURES).filter((file) => file.endsWith('.xml'))) {
    const tei = readFileSync(join(FIXTURES, name), 'utf8');
    const id = /<TEI [^>]*xml:id="([^"]+)"/.exec(tei)?.[1];
    // With a dead pointer, which other tests examine, a document would not be published.
    const resolved = tei.replaceAll(
      /"(#p_nobody|c2\.xml#c2-p7|c9\.xml)"/g,
      '"https://example.org/"',
    );
    if (id) writeFileSync(join(edition, 'documents', `${id}.xml`), resolved);
  }
  return edition;
}

/**
 * Changes a file of an edition, the first place of each. Throws if one is not there, so that every
 * test changes something.
 */
export function changeIn(
  edition: string,
  name: string,
  ...changes: readonly (readonly [from: string | RegExp, to: string])[]
): void {
  const path = join(edition, name);
  let text = readFileSync(path, 'utf8');
  for (const [from, to] of changes) {
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`${String(from)} is not in ${name}`);
    text = changed;
  }
  writeFileSync(path, text);
}

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `siglum` as a user does, in a folder that is not the project's. */
export function siglum(...words: string[]): Promise<Said> {
  return siglumWith({}, ...words);
}

/** The program that `siglum` runs. */
let program = PROGRAM;

/**
 * Uses a copy of the program from now on, with one place of a file replaced: for internal errors,
 * which no input provokes. The copy is one of the temporary folders.
 */
export function runProgramWith(file: string, from: string, to: string): void {
  const copy = join(temporaryFolder(), 'program');
  for (const name of ['package.json', 'lib', 'pipeline', 'xslt', 'site', 'tei', '.eleventy.js'])
    cpSync(join(PROGRAM, name), join(copy, name), { recursive: true });
  symlinkSync(join(PROGRAM, 'node_modules'), join(copy, 'node_modules'));
  program = copy;
  const text = readFileSync(join(copy, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${from} is not in ${file}`);
  writeFileSync(
    join(copy, file),
    text.replace(from, () => to),
  );
}

/** The same with variables of the environment beside the present ones. */
export function siglumWith(variables: NodeJS.ProcessEnv, ...words: string[]): Promise<Said> {
  const child = spawn(process.execPath, [join(program, 'pipeline', 'siglum.mjs'), ...words], {
    cwd: temporaryFolder(),
    env: { ...process.env, ...variables },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

export { filesBelow } from '../../pipeline/core/files/files-below.ts';
