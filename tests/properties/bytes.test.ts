/** The same edition gives the same bytes in another folder, another time zone and another language of the system. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition.ts';
import { filesBelow, removeFolders, temporaryFolder } from '../site/edition.ts';

afterAll(removeFolders);

/** Encodes and builds from the sources alone; gives all files of the edition and the site by name. */
function made(folder: string, environment: Readonly<Record<string, string>>): Map<string, string> {
  const parent = join(temporaryFolder(), folder);
  mkdirSync(parent);
  cpSync(join(PROGRAM, 'tei'), join(parent, 'tei'), { recursive: true });
  rmSync(join(parent, 'tei', 'documents'), { recursive: true });
  rmSync(join(parent, 'tei', '.siglum'), { recursive: true, force: true });
  const argv = [
    join(PROGRAM, 'pipeline', 'siglum.mjs'),
    'build',
    '--edition',
    join(parent, 'tei'),
    '--out',
    join(parent, '_site'),
  ];
  const { status, stderr } = spawnSync(process.execPath, argv, {
    cwd: parent,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  expect(status, stderr).toBe(0);
  return new Map(filesBelow(parent).map((name) => [name, readFileSync(join(parent, name), 'base64')]));
}

it('and none of them is missing or different', () => {
  const here = made('here', { TZ: 'UTC', LC_ALL: 'C' });
  const there = made('là-bas, 2', { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' });
  expect([...there.keys()]).toEqual([...here.keys()]);
  expect([...here.keys()].filter((name) => here.get(name) !== there.get(name))).toEqual([]);
  expect(here.size).toBeGreaterThan(100);
}, 180_000);
