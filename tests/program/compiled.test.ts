/**
 * The compiled program is the program: it does the same, is never a former one, and what is not
 * whole of it is not used.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-program-'));
const copy = join(folder, 'copy');
const cache = join(folder, 'cache');
const cli = join(copy, 'pipeline', 'cli', 'main.ts');

/** A copy of the program, to be edited. */
beforeAll(async () => {
  mkdirSync(copy);
  for (const name of ['package.json', 'pipeline', 'site', 'tei', '.eleventy.js'])
    cpSync(join(PROGRAM, name), join(copy, name), { recursive: true });
  symlinkSync(join(PROGRAM, 'node_modules'), join(copy, 'node_modules'));
  await settled();
});

afterAll(() => rmSync(folder, { recursive: true }));

/**
 * What has just been written is compiled each time, since it might be written once more within a
 * tick of the clock.
 */
const settled = (): Promise<void> => pause(3100);

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function said(child: ChildProcess): Promise<Said> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => (out += String(chunk)));
  child.stderr?.on('data', (chunk) => (err += String(chunk)));
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

function compiled(words: readonly string[], place = cache): Promise<Said> {
  const env = { ...process.env, SIGLUM_CACHE: place };
  return said(
    spawn(process.execPath, [join(copy, 'pipeline', 'siglum.mjs'), ...words], { cwd: folder, env }),
  );
}

/** The same from the TypeScript itself, module by module. */
function fromSource(words: readonly string[]): Promise<Said> {
  const start = `import { siglum } from ${JSON.stringify(cli)}; await siglum();`;
  const argv = ['--import', 'tsx', '--input-type=module', '-e', start, ...words];
  const env = {
    ...process.env,
    SIGLUM_CACHE: join(folder, 'other'),
    NODE_PATH: join(PROGRAM, 'node_modules'),
  };
  return said(spawn(process.execPath, argv, { cwd: PROGRAM, env }));
}

function made(): { readonly folder: string; readonly names: readonly string[] } {
  const [only = ''] = readdirSync(join(cache, 'program'));
  const own = join(cache, 'program', only);
  return { folder: own, names: readdirSync(own).sort() };
}

test('is compiled once: the second run changes nothing but what V8 adds', async () => {
  expect(await compiled(['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
  const { folder: own, names } = made();
  expect(names.map((name) => name.replace(/^.*\./, '')).sort()).toEqual(['js', 'json', 'v8']);
  const before = statSync(join(own, 'made.json')).mtimeMs;
  expect(await compiled(['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
  expect(statSync(join(own, 'made.json')).mtimeMs).toBe(before);
});

test('writes the same bytes and ends with the same words and codes as the sources', async () => {
  const memo = join(PROGRAM, 'tei', 'sources', 'd149.txt');
  const edition = join(PROGRAM, 'tei');
  const [one, other] = [join(folder, 'one'), join(folder, 'two')];
  const written = await compiled(['encode', memo, '--edition', edition, '--out', one]);
  expect(written.code).toBe(0);
  expect((await fromSource(['encode', memo, '--edition', edition, '--out', other])).code).toBe(0);
  expect(readdirSync(one)).toEqual(['d149.xml']);
  expect(readFileSync(join(one, 'd149.xml'))).toEqual(readFileSync(join(other, 'd149.xml')));

  const broken = join(folder, 'broken.xml');
  writeFileSync(broken, '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text></TEI>\n');
  for (const words of [
    ['check', broken, '--edition', edition],
    ['check', '--edition', edition, '--format', 'nonsense'],
    ['build', '--edition', join(folder, 'none')],
  ]) {
    const here = await compiled(words);
    const there = await fromSource(words);
    const named = (text: string) => text.replaceAll(/\S*\/(?=broken\.xml|none)/g, '');
    expect([here.code, named(here.out), named(here.err)]).toEqual([
      there.code,
      named(there.out),
      named(there.err),
    ]);
    expect(here.code).toBeGreaterThan(0);
  }
});

test('an edit of the sources is seen at once, were it of the same length and time', async () => {
  const edit = async (from: string, to: string): Promise<string> => {
    const { atime, mtime } = statSync(cli);
    writeFileSync(cli, readFileSync(cli, 'utf8').replace(from, to));
    utimesSync(cli, atime, mtime);
    return (await compiled(['--help'])).out;
  };
  expect((await compiled(['--help'])).out).toContain('citable digital edition');
  expect(await edit('citable digital', 'CITABLE digital')).toContain('CITABLE digital');
  // The run before has compiled this moment; what follows lies within a second of it.
  expect(await edit('CITABLE digital', 'Citable digital')).toContain('Citable digital');
  expect(await edit('Citable digital', 'citable digital')).toContain('citable digital');
  await settled();
  expect((await compiled(['--help'])).out).toContain('citable digital edition');
});

test('what is damaged is passed over and made again', async () => {
  await compiled(['--version']);
  const { folder: own, names } = made();
  expect(names.filter((name) => name.endsWith('.v8')).length).toBeGreaterThan(0);
  const damaged = async (name: string, damage: (whole: Buffer) => Buffer): Promise<void> => {
    const path = join(own, name);
    writeFileSync(path, damage(readFileSync(path)));
    expect([name, await compiled(['--version'])]).toEqual([
      name,
      { code: 0, out: '0.1.0\n', err: '' },
    ]);
  };
  const turned = (whole: Buffer): Buffer => {
    const middle = Math.floor(whole.length / 2);
    whole[middle] = (whole[middle] as number) ^ 0x55;
    return whole;
  };
  const cut = (whole: Buffer): Buffer => whole.subarray(0, Math.floor(whole.length / 2));
  for (const name of names) await damaged(name, name.endsWith('.json') ? cut : turned);
  for (const name of names.filter((one) => one.endsWith('.v8'))) await damaged(name, cut);
  expect(made().names).toEqual(names);
});

test('several runs at once make it, and a run that can keep nothing does its work', async () => {
  const fresh = join(folder, 'fresh');
  const runs = await Promise.all([1, 2, 3].map(() => compiled(['--version'], fresh)));
  expect(runs.map(({ code, out, err }) => [code, out, err])).toEqual(
    runs.map(() => [0, '0.1.0\n', '']),
  );
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  expect(await compiled(['--version'], join(file, 'cache'))).toEqual({
    code: 0,
    out: '0.1.0\n',
    err: '',
  });
});
