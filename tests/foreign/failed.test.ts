/** A document that the stylesheets cannot transform is left out and told of; the others are built, and do not lead to it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfEdition, removeFolders, type Said, siglum, temporaryFolder } from '../site/edition.ts';

/** A pattern that is no regular expression: it fails in whichever stylesheet follows the prefix. */
const PREFIX =
  '<encodingDesc><listPrefixDef><prefixDef ident="bad" matchPattern="(" replacementPattern="https://example.org/$1"/></listPrefixDef></encodingDesc>';
const tei = (title: string, header: string, rest: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc><p>none</p></sourceDesc></fileDesc>${header}</teiHeader>${rest}</TEI>`;

let site: string;
let said: Said;

beforeAll(async () => {
  const edition = copyOfEdition();
  site = join(temporaryFolder(), '_site');
  const put = (name: string, text: string): void => writeFileSync(join(edition, 'documents', name), text);
  put('page.xml', tei('Page', PREFIX, '<text><body><p>See <ref target="bad:1">there</ref>.</p></body></text>'));
  put(
    'data.xml',
    tei(
      'Data',
      PREFIX,
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
}, 120_000);

afterAll(removeFolders);

describe('a document whose transformation fails', () => {
  it('is told of with its path and the words of the stylesheet, in either pass', () => {
    expect(said.code).toBe(1);
    for (const name of ['page', 'data']) {
      expect(said.err).toMatch(
        new RegExp(`${name}\\.xml: error: the file cannot be made into a page: .*FORX0002.*\\[transform/failed\\]`),
      );
    }
    expect(said.err).not.toContain('a fault of the program');
    expect(said.out).toMatch(/left out because of errors: .*data\.xml.*page\.xml/);
  });

  it('is left out, and the others are built', () => {
    for (const name of ['page', 'data']) expect(existsSync(join(site, 'documents', `${name}.html`))).toBe(false);
    for (const name of ['whole', 'd149']) expect(existsSync(join(site, 'documents', `${name}.html`))).toBe(true);
  });

  it('is not linked to', () => {
    const page = readFileSync(join(site, 'documents', 'whole.html'), 'utf8');
    expect(page).toContain('the page');
    expect(page).not.toMatch(/href="[^"]*(page|data)\.html/);
    expect(readFileSync(join(site, 'index.html'), 'utf8')).not.toMatch(/(page|data)\.html/);
  });
});
