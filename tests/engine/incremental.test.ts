/** A build over a former site gives, byte for byte, what a build without one gives; and what has not changed is not made again. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Edition, openEdition, PROGRAM } from '../../pipeline/edition.ts';
import { build } from '../../pipeline/publish/build.ts';
import { editionOfFixtures, filesBelow, removeFolders, temporaryFolder } from '../site/edition.ts';

let edition: Edition;
let site: string;

beforeAll(async () => {
  edition = withCache(openEdition(editionOfFixtures()));
  site = join(temporaryFolder(), 'site');
  await build(edition, site);
});

afterAll(removeFolders);

/** An edition whose derived files lie apart; compiled stylesheets it brings, since compiling takes half a minute and is tried elsewhere. */
function withCache(opened: Edition, compiled = join(PROGRAM, '.cache', 'xslt')): Edition {
  const cache = temporaryFolder();
  if (existsSync(compiled)) cpSync(compiled, join(cache, 'xslt'), { recursive: true });
  return { ...opened, cache };
}

function bytesIn(folder: string): Record<string, string> {
  return Object.fromEntries(filesBelow(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

async function madeFromNothing(): Promise<Record<string, string>> {
  const other = join(temporaryFolder(), 'site');
  await build(withCache(edition, join(edition.cache, 'xslt')), other);
  return bytesIn(other);
}

/** Builds, and gives the files that were made anew: one that was taken over is the same file on the disk. */
async function rebuilt(): Promise<string[]> {
  const before = new Map(filesBelow(site).map((name) => [name, statSync(join(site, name)).ino]));
  await build(edition, site);
  return filesBelow(site).filter((name) => before.get(name) !== statSync(join(site, name)).ino);
}

function change(file: string, from: string | RegExp, to: string): void {
  const path = join(edition.root, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

const pagesOfDocuments = (names: readonly string[]): string[] =>
  names.filter((name) => /^documents\/[^/]+\.html$/.test(name) && name !== 'documents/index.html');

describe('after', () => {
  test('nothing, no page of a document or an entry is made anew', async () => {
    const made = await rebuilt();
    expect(pagesOfDocuments(made)).toEqual([]);
    expect(made.filter((name) => /^persons\/(?!index)/.test(name))).toEqual([]);
    expect(made.filter((name) => /\.(txt|md|bib|ris)$/.test(name) && name.includes('/'))).toEqual([]);
  });

  test('a word, that document, its files and the entries that its sentence names', async () => {
    change('documents/d149.xml', 'sporadic violence', 'scattered violence');
    const made = await rebuilt();
    expect(pagesOfDocuments(made)).toEqual(['documents/d149.html']);
    expect(made).toContain('documents/d149.txt');
    expect(made).toContain('documents/d149.xml');
    expect(made).not.toContain('documents/c1.txt');
    expect(bytesIn(site)).toEqual(await madeFromNothing());
  });

  test('a title and a name in the authorities, all that can show them', async () => {
    change('documents/d149.xml', /(<title[^>]*>)Memorandum/, '$1Paper');
    const [list] = readdirSync(edition.authorities).filter((name) => name.startsWith('person'));
    change(`authorities/${list}`, 'Estenssoro', 'Estensoro');
    await rebuilt();
    expect(bytesIn(site)).toEqual(await madeFromNothing());
  });

  test('a document added, another order, another title of the edition', async () => {
    const memo = readFileSync(join(edition.documents, 'd149.xml'), 'utf8');
    writeFileSync(join(edition.documents, 'd7.xml'), memo.replaceAll('d149', 'd7'));
    change('edition.xml', /(<title[^>]*>)The /, '$1Of the ');
    await rebuilt();
    expect(bytesIn(site)).toEqual(await madeFromNothing());
  });

  test('a document taken away, nothing of it is left', async () => {
    rmSync(join(edition.documents, 'd7.xml'));
    await rebuilt();
    expect(filesBelow(site).filter((name) => /\bd7\b/.test(name))).toEqual([]);
    expect(bytesIn(site)).toEqual(await madeFromNothing());
  });
});

describe('what was spoilt on the disk', () => {
  test('in the site, is made again', async () => {
    const whole = bytesIn(site);
    writeFileSync(join(site, 'documents', 'd149.html'), 'spoilt');
    rmSync(join(site, 'documents', 'd149.txt'));
    await build(edition, site);
    expect(bytesIn(site)).toEqual(whole);
  });

  test('in what is kept, is made again', async () => {
    const whole = bytesIn(site);
    for (const kind of ['html', 'metadata', 'page']) {
      const folder = join(edition.cache, 'results', kind);
      for (const name of filesBelow(folder)) writeFileSync(join(folder, name), 'spoilt');
    }
    rmSync(join(edition.cache, 'sites'), { recursive: true });
    await build(edition, site);
    expect(bytesIn(site)).toEqual(whole);
  });
});
