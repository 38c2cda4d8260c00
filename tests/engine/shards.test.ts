/** Shards, done separately, give the site of a single run, byte for byte. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inShard } from '../../pipeline/core/shard.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { layOutEdition } from '../faults/edition.ts';
import {
  filesBelow,
  removeFolders,
  type Said,
  siglumWith,
  temporaryFolder,
} from '../site/edition.ts';

const SHARES = [1, 2];

/** Each has a cache folder of its own, so that they do not share results. */
interface Place {
  readonly edition: string;
  readonly cache: string;
  readonly site: string;
}

function layOut(): Place {
  const folder = temporaryFolder();
  layOutEdition(join(folder, 'edition'), 3);
  return {
    edition: join(folder, 'edition'),
    cache: join(folder, 'cache'),
    site: join(folder, 'site'),
  };
}

function siglumAt({ cache, edition }: Place, ...words: string[]): Promise<Said> {
  return siglumWith({ SIGLUM_CACHE: cache }, ...words, '--edition', edition);
}

function bytesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  );
}

let whole: Place;

beforeAll(async () => {
  whole = layOut();
  expect(await siglumAt(whole, 'build', '--out', whole.site)).toMatchObject({ code: 0 });
});

afterAll(removeFolders);

test('every document is in one share, and in the same whatever the others are', () => {
  const names = Array.from({ length: 200 }, (_, at) => `documents/d${at}.xml`);
  const shares = [1, 2, 3, 4].map((at) => inShard(names, { at, of: 4 }));
  expect(shares.flat().sort()).toEqual([...names].sort());
  for (const share of shares) expect(share.length).toBeGreaterThan(25);
  expect(inShard(names.slice(100), { at: 2, of: 4 })).toEqual(
    shares[1]?.filter((name) => names.indexOf(name) >= 100),
  );
  expect(inShard(['d7.txt'], { at: 1, of: 4 })).toHaveLength(
    inShard(['x/d7.xml'], { at: 1, of: 4 }).length,
  );
});

describe('two shares', () => {
  let shared: Place;
  let built: Said;

  beforeAll(async () => {
    shared = layOut();
    for (const step of [['encode'], ['check'], ['transform', '--only', 'data'], ['transform']]) {
      const done = await Promise.all(
        SHARES.map((at) => siglumAt(shared, ...step, '--shard', `${at}/${SHARES.length}`)),
      );
      expect(done.map(({ code, err }) => [code, code === 0 ? '' : err])).toEqual(
        SHARES.map(() => [0, '']),
      );
    }
    built = await siglumAt(shared, 'build', '--out', shared.site);
  });

  test('and a build make the same documents and the same site', () => {
    expect(built).toMatchObject({ code: 0 });
    expect(bytesIn(join(shared.edition, 'documents'))).toEqual(
      bytesIn(join(whole.edition, 'documents')),
    );
    expect(bytesIn(shared.site)).toEqual(bytesIn(whole.site));
  });

  test('leave nothing for the build to make', () => {
    expect(filesBelow(join(shared.cache, 'results'))).toEqual(
      filesBelow(join(whole.cache, 'results')),
    );
  });
});

test('a share that is none', async () => {
  const { code, err } = await siglumAt(whole, 'check', '--shard', '4/3');
  expect(code).toBe(2);
  expect(err).toContain('--shard 4/3 is not a shard; write 3/16 for the third of sixteen');
});

const snakemake = hasSnakemake();

/** Snakemake is not among what `npm ci` brings; .ci/run installs it. */
test.runIf(snakemake)('the workflow gives the same on the cores of this machine', () => {
  const place = layOut();
  const workflow = join(PROGRAM, 'pipeline', 'cluster', 'Snakefile');
  const options = ['--cores', '2', '--quiet', 'all', '--directory', temporaryFolder()];
  const config = [`edition=${place.edition}`, `out=${place.site}`, `shards=${SHARES.length}`];
  execFileSync('snakemake', ['--snakefile', workflow, ...options, '--config', ...config], {
    env: { ...process.env, SIGLUM_CACHE: place.cache },
    stdio: 'pipe',
  });
  expect(bytesIn(place.site)).toEqual(bytesIn(whole.site));
});

if (!snakemake)
  console.warn(
    'not tested: the workflow for a cluster, since Snakemake is not installed (apt install snakemake)',
  );

function hasSnakemake(): boolean {
  try {
    return execFileSync('snakemake', ['--version'], { stdio: 'pipe' }).length > 0;
  } catch {
    return false;
  }
}
