/**
 * A hostile edition: no content of a document, an authority entry, the header or a list of
 * addresses runs on a page or breaks out of a file beside the pages.
 */
import { cpSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SitePreview, startPreview } from '../../pipeline/publish/serve/preview.ts';
import { readXml } from '../../pipeline/xml/read.ts';
import { openBrowser } from '../site/browser.ts';
import {
  changeIn,
  copyOfEdition,
  FIXTURES,
  filesBelow,
  removeFolders,
  siglum,
  temporaryFolder,
} from '../site/edition.ts';
import { elementsOf } from '../site/elements.ts';
import { asText, asValue, EVIL } from './evil.ts';

const TEXT = asText(EVIL);
const VALUE = asValue(EVIL);

let site: string;
let pages: readonly string[];
let files: readonly string[];
let browser: Browser;
let server: SitePreview;

beforeAll(async () => {
  const edition = copyOfEdition();
  cpSync(join(FIXTURES, 'free-schema'), join(edition, 'schema'), { recursive: true });
  changeIn(
    edition,
    'documents/d149.xml',
    [/(?<=<title type="main" level="a">)/, TEXT],
    [/(?<=<idno type="URI">)/, 'javascript:alert(5)//'],
    [/(?<=<repository ref="#o_johnson-library">)/, TEXT],
    [/(?<=<head xml:id="d149-h1">)/, TEXT],
    [
      /(?<=<p xml:id="d149-p1">)/,
      `${TEXT} <ref target="javascript:alert(6)">here</ref> <ref target="data:text/html,&lt;script>alert(7)&lt;/script>">there</ref> <ref target="JaVaScRiPt&#9;:alert(8)">and there</ref> <hi rend="${VALUE}" style="color:red" onclick="alert(9)">styled</hi> <graphic url="javascript:alert(10)"/> <graphic url="https://evil.example/pixel.png"/> <triangle title="${VALUE}">${TEXT}</triangle> `,
    ],
    [/(?<=<date )when="1952"/, `when="1952" n="${VALUE}"`],
    [/(?<=<note n="2" place="foot" xml:id="d149-n2">)/, TEXT],
  );
  changeIn(
    edition,
    'authorities/persons.xml',
    [/(?<=<surname>)/, TEXT],
    [/<idno type="[^"]*">/, `<idno type="${VALUE}">`],
    [/(?<=<idno type="wikidata">)/, 'javascript:alert(11)//'],
  );
  changeIn(edition, 'authorities/places.xml', [/(?<=<placeName[^>]*>)/, TEXT]);
  changeIn(edition, 'authorities/orgs.xml', [/(?<=<orgName[^>]*>)/, TEXT]);
  changeIn(
    edition,
    'edition.xml',
    [/(?<=<titleStmt>\s*<title[^>]*>)/, TEXT],
    [/(?<=<licence target=")/, 'javascript:alert(12)//'],
    [/(?<=<publicationStmt>[\s\S]*?<publisher[^>]*>)/, TEXT],
  );
  site = join(temporaryFolder(), '_site');
  const [said, opened] = await Promise.all([
    siglum('build', '--edition', edition, '--out', site),
    openBrowser(),
  ]);
  browser = opened;
  expect(said.code, said.err).toBe(0);
  files = filesBelow(site);
  pages = files.filter((name) => name.endsWith('.html'));
  server = await startPreview(site, 0);
});

afterAll(async () => {
  await server?.close();
  await browser?.close();
  removeFolders();
});

const content = (name: string): string => readFileSync(join(site, name), 'utf8');

describe('on the pages', () => {
  it('nothing runs, nothing is asked of another host, and the policy has nothing to refuse', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const happened: string[] = [];
    page.on('dialog', (dialog) => {
      happened.push(`${page.url()}: dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to|alert/i.test(message.text()))
        happened.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => happened.push(`${page.url()}: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.address))
        happened.push(`${page.url()}: request to ${request.url()}`);
    });
    for (const name of pages) await page.goto(`${server.address}${name}`);
    // Links that stay on the page.
    await page.goto(`${server.address}documents/d149.html`);
    await page.getByText('here', { exact: true }).first().click();
    await page.goto(
      `${server.address}search.html?q=${encodeURIComponent('"><img src=x onerror=alert(13)> constructor')}`,
    );
    await page.locator('#site-search:not([hidden])').waitFor();
    await page.waitForTimeout(500);
    await context.close();
    expect(happened).toEqual([]);
    expect(pages.length).toBeGreaterThan(40);
  });

  it('no script, style, handler or dangerous address is in any', () => {
    for (const name of pages) {
      const html = content(name);
      expect(html, name).toContain('http-equiv="Content-Security-Policy"');
      expect(html, name).not.toContain('unsafe-inline');
      for (const { nodeName, attrs } of elementsOf(html)) {
        const given = new Map(attrs.map((attribute) => [attribute.name, attribute.value]));
        if (nodeName === 'script')
          expect(given.has('src') || given.get('type') === 'application/ld+json', name).toBe(true);
        expect(nodeName, name).not.toBe('style');
        for (const [attribute, value] of given) {
          expect(attribute, name).not.toMatch(/^(?:style|on)/);
          if (['href', 'src', 'action', 'formaction', 'data'].includes(attribute)) {
            expect(value.replace(/[\p{Cc} ]/gu, ''), name).not.toMatch(
              /^(?:javascript|data|vbscript):/i,
            );
          }
        }
      }
    }
  });

  it('the words are there as words', () => {
    expect(content('documents/d149.html')).toContain('&lt;img src=x onerror=alert(2)&gt;');
    expect(content('documents/d149.html')).toContain('{{ constructor.constructor');
  });

  it('JSON in a page ends where it ends', () => {
    for (const name of pages) {
      for (const [, json = ''] of content(name).matchAll(
        /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g,
      )) {
        expect(() => JSON.parse(json), name).not.toThrow();
      }
    }
  });
});

