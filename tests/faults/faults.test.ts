/**
 * Killed runs, two runs at once, and leftovers; `npm run faults` kills at many more moments.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeWhole } from '../../pipeline/core/files/atomic-files.ts';
import { withEditionLocked, withPlaceLocked } from '../../pipeline/core/lock/lock.ts';
import { sweepBuilds } from '../../pipeline/core/lock/sweep.ts';
import { THIS_MACHINE } from '../../pipeline/core/process.ts';
import { editionAt, openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { layOutEdition } from './edition.ts';
import { killAt, prepareScene, removeScene, run, type Scene } from './kill.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-faults-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The number of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await new Promise((ended) => child.on('close', ended));
  return child.pid as number;
}

describe('a killed run of encode', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await prepareScene({ words: ['encode', '--edition', '{}/tei'] }, (root) =>
      layOutEdition(join(root, 'tei'), 30),
    );
  });
  afterAll(() => removeScene(scene));

  it.each([0.6, 0.9])(
    'at %f of its time leaves whole files, and the next run completes',
    async (share) => {
      expect(await killAt(scene, share)).toEqual([]);
    },
  );
});

describe('two runs at once', () => {
  it('one waits, says so, and both end well', async () => {
    const root = join(folder, 'both');
    layOutEdition(root, 5);
    let err = '';
    let release: () => void = () => undefined;
    const locked = withEditionLocked(
      openEdition(root),
      'build',
      () => new Promise<void>((done) => (release = done)),
    );
    const waiting = spawn(process.execPath, [
      join(PROGRAM, 'pipeline', 'siglum.mjs'),
      'encode',
      '--edition',
      root,
    ]);
    waiting.stderr.on('data', (chunk) => {
      err += String(chunk);
      if (err.includes('waiting')) release();
    });
    const code = await new Promise((ended) => waiting.on('close', ended));
    await locked;
    expect(code).toBe(0);
    expect(err).toMatch(
      /"siglum build" is running on this edition \(process \d+\); waiting for it/,
    );
    expect(readdirSync(join(root, 'documents'))).toHaveLength(6);
    expect(existsSync(join(root, '.siglum', 'lock'))).toBe(false);
  });

  it('a place and a link to it have one lock', async () => {
    const place = join(folder, 'place');
    mkdirSync(place);
    symlinkSync(place, join(folder, 'link'));
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const order: string[] = [];
    const locked = withPlaceLocked(place, 'build', async () => {
      await vi.waitFor(() => expect(said).toHaveBeenCalled());
      order.push('first');
    });
    const second = withPlaceLocked(join(folder, 'link'), 'build', async () => {
      order.push('second');
    });
    await Promise.all([locked, second]);
    said.mockRestore();
    expect(order).toEqual(['first', 'second']);
    expect(readdirSync(folder).filter((name) => name.endsWith('siglum-lock'))).toEqual([]);
  });

  it('an import into an edition that is being built waits too; one that fails leaves no folder', async () => {
    const root = join(folder, 'imported');
    const volume = join(PROGRAM, 'tests', 'fixtures', 'import', 'volume.xml');
    const importing = () =>
      spawn(process.execPath, [
        join(PROGRAM, 'pipeline', 'siglum.mjs'),
        'import',
        volume,
        '--edition',
        root,
      ]);
    let err = '';
    let release: () => void = () => undefined;
    const locked = withEditionLocked(
      editionAt(root),
      'build',
      () => new Promise<void>((done) => (release = done)),
    );
    const runs = [importing(), importing()];
    for (const { stderr } of runs) {
      stderr.on('data', (chunk) => {
        err += String(chunk);
        if (err.match(/"siglum build" is running on this edition/g)?.length === 2) release();
      });
    }
    const codes = await Promise.all(
      runs.map((one) => new Promise((ended) => one.on('close', ended))),
    );
    await locked;
    expect(codes, err).toEqual([0, 0]);
    expect(readdirSync(join(root, 'documents'))).toHaveLength(11);
    expect(existsSync(join(root, '.siglum'))).toBe(false);
    const none = join(folder, 'not-imported');
    const bad = join(folder, 'bad.xml');
    writeFileSync(bad, '<TEI>');
    expect(await run(['import', bad, '--edition', none], folder)).toBe(1);
    expect(existsSync(none)).toBe(false);
  });

  it('the lock of a killed run delays no other run', async () => {
    const root = join(folder, 'stale');
    layOutEdition(root, 0);
    const lock = join(root, '.siglum', 'lock');
    // The process has ended; and one that has its number now began at another moment.
    for (const pid of [await endedProcess(), process.ppid]) {
      mkdirSync(join(root, '.siglum'));
      writeFileSync(lock, JSON.stringify({ command: 'build', pid, host: hostname(), began: '1' }));
      const start = performance.now();
      expect(await withEditionLocked(openEdition(root), 'encode', async () => 'done')).toBe('done');
      expect(performance.now() - start).toBeLessThan(1000);
      expect(existsSync(lock)).toBe(false);
    }
  });

  it('work that fails gives the lock back', async () => {
    const root = join(folder, 'failing');
    layOutEdition(root, 0);
    const failing = withEditionLocked(openEdition(root), 'encode', () =>
      Promise.reject(new Error('no')),
    );
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(join(root, '.siglum', 'lock'))).toBe(false);
  });
});

describe('what a killed run left', () => {
  it('is swept up by the next, and nothing else is', async () => {
    const root = join(folder, 'left');
    layOutEdition(root, 0);
    mkdirSync(join(root, 'documents'));
    const dead = await endedProcess();
    const named = (name: string): string => join(root, 'documents', name);
    const left = named(`.siglum-${dead}-0-3-${THIS_MACHINE}.tmp`);
    const living = named(`.siglum-${process.ppid}-0-3-${THIS_MACHINE}.tmp`);
    const foreign = named(`notes.${dead}.tmp`);
    // Another machine's processes cannot be seen from here; a file that has not changed for days is
    // not being written.
    const [elsewhere, longAgo] = [
      named(`.siglum-${dead}-0-3-abcdef.tmp`),
      named(`.siglum-${dead}-0-4-abcdef.tmp`),
    ];
    for (const path of [left, living, foreign, elsewhere, longAgo])
      writeFileSync(path, 'half a fi');
    utimesSync(longAgo, 1, 1);
    expect(await run(['encode', '--edition', root], root)).toBe(0);
    expect([left, living, foreign, elsewhere, longAgo].map((path) => existsSync(path))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('the next base of a document, where the run was killed between writing the two, goes', async () => {
    const root = join(folder, 'next');
    layOutEdition(root, 0);
    expect(await run(['encode', '--edition', root], root)).toBe(0);
    const base = join(root, '.siglum', 'base', 'd149.xml');
    const tei = readFileSync(base, 'utf8');
    writeFileSync(`${base}.next`, tei);
    writeFileSync(base, tei.replace('<TEI', '<!-- of a previous version --><TEI'));
    expect(await run(['encode', '--edition', root], root)).toBe(0);
    expect(readdirSync(join(root, '.siglum', 'base'))).toEqual(['d149.xml']);
    expect(readFileSync(base, 'utf8')).toBe(tei);
  });

  it('a site that was taken away and not yet replaced goes back', async () => {
    const parent = join(folder, 'site');
    const dead = await endedProcess();
    mkdirSync(join(parent, `._site-${dead}-aBc123`), { recursive: true });
    mkdirSync(join(parent, `._site-${dead}-aBc123-previous`));
    writeFileSync(
      join(parent, `._site-${dead}-aBc123-previous`, 'index.html'),
      'the previous site',
    );
    mkdirSync(join(parent, '._site-of-mine'));
    sweepBuilds(join(parent, '_site'));
    expect(readdirSync(parent)).toEqual(['._site-of-mine', '_site']);
    expect(readFileSync(join(parent, '_site', 'index.html'), 'utf8')).toBe('the previous site');
  });
});

describe('a file that cannot be written whole', () => {
  it('leaves the previous one, and nothing beside it', () => {
    const place = join(folder, 'whole');
    writeWhole(join(place, 'a.xml'), 'the previous');
    const broken = { toString: () => 'x' } as unknown as string;
    expect(() => writeWhole(join(place, 'a.xml'), broken)).toThrow();
    expect(readdirSync(place)).toEqual(['a.xml']);
    expect(readFileSync(join(place, 'a.xml'), 'utf8')).toBe('the previous');
  });
});
