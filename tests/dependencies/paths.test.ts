/** The paths of this repository that CONTRIBUTING.md and `docs/` name in backticks exist. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/core/program-folder.mjs';

const folders = new Set(
  execFileSync('git', ['ls-files'], { cwd: PROGRAM, encoding: 'utf8' })
    .split('\n')
    .flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [])),
);
const documents = [
  'CONTRIBUTING.md',
  ...readdirSync(join(PROGRAM, 'docs')).flatMap((name) =>
    name.endsWith('.md') ? [`docs/${name}`] : [],
  ),
];

/** Paths with a placeholder (`<tag>`, `NAME`, `*`, `{a,b}`, `…`) name no single file. */
const PLACEHOLDER = /[<>*{}…\s]|\b[A-Z]{2,}\b(?!\.md)/;

const named = documents.flatMap((document) =>
  readFileSync(join(PROGRAM, document), 'utf8')
    .split('\n')
    .flatMap((line, at) =>
      [...line.matchAll(/`([^`]+\/[^`]*)`/g)].flatMap(([, path = '']) =>
        folders.has(path.slice(0, path.indexOf('/'))) && !PLACEHOLDER.test(path)
          ? [{ path: path.replace(/[:#].*$/, ''), where: `${document}:${at + 1}` }]
          : [],
      ),
    ),
);

it('names existing files and folders only', () => {
  expect(named.length).toBeGreaterThan(50);
  const missing = named.filter(({ path }) => !existsSync(join(PROGRAM, path)));
  expect(missing.map(({ path, where }) => `${where}: ${path}`)).toEqual([]);
});
