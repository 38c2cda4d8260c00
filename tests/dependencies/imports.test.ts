/**
 * Imports point one way: a folder of `pipeline/` imports those before it in the list, none after
 * it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/core/program-folder.mjs';

/** Folders in one row do not import one another. */
const ORDER = [
  ['core'],
  ['cache'],
  ['work'],
  ['xml'],
  ['model'],
  ['edition'],
  ['authorities'],
  ['computed'],
  ['init'],
  ['encode'],
  ['import', 'collate', 'names'],
  ['check'],
  ['formats'],
  ['transform'],
  ['theme'],
  ['publish'],
  ['deposit', 'status', 'edit', 'standards'],
  ['program'],
  ['cli'],
];

interface Import {
  readonly from: string;
  readonly folder: string;
  readonly to: string;
}

const STATEMENT = /^(?:import|export)\s(?:[^;'"]*?\sfrom\s)?'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'/gm;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(PROGRAM, 'pipeline', file), 'utf8');
  return [...text.matchAll(STATEMENT)].flatMap(([, one, other]): Import[] => {
    const target = normalize(join(dirname(file), one ?? other ?? ''));
    const [folder = '', to = ''] = [file, target].map((path) => path.split('/')[0] as string);
    return to === '..' || to === folder || !target.includes('/')
      ? []
      : [{ from: file, folder, to }];
  });
}

const files = readdirSync(join(PROGRAM, 'pipeline'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|mjs)$/.test(path) && path.includes('/'));
const rank = (folder: string): number => ORDER.findIndex((row) => row.includes(folder));
const imports = files.flatMap(importsOf);

it('finds imports at all, and a row for every folder', () => {
  expect(imports.length).toBeGreaterThan(500);
  const folders = new Set(files.map((path) => path.split('/')[0] as string));
  expect([...folders].filter((folder) => rank(folder) < 0)).toEqual([]);
});

it('no import points against the order', () => {
  const against = imports
    .filter(({ folder, to }) => rank(to) >= rank(folder))
    .map(({ from, to }) => `${from} -> ${to}`);
  expect([...new Set(against)].sort()).toEqual([]);
});

it('no two folders import one another', () => {
  const pairs = new Set(imports.map(({ folder, to }) => `${folder} -> ${to}`));
  const both = [...pairs].filter((pair) => {
    const [folder, to] = pair.split(' -> ');
    return pairs.has(`${to} -> ${folder}`);
  });
  expect(both).toEqual([]);
});

/** What a file imports: values and types. */
const fileImports = new Map(
  files.map((file) => {
    const text = readFileSync(join(PROGRAM, 'pipeline', file), 'utf8');
    const targets = [...text.matchAll(STATEMENT)].flatMap(([, to]) =>
      to === undefined ? [] : [normalize(join(dirname(file), to)).replaceAll('\\', '/')],
    );
    return [file, targets] as const;
  }),
);

it('no file imports itself by way of others', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const target of fileImports.get(file) ?? []) follow(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) follow(file, []);
  expect(circles).toEqual([]);
});

it('the pages of a site are imported one way: all-kinds, kinds, model', () => {
  const layers = ['publish/pages/all-kinds', 'publish/pages/kinds/', 'publish/pages/model/'];
  const layer = (file: string): number => layers.findIndex((start) => file.startsWith(start));
  const upwards = [...fileImports].flatMap(([file, targets]) =>
    targets
      .filter((to) => layer(to) >= 0 && layer(to) < layer(file))
      .map((to) => `${file} -> ${to}`),
  );
  expect(upwards).toEqual([]);
});
