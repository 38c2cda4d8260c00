/** The edition of three letters that the tests of permanence release, change and release again. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { type Said, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

export interface Work {
  readonly edition: string;
  readonly site: string;
}

export function copyOfLetters(): Work {
  return copyOf({ edition: join(PROGRAM, 'tests', 'fixtures', 'permanence', 'edition') });
}

/** A copy of the present edition. */
export function copyOf({ edition }: Pick<Work, 'edition'>): Work {
  const folder = temporaryFolder();
  cpSync(edition, join(folder, 'edition'), { recursive: true });
  return { edition: join(folder, 'edition'), site: join(folder, '_site') };
}

export function build({ edition, site }: Work, ...options: string[]): Promise<Said> {
  return siglumHere('build', '--edition', edition, '--out', site, ...options);
}

/** Changes a file of the edition; the words to be replaced must be there. */
export function edit(
  { edition }: Work,
  file: string,
  ...changes: readonly (readonly [string, string])[]
): void {
  const path = join(edition, file);
  let text = readFileSync(path, 'utf8');
  for (const [before, after] of changes) {
    if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
    text = text.replace(before, after);
  }
  writeFileSync(path, text);
}
