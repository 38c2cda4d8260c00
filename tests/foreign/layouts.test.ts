/**
 * A project is built unchanged: wherever its documents and registers are, with any other files
 * beside them, the same documents and entries are on the site.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { initCommand } from '../../pipeline/init/init.ts';
import { removeFolders, type Said, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

afterAll(removeFolders);

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>TITLE</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
const tei = (title: string, content: string, before = ''): string =>
  `${before}<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">${HEADER.replace('TITLE', title)}${content}</TEI>`;
const letter = (title: string, words: string): string =>
  tei(
    title,
    `<text><body><p>${words} <persName ref="#p1">Anna</persName>, <date ref="#p1">in her time</date></p></body></text>`,
  );

const PERSONS =
  '<listPerson><person xml:id="p1"><persName><surname>Altmann</surname><forename>Anna</forename></persName></person></listPerson>';
const FILES: Readonly<Record<string, string>> = {
  'l1.xml': letter('One', 'First words'),
  'l2.xml': letter('Two', 'Second words'),
  'main.xml': tei('Main', '<text><body><xi:include href="CHAPTER"/></body></text>'),
  'chapter.xml': '<div xmlns="http://www.tei-c.org/ns/1.0"><p>Words of the chapter.</p></div>',
  'persons.xml': tei('Persons', `<text><body>${PERSONS}</body></text>`),
};
const OTHERS: Readonly<Record<string, string>> = {
  'build.xml': '<project name="x" default="y"/>',
  'xslt/page.xml':
    '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0"/>',
  'odd/own.xml': tei('ODD', '<text><body><schemaSpec ident="x" start="TEI"/></body></text>'),
  '.git/hidden.xml': letter('Hidden', 'No words'),
  'node_modules/p/a.xml': letter('Package', 'No words'),
};

/** Puts each file into a folder of a list. */
function lay(places: Readonly<Record<string, string>>): string {
  const folder = join(temporaryFolder(), 'project');
  const put = (name: string, content: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  const main = places['main.xml'] ?? '';
  const up = main
    .split('/')
    .filter((step) => step !== '')
    .map(() => '..');
  const chapter = [
    ...up,
    ...(places['chapter.xml'] ?? '').split('/').filter((step) => step !== ''),
    'chapter.xml',
  ].join('/');
  for (const [name, content] of Object.entries(FILES))
    put(join(places[name] ?? '', name), content.replace('CHAPTER', chapter));
  for (const [name, content] of Object.entries(OTHERS)) put(name, content);
  symlinkSync(folder, join(folder, 'loop'));
  return folder;
}

async function built(folder: string): Promise<{ said: Said; site: string; pages: string[] }> {
  const site = join(folder, '_site');
  const said = await siglumHere('build', '--edition', folder, '--out', site);
  const pages = existsSync(join(site, 'documents'))
    ? readdirSync(join(site, 'documents')).filter(
        (name) => /^[\w-]+\.html$/.test(name) && name !== 'index.html',
      )
    : [];
  return { said, site, pages: pages.filter((name) => !name.includes('tei')).sort() };
}

const FOLDERS = ['', 'data/editions', 'data/indices', 'register', 'a/b/c/d', 'texts'];

/** Repeatable numbers (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('a project as it lies', () => {
  it.each([1, 2, 3, 4])(
    'layout %s gives the same documents and entries',
    async (seed) => {
      const next = numbers(seed);
      const places = Object.fromEntries(
        Object.keys(FILES).map((name) => [
          name,
          FOLDERS[Math.floor(next() * FOLDERS.length)] as string,
        ]),
      );
      const { said, site, pages } = await built(lay(places));
      expect(pages, JSON.stringify(places) + said.err).toEqual(['l1.html', 'l2.html', 'main.html']);
      expect(existsSync(join(site, 'persons', 'altmann-anna.html'))).toBe(true);
      expect(readFileSync(join(site, 'documents', 'main.html'), 'utf8')).toContain(
        'Words of the chapter.',
      );
      expect(said.err.match(/edition\/other-files/g)).toHaveLength(1);
      expect(said.err).toContain('odd/own.xml: remark: the file describes a schema (ODD)');
      expect(said.err).toMatch(/2 files of XML are neither .*build\.xml, xslt\/page\.xml/);
      expect(said.code).toBe(0);
    },
    600_000,
  );

  it('keeps its documents when it gets an edition.xml, and init touches nothing', async () => {
    const folder = lay({
      'l1.xml': 'data/editions',
      'l2.xml': 'data/editions',
      'persons.xml': 'data/indices',
    });
    const before = readFileSync(join(folder, 'data/editions/l1.xml'), 'utf8');
    expect(initCommand(folder)).toBe(0);
    writeFileSync(join(folder, 'edition.xml'), tei('My own', '<text><body><div/></body></text>'));
    const { said, pages } = await built(folder);
    expect(pages, said.err).toEqual(['l1.html', 'l2.html', 'main.html']);
    expect(initCommand(folder)).toBe(0);
    expect(readFileSync(join(folder, 'edition.xml'), 'utf8')).toContain('My own');
    expect(readFileSync(join(folder, 'data/editions/l1.xml'), 'utf8')).toBe(before);
  }, 600_000);

  it('has a page for each of two files of one name', async () => {
    const folder = lay({ 'l1.xml': 'a', 'l2.xml': 'b' });
    const pointers =
      '<ref target="../a/l1.xml">one</ref> <ref target="l1.xml">other</ref> <ref target="../c/l1.xml">none</ref>';
    writeFileSync(join(folder, 'b', 'l2.xml'), letter('Two', pointers));
    writeFileSync(join(folder, 'b', 'l1.xml'), letter('Another', 'Other words'));
    const { said, site, pages } = await built(folder);
    expect(pages).toEqual(['b-l1.html', 'l1.html', 'l2.html', 'main.html']);
    expect(readFileSync(join(site, 'documents', 'b-l1.html'), 'utf8')).toContain('Other words');
    const html = readFileSync(join(site, 'documents', 'l2.html'), 'utf8');
    expect(html).toMatch(/<a[^>]*href="l1\.html"[^>]*>one<\/a>/);
    expect(html).toMatch(/<a[^>]*href="b-l1\.html"[^>]*>other<\/a>/);
    expect(html).not.toMatch(/<a[^>]*>none<\/a>/);
    expect(said.err).toContain('[edition/same-name]');
  }, 600_000);
});
