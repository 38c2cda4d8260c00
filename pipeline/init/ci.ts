/**
 * `siglum init --ci`: a workflow file for the service that hosts an edition's repository: it
 * checks, builds, publishes the pages, and deposits a release.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { writeWhole } from '../core/files/atomic-files.ts';
import { shownPath, UsageError } from '../core/finding.ts';
import { PROGRAM, programVersion } from '../edition/edition.ts';

const TEMPLATES = join(PROGRAM, 'pipeline', 'init', 'ci');

/** Where each service expects the file, from the top of the repository. */
export const CI_FILES = {
  github: '.github/workflows/edition.yml',
  gitlab: '.gitlab-ci.yml',
} as const;

export type CiService = keyof typeof CI_FILES;

/**
 * Writes the file for the edition in `root` into its repository, or into `root` if it is in none.
 * Returns the path. Throws a `UsageError` if the file exists already, or the folder's name cannot
 * be used in it.
 */
export function writeCi(root: string, service: CiService): string {
  const top = repositoryTop(root);
  const path = join(top, CI_FILES[service]);
  if (existsSync(path))
    throw new UsageError(
      `${shownPath(path)} exists already, so it is not changed; move it away to have it ` +
        `written again`,
    );
  const edition = relative(top, resolve(root)).split(sep).join('/') || '.';
  // The name is used within quotes, and in a shell.
  if (!/^[\p{L}\p{N} ._/-]+$/u.test(edition))
    throw new UsageError(
      `the name of the folder “${edition}” has characters that a workflow file cannot contain; ` +
        `rename it`,
    );
  const template = readFileSync(join(TEMPLATES, `${service}.yml`), 'utf8');
  writeWhole(
    path,
    template
      .replaceAll('{edition}', () => edition)
      .replaceAll('{package}', () => `siglum@${programVersion()}`),
  );
  return path;
}

/** The folder with `.git` around the folder; the folder itself if there is none. */
export function repositoryTop(folder: string): string {
  const start = resolve(folder);
  for (let here = start; ; here = dirname(here)) {
    if (existsSync(join(here, '.git'))) return here;
    if (dirname(here) === here) return start;
  }
}
