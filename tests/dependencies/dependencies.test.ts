/**
 * The dependencies of the program: each package is listed with its licence and purpose, and comes
 * whole from the registry.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';

type Names = Readonly<Record<string, string>>;

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const json = <Value>(...path: string[]): Value =>
  JSON.parse(readFileSync(join(PROGRAM, ...path), 'utf8')) as Value;
const own = json<{ dependencies: Names; devDependencies: Names }>('package.json');
const lock = json<{ packages: Readonly<Record<string, Locked>> }>('package-lock.json');
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('docs/dependencies.md', () => {
  const parts = readFileSync(join(PROGRAM, 'docs', 'dependencies.md'), 'utf8').split(/^## /m);
  const rows = (part: string | undefined): (readonly [name: string, licence: string])[] =>
    [...(part ?? '').matchAll(/^\| ([@\w/.-]+) \| ([^|]+) \| [^|]+ \|$/gm)]
      .map(([, name = '', licence = '']) => [name, licence] as const)
      .filter(([name]) => name !== 'package');

  it.each([
    ['dependencies', 1],
    ['devDependencies', 2],
  ] as const)('has the %s of package.json, each once, and nothing else', (kind, part) => {
    const names = rows(parts[part]).map(([name]) => name);
    expect(names.sort()).toEqual(Object.keys(own[kind]).sort());
  });

  it('has the licence that each package states', () => {
    for (const [name, licence] of [...rows(parts[1]), ...rows(parts[2])]) {
      const { license } = json<{ license: string }>('node_modules', name, 'package.json');
      const stated = license
        .replace(/ OR /, ' or ')
        .replace(/^SEE LICENSE .*/, 'Saxonica, not open source');
      expect(licence, name).toBe(stated);
    }
  });
});

describe('what npm installs', () => {
  it('is the version that package.json names, to the last number', () => {
    for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it('has a hash, and comes from the registry: nothing from an address, a repository or a folder', () => {
    expect(locked.length).toBeGreaterThan(100);
    for (const [path, { version, resolved, integrity, link }] of locked) {
      expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
      expect(version, path).toMatch(/^\d+\.\d+\.\d+/);
      if (resolved !== undefined)
        expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
      expect(link, path).toBeUndefined();
    }
  });

  it('runs nothing while it is installed, esbuild aside, which looks for its binary', () => {
    expect(
      locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path),
    ).toEqual(['node_modules/esbuild']);
  });
});
