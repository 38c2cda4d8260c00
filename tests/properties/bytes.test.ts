/**
 * The same edition gives the same bytes in another folder, time zone and language of the system,
 * for another user, with other threads, with any cache and any order of files.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../pipeline/core/cache-folder.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { SOURCE } from '../editors/edition.ts';
import { filesBelow, removeFolders, temporaryFolder } from '../site/edition.ts';

const FIXTURE = join(PROGRAM, 'tests', 'fixtures', 'interfaces', 'edition');

/** More than are done without threads. */
const LETTERS = 14;

/** The circumstances in which an edition is made. */
interface Circumstances {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The user's umask for new files. */
  readonly umask: string;
  readonly reversed: boolean;
  /**
   * The folder of compiled stylesheets, which take half a minute; nothing else is copied from
   * it.
   */
  readonly compiled: string;
}

interface Made {
  readonly root: string;
  readonly cache: string;
  readonly files: readonly string[];
}

/** Encodes, builds and releases, and packs. */
async function made({
  folder,
  environment,
  umask,
  reversed,
  compiled,
}: Circumstances): Promise<Made> {
  const parent = temporaryFolder();
  const [root, cache] = [join(parent, folder), join(parent, 'cache')];
  for (const kind of ['xslt', 'schematron'])
    if (existsSync(join(compiled, kind)))
      cpSync(join(compiled, kind), join(cache, kind), { recursive: true });
  // What is packed states the day of its publication.
  const edition = filesBelow(FIXTURE).map((name): [string, string] => [
    name,
    readFileSync(join(FIXTURE, name), 'utf8').replace(
      /(<\/publisher>)(?!\s*<date)/,
      '$1<date when="2025-06-01"/>',
    ),
  ]);
  const letters = Array.from({ length: LETTERS }, (_, at): [string, string] => [
    `sources/d${at + 7}.txt`,
    SOURCE.replace('7.', `${at + 7}.`),
  ]);
  const files = [...edition, ...letters];
  for (const [name, text] of reversed ? files.reverse() : files) {
    const path = join(root, 'tei', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const words = ['--edition', join(root, 'tei')];
  for (const argv of [
    ['encode', ...words],
    ['build', ...words, '--out', join(root, '_site'), '--release', '1.0.0'],
    ['deposit', ...words, '--out', join(root, 'dist')],
  ]) {
    const { code, said } = await run(argv, root, umask, { ...environment, SIGLUM_CACHE: cache });
    expect(code, said).toBe(0);
  }
  return { root, cache, files: filesBelow(root) };
}

function run(
  argv: readonly string[],
  cwd: string,
  umask: string,
  environment: Readonly<Record<string, string>>,
) {
  const command = `umask ${umask} && exec "$0" "$@"`;
  const program = join(PROGRAM, 'pipeline', 'siglum.mjs');
  const child = spawn('sh', ['-c', command, process.execPath, program, ...argv], {
    cwd,
    env: { ...process.env, ...environment },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said += String(chunk)));
  return new Promise<{ code: number | null; said: string }>((done) =>
    child.on('close', (code) => done({ code, said })),
  );
}

afterAll(removeFolders);

describe('the same edition, made twice', () => {
  let here: Made;
  let there: Made;
  beforeAll(async () => {
    here = await made({
      folder: 'here',
      environment: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C', SIGLUM_THREADS: '1' },
      umask: '022',
      reversed: false,
      compiled: cacheFolder(PROGRAM),
    });
    there = await made({
      folder: 'là-bas 💥 2',
      environment: {
        TZ: 'Pacific/Kiritimati',
        LANG: 'tr_TR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        SIGLUM_THREADS: '2',
      },
      umask: '077',
      reversed: true,
      compiled: here.cache,
    });
  }, 300_000);

  it('has the same files: TEI, site, release, register and packages', () => {
    expect(there.files).toEqual(here.files);
    for (const part of [
      'tei/documents/',
      'tei/published/',
      'tei/releases/1.0.0/',
      '_site/search/',
      'dist/',
    ])
      expect(
        here.files.filter((name) => name.startsWith(part)),
        part,
      ).not.toEqual([]);
    expect(here.files.filter((name) => name.endsWith('.zip')).sort()).toEqual([
      '_site/texts.zip',
      '_site/v1.0.0/texts.zip',
      'dist/dspace/item-1/harbour-letters-1871-lessbgreater-1.0.0.zip',
      'dist/harbour-letters-1871-lessbgreater-1.0.0.zip',
      'tei/releases/1.0.0/texts.zip',
    ]);
  });

  it('has the same bytes in each', () => {
    const different = here.files.filter(
      (name) => !readFileSync(join(here.root, name)).equals(readFileSync(join(there.root, name))),
    );
    expect(different).toEqual([]);
  });
});
