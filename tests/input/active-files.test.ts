/**
 * TEI that a browser would run: on a host of static files, which sends no headers, nothing of it
 * runs, and all of it can be downloaded.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SitePreview, startPreview } from '../../pipeline/publish/serve/preview.ts';
import { onPageOf, openBrowser } from '../site/browser.ts';
import { filesBelow, removeFolders, type Said, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><publicationStmt><idno type="URI">https://example.org/x/</idno></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';
const tei = (body: string, before = ''): string =>
  `${before}<TEI xmlns="http://www.tei-c.org/ns/1.0">${HEADER}<text><body><div><p xml:id="p1">Good words. ${body}</p></div></body></text></TEI>`;

const RUN: Readonly<Record<string, string>> = {
  html: tei(`<h:script xmlns:h="${HTML}">alert(1)</h:script>`),
  image: tei(`<h:img xmlns:h="${HTML}" src="x" onerror="alert(2)"/>`),
  drawing: tei(`<svg xmlns="${SVG}"><script>alert(3)</script></svg>`),
  handler: tei(`<svg xmlns="${SVG}" onload="alert(4)"/>`),
  style: tei('', '<?xml-stylesheet type="text/xsl" href="plain.xml"?>'),
};
const SHOWN: Readonly<Record<string, string>> = {
  plain: tei('<hi rend="italic">Only words.</hi>'),
  circle: tei(`<figure><svg xmlns="${SVG}"><circle r="4"/></svg></figure>`),
};

let site: string;
let said: Said;
let browser: Browser;
let host: Server;
let preview: SitePreview;
beforeAll(async () => {
  const folder = join(temporaryFolder(), 'letters');
  mkdirSync(folder);
  for (const [name, text] of Object.entries({ ...RUN, ...SHOWN }))
    writeFileSync(join(folder, `${name}.xml`), text);
  site = join(temporaryFolder(), '_site');
  said = await siglumHere('build', '--edition', folder, '--out', site);
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html',
    '.txt': 'text/plain',
    '.svg': 'image/svg+xml',
  };
  host = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/xml');
    if (existsSync(join(site, path))) response.end(readFileSync(join(site, path)));
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
  preview = await startPreview(site, 0);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  host?.close();
  await preview?.close();
  removeFolders();
});

/** The files with an effect when a browser opened them. */
async function ran(address: string, files: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  await onPageOf(browser, {}, async (page) => {
    page.on('dialog', (dialog) => {
      found.push(`${page.url()}: ${dialog.message()}`);
      void dialog.dismiss();
    });
    for (const file of files)
      await page.goto(`${address}${file}`).catch(() => found.push(`${file}: not shown`));
  });
  return found;
}

describe('a folder with TEI that a browser would run', () => {
  it('is published, and what would run is reported with its place', () => {
    expect(said.code, said.err).toBe(0);
    for (const name of Object.keys(RUN)) {
      expect(said.err).toMatch(
        new RegExp(
          `${name}\\.xml:1:\\d+: warning: a browser that opens this file would run .*documents/${name}\\.xml\\.txt`,
        ),
      );
    }
    for (const name of Object.keys(SHOWN))
      expect(said.err).not.toMatch(new RegExp(`${name}\\.xml.*active-content`));
  });

  it('every byte of it can be had, and the page leads there', () => {
    for (const [name, text] of Object.entries(RUN)) {
      expect(readFileSync(join(site, 'documents', `${name}.xml.txt`), 'utf8')).toBe(text);
      const page = readFileSync(join(site, 'documents', `${name}.html`), 'utf8');
      expect(page).toContain(`<a class="download" href="${name}.xml.txt" download>`);
      expect(page).toContain('Good words.');
      const reported = JSON.parse(
        readFileSync(join(site, 'dts', 'collection', `${name}.json`), 'utf8'),
      ) as {
        download: string;
      };
      expect(reported.download).toMatch(new RegExp(`documents/${name}\\.xml\\.txt$`));
    }
    for (const [name, text] of Object.entries(SHOWN))
      expect(readFileSync(join(site, 'documents', `${name}.xml`), 'utf8')).toBe(text);
  });

  it('no file of the site runs in a browser, without headers and in the preview', async () => {
    const files = filesBelow(site).filter((name) => /\.(?:xml|txt|rng|sch|svg)$/.test(name));
    expect(files.length).toBeGreaterThan(Object.keys(RUN).length);
    const { port } = host.address() as AddressInfo;
    expect(await ran(`http://localhost:${port}/`, files)).toEqual([]);
    expect(await ran(preview.address, files)).toEqual([]);
  });

  it('the browser of this test does run an active file', async () => {
    writeFileSync(join(site, 'raw.xml'), RUN['html'] as string);
    const { port } = host.address() as AddressInfo;
    expect((await ran(`http://localhost:${port}/`, ['raw.xml'])).join()).toMatch(/raw\.xml: 1/);
    // The preview's headers forbid it even then.
    expect(await ran(preview.address, ['raw.xml'])).toEqual([]);
  });
});
