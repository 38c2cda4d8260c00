/** Indexed facts of a file are valid exactly as long as its content is the same. */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOf } from '../../pipeline/cache/results.ts';
import { FileIndex } from '../../pipeline/edition/file-facts/file-index.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

const RULE = 'test/unreadable';
const DOCUMENT =
  '<?xml-model href="a.rng"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><ptr type="source" target="ni:///sha-256;abc"/></TEI>\n';

let cache: string;
let root: string;
let document: string;
const fileIndex = (): FileIndex => new FileIndex(cache, root);
const indexFile = (): string =>
  join(cache, 'files', readdirSync(join(cache, 'files'))[0] as string);

beforeAll(async () => {
  cache = temporaryFolder();
  root = join(temporaryFolder(), 'tei');
  mkdirSync(root);
  document = join(root, 'a.xml');
  writeFileSync(document, DOCUMENT);
  await pause(3100);
});

afterAll(removeFolders);

test('of a file that has been at rest it is cached, and read from there by the next run', () => {
  const first = fileIndex();
  expect(first.content(document, RULE).hash).toBe(hashOf(DOCUMENT));
  expect(first.document(document, RULE)).toEqual({
    isTei: true,
    role: 'document',
    schemas: { encodedHere: false, named: [{ href: 'a.rng', line: 1, column: 1 }] },
    untouched: false,
    source: 'ni:///sha-256;abc',
  });
  first.save();
  // The cached entry is used: so the file itself is not read.
  const [, body = ''] = readFileSync(indexFile(), 'utf8').split('\n');
  const other = body.replace(hashOf(DOCUMENT), hashOf('other'));
  writeFileSync(indexFile(), `${hashOf(other)}\n${other}`);
  expect(fileIndex().content(document, RULE).hash).toBe(hashOf('other'));
  writeFileSync(indexFile(), `${hashOf(body)}\n${body}`);
});

test('an edit of the same length that puts the time back is seen', () => {
  const { atime, mtime } = statSync(document);
  writeFileSync(document, DOCUMENT.replace('a.rng', 'b.rng'));
  utimesSync(document, atime, mtime);
  expect(fileIndex().document(document, RULE)?.schemas.named[0]?.href).toBe('b.rng');
});

test('edits of the same length within one tick of the clock are seen, in one run and in the next', () => {
  for (let times = 0; times < 200; times += 1) {
    const files = fileIndex();
    writeFileSync(document, DOCUMENT.replace('a.rng', `${times % 2}.rng`));
    expect(files.document(document, RULE)?.schemas.named[0]?.href).toBe(`${times % 2}.rng`);
    writeFileSync(document, DOCUMENT.replace('a.rng', `${(times + 1) % 2}.rng`));
    expect(files.document(document, RULE)?.schemas.named[0]?.href).toBe(`${(times + 1) % 2}.rng`);
    files.save();
    writeFileSync(document, DOCUMENT.replace('a.rng', `${times % 2}.rng`));
    expect(fileIndex().document(document, RULE)?.schemas.named[0]?.href).toBe(`${times % 2}.rng`);
  }
});

test('what is damaged is skipped, and what is gone is reported', async () => {
  writeFileSync(document, DOCUMENT);
  await pause(3100);
  const files = fileIndex();
  files.document(document, RULE);
  files.save();
  const whole = readFileSync(indexFile(), 'utf8');
  for (const damaged of [
    whole.slice(0, whole.length / 2),
    whole.replace(hashOf(DOCUMENT), hashOf('x')),
    '',
  ]) {
    writeFileSync(indexFile(), damaged);
    expect(fileIndex().content(document, RULE).hash).toBe(hashOf(DOCUMENT));
  }
  rmSync(document);
  expect(() => fileIndex().content(document, RULE)).toThrow('there is no such file');
  expect(() => files.content(document, RULE)).toThrow('there is no such file');
});
