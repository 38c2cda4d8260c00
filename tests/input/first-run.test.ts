/**
 * A cache or a disk without space or permission is named, with advice, and no part of a file is
 * left. A run that has to compile stylesheets first says why it takes a while.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../pipeline/core/files/make-folder.ts';
import { Steps } from '../../pipeline/core/progress.ts';
import { systemFinding } from '../../pipeline/core/system-error.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openBuildFolder } from '../../pipeline/publish/folder.ts';
import { prepareStylesheets } from '../../pipeline/transform/prepare-stylesheets.ts';
import { filesBelow } from '../site/edition.ts';
import { goodEdition, removeFolders, said, temporaryFolder } from './edition.ts';

afterAll(removeFolders);

const isRoot = process.getuid?.() === 0;

/** Runs `siglum` from outside, as another user than root, who may write everywhere. */
function siglum(cache: string | undefined, words: readonly string[]) {
  const argv = [process.execPath, join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words];
  const other = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
  const [command = '', ...rest] = isRoot && cache !== undefined ? [...other, ...argv] : argv;
  const env = { ...process.env, ...(cache !== undefined && { SIGLUM_CACHE: cache }) };
  return spawnSync(command, rest, { encoding: 'utf8', cwd: '/', env });
}

const SHEET =
  '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"/></xsl:stylesheet>';

describe('a run that finds stylesheets changed', () => {
  it('says that they are compiled, shows how far it is on a terminal, and the next run says nothing', async () => {
    const folder = temporaryFolder();
    const sheets = ['a', 'b', 'c'].map((name) => join(folder, `${name}.xsl`));
    for (const sheet of sheets)
      writeFileSync(sheet, SHEET.replace('match="/"', `match="/${sheet.at(-5)}"`));
    let shown = '';
    const terminal = { isTTY: true, columns: 80, write: (text: string) => (shown += text) };
    const steps = new Steps(terminal as unknown as NodeJS.WriteStream);
    const first = await said(async () => {
      await prepareStylesheets(join(folder, 'cache'), steps.at, sheets);
      return 0;
    });
    expect(first.lines).toEqual([
      expect.stringMatching(
        /^siglum: stylesheets of the program have changed and are compiled; this is done once/,
      ),
    ]);
    expect(shown).toContain('0 of 3 stylesheets compiled (0 %)');
    expect(shown).toContain('3 of 3 stylesheets compiled (100 %)');
    const second = await said(async () => {
      await prepareStylesheets(join(folder, 'cache'), steps.at, sheets);
      return 0;
    });
    expect(second.lines).toEqual([]);
  });
});

describe('a cache that cannot be written', () => {
  it.each([
    ['one without permission', (folder: string) => chmodSync(folder, 0o555), '', /no permission/],
    [
      'one below a file',
      (folder: string) => writeFileSync(join(folder, 'file'), ''),
      'file/cache',
      /there is a file/,
    ],
  ])('%s: one line that names SIGLUM_CACHE, and no site', (_name, spoil, inside, why) => {
    const edition = goodEdition();
    execFileSync('chmod', ['-R', 'a+rwX', join(edition, '..')]);
    const folder = temporaryFolder();
    execFileSync('chmod', ['a+rwx', folder]);
    const cache = join(folder, 'cache');
    mkdirSync(cache);
    spoil(cache);
    const out = join(edition, '..', '_site');
    const { status, stderr } = siglum(join(cache, inside), [
      'build',
      '--edition',
      edition,
      '--out',
      out,
    ]);
    expect(status, stderr).toBe(1);
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /cache.*: error: .*set the environment variable SIGLUM_CACHE to a folder that has space and may be written/,
    );
    expect(lines[0]).toMatch(why);
    expect(filesBelow(join(edition, '..')).filter((name) => name.startsWith('_site'))).toEqual([]);
  });
});

