/**
 * The length of files and lines and the size of folders, for the whole program. The limits are the
 * values reached: they may only shrink.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/core/program-folder.mjs';

const LINES = 250;
const COLUMNS = 100;
const FILES = 15;

/** In `pipeline/`, `xslt/` and `site/`: how many files, lines and folders are over the limit. */
const LIMITS = { longFiles: 1, longLines: 117, fullFolders: 0 };

const files = execFileSync('git', ['ls-files', 'pipeline', 'xslt', 'site'], {
  cwd: PROGRAM,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(?:ts|mjs|js|xsl|njk|css)$/.test(path));

const text = (path: string): string => readFileSync(join(PROGRAM, path), 'utf8');
const longFiles = files.filter((path) => text(path).trimEnd().split('\n').length > LINES);
const longLines = files.flatMap((path) =>
  text(path)
    .split('\n')
    .flatMap((line, at) => (line.length > COLUMNS ? [`${path}:${at + 1}`] : [])),
);
const folders = new Map<string, string[]>();
for (const path of files) folders.set(dirname(path), [...(folders.get(dirname(path)) ?? []), path]);
const fullFolders = [...folders].flatMap(([folder, own]) =>
  own.length > FILES ? [`${folder}: ${own.length} files`] : [],
);

it('looks at the whole program', () => expect(files.length).toBeGreaterThan(400));

it.each([
  [`files of more than ${LINES} lines`, longFiles, LIMITS.longFiles],
  [`lines of more than ${COLUMNS} columns`, longLines, LIMITS.longLines],
  [`folders of more than ${FILES} files`, fullFolders, LIMITS.fullFolders],
] as const)('%s', (what, found, limit) => {
  console.log(`${found.length} ${what} (at most ${limit})`);
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(limit);
});
