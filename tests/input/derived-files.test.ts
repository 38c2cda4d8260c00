/**
 * Damaged files of the program itself, in an edition or beside the documents: the register of
 * published addresses, the releases, redirects, the contents, the encoder's last output, the lock,
 * the cache. Each is reported in one line with advice, or replaced; no published address is lost
 * unnoticed, and no command waits for a pipe.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateDocuments } from '../../pipeline/computed/documents.ts';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { FileIndex } from '../../pipeline/edition/file-facts/file-index.ts';
import { openRegister } from '../../pipeline/edition/register.ts';
import { encodeCommand } from '../../pipeline/encode/command.ts';
import { refreshDocuments } from '../../pipeline/encode/run/refresh.ts';
import { openPermanence } from '../../pipeline/publish/release/release.ts';
import { readOrder } from '../../pipeline/publish/site/order.ts';
import { statusCommand } from '../../pipeline/status/command.ts';
import { SOURCE } from '../editors/edition.ts';
import { build, copyOf, copyOfLetters, type Work } from '../permanence/edition.ts';
import { removeFolders as removeLetters } from '../site/edition.ts';
import { goodEdition, removeFolders, said } from './edition.ts';

let released: Work;
beforeAll(async () => {
  released = copyOfLetters();
  expect((await build(released, '--release', '1.0.0')).code).toBe(0);
  execFileSync('chmod', ['-R', 'u+w', released.edition]);
}, 120_000);
afterAll(() => {
  removeFolders();
  removeLetters();
});

type Spoil = (path: string) => void;
const write =
  (bytes: string | Uint8Array): Spoil =>
  (path) =>
    writeFileSync(path, bytes);
const remove: Spoil = (path) => rmSync(path, { recursive: true });
const asFile: Spoil = (path) => {
  remove(path);
  writeFileSync(path, 'x');
};
const asFolder: Spoil = (path) => {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
};
const asPipe: Spoil = (path) => {
  rmSync(path, { force: true });
  execFileSync('mkfifo', [path]);
};
const huge: Spoil = (path) => {
  writeFileSync(path, '');
  truncateSync(path, 300 * 1024 * 1024);
};
const withoutLastLine: Spoil = (path) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\n]*\n$/, ''));
const latin1 = write(Buffer.from('caf\xe9 to l2\n', 'latin1'));

describe('what was published', () => {
  it.each<[string, string, Spoil, RegExp]>([
    [
      'another encoding',
      'published/pages.tsv',
      latin1,
      /pages\.tsv:1:4: error: the byte 0xE9 is not UTF-8/,
    ],
    [
      'lines that are none',
      'published/pages.tsv',
      write('one\n'),
      /pages\.tsv:1: error: the line has 1 of 4 fields; .*restore the file/,
    ],
    [
      'a missing list of pages',
      'published/pages.tsv',
      remove,
      /pages\.tsv: error: this file of the register .* is missing; .*restore the file/,
    ],
    [
      'a folder for the list of pages',
      'published/pages.tsv',
      asFolder,
      /pages\.tsv: error: .*it is a folder, not a file/,
    ],
    [
      'missing passages of a document',
      'published/documents/l1.tsv',
      remove,
      /l1\.tsv: error: this file of the register .* is missing/,
    ],
    [
      'an emptied list of pages',
      'published/pages.tsv',
      write(''),
      /pages\.tsv: error: lines of this file .* are missing/,
    ],
    [
      'a list of pages without its last line',
      'published/pages.tsv',
      withoutLastLine,
      /pages\.tsv: error: lines of this file .* are missing/,
    ],
    [
      'a missing register',
      'published',
      remove,
      /releases\/1\.0\.0: error: .*not in the edition's register .*; restore published\/ as/,
    ],
    [
      'a file for the register',
      'published',
      asFile,
      /releases\/1\.0\.0: error: .*not in the edition's register .*; restore published\/ as/,
    ],
    [
      'missing releases',
      'releases',
      remove,
      /releases\/1\.0\.0: error: release 1\.0\.0 was published and is not in the store; restore it/,
    ],
    [
      'a file for the releases',
      'releases',
      asFile,
      /releases: error: there is a file in the place of a folder; move it away/,
    ],
    [
      'a release without its manifest',
      'releases/1.0.0/manifest-sha256.txt',
      remove,
      /manifest-sha256\.txt: error: release 1\.0\.0 does not have this file/,
    ],
    [
      'a manifest that is none',
      'releases/1.0.0/manifest-sha256.txt',
      write('x'),
      /manifest-sha256\.txt:1: error: a line is a SHA-256 and a path/,
    ],
    [
      'facts of a release that are none',
      'releases/1.0.0/release.json',
      write('{'),
      /release\.json: error: this file of release 1\.0\.0 was changed; .*restore it/,
    ],
    [
      'a folder for the facts of a release',
      'releases/1.0.0/release.json',
      asFolder,
      /release\.json: error: release 1\.0\.0 does not have this file/,
    ],
    [
      'a changed page of a release',
      'releases/1.0.0/index.html',
      write('x'),
      /index\.html: error: this file of release 1\.0\.0 was changed/,
    ],
    [
      'one file more in a release',
      'releases/1.0.0/more.html',
      write('x'),
      /more\.html: error: this file is not a part of release 1\.0\.0/,
    ],
    [
      'a release that was not made',
      'releases/2.0.0',
      asFolder,
      /releases\/2\.0\.0: error: .*not in the edition's register/,
    ],
    [
      'redirects in UTF-16',
      'redirects.txt',
      write(Buffer.from('\ufeffl1 to l2', 'utf16le')),
      /redirects\.txt:1:1: error: the file is in UTF-16; save it as UTF-8/,
    ],
    [
      'redirects in Latin-1',
      'redirects.txt',
      latin1,
      /redirects\.txt:1:4: error: the byte 0xE9 is not UTF-8/,
    ],
    [
      'redirects of 300 MB',
      'redirects.txt',
      huge,
      /redirects\.txt: error: the file has 300 MiB, and at most 64 MiB are read/,
    ],
    [
      'a folder for the redirects',
      'redirects.txt',
      asFolder,
      /redirects\.txt: error: .*it is a folder, not a file/,
    ],
    [
      'a pipe for the redirects',
      'redirects.txt',
      asPipe,
      /redirects\.txt: error: this is not a file but a pipe or a device/,
    ],
    [
      'redirects out of the site',
      'redirects.txt',
      write('l1 to ../../etc/passwd\n'),
      /redirects\.txt:1:1: error: "to" is followed by one address/,
    ],
    [
      'redirects to another host',
      'redirects.txt',
      write('l1 to https://evil.example/\n'),
      /redirects\.txt:1:1: error: "to" is followed by one address/,
    ],
    [
      'redirects in a circle',
      'redirects.txt',
      write('l1 to l2\nl2 to l1\n'),
      /redirects\.txt:1:1: error: l1 leads back to itself/,
    ],
  ])('%s', async (_what, file, spoil, message) => {
    const { edition } = copyOf(released);
    spoil(join(edition, file));
    const { code, lines, milliseconds } = await said(() => {
      openPermanence(openEdition(edition), {});
      return 0;
    });
    expect(code, lines.join('\n')).toBe(1);
    expect(lines[0]).toMatch(message);
    expect(lines.join('\n')).not.toMatch(/internal error/);
    expect(milliseconds).toBeLessThan(10_000);
  });

  it.each([
    ['emptied', write('')],
    ['without the last line', withoutLastLine],
  ])('passages of a document, %s', async (_what, spoil) => {
    const { edition } = copyOf(released);
    spoil(join(edition, 'published', 'documents', 'l1.tsv'));
    const { code, lines } = await said(() =>
      openRegister(openEdition(edition)).document('l1') ? 0 : 2,
    );
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(
        /l1\.tsv: error: lines of this file .* are missing, .*restore the file as the release left it/,
      ),
    ]);
  });

  it('with an error is not built any more, and the previous site stays', async () => {
    const work = copyOf(released);
    expect((await build(work)).code).toBe(0);
    const before = readFileSync(join(work.site, 'index.html'), 'utf8');
    remove(join(work.edition, 'published', 'pages.tsv'));
    const refused = await build(work);
    expect(refused.code).toBe(1);
    expect(refused.err.trim().split('\n')).toHaveLength(1);
    expect(readFileSync(join(work.site, 'index.html'), 'utf8')).toBe(before);
  }, 60_000);
});

describe('contents.xml', () => {
  it('with an address that is none is reported, and the documents are built', async () => {
    const work = copyOfLetters();
    writeFileSync(
      join(work.edition, 'contents.xml'),
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><list type="contents"><item><ptr target="documents/%E0%A4.xml"/></item></list></standOff></TEI>',
    );
    const { code, err } = await build(work);
    expect(code, err).toBe(0);
    expect(err).toMatch(
      /contents\.xml:1:92: warning: @target leads to .*%E0%A4\.xml, and there is no such file/,
    );
    expect(readdirSync(join(work.site, 'documents'))).toEqual(
      expect.arrayContaining(['l1.html', 'l2.html', 'l3.html']),
    );
  }, 60_000);

  it('that cannot be read gives no order, and nothing waits for a pipe', () => {
    const { edition } = copyOfLetters();
    for (const spoil of [write('<TEI>'), latin1, asFolder, asPipe]) {
      spoil(join(edition, 'contents.xml'));
      expect(readOrder(openEdition(edition))).toEqual([]);
      remove(join(edition, 'contents.xml'));
    }
  });
});

describe('.siglum', () => {
  /** The letter encoded and edited, and its source changed: a merge is due. */
  const due = async (): Promise<string> => {
    const root = goodEdition();
    expect((await said(() => encodeCommand([], { edition: root }))).code).toBe(0);
    const document = join(root, 'documents', 'd7.xml');
    writeFileSync(
      document,
      readFileSync(document, 'utf8').replace('Nobody was hurt', 'Nobody was harmed'),
    );
    writeFileSync(join(root, 'sources', 'd7.txt'), SOURCE.replace('everything', 'all'));
    return root;
  };

  it.each<[string, Spoil]>([
    ['missing', remove],
    ['cut off', write('<TEI xmlns="http://www.tei-c.org/ns/1.0">')],
    ['not UTF-8', latin1],
    ['of 300 MB', huge],
    ['a folder', asFolder],
    ['a pipe', asPipe],
  ])(
    'a base that is %s: the document stays as the editor left it, and that is said',
    async (_what, spoil) => {
      const root = await due();
      spoil(join(root, '.siglum', 'base', 'd7.xml'));
      const before = readFileSync(join(root, 'documents', 'd7.xml'), 'utf8');
      const { code, lines } = await said(() => encodeCommand([], { edition: root }));
      expect(code, lines.join('\n')).toBe(0);
      expect(lines.join('\n')).toMatch(
        /d7\.xml: warning: the document was edited .* and is not changed: what the encoder wrote then is not stored/,
      );
      expect(readFileSync(join(root, 'documents', 'd7.xml'), 'utf8')).toBe(before);
      const status = await said(() => statusCommand({ edition: root, format: 'text' }));
      expect(status.lines.join('\n')).toMatch(
        /outdated +d7 +edited; what is new cannot be merged into it/,
      );
    },
  );

  it.each<[string, Spoil]>([
    ['no JSON', write('{"creation')],
    ['other JSON', write('[null, {"authorities": 7, "genre": "x"}, "\\u0000"]')],
    [
      'JSON with other values',
      write('{"creation/date 1": {"words": 7}, "authorities": [null], "genre": {}}'),
    ],
    ['of 300 MB', huge],
    ['a folder', asFolder],
    ['a pipe', asPipe],
  ])(
    'stored options and computed facts that are %s: the document is merged all the same',
    async (_what, spoil) => {
      const root = await due();
      for (const folder of ['options', 'computed']) {
        mkdirSync(join(root, '.siglum', folder), { recursive: true });
        write('')(join(root, '.siglum', folder, 'd7.json'));
        spoil(join(root, '.siglum', folder, 'd7.json'));
      }
      const edition = openEdition(root);
      const fileIndex = new FileIndex(edition.cache, edition.root);
      const { merged, findings } = await refreshDocuments(edition, { fileIndex });
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(merged).toBe(1);
      expect(
        updateDocuments(edition, [join(root, 'documents', 'd7.xml')], fileIndex).findings,
      ).toEqual([]);
      expect(readFileSync(join(root, 'documents', 'd7.xml'), 'utf8')).toContain(
        'Nobody was harmed',
      );
    },
  );

  it.each(['d7.xml', 'd7.xml.next'])(
    'a folder in the place of a new base, %s: one line, and the others are encoded',
    async (name) => {
      const root = goodEdition();
      mkdirSync(join(root, '.siglum', 'base', name, 'x'), { recursive: true });
      writeFileSync(join(root, 'sources', 'd8.txt'), SOURCE);
      const { code, lines } = await said(() => encodeCommand([], { edition: root }));
      expect(code).toBe(1);
      const reported = lines.filter((line) => line.includes(': error: '));
      expect(reported).toEqual([
        expect.stringMatching(
          /base\/d7\.xml\S*: error: this is a folder in the place of a file; move it away/,
        ),
      ]);
      expect(readdirSync(join(root, 'documents'))).toContain('d8.xml');
      rmSync(join(root, '.siglum', 'base', name), { recursive: true });
      expect((await said(() => encodeCommand([], { edition: root }))).code).toBe(0);
      expect(readdirSync(join(root, '.siglum', 'base'))).toEqual(['d7.xml', 'd8.xml']);
    },
  );

  it.each<[string, string, Spoil, RegExp]>([
    [
      'a file',
      '.siglum',
      write('x'),
      /^\S*\.siglum: error: there is a file in the place of a folder; move it away/,
    ],
    [
      'a folder for the lock',
      '.siglum/lock',
      asFolder,
      /\.siglum\/lock: error: this is not a file, but is in the place of the lock file; move it away/,
    ],
    ['a pipe for the lock', '.siglum/lock', asPipe, /\.siglum\/lock: error: this is not a file/],
  ])('%s: one line, and nothing is changed', async (_what, file, spoil, message) => {
    const root = goodEdition();
    if (file !== '.siglum') mkdirSync(join(root, '.siglum'));
    spoil(join(root, file));
    const { code, lines } = await said(() => encodeCommand([], { edition: root }));
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(message)]);
    expect(readdirSync(join(root, 'documents'))).toEqual(['m1.xml']);
  });

  it('a lock that is not JSON delays for some seconds at most', async () => {
    const root = goodEdition();
    mkdirSync(join(root, '.siglum'));
    writeFileSync(join(root, '.siglum', 'lock'), '\0\xff');
    const { code, milliseconds } = await said(() => encodeCommand([], { edition: root }));
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(15_000);
  }, 20_000);
});

