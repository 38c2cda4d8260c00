/** The index of a large edition has parts, so that an edit costs little: a search finds in all of them what it finds in one. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEdition } from '../../pipeline/edition.ts';
import { type Built, build } from '../../pipeline/publish/build.ts';
import { type Preview, startPreview } from '../../pipeline/publish/preview.ts';
import { writeSearchIndex } from '../../pipeline/publish/search.ts';
import { openBrowser } from './browser.ts';
import { editionOfFixtures, removeFolders, temporaryFolder } from './edition.ts';

const edition = editionOfFixtures();
let place: string;
let built: Built;
let browser: Browser;
let server: Preview;

beforeAll(async () => {
  place = join(temporaryFolder(), '_site');
  built = await build(openEdition(edition), place);
  browser = await openBrowser();
  server = await startPreview(place, 0);
});

afterAll(async () => {
  await server?.close();
  await browser?.close();
  removeFolders();
});

/** What a search tells, and the documents that it finds. */
async function search(query: string): Promise<{ told: string; found: string[] }> {
  const page = await browser.newPage();
  try {
    await page.goto(`${server.address}search.html?${query}`);
    await page.locator('#site-search-told:not(:empty)').waitFor();
    await page.waitForTimeout(200);
    const links = page.locator('a.document-title');
    const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    return { told: await page.locator('#site-search-told').innerText(), found: found.sort() };
  } finally {
    await page.close();
  }
}

const QUERIES = ['q=the', 'q=Paz', 'year=1964', 'q=the&year=1964', 'q=%22nowhere+at+all%22'];

it('in one part and in as many as there are documents, with words, facets and both', async () => {
  expect(readdirSync(join(place, 'search'))).not.toContain('parts');
  const inOne = [];
  for (const query of QUERIES) inOne.push(await search(query));
  expect(inOne[0]?.found.length).toBeGreaterThan(1);
  rmSync(join(place, 'search'), { recursive: true });
  await writeSearchIndex(built.site, place, 1);
  expect(readdirSync(join(place, 'search', 'parts')).length).toBeGreaterThan(0);
  const inParts = [];
  for (const query of QUERIES) inParts.push(await search(query));
  expect(inParts).toEqual(inOne);
});

it('after an edit writes the files of one part', async () => {
  const parts = async (): Promise<Set<string>> => {
    const { site } = await build(openEdition(edition), place);
    const asked = new Set<string>();
    await writeSearchIndex(site, temporaryFolder(), 1, async (from) => {
      asked.add(from);
    });
    return asked;
  };
  const before = await parts();
  expect(before.size).toBeGreaterThan(1);
  const path = join(edition, 'documents', 'd149.xml');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('sporadic violence');
  writeFileSync(path, text.replace('sporadic violence', 'scattered violence'));
  const after = await parts();
  expect(after.size).toBe(before.size);
  expect([...after].filter((from) => !before.has(from))).toHaveLength(1);
});
