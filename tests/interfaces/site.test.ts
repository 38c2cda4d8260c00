/**
 * The interfaces in a built site: every one exists, is linked and described; the same edition gives
 * the same bytes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, removeFolders, type Said, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';
import { INVENTED, OWN } from './sites.ts';

let site: string;
let said: Said;

beforeAll(async () => {
  site = join(temporaryFolder(), '_site');
  said = await siglumHere('build', '--edition', INVENTED, '--out', site);
  expect(said.code, said.err).toBe(0);
});
afterAll(removeFolders);

const page = (name: string): string => readFileSync(join(site, name), 'utf8');

/** The content of the page: address and media type. */
function listed(html: string): [address: string, type: string][] {
  return [
    ...html.matchAll(
      /<dd class="where">(?:<code>|<a href="[^"]*"[^>]*>)([^<]+)<\/(?:code|a)> <span>([^<]+)<\/span>/g,
    ),
  ].map(([, address, type]) => [address as string, type as string]);
}

describe('the page of interfaces', () => {
  it('describes every one, with its media type, and each is there', () => {
    const all = listed(page('interfaces.html'));
    expect(all.map(([address]) => address)).toEqual([
      'documents/{id}.xml',
      'documents/{id}.txt',
      'documents/{id}.md',
      'dts/index.json',
      'data/cmif.xml',
      'data/persons.jsonld',
      'data/persons.ttl',
      'data/places.jsonld',
      'data/places.ttl',
      'data/organizations.jsonld',
      'data/organizations.ttl',
      'data/places.geojson',
      'data/beacon-geonames.txt',
      'data/beacon-gnd.txt',
      'data/beacon-viaf.txt',
      'documents.bib',
      'documents.biblatex.bib',
      'documents.ris',
      'documents.csl.json',
      'feed.xml',
      'sitemap.xml',
      'llms.txt',
    ]);
    for (const [address, type] of all) {
      expect(existsSync(join(site, address.replace('{id}', 'l1'))), address).toBe(true);
      expect(type).toMatch(/^(application|text)\/[a-z+.-]+$/);
    }
  });

  it('has words for every one, in each language', async () => {
    const spanish = join(temporaryFolder(), '_site');
    await siglumHere('build', '--edition', INVENTED, '--out', spanish, '--language', 'es');
    const html = readFileSync(join(spanish, 'interfaces.html'), 'utf8');
    expect(html).toContain('Documento en texto sin formato');
    for (const made of [page('interfaces.html'), html])
      expect(made).not.toMatch(/>interfaces?\.[a-z.]+</);
  });

  it('is reached from the downloads', () => {
    expect(page('downloads.html')).toContain('<a href="interfaces.html">Interfaces</a>');
    expect(page('downloads.html')).toContain('href="documents/l1.md"');
  });
});

describe('the heads of pages', () => {
  it('name the feed, and on a document’s page its other forms', () => {
    expect(page('index.html')).toContain(
      '<link rel="alternate" type="application/atom+xml" href="feed.xml"',
    );
    const document = page('documents/l1.html');
    expect(document).toContain('<link rel="alternate" type="text/markdown" href="l1.md"');
    expect(document).toContain('<link rel="alternate" type="text/plain" href="l1.txt"');
    expect(page('persons/ada-ash.html')).not.toContain('text/markdown');
  });
});

describe('the sitemap', () => {
  it('lists every page that was written, and nothing else', () => {
    const top = 'https://example.org/edition/';
    const named = [...page('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) =>
      (url as string).slice(top.length),
    );
    const pages = filesBelow(site).filter((name) => name.endsWith('.html') && name !== '404.html');
    expect(named.map((name) => name.replace(/(^|\/)$/, '$1index.html')).sort()).toEqual(pages);
  });
});

it('is the same to the byte when it is built again', async () => {
  const again = join(temporaryFolder(), '_site');
  await siglumHere('build', '--edition', INVENTED, '--out', again);
  const files = filesBelow(site);
  expect(filesBelow(again)).toEqual(files);
  const differing = files.filter(
    (name) => !readFileSync(join(site, name)).equals(readFileSync(join(again, name))),
  );
  expect(differing).toEqual([]);
});

it('reports to the editor of the project’s own edition what is missing and where to supply it', async () => {
  const out = join(temporaryFolder(), '_site');
  const own = await siglumHere('build', '--edition', OWN, '--out', out);
  expect(own.code).toBe(0);
  expect(own.err).toMatch(
    /edition\.xml:\d+:\d+: remark: without an address .* \[interfaces\/no-address\]/,
  );
  expect(own.err).toMatch(
    /edition\.xml:\d+:\d+: remark: the index of letters .* \[interfaces\/no-editor\]/,
  );
  const addresses = listed(readFileSync(join(out, 'interfaces.html'), 'utf8')).map(
    ([address]) => address,
  );
  expect(addresses).toContain('data/persons.jsonld');
  for (const missing of ['data/cmif.xml', 'sitemap.xml']) {
    expect(addresses).not.toContain(missing);
    expect(existsSync(join(out, missing))).toBe(false);
  }
});

it('names a person alike in the linked data and in the JSON-LD of a document’s page', () => {
  const json =
    /<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(
      page('documents/l1.html'),
    )?.[1] ?? '';
  const ash = 'https://example.org/edition/persons/ada-ash.html';
  expect(json).toContain(`"@id":"${ash}"`);
  expect(page('data/persons.jsonld')).toContain(`"@id": "${ash}"`);
});
