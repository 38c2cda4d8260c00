/**
 * An imported volume under the other commands: status, encode, releases, and an import after them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { removeFolders, type Said, siglum, temporaryFolder } from '../site/edition.ts';
import { build, edit, type Work } from './edition.ts';

const VOLUME = join(PROGRAM, 'tests', 'fixtures', 'import', 'volume.xml');

let work: Work;
const release = (number: string): Promise<Said> =>
  build(work, '--release', number, '--releases', join(work.edition, '..', 'releases'));
const here = (...words: string[]): Promise<Said> => siglum(...words, '--edition', work.edition);
const page = (path: string): string => readFileSync(join(work.site, path), 'utf8');

beforeAll(async () => {
  const folder = temporaryFolder();
  work = { edition: join(folder, 'edition'), site: join(folder, '_site') };
  const { code, err } = await here('import', VOLUME);
  expect(code, err).toBe(0);
});
afterAll(removeFolders);

test('status says which part of the volume each document is; there is nothing to encode', async () => {
  const status = await here('status');
  expect(status.out).toMatch(/^untouched +d1 +from volume\.xml#d1$/m);
  expect(status.out).toContain('11 documents: 11 untouched');
  const encode = await here('encode');
  expect([encode.code, encode.out.trim()]).toEqual([
    0,
    'nothing to encode: the edition has documents and no reading texts, as an import makes it',
  ]);
});

test('it is released, corrected and released again; what was corrected stays, and an address that was published too', async () => {
  const first = await release('1.0.0');
  expect(first.code, first.err).toBe(0);
  // Every document names the volume's missing schema: it is reported once.
  expect(first.err.match(/schema\/volume\.rng does not exist/g)).toHaveLength(1);
  expect(first.err).toContain('(and 10 more of these: ');
  expect(page('v1.0.0/documents/d2.html')).toContain('No date.');

  edit(work, 'documents/d2.xml', ['No date.', 'No date is known.']);
  const second = await release('1.1.0');
  expect(second.code, second.err).toBe(0);
  const changes = page('versions/1.1.0.html');
  expect(changes).toMatch(/<ins>.* is known/);
  expect(changes).toContain('d2.html');
  expect(changes).not.toContain('d3.html');
  expect(page('v1.0.0/documents/d2.html')).toContain('No date.');
  expect(page('documents/d2.html')).toContain('No date is known.');

  const again = await here('import', VOLUME);
  expect(again.err).toMatch(/d2\.xml: warning: the file was edited since it was imported/);
  const status = await here('status');
  expect(status.out).toMatch(/^edited +d2 +from volume\.xml#d2$/m);

  edit(work, 'documents/d2.xml', [' xml:id="d2fn1"', '']);
  const lost = await build(work, '--releases', join(work.edition, '..', 'releases'));
  expect(lost.code).toBe(1);
  expect(lost.err).toMatch(
    /d2\.xml:\d+:\d+: error: d2#d2fn1 was published in 1\.0\.0 .*give its passage xml:id="d2fn1" back/,
  );
  edit(work, 'documents/d2.xml', ['<note n="1"', '<note n="1" xml:id="d2fn1"']);
}, 120_000);
