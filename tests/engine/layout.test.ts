/**
 * A build reuses unchanged parts of the previous site, and gives the same as one that makes
 * everything: after each change of an edition the two are compared byte by byte, and unaffected
 * pages are not rendered again.
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edition, openEdition } from '../../pipeline/edition/edition.ts';
import { build } from '../../pipeline/publish/build.ts';
import { editionOfFixtures, filesBelow, removeFolders, temporaryFolder } from '../site/edition.ts';

let edition: Edition;
let place: string;

/** The site as it was before the tests. */
let first: Map<string, string>;

beforeAll(async () => {
  edition = withEmptyCache(openEdition(editionOfFixtures()));
  place = join(temporaryFolder(), 'site');
  expect((await build(edition, place)).pages.length).toBeGreaterThan(80);
  first = contentOf(place);
}, 120_000);

afterAll(removeFolders);

/** An edition with an empty cache. */
function withEmptyCache(opened: Edition): Edition {
  return { ...opened, cache: temporaryFolder() };
}

function contentOf(folder: string): Map<string, string> {
  return new Map(
    filesBelow(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
}

/** A file that was copied is the same file on the disk. */
function filesOnDisk(): ReadonlyMap<string, number> {
  return new Map(filesBelow(place).map((name) => [name, statSync(join(place, name)).ino]));
}

/**
 * Builds on top of the previous site, and compares with a site that is rendered completely. Returns
 * the rendered pages. Where a test ends by undoing its change, the next test compares.
 */
async function rebuilt(language?: string): Promise<readonly string[]> {
  const { pages } = await build(edition, place, { language });
  const fresh = join(temporaryFolder(), 'site');
  const whole = await build(edition, fresh, { language });
  expect(whole.pages.length).toBeGreaterThanOrEqual(pages.length);
  expect(contentOf(place)).toEqual(contentOf(fresh));
  return pages;
}

function edit(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text.search(from)).toBeGreaterThanOrEqual(0);
  writeFileSync(path, text.replace(from, to));
}

const documentFile = (id: string): string => join(edition.documents, `${id}.xml`);

test('nothing has changed: nothing is laid out', async () => {
  expect(await rebuilt()).toEqual([]);
});

test('a word: its own pages, and those that show its sentence', async () => {
  edit(documentFile('d149'), 'sporadic violence', 'scattered violence');
  const before = filesOnDisk();
  const pages = await rebuilt();
  const made = [...filesOnDisk()].flatMap(([name, file]) =>
    before.get(name) === file ? [] : [name],
  );
  expect(made).toEqual(expect.arrayContaining(['documents/d149.txt', 'documents/d149.xml']));
  expect(made.filter((name) => /\bc1\.(txt|md|bib|ris|xml)$/.test(name))).toEqual([]);
  expect(pages).toContain('/documents/d149.html');
  expect(pages).toContain('/documents/tei/d149.html');
  expect(pages.length).toBeLessThan(20);
  expect(pages).not.toContain('/index.html');
  expect(pages.filter((page) => /^\/documents\/c\d/.test(page))).toEqual([]);
  expect(readFileSync(join(place, 'documents', 'd149.html'), 'utf8')).toContain(
    'scattered violence',
  );
});

test('a title: also the lists, and the neighbours', async () => {
  edit(documentFile('d149'), /(<titleStmt>\s*<title[^>]*>)/, '$1Of old: ');
  const pages = await rebuilt();
  expect(pages).toContain('/documents/index.html');
  expect(pages).not.toContain('/about.html');
});

test('a name in an authority file: only the pages that show it', async () => {
  // With its source, the document would be encoded again by the changed name.
  rmSync(edition.sources, { recursive: true });
  await build(edition, place);
  const named = readdirSync(edition.authorities).find((name) => /person/.test(name)) as string;
  const path = join(edition.authorities, named);
  edit(path, /(<person [^>]*>[\s\S]*?<forename[^>]*>)[^<]+/, '$1Maximilian');
  const pages = await rebuilt();
  expect(pages.length).toBeGreaterThan(1);
  expect(pages).not.toContain('/documents/c1.html');
  expect(pages).toContain('/persons/index.html');
});

test('a document that comes, is renamed, and goes', async () => {
  const tei = readFileSync(documentFile('c1'), 'utf8');
  writeFileSync(
    documentFile('c1b'),
    tei.replaceAll(/(?<=xml:id=")c1(?=["-])/g, 'c1b').replaceAll('#c1-', '#c1b-'),
  );
  const come = await rebuilt();
  expect(come).toContain('/documents/c1b.html');
  // It is after c1: before d149 in time, before critical in the edition. No other page links to it.
  for (const name of ['c1', 'critical', 'd149']) {
    expect(come).toContain(`/documents/${name}.html`);
    const html = readFileSync(join(place, 'documents', `${name}.html`), 'utf8');
    expect(html, name).toContain('href="c1b.html"');
  }
  expect(come).not.toContain('/documents/bare.html');
  writeFileSync(
    documentFile('c1x'),
    readFileSync(documentFile('c1b'), 'utf8').replaceAll(/(?<=["#])c1b(?=["-])/g, 'c1x'),
  );
  rmSync(documentFile('c1b'));
  const renamed = await rebuilt();
  expect(renamed).toContain('/documents/c1x.html');
  expect(filesBelow(place).filter((name) => name.includes('c1b'))).toEqual([]);
  rmSync(documentFile('c1x'));
  await build(edition, place);
});