describe('beside the pages', () => {
  it('JSON is JSON, XML is XML', () => {
    for (const name of files) {
      const kind = extname(name);
      if (['.json', '.jsonld', '.geojson'].includes(kind))
        expect(() => JSON.parse(content(name)), name).not.toThrow();
      if (['.xml', '.svg', '.rdf'].includes(kind))
        expect(() => readXml({ path: name, content: content(name) }, {}), name).not.toThrow();
    }
  });

  it('a record of RIS has one field a line and ends once', () => {
    for (const name of files.filter((file) => file.endsWith('.ris'))) {
      const lines = content(name)
        .split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)
        .filter((line) => line !== '');
      for (const line of lines) expect(line, name).toMatch(/^[A-Z][A-Z0-9] {2}-(?: |$)/);
      const count = (tag: string) => lines.filter((line) => line.startsWith(`${tag}  -`)).length;
      expect(count('ER'), name).toBe(count('TY'));
    }
  });

  it('an entry of BibTeX closes what it opens, and no other entry begins in it', () => {
    for (const name of files.filter((file) => file.endsWith('.bib'))) {
      let depth = 0;
      let entries = 0;
      const text = content(name);
      for (let at = 0; at < text.length; at++) {
        if (text[at] === '\\') at++;
        else if (text[at] === '@' && depth === 0) entries++;
        else if (text[at] === '{') depth++;
        else if (text[at] === '}') depth--;
        expect(depth, `${name}, at ${at}`).toBeGreaterThanOrEqual(0);
      }
      expect(depth, name).toBe(0);
      expect(entries, name).toBe((text.match(/^@\w+\{[^\s,]+,$/gm) ?? []).length);
    }
  });

  it('no cell of a table is a formula', () => {
    for (const name of files.filter((file) => /\.(?:csv|tsv)$/.test(file))) {
      for (const cell of content(name).split(/[\n,\t]/))
        expect(cell.replace(/^"/, ''), name).not.toMatch(/^[=+@]/);
    }
  });

  it('no name of a file leads out of the site', () => {
    for (const name of files) expect(name).toMatch(/^(?!.*(?:^|\/)\.\.(?:\/|$))[\w./%~@+=;,-]+$/);
  });
});
