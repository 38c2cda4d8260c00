/**
 * The built program equals the sources: a changed source takes effect at once, the shipped files
 * are built from the sources, and an installed package compiles nothing and writes nothing into
 * itself.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
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
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT, PROGRAM } from '../../pipeline/core/program-folder.mjs';
import { Steps } from '../../pipeline/core/progress.ts';
import { PROGRAM_STYLESHEETS } from '../../pipeline/program/stylesheets.ts';
import { prepareStylesheets } from '../../pipeline/transform/prepare-stylesheets.ts';
import {
  compileTo,
  SHIPPED,
  stylesheetHash,
} from '../../pipeline/xml/saxon/stylesheet-compiler.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-built-'));
afterAll(() => {
  execFileSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true });
});

const isRoot = process.getuid?.() === 0;

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(program: string, words: readonly string[], cache = join(folder, 'cache')): Said {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(program, 'pipeline', 'siglum.mjs'), ...words],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, SIGLUM_CACHE: cache } },
  );
  return { code: status, out: stdout, err: stderr };
}

/** Every file below a folder with its content, as one text each. */
function contents(of: string): Map<string, string> {
  const names = readdirSync(of, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(of, name)).isFile())
      .map((name) => [name, readFileSync(join(of, name), 'base64')]),
  );
}

