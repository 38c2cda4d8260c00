/**
 * Cached results survive a killed build, stay while a build uses them, and are removed afterwards.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Results } from '../../pipeline/cache/results.ts';
import { sweepUnused } from '../../pipeline/core/lock/sweep.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import {
  editionOfFixtures,
  filesBelow,
  removeFolders,
  siglumWith,
  temporaryFolder,
} from '../site/edition.ts';

let cache: string;

beforeAll(() => {
  cache = temporaryFolder();
});

afterAll(removeFolders);

/** The results of a kind, each with its distinguishing part. */
function cached(kind: string): Map<string, string> {
  const folder = join(cache, 'results', kind);
  if (!existsSync(folder)) return new Map();
  const whole = filesBelow(folder).filter((name) => !name.endsWith('.tmp'));
  return new Map(
    whole.map((name) => {
      const { ino, mtimeMs } = statSync(join(folder, name));
      return [name, `${ino} ${mtimeMs}`];
    }),
  );
}

test('a build that was killed goes on where it stopped', async () => {
  const edition = editionOfFixtures();
  const site = join(temporaryFolder(), 'site');
  const words = ['build', '--edition', edition, '--out', site];
  const killed = spawn(process.execPath, [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words], {
    env: { ...process.env, SIGLUM_CACHE: cache },
  });
  const ended = new Promise((done) => killed.on('close', done));
  while (cached('page').size === 0 && killed.exitCode === null) await pause(2);
  killed.kill('SIGKILL');
  await ended;
  const before = new Map(['check', 'summary', 'page'].map((kind) => [kind, cached(kind)]));
  expect(before.get('page')?.size).toBeGreaterThan(0);
  expect(existsSync(site)).toBe(false);

  const { code } = await siglumWith({ SIGLUM_CACHE: cache }, ...words);
  expect(code).toBe(0);
  for (const [kind, was] of before) {
    const now = cached(kind);
    for (const [name, file] of was) expect([kind, name, now.get(name)]).toEqual([kind, name, file]);
  }

  const fresh = join(temporaryFolder(), 'site');
  await siglumWith({ SIGLUM_CACHE: cache }, 'build', '--edition', edition, '--out', fresh);
  const bytes = (folder: string) =>
    filesBelow(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]);
  expect(bytes(site)).toEqual(bytes(fresh));
}, 120_000);

const DAY = 86_400_000;

test('what no one has used for a month is removed, once a day', () => {
  const own = temporaryFolder();
  const results = new Results(own);
  for (const key of ['aa-used', 'aa-unused', 'bb-from-elsewhere']) results.put('html', key, key);
  const past = (Date.now() - 40 * DAY) / 1000;
  for (const name of ['-used', '-unused'])
    utimesSync(join(own, 'results', 'html', 'aa', name), past, past);
  expect(results.get('html', 'aa-used')).toBe('aa-used');
  sweepUnused(own);
  expect(
    ['aa-used', 'aa-unused', 'bb-from-elsewhere'].map((key) => results.has('html', key)),
  ).toEqual([true, false, true]);

  utimesSync(join(own, 'results', 'html', 'aa', '-used'), past, past);
  sweepUnused(own);
  expect(existsSync(join(own, 'results', 'html', 'aa', '-used'))).toBe(true);
  sweepUnused(own, Date.now() + 2 * DAY);
  expect(existsSync(join(own, 'results', 'html', 'aa', '-used'))).toBe(false);
  rmSync(own, { recursive: true });
});