describe('a disk that is full', () => {
  // Sizes at which the disk is full while pages, copies, the index or outputs are written.
  it.skipIf(!isRoot).each([64, 300, 700])(
    'at %i KiB: names a file of the site, and leaves nothing (a file system in memory; only the superuser can mount one)',
    (size) => {
      const place = join(temporaryFolder(), 'full');
      mkdirSync(place);
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'none', place]);
      try {
        const out = join(place, '_site');
        const { status, stderr } = siglum(undefined, [
          'build',
          '--edition',
          goodEdition(),
          '--out',
          out,
        ]);
        expect(status, stderr).toBe(1);
        const reported = stderr.split('\n').filter((line) => line.includes('[system/enospc]'));
        expect(reported, stderr).toHaveLength(1);
        expect(reported[0]).toMatch(
          /full\/_site\/\S+\.\w+: error: the disk is full; free some space and run the command again/,
        );
        expect(stderr).not.toMatch(/internal error|\n +at /);
        expect(filesBelow(place)).toEqual([]);
      } finally {
        execFileSync('umount', [place]);
      }
    },
  );
});

describe('what the system refuses', () => {
  it('a folder below one in which nothing can be made: at once, with the folder asked for', () => {
    for (const folder of ['/proc/x', '/proc/1/y/z']) {
      let thrown: unknown;
      try {
        makeFolder(folder);
      } catch (error) {
        thrown = error;
      }
      expect(systemFinding(thrown)).toMatchObject({ path: folder, rule: 'system/eperm' });
    }
  });

  it('folders that two threads make at the same moment: made', async () => {
    const [base, counter] = [temporaryFolder(), new SharedArrayBuffer(4)];
    const made = [0, 1].map(async (thread) => {
      const worker = new Worker(new URL('threads/make-folder.mjs', import.meta.url), {
        workerData: { base, counter, thread, rounds: 400 },
      });
      const [message] = await once(worker, 'message');
      return message;
    });
    expect(await Promise.all(made)).toEqual(['made', 'made']);
  });

  it.each(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'ENFILE', 'EIO'])(
    '%s: the file, and what to do',
    (code) => {
      const path = '/somewhere/._site-123-aBcDeF/documents/d1.html';
      const error = Object.assign(new Error(code), { code, path });
      const finding = systemFinding(new Error('of a library', { cause: error }));
      expect(finding).toMatchObject({
        path: '/somewhere/_site/documents/d1.html',
        severity: 'error',
      });
      expect(finding?.message).toMatch(/; /);
      expect(finding?.message).not.toContain(code);
    },
  );

  it.each([
    [
      'output on a full disk',
      'exec "$0" "$1" status --edition "$2" > /dev/full',
      1,
      /^siglum: the output of this command cannot be written: the disk is full; [^\n]*\n$/,
    ],
    [
      'a current folder that has been removed',
      'cd "$(mktemp -d)"; rmdir "$PWD"; exec "$0" "$1" status --edition "$2"',
      2,
      /^siglum: the current folder has been removed; [^\n]*\n$/,
    ],
  ])('%s: one line', (_name, script, code, message) => {
    const argv = ['-c', script, process.execPath, join(PROGRAM, 'pipeline', 'siglum.mjs')];
    const { status, stderr } = spawnSync('bash', [...argv, goodEdition()], { encoding: 'utf8' });
    expect(status, stderr).toBe(code);
    expect(stderr).toMatch(message);
  });

  it('a link as the place of a site stays, and the folder that it names is replaced', () => {
    const place = temporaryFolder();
    mkdirSync(join(place, 'real'));
    symlinkSync('real', join(place, 'site'));
    const folder = openBuildFolder(join(place, 'site'));
    writeFileSync(join(folder.path, 'index.html'), '');
    folder.publish();
    expect(lstatSync(join(place, 'site')).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(place, 'real'))).toContain('index.html');
    expect(readdirSync(place).sort()).toEqual(['real', 'site']);
  });

  it('too many open files: a line, and no site', () => {
    const edition = goodEdition();
    const out = join(edition, '..', '_site');
    const program = join(PROGRAM, 'pipeline', 'siglum.mjs');
    const script = `ulimit -n 40; exec "$0" "$1" build --edition "$2" --out "$3"`;
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', script, process.execPath, program, edition, out],
      {
        encoding: 'utf8',
      },
    );
    if (status === 0) expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('</html>');
    else {
      expect(status, stderr).toBe(1);
      expect(stderr).toMatch(
        /: error: too many files are open; close other programs, or raise the limit \(ulimit -n\)/,
      );
      expect(filesBelow(join(edition, '..')).filter((name) => name.startsWith('_site'))).toEqual(
        [],
      );
    }
  });
});
