/**
 * Documents with file names that are difficult in addresses, shells or archives: each is
 * built, and every link leads to it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentId, isSafe } from '../../../pipeline/edition/document-name.ts';
import { filesBelow, removeFolders, type Said, temporaryFolder } from '../edition.ts';
import { siglumHere } from '../in-process.ts';

const NAMES = [
  'plain',
  'a & b',
  'a < b',
  `"double" 'single'`,
  'what?',
  'no#5',
  '%41',
  'A',
  '100%',
  'line\nbreak',
  'x'.repeat(236),
  'ü'.repeat(118),
  'con',
  'NUL',
  'two  spaces',
  ' leading space',
  'Brief an Müller',
  'Müller',
  'Mu\u0308ller',
  '手紙',
  '.hidden',
  '-rf',
  'ends.',
  'a;b=c',
  'a+b',
  'a\\b',
  'a:b',
  '{{ name }}',
  '$(id)',
  'index',
  'tei',
  '\u202Eright to left',
  '💥',
] as const;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The ways in which editors write a pointer to the file. */
const pointers = (name: string): string[] => {
  const encoded = `${encodeURIComponent(name)}.xml`;
  const asItIs = /[\s#%:]/.test(name) ? [] : [`${name}.xml`];
  return [encoded, `./${encoded}`, `${encoded}#p-${NAMES.indexOf(name as 'plain')}`, ...asItIs];
};

function tei(name: string, at: number): string {
  const links = NAMES.filter((other) => other !== name)
    .flatMap(pointers)
    .map((pointer) => `<ref target="${escaped(pointer)}">link</ref>`)
    .join(' ');
  const title = `Number ${at} quagga${at}x`;
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><revisionDesc><change when="2021-03-0${(at % 9) + 1}">Encoded.</change></revisionDesc></teiHeader><text><body><div><p xml:id="p-${at}">The passage of quagga${at}x.</p><p>${links}</p></div></body></text></TEI>`;
}

let site: string;
let said: Said;

beforeAll(async () => {
  const folder = join(temporaryFolder(), 'odd');
  mkdirSync(folder);
  site = join(temporaryFolder(), '_site');
  // A document beside the folder of documents, with the same name as one in it.
  writeFileSync(
    join(folder, '100%.xml'),
    tei('100%', NAMES.length + 1).replace('xml:id="p-', 'xml:id="q-'),
  );
  writeFileSync(
    join(folder, 'edition.xml'),
    tei('', NAMES.length)
      .replace(
        '<publicationStmt>',
        '<publicationStmt><date when="2021-03-04"/><idno type="URI">https://example.org/odd/</idno>',
      )
      .replace(
        '</title></titleStmt>',
        '</title><editor><persName>Ada Ash</persName></editor></titleStmt>',
      )
      .replace('<div>', '<div type="introduction"><head>Introduction</head>'),
  );
  mkdirSync(join(folder, 'documents'));
  for (const [at, name] of NAMES.entries())
    writeFileSync(join(folder, 'documents', `${name}.xml`), tei(name, at));
  // Left by programs, and not documents.
  writeFileSync(join(folder, 'documents', '._plain.xml'), '\0\x05\x16\x07');
  said = await siglumHere('build', '--edition', folder, '--out', site);
});
afterAll(removeFolders);

/** The answer of a static server for an address relative to a page, or undefined. */
function targetOf(page: string, href: string): { file: string; anchor: string } | undefined {
  const url = new URL(href, `http://site/${page.split('/').map(encodeURIComponent).join('/')}`);
  if (url.host !== 'site') return undefined;
  const path = decodeURIComponent(url.pathname).slice(1);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return { file, anchor: decodeURIComponent(url.hash.slice(1)) };
}

const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

describe('a folder of oddly named documents', () => {
  it('is built as a whole', () => {
    expect(said.err).not.toMatch(/omitted|internal error/);
    expect(said.out).toMatch(new RegExp(`^${NAMES.length + 1} documents`));
    for (const name of NAMES)
      expect(existsSync(join(site, 'documents', `${documentId(`${name}.xml`)}.xml`)), name).toBe(
        true,
      );
  });

  it('no file of the site has a name that a server, an archive or Windows would refuse', () => {
    for (const name of filesBelow(site).flatMap((path) => path.split('/'))) {
      expect(name).not.toMatch(/["<>|?*:\\#%&\s]|^-|^(?:con|nul)\./i);
      if (name !== '.siglum-site') expect(name).not.toMatch(/^\./);
      expect(Buffer.byteLength(name)).toBeLessThan(250);
    }
  });

  it('every link on every page leads to a file, and to a place on it', () => {
    const ids = new Map<string, Set<string>>();
    const idsOf = (file: string): Set<string> => {
      const known = ids.get(file);
      if (known) return known;
      const found = [...readFileSync(join(site, file), 'utf8').matchAll(/\sid="([^"]*)"/g)].map(
        ([, id]) => unescaped(id as string),
      );
      const set = new Set(found);
      ids.set(file, set);
      return set;
    };
    const dead: string[] = [];
    for (const page of filesBelow(site).filter(
      (path) => path.endsWith('.html') && path !== '404.html',
    )) {
      for (const [, href] of readFileSync(join(site, page), 'utf8').matchAll(
        /<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"/g,
      )) {
        const target = targetOf(page, unescaped(href as string));
        if (!target) continue;
        if (!existsSync(join(site, target.file))) dead.push(`${page}: ${href}`);
        else if (
          target.anchor !== '' &&
          target.file.endsWith('.html') &&
          !idsOf(target.file).has(target.anchor)
        )
          dead.push(`${page}: ${href} (no such place)`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('every pointer became a link, however it is written', () => {
    const count = NAMES.slice(1).flatMap(pointers).length;
    const page = readFileSync(join(site, 'documents', 'plain.html'), 'utf8');
    const plain = [...page.matchAll(/(<[^<]*)>link<\/[^a]/g)].map(([, tag]) => tag);
    expect(plain).toEqual([]);
    expect([...page.matchAll(/<a [^>]*href="[^"]*"[^>]*>link<\/a>/g)].length).toBe(count);
  });

  it('sitemap, feed, DTS and lists of texts lead to the same pages', () => {
    const documents = NAMES.map((name) => documentId(`${name}.xml`));
    for (const file of ['sitemap.xml', 'feed.xml', 'llms.txt', 'dts/collection.json']) {
      const addresses = [
        ...readFileSync(join(site, file), 'utf8').matchAll(
          /https:\/\/example\.org\/odd\/([^\s"<)#{]*)/g,
        ),
      ]
        .map(([, path]) => decodeURIComponent(path as string))
        .filter((path) => /\.(?:html|xml|txt|md|json)$/.test(path));
      expect(addresses.length, file).toBeGreaterThanOrEqual(NAMES.length);
      for (const path of addresses)
        expect(existsSync(join(site, path)), `${file}: ${path}`).toBe(true);
    }
    for (const id of documents)
      expect(existsSync(join(site, 'dts', 'collection', `${id}.json`)), id).toBe(true);
    expect(existsSync(join(site, dirname('documents/x.html')))).toBe(true);
  });
});

describe('identifiers of documents', () => {
  it('are safe, whatever the name, and differ where names differ', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
        fc.string({ minLength: 1 }),
        (one, other) => {
          const [a, b] = [one, other].map((name) =>
            documentId(`${name.replaceAll('/', '')}x.xml`),
          ) as [string, string];
          expect(isSafe(a)).toBe(true);
          if (one.replaceAll('/', '') !== other.replaceAll('/', '')) expect(a).not.toBe(b);
        },
      ),
      { numRuns: 500 },
    );
  });
});
