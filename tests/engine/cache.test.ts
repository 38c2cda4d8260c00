/**
 * Cached results change nothing: cold, warm, damaged, with one thread or two, after an edit and
 * back, a site is the same.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loaded } from '../../pipeline/cache/stored.ts';
import { type Edition, openEdition } from '../../pipeline/edition/edition.ts';
import { filesIn } from '../../pipeline/edition/folder/files-in.ts';
import { openSite } from '../../pipeline/publish/site/open/open-site.ts';
import type { OpenOptions } from '../../pipeline/publish/site/open/prepare.ts';
import { Pool } from '../../pipeline/work/pool.ts';
import { editionOfFixtures, removeFolders, temporaryFolder } from '../site/edition.ts';

let edition: Edition;
let cold: string;

/** Everything that a page can ask of the site, as text. */
async function reported(options: OpenOptions = {}): Promise<string> {
  const site = await openSite(edition, filesIn(edition.documents, '.xml'), options);
  const documents = site.documents.map(({ id, title, html, metadata, sideBySide, named }) => {
    return loaded({ id, title, html, metadata, sideBySide, named });
  });
  const entries = site.entries.map(({ mentions, ...entry }) => ({
    ...entry,
    mentions: mentions.map((mention) => mention.read()),
  }));
  return JSON.stringify({ documents, entries, prose: site.prose }, null, 1);
}

const cachedFiles = (): string[] =>
  readdirSync(join(edition.cache, 'results'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(edition.cache, 'results', name))
    .filter((path) => statSync(path).isFile());

beforeAll(async () => {
  const cache = temporaryFolder();
  edition = { ...openEdition(editionOfFixtures()), cache };
  cold = await reported();
});

afterAll(removeFolders);

test('a second run makes nothing, and gives the same', async () => {
  const before = new Map(cachedFiles().map((path) => [path, statSync(path).mtimeMs]));
  expect(before.size).toBeGreaterThan(10);
  expect(await reported()).toBe(cold);
  expect(new Map(cachedFiles().map((path) => [path, statSync(path).mtimeMs]))).toEqual(before);
});

test('what was cut off or changed on the disk is made again if everything is read', async () => {
  for (const [at, path] of cachedFiles().entries()) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      at % 2 === 0 ? text.slice(0, text.length / 2) : text.replace(/[a-z](?=[^a-z]*$)/, 'Z'),
    );
  }
  expect(await reported({ verify: true })).toBe(cold);
});

test('an edit shows in the page and in the entry’s mentions, and undone leaves no trace', async () => {
  const path = join(edition.documents, 'd149.xml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('sporadic violence', 'scattered violence'));
  const edited = await reported();
  expect(edited).toContain('scattered violence');
  expect(edited).not.toContain('sporadic violence');
  writeFileSync(path, text);
  expect(await reported()).toBe(cold);
});

test('threads give the same as one', async () => {
  for (const path of cachedFiles()) writeFileSync(path, '');
  const pool = new Pool({ width: 2, few: 1 });
  try {
    expect(await reported({ pool, verify: true })).toBe(cold);
  } finally {
    await pool.close();
  }
});
