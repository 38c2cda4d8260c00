/**
 * Several commands at once on one edition: writing commands wait for one another, reading commands
 * read complete files, and all end well.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { SOURCE } from '../editors/edition.ts';
import { bytesBelow } from './kill.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-together-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Running {
  readonly ended: Promise<{ code: number | null; said: string }>;
  /** Waits until it has printed this. */
  says(words: RegExp): Promise<RegExpExecArray>;
  interrupt(): void;
}

function siglum(...words: string[]): Running {
  const child = spawn(process.execPath, [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words], {
    cwd: folder,
  });
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk);
      for (const listener of listeners) listener();
    });
  return {
    ended: new Promise((done) => child.on('close', (code) => done({ code, said }))),
    says: (words) =>
      new Promise((done, failed) => {
        const look = (): void => {
          const found = words.exec(said);
          if (found) done(found);
        };
        listeners.add(look);
        look();
        child.on('close', () => failed(new Error(`ended without saying ${words}: ${said}`)));
      }),
    interrupt: () => child.kill('SIGINT'),
  };
}

/** Letters as TEI with all that a deposit asks for, and three as sources. */
function edition(name: string): string {
  const root = join(folder, name);
  cpSync(join(PROGRAM, 'tests', 'fixtures', 'interfaces', 'edition'), root, { recursive: true });
  for (const id of ['l1', 'l2', 'n3']) {
    const path = join(root, 'documents', `${id}.xml`);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('</publisher>', '</publisher><date when="2025-06-01"/>'),
    );
  }
  mkdirSync(join(root, 'sources'));
  for (const n of [7, 8, 9])
    writeFileSync(join(root, 'sources', `d${n}.txt`), SOURCE.replace('7.', `${n}.`));
  return root;
}

/** Without locks and notes of runs. */
const documentsOf = (root: string) => bytesBelow(join(root, 'documents'));

it('build, deposit, encode, status, check and transform', async () => {
  const [alone, together] = [edition('alone'), edition('together')];
  for (const words of [
    ['encode'],
    ['build', '--out', join(folder, 'site-alone')],
    ['deposit', '--out', join(folder, 'dist-alone')],
  ]) {
    const { code, said } = await siglum(...words, '--edition', alone).ended;
    expect(code, said).toBe(0);
  }
  const out = ['--out', join(folder, 'site-together')];
  const first = siglum('encode', '--edition', together);
  await first.ended;
  const runs = [
    ['build', ...out],
    ['deposit', '--out', join(folder, 'dist-together')],
    ['build', ...out],
    ['encode'],
    ['status'],
    ['check'],
    ['transform'],
  ].map((words) => siglum(...words, '--edition', together));
  for (const { code, said } of await Promise.all(runs.map(({ ended }) => ended))) {
    expect(said).not.toMatch(/internal error/);
    expect(code, said).toBe(0);
  }
  expect(documentsOf(together)).toEqual(documentsOf(alone));
  expect(bytesBelow(join(folder, 'site-together'))).toEqual(bytesBelow(join(folder, 'site-alone')));
  expect(bytesBelow(join(folder, 'dist-together'))).toEqual(bytesBelow(join(folder, 'dist-alone')));
  expect(existsSync(join(together, '.siglum', 'lock'))).toBe(false);
}, 300_000);

it('serve, and beside it encode, status and deposit', async () => {
  const root = edition('served');
  const serve = siglum(
    'serve',
    '--edition',
    root,
    '--out',
    join(folder, 'served-site'),
    '--port',
    '0',
  );
  const [, address = ''] = await serve.says(/Preview: (http:\S+)/);
  const source = join(root, 'sources', 'd8.txt');
  writeFileSync(source, readFileSync(source, 'utf8').replace('everything', 'his whole fortune'));
  const beside = [['encode'], ['status'], ['deposit', '--out', join(folder, 'dist')]].map((words) =>
    siglum(...words, '--edition', root),
  );
  for (const { code, said } of await Promise.all(beside.map(({ ended }) => ended)))
    expect(code, said).toBe(0);
  for (let text = ''; !text.includes('his whole fortune'); ) {
    text = await (await fetch(`${address}documents/d8.html`)).text();
    await new Promise((later) => setTimeout(later, 200));
  }
  serve.interrupt();
  const { code, said } = await serve.ended;
  expect(code, said).toBe(0);
  expect(said).not.toMatch(/internal error/);
}, 300_000);

it('builds of two editions into one folder: one waits and says so, and each site is put there whole', async () => {
  const [one, other] = [edition('one'), edition('other')];
  const header = join(other, 'edition.xml');
  writeFileSync(
    header,
    readFileSync(header, 'utf8').replace(/(?<=<title type="main">)/, 'The Other '),
  );
  for (const root of [one, other]) {
    const { code, said } = await siglum(
      'build',
      '--edition',
      root,
      '--out',
      join(folder, `alone-${basename(root)}`),
    ).ended;
    expect(code, said).toBe(0);
  }
  const place = join(folder, 'one-place', 'site');
  const runs = [one, other].map((root) => siglum('build', '--edition', root, '--out', place));
  const ended = await Promise.all(runs.map((run) => run.ended));
  for (const { code, said } of ended) {
    expect(said).not.toMatch(/internal error/);
    expect(code, said).toBe(0);
  }
  const waited = ended.map(({ said }) =>
    /"siglum build" is running in \S*site \(process \d+\); waiting for it/.test(said),
  );
  expect(waited.filter(Boolean)).toHaveLength(1);
  const last = waited[0] ? one : other;
  expect(bytesBelow(place)).toEqual(bytesBelow(join(folder, `alone-${basename(last)}`)));
  expect(readdirSync(join(folder, 'one-place'))).toEqual(['site']);
}, 300_000);
