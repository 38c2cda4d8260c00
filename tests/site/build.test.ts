/**
 * The results of `siglum build`, and its refusals: links, bytes, folders, documents with errors.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  copyOfEdition,
  FIXTURES,
  filesBelow,
  removeFolders,
  type Said,
  siglum,
  temporaryFolder,
} from './edition.ts';

let edition: string;
let site: string;
let said: Said;

beforeAll(async () => {
  edition = copyOfEdition();
  cpSync(join(FIXTURES, 'd150.txt'), join(edition, 'sources', 'd150.txt'));
  site = join(temporaryFolder(), '_site');
  said = await siglum('build', '--edition', edition, '--out', site);
  expect(said.code, said.err).toBe(0);
});

afterAll(removeFolders);

const page = (name: string): string => readFileSync(join(site, name), 'utf8');

describe('a second source', () => {
  it('is encoded and becomes a second page, with nothing else changed', () => {
    expect(existsSync(join(edition, 'documents', 'd150.xml'))).toBe(true);
    expect(page('documents/d150.html')).toContain('Telegram From the Embassy in Bolivia');
    expect(page('documents/index.html')).toContain('d150.html');
    expect(said.out).toContain('2 documents');
    expect(said.out).toContain('1 document encoded');
  });

  it('has the other document as its neighbour, and is its neighbour', () => {
    expect(page('documents/d149.html')).toMatch(/<a rel="next" href="d150.html">/);
    expect(page('documents/d150.html')).toMatch(/<a rel="prev" href="d149.html">/);
    expect(page('documents/d150.html')).not.toContain('rel="next"');
  });

  it('is among the back-links of a person whom both name', () => {
    const person = page('persons/victor-paz-estenssoro.html');
    expect(person).toContain('../documents/d149.html#p1');
    expect(person).toContain('../documents/d150.html#p1');
  });
});

describe('the whole site', () => {
  it('has no dead link and no dead anchor', () => {
    const files = new Set(filesBelow(site));
    const ids = new Map(
      [...files].filter((name) => name.endsWith('.html')).map((name) => [name, idsIn(page(name))]),
    );
    const dead: string[] = [];
    for (const [name, own] of ids) {
      expect(own.length, `${name}: identifiers are unique`).toBe(new Set(own).size);
      for (const link of linksIn(page(name))) {
        if (/^(https?|mailto):/.test(link)) continue;
        const [path = '', anchor] = decodeURI(link).split('#');
        const target = path === '' ? name : posix.join(dirname(name), path);
        const found =
          files.has(target) && (anchor === undefined || ids.get(target)?.includes(anchor));
        if (!found) dead.push(`${name}: ${link}`);
      }
    }
    expect(ids.size).toBeGreaterThan(30);
    expect(dead).toEqual([]);
  });

  it('has relative links only, and no style or script within a page', () => {
    for (const name of filesBelow(site).filter((file) => file.endsWith('.html'))) {
      const html = page(name);
      // A host shows the missing page at any address.
      const rooted =
        name === '404.html' ? [] : linksIn(html).filter((link) => link.startsWith('/'));
      expect(rooted, name).toEqual([]);
      // A data block (JSON-LD) is not a script.
      expect(html, name).not.toMatch(
        /<script(?! type="application\/ld\+json">)(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/,
      );
    }
  });

  it('carries the TEI and its schema as they are', () => {
    for (const id of ['d149', 'd150']) {
      const name = join('documents', `${id}.xml`);
      expect(readFileSync(join(site, name)).equals(readFileSync(join(edition, name)))).toBe(true);
    }
    expect(existsSync(join(site, 'schema', 'edition.rng'))).toBe(true);
  });

  it('is the same to the byte when it is built again, over the previous build', async () => {
    const before = new Map(
      filesBelow(site).map((name) => [name, readFileSync(join(site, name), 'base64')]),
    );
    writeFileSync(join(site, 'left-over.html'), 'from a previous build');
    const again = await siglum('build', '--edition', edition, '--out', site);
    expect(again.code, again.err).toBe(0);
    expect(
      new Map(filesBelow(site).map((name) => [name, readFileSync(join(site, name), 'base64')])),
    ).toEqual(before);
    expect(readdirSync(dirname(site)), 'nothing is left beside the site').toEqual(['_site']);
  });
});

describe('the summary', () => {
  it('says what was made and where to look', () => {
    expect(said.out).toMatch(
      /2 documents, 1\d persons, \d+ places, \d+ organizations, \d+ terms?, \d+ dates, \d+ sources, \d+ notes/,
    );
    expect(said.out).toMatch(/0 errors, \d+ warnings?, \d+ remarks?/);
    expect(said.out).toMatch(/made in [\d.]+ s; open file:\/\/.*_site\/index\.html/);
  });
});

describe('a folder that no build has made', () => {
  it('is left alone, with a word on what to do', async () => {
    const foreign = join(temporaryFolder(), 'thesis');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'chapter.txt'), 'years of work');
    const refused = await siglum('build', '--edition', edition, '--out', foreign);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('was not made by "siglum build" and is left as it is');
    expect(readFileSync(join(foreign, 'chapter.txt'), 'utf8')).toBe('years of work');
    expect(readdirSync(dirname(foreign))).toEqual(['thesis']);
  });
});

describe('a document with an error', () => {
  it('is published, the error is reported, and the command fails', async () => {
    const unusable = copyOfEdition();
    const document = join(unusable, 'documents', 'd149.xml');
    writeFileSync(
      document,
      readFileSync(document, 'utf8').replace('ref="#p_lechin"', 'ref="#p_nobody"'),
    );
    const out = join(temporaryFolder(), '_site');
    const reported = await siglum('build', '--edition', unusable, '--out', out);
    expect(reported.code).toBe(1);
    expect(reported.err).toMatch(/d149\.xml:\d+:\d+: error: .*p_nobody/);
    expect(reported.out).not.toContain('omitted');
    expect(filesBelow(join(out, 'documents'))).toContain('d149.html');
    const released = await siglum(
      'build',
      '--edition',
      unusable,
      '--out',
      out,
      '--release',
      '1.0.0',
    );
    expect(released.code).toBe(1);
    expect(released.err).toMatch(/d149\.xml:\d+:\d+: error: .*p_nobody/);
    expect(existsSync(join(unusable, 'releases'))).toBe(false);
  });

  it('is omitted only where it is not well-formed or no TEI; the others are published', async () => {
    const unusable = copyOfEdition();
    const document = join(unusable, 'documents', 'd149.xml');
    cpSync(join(edition, 'documents', 'd150.xml'), join(unusable, 'documents', 'd150.xml'));
    writeFileSync(document, readFileSync(document, 'utf8').replace('</head>', ''));
    writeFileSync(
      join(unusable, 'documents', 'page.xml'),
      '<html><body><p>A page.</p></body></html>\n',
    );
    writeFileSync(
      join(unusable, 'documents', 'headless.xml'),
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Words.</p></body></text></TEI>\n',
    );
    const out = join(temporaryFolder(), '_site');
    const reported = await siglum('build', '--edition', unusable, '--out', out);
    expect(reported.code).toBe(1);
    expect(reported.err).toMatch(/d149\.xml:\d+:\d+: error: .*\[xml\/not-well-formed\]/);
    expect(reported.err).toMatch(/page\.xml:1:1: error: .*<html>.*\[check\/no-tei\]/);
    expect(reported.err).toMatch(/headless\.xml:1:1: error: .*no teiHeader.*\[xml\/no-header\]/);
    expect(reported.out).toMatch(/omitted because of errors: .*d149\.xml, .*page\.xml/);
    expect(readFileSync(join(out, 'documents', 'headless.html'), 'utf8')).toContain('Words.');
    expect(filesBelow(join(out, 'documents')).filter((name) => name.includes('d149'))).toEqual([]);
    expect(filesBelow(join(out, 'documents'))).toContain('d150.html');
  });
});

describe('an element that no stylesheet supports', () => {
  it('is shown on the page and reported to the editor', async () => {
    const free = copyOfEdition();
    // An edition with a schema that allows more than the stylesheets support.
    for (const name of readdirSync(join(FIXTURES, 'free-schema'))) {
      cpSync(join(FIXTURES, 'free-schema', name), join(free, 'schema', name));
    }
    rmSync(join(free, 'sources'), { recursive: true });
    const document = join(free, 'documents', 'd149.xml');
    writeFileSync(
      document,
      readFileSync(document, 'utf8').replace(
        'sporadic violence',
        '<triangle>sporadic</triangle> violence',
      ),
    );
    const out = join(temporaryFolder(), '_site');
    const reported = await siglum('build', '--edition', free, '--out', out);
    expect(reported.code, reported.err).toBe(0);
    expect(reported.err).toMatch(
      /d149\.xml: warning: no stylesheet supports <triangle>, .* once, first in d149-p3; .*\[transform\/unforeseen\]/,
    );
    expect(reported.out).toContain('1 warning');
    expect(readFileSync(join(out, 'documents', 'd149.html'), 'utf8')).toMatch(
      /<span class="tei-unknown" data-tei="triangle"[^>]*>sporadic<\/span> violence/,
    );
  });
});

function idsIn(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id as string);
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link]) =>
    (link as string).replaceAll('&amp;', '&'),
  );
}
