/**
 * A document that the stylesheets cannot transform is omitted and reported; the others are built,
 * and do not link to it. A deposit and a release are complete or refused, and name the failed
 * documents; an earlier release, which cannot be corrected, does not stop them.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, editionOfTwo, encodedAnew } from '../deposit/edition.ts';
import { copyOfLetters, edit } from '../permanence/edition.ts';
import {
  copyOfEdition,
  FIXTURES,
  removeFolders,
  runProgramWith,
  type Said,
  siglum,
  temporaryFolder,
} from '../site/edition.ts';

/** A stylesheet of this copy of the program fails on a date with these words. */
const FAILING = 'a day that fails';
const BROKEN = `<profileDesc><creation><date when="2000-01-01">${FAILING}</date></creation></profileDesc>`;
const tei = (title: string, header: string, rest: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc><p>none</p></sourceDesc></fileDesc>${header}</teiHeader>${rest}</TEI>`;

let site: string;
let said: Said;

beforeAll(async () => {
  runProgramWith(
    'xslt/data/header.xsl',
    'f:date-data(h:date($header))',
    `f:date-data(h:date($header)[if (. = '${FAILING}') then error(QName('urn:test', 'FAILS'), 'a test') else true()])`,
  );
  const edition = copyOfEdition();
  site = join(temporaryFolder(), '_site');
  const put = (name: string, text: string): void =>
    writeFileSync(join(edition, 'documents', name), text);
  put(
    'page.xml',
    tei('Page', BROKEN, '<text><body><p>See <ref target="bad:1">there</ref>.</p></body></text>'),
  );
  put(
    'data.xml',
    tei(
      'Data',
      BROKEN,
      '<standOff><listPerson><person xml:id="data-p"><persName>Ann</persName><idno type="bad">1</idno></person></listPerson></standOff><text><body><p>Ann</p></body></text>',
    ),
  );
  put(
    'whole.xml',
    tei(
      'Whole',
      '',
      '<text><body><p>Read <ref target="page.xml">the page</ref> and <ref target="data.xml">the data</ref>.</p></body></text>',
    ),
  );
  said = await siglum('build', '--edition', edition, '--out', site);
}, 300_000);

afterAll(removeFolders);

describe('a document with a failing transformation', () => {
  it('is reported with its path and the words of the stylesheet, in either pass', () => {
    expect(said.code).toBe(1);
    for (const name of ['page', 'data']) {
      expect(said.err).toMatch(
        new RegExp(
          `${name}\\.xml: error: the file cannot be transformed: .*a test.*\\[transform/failed\\]`,
        ),
      );
    }
    expect(said.err).not.toContain('an internal error');
    expect(said.out).toMatch(/omitted because of errors: .*data\.xml.*page\.xml/);
  });

  it('is omitted, and the others are built', () => {
    for (const name of ['page', 'data'])
      expect(existsSync(join(site, 'documents', `${name}.html`))).toBe(false);
    for (const name of ['whole', 'd149'])
      expect(existsSync(join(site, 'documents', `${name}.html`))).toBe(true);
  });

  it('is not linked to', () => {
    const page = readFileSync(join(site, 'documents', 'whole.html'), 'utf8');
    expect(page).toContain('the page');
    expect(page).not.toMatch(/href="[^"]*(page|data)\.html/);
    expect(readFileSync(join(site, 'index.html'), 'utf8')).not.toMatch(/(page|data)\.html/);
  });
});

describe('a deposit of such documents', () => {
  it.each([
    ['two', 'd149', 'd150'],
    ['one of two', 'd150'],
  ])('%s: names each and says why, and leaves nothing', async (_how, ...failing) => {
    const edition = editionOfTwo();
    await encodedAnew(edition);
    cpSync(join(FIXTURES, 'free-schema'), join(edition, 'schema'), { recursive: true });
    for (const id of failing) {
      change(
        edition,
        `documents/${id}.xml`,
        /<creation>/,
        `<creation><date when="2000-01-01">${FAILING}</date>`,
      );
    }
    // Another document is outdated: both are reported in one run.
    const outdated = failing.includes('d149') ? [] : ['d149'];
    for (const id of outdated) change(edition, `sources/${id}.txt`, 'May 31', 'May 30');
    const place = join(temporaryFolder(), 'dist');
    const said = await siglum('deposit', '--edition', edition, '--out', place);
    expect(said.code).toBe(1);
    expect(said.err).not.toContain('an internal error');
    for (const id of outdated) expect(said.err).toMatch(new RegExp(`${id}.*\\[encode/outdated\\]`));
    for (const id of failing)
      expect(said.err).toMatch(
        new RegExp(`${id}\\.xml: error: the file cannot be transformed: .*\\[transform/failed\\]`),
      );
    expect(said.err.match(/\[transform\/failed\]/g)).toHaveLength(failing.length);
    expect(readdirSync(dirname(place))).toEqual([]);
  });
});

describe('a release', () => {
  it('refuses the document; a previous release with one does not stop a build', async () => {
    const work = copyOfLetters();
    const release = (version: string): Promise<Said> =>
      siglum('build', '--edition', work.edition, '--out', work.site, '--release', version);
    expect((await release('1.0.0')).code).toBe(0);
    const breaking = ['</fileDesc>', `</fileDesc>${BROKEN}`] as const;
    edit(work, 'documents/l1.xml', breaking);
    edit(work, 'edition.xml', ['n="1.0.0"', 'n="1.1.0"']);
    const refused = await release('1.1.0');
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/documents\/l1\.xml: error: the file cannot be transformed: /);
    expect(refused.err).not.toContain('an internal error');
    expect(existsSync(join(work.edition, 'releases', '1.1.0'))).toBe(false);

    // As if an earlier version of the program had been able to transform it: the release and the
    // register agree.
    const folder = join(work.edition, 'releases', '1.0.0');
    const hash = (path: string): string =>
      createHash('sha256').update(readFileSync(path)).digest('hex');
    const document = join(folder, 'documents', 'l1.xml');
    const manifest = join(folder, 'manifest-sha256.txt');
    const [wasDocument, wasManifest] = [hash(document), hash(manifest)];
    const replace = (path: string, from: string, to: string): void =>
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    cpSync(join(work.edition, 'documents', 'l1.xml'), document, { force: true });
    replace(manifest, wasDocument, hash(document));
    replace(join(work.edition, 'published', 'releases.tsv'), wasManifest, hash(manifest));
    edit(work, 'documents/l1.xml', [breaking[1], breaking[0]]);
    const released = await release('1.1.0');
    expect(released.code, released.err).toBe(0);
    expect(released.err).toMatch(
      /releases\/1\.0\.0\/documents\/l1\.xml: warning: the file cannot be transformed: .*\[transform\/failed\]/,
    );
    expect(readFileSync(join(work.site, 'versions', '1.1.0.html'), 'utf8')).toContain('l1');
  }, 300_000);
});
