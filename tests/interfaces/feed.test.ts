/**
 * Feed, sitemap and llms.txt: the requirements of their standards, dates from the headers, hostile
 * words harmless.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutputFolder } from '../../pipeline/core/files/output-folder.ts';
import { writeFeed } from '../../pipeline/publish/outputs/feed.ts';
import { writeLlms } from '../../pipeline/publish/outputs/llms.ts';
import { writeSitemap } from '../../pipeline/publish/outputs/sitemap.ts';
import { moment } from '../../pipeline/publish/site/changes.ts';
import type { Site } from '../../pipeline/publish/site/site.ts';
import { readTree, type TreeElement } from '../../pipeline/xml/tree.ts';
import { filesBelow } from '../site/edition.ts';
import { INVENTED, newFolder, OWN, openSiteOf, read, removeFolders } from './sites.ts';

const EDITION = 'https://example.org/edition/';

let invented: Site;
let own: Site;

beforeAll(async () => {
  invented = await openSiteOf(INVENTED);
  own = await openSiteOf(OWN);
});
afterAll(removeFolders);

function xml(folder: string, address: string): TreeElement {
  return readTree({ path: address, content: read(folder, address) });
}

function all(element: TreeElement, name: string): TreeElement[] {
  return element.children.filter(
    (child): child is TreeElement => typeof child !== 'string' && child.local === name,
  );
}

function text(element: TreeElement, name: string): string {
  return all(element, name)[0]?.children.join('') ?? '';
}

const href = (link: TreeElement | undefined): string | undefined =>
  link?.attributes.find(({ name }) => name === 'href')?.value;

describe('the feed', () => {
  const feedOf = (site: Site): TreeElement => {
    const folder = newFolder();
    writeFeed(site, new OutputFolder(folder));
    return xml(folder, '/feed.xml');
  };
  // RFC 3339, date-time.
  const DATE =
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

  it.each([
    ['with an address', () => invented],
    ['without one', () => own],
  ])('of an edition %s has what RFC 4287 requires', (_name, site) => {
    const feed = feedOf(site());
    expect(feed.uri).toBe('http://www.w3.org/2005/Atom');
    for (const element of [feed, ...all(feed, 'entry')]) {
      expect(text(element, 'id')).toMatch(/^(https|urn):\S+$/);
      expect(text(element, 'title')).not.toBe('');
      expect(text(element, 'updated')).toMatch(DATE);
      expect(
        all(element, 'link').some((link) =>
          link.attributes.some(({ value }) => value === 'alternate'),
        ),
      ).toBe(true);
    }
    expect(text(all(feed, 'author')[0] as TreeElement, 'name')).not.toBe('');
    const ids = [feed, ...all(feed, 'entry')].map((element) => text(element, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    const dates = all(feed, 'entry').map((entry) => Date.parse(text(entry, 'updated')));
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    expect(text(feed, 'updated')).toBe(text(all(feed, 'entry')[0] as TreeElement, 'updated'));
  });

  it('has one entry for each dated change, the latest first, in words that stay words', () => {
    const feed = feedOf(invented);
    const entries = all(feed, 'entry').map((entry) => [
      text(entry, 'updated'),
      text(entry, 'summary'),
    ]);
    expect(entries).toEqual([
      ['2025-07-02T00:00:00Z', 'Corrected: "dues" <twice> & more.'],
      ['2025-06-01T00:00:00Z', 'The edition was published.'],
      ['2025-06-01T00:00:00Z', 'Encoded.'],
      ['2025-06-01T00:00:00Z', 'Checked.'],
      ['2025-06-01T00:00:00Z', 'Encoded.'],
    ]);
    expect(href(all(all(feed, 'entry')[0] as TreeElement, 'link')[0])).toBe(
      `${EDITION}documents/l1.html`,
    );
  });

  it('keeps the identifier of a change when another is added for the same document', async () => {
    const previous = all(feedOf(invented), 'entry').map((entry) => text(entry, 'id'));
    const [letter, ...others] = invented.documents;
    if (!letter) throw new Error('the edition has no document');
    const changes = [{ when: '2025-07-02', text: 'Again.' }, ...letter.header.changes];
    const documents = [{ ...letter, header: { ...letter.header, changes } }, ...others];
    const now = all(feedOf(Object.assign(Object.create(invented), { documents }) as Site), 'entry');
    const ids = now.map((entry) => text(entry, 'id'));
    expect(ids).toEqual(expect.arrayContaining(previous));
    expect(ids.length).toBe(previous.length + 1);
  });
});

describe('a moment', () => {
  it('is a date as RFC 3339 has it; part of a date is its beginning', () => {
    expect(moment('2026-11-23')).toBe('2026-11-23T00:00:00Z');
    expect(moment('2026-11')).toBe('2026-11-01T00:00:00Z');
    expect(moment('2026')).toBe('2026-01-01T00:00:00Z');
    expect(moment('2026-11-23T10:15')).toBe('2026-11-23T10:15:00Z');
    expect(moment('2026-11-23T10:15:30+01:00')).toBe('2026-11-23T10:15:30+01:00');
  });

  it.each(['', 'yesterday', '2026-13', '2026-02-30', '-0044-03-15', '2026-11-23T25:00:00'])(
    'is not “%s”',
    (when) => {
      expect(moment(when)).toBeUndefined();
    },
  );
});

describe('the sitemap', () => {
  const NAMES = [
    'index.html',
    '404.html',
    'documents/l1.html',
    'documents/índice & more.html',
    'v1.0.0/index.html',
    'x.txt',
  ];
  const written = (site: Site, longest?: number): string => {
    const folder = newFolder();
    for (const name of NAMES) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), '');
    }
    writeSitemap(site, new OutputFolder(folder), longest);
    return folder;
  };
  const locations = (element: TreeElement, of: string): string[] =>
    all(element, of).map((entry) => text(entry, 'loc'));

  it('lists the pages by their whole addresses, with the days of the headers', () => {
    const urls = xml(written(invented), '/sitemap.xml');
    expect(urls.uri).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
    expect(locations(urls, 'url')).toEqual([
      `${EDITION}documents/l1.html`,
      `${EDITION}documents/%C3%ADndice%20&%20more.html`,
      EDITION,
    ]);
    expect(all(urls, 'url').map((url) => text(url, 'lastmod'))).toEqual(['2025-07-02', '', '']);
  });

  it('becomes several lists where one would be too long', () => {
    const folder = written(invented, 2);
    const index = xml(folder, '/sitemap.xml');
    expect(index.local).toBe('sitemapindex');
    expect(locations(index, 'sitemap')).toEqual([
      `${EDITION}sitemap-1.xml`,
      `${EDITION}sitemap-2.xml`,
    ]);
    expect(
      ['/sitemap-1.xml', '/sitemap-2.xml'].map((name) => all(xml(folder, name), 'url').length),
    ).toEqual([2, 1]);
  });

  it('is named by robots.txt, and omitted without an address', () => {
    expect(read(written(invented), '/robots.txt')).toContain(`\nSitemap: ${EDITION}sitemap.xml\n`);
    const folder = written(own);
    expect(filesBelow(folder)).not.toContain('sitemap.xml');
    expect(read(folder, '/robots.txt')).toBe('User-agent: *\nAllow: /\n');
  });
});

describe('llms.txt', () => {
  it('has the parts that llmstxt.org names, in their order', () => {
    const folder = newFolder();
    writeLlms(invented, new OutputFolder(folder));
    const lines = read(folder, '/llms.txt').split('\n');
    expect(lines[0]).toBe('# Harbour Letters \\[1871\\] \\<b\\>');
    expect(lines[2]).toBe('> An invented correspondence');
    const headings = lines.filter((line) => line.startsWith('#'));
    expect(headings).toEqual([lines[0], '## Documents', '## Interfaces']);
    const listed = lines
      .slice(lines.indexOf('## Documents') + 1)
      .filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of listed)
      expect(line).toMatch(
        /^- (\[.+\]\(https:\/\/example\.org\/edition\/\S+\)|.+\\\{id\\\}.+)(: .+)?$/,
      );
    expect(lines).toContain(
      `- [1. Letter From Ada Ash to Ben Birch: "dues" --- and \\[more\\](javascript:alert(1))](${EDITION}documents/l1.md): 2 March 1871`,
    );
  });
});