describe('in a checkout', () => {
  const copy = join(folder, 'checkout');
  const main = join(copy, 'pipeline', 'cli', 'main.ts');

  beforeAll(() => {
    mkdirSync(copy);
    for (const name of ['package.json', 'pipeline', 'xslt', 'site', 'tei', 'lib', '.eleventy.js'])
      cpSync(join(PROGRAM, name), join(copy, name), { recursive: true });
    symlinkSync(join(PROGRAM, 'node_modules'), join(copy, 'node_modules'));
  });

  const edit = (from: string, to: string): void => {
    const { atime, mtime } = statSync(main);
    const text = readFileSync(main, 'utf8');
    expect(text).toContain(from);
    writeFileSync(main, text.replace(from, to));
    utimesSync(main, atime, mtime);
  };

  it('a run without a change builds nothing', () => {
    const before = contents(join(copy, 'lib'));
    expect(run(copy, ['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
    expect(contents(join(copy, 'lib'))).toEqual(before);
  });

  it('a changed source takes effect at once and in silence, were it of the same length and time', () => {
    edit('citable digital edition', 'CITABLE digital edition');
    const changed = run(copy, ['--help']);
    expect(changed.out).toContain('CITABLE digital edition');
    expect(changed.err).toBe('');
    edit('CITABLE digital edition', 'citable digital edition');
    expect(run(copy, ['--help']).out).toContain('citable digital edition');
  });

  it('a source that cannot be built ends the run and names the place; what was built stays', () => {
    const before = readFileSync(join(copy, 'lib', 'siglum.js'));
    edit("const program = new Command('siglum')", "const program = = new Command('siglum')");
    const { code, err } = run(copy, ['--version']);
    expect(code).not.toBe(0);
    expect(err).toMatch(/pipeline\/cli\/main\.ts:\d+:\d+: ERROR/);
    expect(readFileSync(join(copy, 'lib', 'siglum.js'))).toEqual(before);
    edit("const program = = new Command('siglum')", "const program = new Command('siglum')");
    expect(run(copy, ['--version']).out).toBe('0.1.0\n');
  });

  it('without lib/, as after npm ci --ignore-scripts, several runs at once build it', async () => {
    rmSync(join(copy, 'lib'), { recursive: true });
    const script = 'for i in 1 2 3; do "$0" "$1/pipeline/siglum.mjs" --version & done; wait; wait';
    const out = execFileSync('bash', ['-c', script, process.execPath, copy], { encoding: 'utf8' });
    expect(out).toBe('0.1.0\n'.repeat(3));
    expect(readdirSync(join(copy, 'lib')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('compiled stylesheets', () => {
  it('each that the program runs is shipped, under the hash of its modules', () => {
    const shipped = PROGRAM_STYLESHEETS.map((path) => `${stylesheetHash(path)}.sef.json`);
    expect(new Set(shipped).size).toBe(PROGRAM_STYLESHEETS.length);
    expect(readdirSync(SHIPPED)).toEqual(expect.arrayContaining(shipped));
  });

  it('what is shipped is what the compiler gives, wherever the program lies', async () => {
    // The smallest stylesheet with modules, from another folder: the result contains no path.
    const copy = join(folder, 'elsewhere', 'xslt');
    cpSync(join(PROGRAM, 'xslt'), copy, { recursive: true });
    const main = join('metadata', 'fragments.xsl');
    const target = join(folder, 'fresh.sef.json');
    await compileTo(target, join(copy, main), true);
    const hash = stylesheetHash(join(PROGRAM, 'xslt', main));
    expect(stylesheetHash(join(copy, main))).toBe(hash);
    const withoutTime = (path: string): string =>
      readFileSync(path, 'utf8').replace(/"(?:buildDateTime|Σ)":"[^"]*"/g, '');
    expect(withoutTime(target)).toBe(withoutTime(join(SHIPPED, `${hash}.sef.json`)));
    expect(readFileSync(target, 'utf8')).not.toContain(folder);
  });

  it('are not compiled again into an empty cache', async () => {
    const cache = join(folder, 'empty-cache');
    await prepareStylesheets(cache, new Steps().at, PROGRAM_STYLESHEETS);
    expect(existsSync(cache)).toBe(false);
  });
});

describe('installed', () => {
  const installed = join(folder, 'lib', 'node_modules', 'siglum');
  let packed: readonly string[] = [];

  beforeAll(() => {
    const list = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: PROGRAM,
      encoding: 'utf8',
    });
    const [pack] = JSON.parse(list) as { files: { path: string }[] }[];
    packed = pack?.files.map(({ path }) => path) ?? [];
    for (const path of packed) cpSync(join(PROGRAM, path), join(installed, path));
    symlinkSync(
      join(PROGRAM, 'node_modules'),
      join(folder, 'lib', 'node_modules', 'siglum', 'node_modules'),
    );
  });

  it('the package contains the built program and no TypeScript', () => {
    expect(packed).toEqual(expect.arrayContaining(['lib/siglum.js', 'lib/xslt/index.json']));
    expect(packed.filter((path) => path.endsWith('.ts'))).toEqual([]);
    expect(packed.filter((path) => path.startsWith('tests/'))).toEqual([]);
    expect(packed.length).toBeGreaterThan(100);
    expect(readdirSync(BUILT)).not.toEqual([]);
  });

  it('makes, checks, builds and packs an edition, compiles nothing, and writes nothing into itself', () => {
    const before = contents(installed);
    execFileSync('chmod', ['-R', 'a-w', installed]);
    const cache = join(folder, 'installed-cache');
    const edition = join(folder, 'edition');
    for (const words of [
      ['init', edition],
      ['encode', join(PROGRAM, 'tei', 'sources', 'd149.txt'), '--edition', edition],
      ['check', '--edition', edition],
      ['build', '--edition', edition, '--out', join(folder, 'site')],
      ['deposit', '--edition', edition, '--out', join(folder, 'packages')],
    ]) {
      const { code, out, err } = run(installed, words, cache);
      // A deposit says what the metadata lack.
      expect([words[0], code, err.match(/internal|internal error|compiled/)], out + err).toEqual([
        words[0],
        words[0] === 'deposit' ? code : 0,
        null,
      ]);
    }
    expect(existsSync(join(folder, 'site', 'documents', 'd149.html'))).toBe(true);
    expect(readdirSync(cache)).not.toContain('program');
    expect(existsSync(join(cache, 'xslt'))).toBe(false);
    expect(contents(installed)).toEqual(before);
  });

  it.skipIf(!isRoot)('runs for another user, who may write nothing there', () => {
    execFileSync('chmod', ['-R', 'a+rX', folder]);
    const { status, stdout, stderr } = spawnSync(
      'setpriv',
      [
        '--reuid=65534',
        '--regid=65534',
        '--clear-groups',
        process.execPath,
        join(installed, 'pipeline', 'siglum.mjs'),
        '--version',
      ],
      {
        cwd: '/',
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' },
      },
    );
    expect([status, stdout, stderr]).toEqual([0, '0.1.0\n', '']);
  });
});
