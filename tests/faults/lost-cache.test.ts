/**
 * The cache is emptied while a command works: each command does its work all the same, or says in
 * words what happened. None reports an internal error, or an error of the edition.
 */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Results } from '../../pipeline/cache/results.ts';
import { Stored, store } from '../../pipeline/cache/stored.ts';
import { exitCodeOf } from '../../pipeline/core/exit-code.ts';
import { isOfLostCache } from '../../pipeline/core/files/lost-cache.ts';
import { systemFinding } from '../../pipeline/core/system-error.ts';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { build } from '../../pipeline/publish/build.ts';
import { editionOfFixtures, removeFolders, temporaryFolder } from '../site/edition.ts';

afterAll(removeFolders);

/** What no command says because of the cache. */
const FALSE = /internal error|bad-schema|cannot be compiled|no such stylesheet|^ {4}at /m;

const COMMANDS: readonly (readonly string[])[] = [
  ['build', '--edition', 'EDITION', '--out', 'OUT'],
  ['check', 'EDITION'],
  ['encode', '--edition', 'EDITION'],
  ['deposit', '--edition', 'EDITION', '--out', 'OUT'],
  ['names', '--edition', 'EDITION'],
  ['status', '--edition', 'EDITION'],
];

/** Runs a command while its cache is emptied every `period` milliseconds. */
async function emptied(words: readonly string[], period: number) {
  const edition = editionOfFixtures();
  const folder = temporaryFolder();
  const cache = join(folder, 'cache');
  const places: Readonly<Record<string, string>> = { EDITION: edition, OUT: join(folder, 'out') };
  const child = spawn(
    process.execPath,
    [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words.map((word) => places[word] ?? word)],
    { env: { ...process.env, SIGLUM_CACHE: cache } },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => (said += String(part)));
  const emptying = setInterval(() => {
    try {
      rmSync(cache, { recursive: true, force: true });
    } catch {
      // It is written at this moment.
    }
  }, period);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(emptying);
  return { code, said };
}

describe('while it is emptied', () => {
  it.each(
    COMMANDS.flatMap((words) => [30, 700].map((period) => [words[0], period, words] as const)),
  )(
    '%s, every %i ms, does its work or says why not',
    async (_, period, words) => {
      const { code, said } = await emptied(words, period);
      expect(said).not.toMatch(FALSE);
      expect([0, 1]).toContain(code);
    },
    300_000,
  );
});

/** Loses the values of one kind once they are written, `times` times. */
function losing(cache: string, kind: string, times: number): () => number {
  const folder = join(cache, 'results', kind);
  let lost = 0;
  const own = Results.prototype.get;
  Results.prototype.get = function get<Value>(this: Results, of: string, key: string) {
    if (of === kind && lost < times && existsSync(folder)) {
      rmSync(folder, { recursive: true, force: true });
      lost++;
    }
    return own.call(this, of, key) as Value | undefined;
  };
  restore = () => (Results.prototype.get = own);
  return () => lost;
}
let restore = (): unknown => undefined;

describe.each(['html', 'metadata', 'beside', 'entries', 'mentions'])(
  'a build that loses %s',
  (kind) => {
    it.each([
      [1, 'makes the site'],
      [100, 'says that the cache is emptied'],
    ])(
      '%i times %s',
      async (times) => {
        const cache = temporaryFolder();
        const edition = { ...openEdition(editionOfFixtures()), cache };
        const lost = losing(cache, kind, times);
        const place = join(temporaryFolder(), '_site');
        try {
          const built = build(edition, place);
          if (times === 1) expect((await built).omitted).toEqual([]);
          else
            await expect(built).rejects.toThrow(
              /cache disappeared .* twice.*\[build\/cache-lost\]/,
            );
          expect(lost()).toBeGreaterThan(0);
          expect(existsSync(join(place, 'index.html'))).toBe(times === 1);
        } finally {
          restore();
        }
      },
      200_000,
    );
  },
);

it('a lost value is no internal error, whoever reads it and whatever is around it', () => {
  const cache = temporaryFolder();
  const results = new Results(cache);
  const reference = store(results, 'html', 'a'.repeat(32), { text: 'x' });
  rmSync(join(cache, 'results'), { recursive: true });
  let caught: unknown;
  try {
    new Stored(results, reference).read();
  } catch (error) {
    caught = error;
  }
  const around = Object.assign(new Error('Having trouble'), { originalError: caught });
  for (const error of [caught, around, new Error('x', { cause: around })]) {
    expect(isOfLostCache(error, cache)).toBe(true);
    expect(systemFinding(error)?.message).toMatch(/files of the cache disappeared.*SIGLUM_CACHE/);
    expect(exitCodeOf(error)).toBe(1);
  }
  expect(isOfLostCache(new Error('ENOENT'), cache)).toBe(false);
});
