/**
 * Parallel work: an edited document is checked while its site is opened, and heavy documents are
 * done beside the threads.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATA_JOB } from '../../pipeline/transform/data-job.ts';
import { Pool } from '../../pipeline/work/pool.ts';
import {
  changeIn,
  editionOfFixtures,
  filesBelow,
  removeFolders,
  siglum,
  temporaryFolder,
} from '../site/edition.ts';

let edition: string;
let site: string;

beforeAll(async () => {
  edition = editionOfFixtures();
  // A grammar that forbids something.
  changeIn(edition, 'schema/edition.rng', [
    /<anyName\s*\/>/,
    '<anyName><except><name ns="http://www.tei-c.org/ns/1.0">forbidden</name></except></anyName>',
  ]);
  site = join(temporaryFolder(), 'site');
  const { code, err } = await build();
  expect(code, err).toBe(0);
});

afterAll(removeFolders);

const build = () => siglum('build', '--edition', edition, '--out', site);

const bytes = () =>
  new Map(filesBelow(site).map((name) => [name, readFileSync(join(site, name), 'latin1')]));

/** Without the last line, which tells how long it took. */
const errors = (said: string) => said.split('\n').filter((line) => line.includes(': error: '));

test('a document that its editor has made invalid is reported as by `check`, and is shown; corrected, the site is as before', async () => {
  const before = bytes();
  const path = join(edition, 'documents', 'd149.xml');
  const text = readFileSync(path, 'utf8');
  changeIn(
    edition,
    'documents/d149.xml',
    ['<body>', '<body><forbidden>'],
    ['</body>', '</forbidden></body>'],
  );
  const built = await build();
  const checked = await siglum('check', '--edition', edition);
  expect(built.code).toBe(1);
  expect(errors(built.err)).toEqual(errors(checked.err + checked.out));
  expect(errors(built.err).join()).toMatch(/d149\.xml:\d+:\d+: error: .* is not valid/);
  expect(filesBelow(site)).toContain('documents/d149.html');
  writeFileSync(path, text);
  expect((await build()).code).toBe(0);
  expect(bytes()).toEqual(before);
});

test('a grammar that is none is reported once, though a thread finds it', async () => {
  const path = join(edition, 'schema', 'edition.rng');
  const grammar = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    grammar
      .replaceAll('<text/>', '<nothing-known/>')
      .replace(/<ref name="[^"]*"/, '<ref name="not-there"'),
  );
  const { code, err } = await build();
  writeFileSync(path, grammar);
  expect(code).toBe(1);
  expect(err).toMatch(/edition\.rng:\d+.*error: the RELAX NG schema has an error/);
  expect(errors(err)).toEqual([...new Set(errors(err))]);
});

test('a document that a thread has no memory for is done all the same', async () => {
  const folder = temporaryFolder();
  const shared = {
    cache: temporaryFolder(),
    root: folder,
    strings: {},
    prefixes: [],
    key: 'beside',
  };
  const text = (words: string) =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>${words}</body></text></TEI>`;
  const jobs = ['<p>light</p>', '<p>heavy</p>'.repeat(150_000), '<p>light too</p>'].map(
    (words, at) => {
      const path = join(folder, `d${at}.xml`);
      writeFileSync(path, text(words));
      return { path };
    },
  );
  const pool = new Pool({ width: 2, few: 1, room: 64 });
  try {
    const results = await pool.run(DATA_JOB, shared, jobs);
    const hashes = results.map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(3);
    expect(hashes.every((hash) => /^[0-9a-f]{32}$/.test(hash))).toBe(true);
    expect(results.every(({ data }) => data.summary.header.title === 'T')).toBe(true);
  } finally {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