describe('the cache', () => {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-cache-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (root: string, cache: string) =>
    spawnSync(
      process.execPath,
      [join(PROGRAM, 'pipeline', 'siglum.mjs'), 'check', '--edition', root],
      {
        encoding: 'utf8',
        env: { ...process.env, SIGLUM_CACHE: cache },
      },
    );

  it('with every file cut off or spoilt is made again', () => {
    const root = goodEdition();
    const cache = join(folder, 'spoilt');
    const first = run(root, cache);
    expect(first.status, first.stderr).toBe(0);
    const cached = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(cached.length).toBeGreaterThan(3);
    for (const [at, { parentPath, name }] of cached.entries()) {
      const path = join(parentPath, name);
      const bytes = readFileSync(path);
      writeFileSync(
        path,
        at % 2 === 0 ? bytes.subarray(0, bytes.length / 2) : Buffer.from('\0{"x":1}'),
      );
    }
    const again = run(root, cache);
    expect(again.status, again.stderr).toBe(0);
    expect(again.stdout).toBe(first.stdout);
  }, 120_000);

  it('that is a file: one line', () => {
    const cache = join(folder, 'file');
    writeFileSync(cache, 'x');
    const { status, stderr } = run(goodEdition(), cache);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(
        /^\S*file: error: there is a file in the place of a folder; .*\bSIGLUM_CACHE\b/,
      ),
    ]);
  });
});
