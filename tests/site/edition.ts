/**
 * Editions and the command line for tests: everything happens in temporary folders, the project's own edition is only copied.
 *
 * In: names. Out: folders that `removeFolders` takes away, and what a command said.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM } from '../../pipeline/edition.ts';

export const FIXTURES = join(PROGRAM, 'tests', 'fixtures', 'site');

const made: string[] = [];

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-site-'));
  made.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A copy of the project's edition. */
export function copyOfEdition(): string {
  const folder = join(temporaryFolder(), 'tei');
  cpSync(join(PROGRAM, 'tei'), folder, { recursive: true });
  return folder;
}

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `siglum` as a user does, in a folder that is not the project's. */
export function siglum(...words: string[]): Promise<Said> {
  const child = spawn(process.execPath, [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words], {
    cwd: temporaryFolder(),
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

/** The files of a folder, deep, by their paths in it with `/`, in code-point order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
