/**
 * A good edition with a good letter, for tests that add a bad file, and the commands on it, in this
 * process.
 *
 * Exports the folder; the exit code and output of a command.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { exitCodeOf } from '../../pipeline/core/exit-code.ts';
import { EDITION } from '../check/fixture.ts';
import { SOURCE } from '../editors/edition.ts';

const made: string[] = [];

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-input-'));
  made.push(folder);
  return folder;
}

/** A letter as TEI (m1) with its edition, and another as a source. */
export function goodEdition(): string {
  const root = join(temporaryFolder(), 'tei');
  cpSync(EDITION, root, { recursive: true });
  mkdirSync(join(root, 'sources'), { recursive: true });
  writeFileSync(join(root, 'sources', 'd7.txt'), SOURCE);
  return root;
}

export interface Said {
  readonly code: number;
  readonly lines: readonly string[];
  readonly milliseconds: number;
}

/** Runs a command's work like the command line. */
export async function said(work: () => number | Promise<number>): Promise<Said> {
  const lines: string[] = [];
  const collect = (...words: unknown[]): void => {
    lines.push(...words.map(String).join(' ').split('\n'));
  };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(collect),
    vi.spyOn(console, 'error').mockImplementation(collect),
  ];
  const start = performance.now();
  let code: number;
  try {
    code = await work();
  } catch (error) {
    code = exitCodeOf(error);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return { code, lines, milliseconds: performance.now() - start };
}