test('another order: the neighbours', async () => {
  const contents = join(edition.root, 'contents.xml');
  const item = (id: string): string => `<item><ptr target="documents/${id}.xml"/></item>`;
  const list = `<list type="contents">${['d149', 'c2', 'c1'].map(item).join('')}</list>`;
  writeFileSync(
    contents,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>${list}</standOff></TEI>`,
  );
  const pages = await rebuilt();
  expect(pages).toContain('/documents/c1.html');
  expect(pages).not.toContain('/documents/tei/c1.html');
  rmSync(contents);
  await build(edition, place);
});

test('another language of the interface, and another title of the edition: all pages', async () => {
  const pages = await rebuilt('es');
  expect(pages).toContain('/documents/tei/c1.html');
  await build(edition, place);
  edit(edition.header, /(<titleStmt>\s*<title[^>]*>)/, '$1New: ');
  expect(await rebuilt()).toContain('/documents/tei/c1.html');
});

test('what a person has changed or removed in the site is made again', async () => {
  const page = join(place, 'documents', 'c1.html');
  const list = join(place, 'dts', 'index.json');
  writeFileSync(page, readFileSync(page, 'utf8').replace('</main>', 'by hand</main>'));
  rmSync(list);
  const records = join(place, 'search', 'words');
  rmSync(join(records, readdirSync(records)[0] as string));
  writeFileSync(join(place, 'stray.txt'), 'left here');
  expect(await rebuilt()).toEqual(['/documents/c1.html']);
});

test('cached files of the previous site may be lost or cut off', async () => {
  const folder = join(edition.cache, 'sites');
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 1000));
  }
  expect((await rebuilt()).length).toBeGreaterThan(80);
});

test('the cached data of the documents may be damaged', async () => {
  const whole = contentOf(place);
  for (const kind of ['html', 'metadata', 'page']) {
    const folder = join(edition.cache, 'results', kind);
    const stored = filesBelow(folder);
    expect(stored.length).toBeGreaterThan(0);
    for (const name of stored) writeFileSync(join(folder, name), 'spoilt');
  }
  rmSync(join(edition.cache, 'sites'), { recursive: true });
  await build(edition, place);
  expect(contentOf(place)).toEqual(whole);
});

test('nothing is cached: the same site', async () => {
  const other = join(temporaryFolder(), 'site');
  await build(withEmptyCache(edition), other);
  expect(contentOf(other)).toEqual(contentOf(place));
});

test('all changes undone, the site is what it was', async () => {
  const fresh = openEdition(editionOfFixtures());
  rmSync(edition.root, { recursive: true });
  renameSync(fresh.root, edition.root);
  await rebuilt();
  expect(contentOf(place)).toEqual(first);
});
