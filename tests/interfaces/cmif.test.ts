/**
 * The index of letters: valid by the format's own grammar, complete, and omitted, with a message
 * about why, if the edition does not meet the requirements.
 */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutputFolder } from '../../pipeline/core/files/output-folder.ts';
import { formatFinding } from '../../pipeline/core/finding.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { missingInterfaces } from '../../pipeline/publish/outputs/missing.ts';
import { RelaxNg } from '../../pipeline/xml/relaxng/relaxng.ts';
import { attribute, readTree, type TreeElement, textOf, walk } from '../../pipeline/xml/tree.ts';
import { filesBelow } from '../site/edition.ts';
import {
  INVENTED,
  newFolder,
  OWN,
  openSiteOf,
  read,
  removeFolders,
  writeDocuments,
} from './sites.ts';

const GRAMMAR = join(PROGRAM, '..', 'shared', 'schemas', 'cmi-customization.rng');

/** The files of an edition, and the findings for its editor. */
async function made(
  edition: string,
): Promise<{ folder: string; files: string[]; reported: string[] }> {
  const site = await openSiteOf(edition);
  const folder = newFolder();
  writeDocuments(site, new OutputFolder(folder));
  return {
    folder,
    files: filesBelow(folder),
    reported: missingInterfaces(site, join(edition, 'edition.xml')).map(formatFinding),
  };
}

/** The invented edition with other words in its header. */
function changed(from: string | RegExp, to: string): string {
  const edition = join(newFolder(), 'edition');
  cpSync(INVENTED, edition, { recursive: true });
  const path = join(edition, 'edition.xml');
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
  return edition;
}

let folder: string;
let root: TreeElement;

beforeAll(async () => {
  ({ folder } = await made(INVENTED));
  root = readTree({ path: 'cmif.xml', content: read(folder, '/data/cmif.xml') });
});
afterAll(removeFolders);

const all = (name: string): TreeElement[] => [...walk(root)].filter(({ local }) => local === name);

describe.skipIf(!existsSync(GRAMMAR))('by the grammar of the format (needs ../shared)', () => {
  it('is valid', async () => {
    const grammar = await RelaxNg.compile(GRAMMAR);
    const text = read(folder, '/data/cmif.xml');
    expect(grammar.validate(text, root, 'cmif.xml').map(formatFinding)).toEqual([]);
    // The grammar is not one that allows everything.
    const wrong = text.replace('<email>', '<emial>').replace('</email>', '</emial>');
    expect(
      grammar.validate(wrong, readTree({ path: 'x', content: wrong }), 'x').length,
    ).toBeGreaterThan(0);
    grammar.dispose();
  });
});

describe('the file', () => {
  it('says who made it, where it is, under which licence and from which edition', () => {
    expect(textOf(all('email')[0] as TreeElement)).toBe('edda@example.org');
    expect(textOf(all('idno')[0] as TreeElement)).toBe('https://example.org/edition/data/cmif.xml');
    expect(attribute(all('licence')[0] as TreeElement, 'target')).toBe(
      'https://creativecommons.org/licenses/by/4.0/',
    );
    expect(attribute(all('date')[0] as TreeElement, 'when')).toBe('2025-07-02T00:00:00Z');
    const [edition] = all('bibl');
    expect(
      textOf(edition as TreeElement)
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe(
      'Edda Editor. Harbour Letters [1871] <b>: An invented correspondence. Harbour Press. 2025-06-01. https://example.org/edition/',
    );
    expect(attribute(edition as TreeElement, 'xml:id')).toMatch(
      /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('has an entry for each letter, none for what no one sent, and both parties in each', () => {
    const letters = all('correspDesc');
    expect(letters.map((letter) => [attribute(letter, 'key'), attribute(letter, 'ref')])).toEqual([
      ['l1', 'https://example.org/edition/documents/l1.html'],
      ['l2', 'https://example.org/edition/documents/l2.html'],
    ]);
    const source = `#${attribute(all('bibl')[0] as TreeElement, 'xml:id')}`;
    for (const letter of letters) {
      expect(attribute(letter, 'source')).toBe(source);
      const actions = [...walk(letter)].filter(({ local }) => local === 'correspAction');
      expect(actions.map((action) => attribute(action, 'type'))).toEqual(['sent', 'received']);
    }
  });

  it('names parties and places by their authority files, and says what is doubtful or not known', () => {
    const [first, second] = all('correspDesc') as [TreeElement, TreeElement];
    const parts = (letter: TreeElement): unknown[] =>
      [...walk(letter)]
        .filter(({ local }) => ['persName', 'placeName', 'date'].includes(local))
        .map((part) => [
          textOf(part),
          ...part.attributes.map(({ name, value }) => `${name}=${value}`),
        ]);
    expect(parts(first)).toEqual([
      ['Ada Ash', 'ref=https://d-nb.info/gnd/118540238 https://viaf.org/viaf/24602065'],
      ['Porto', 'ref=https://www.geonames.org/2735943'],
      ['2 March 1871', 'when=1871-03-02'],
      ['Ben Birch', 'ref=https://d-nb.info/gnd/118559796', 'cert=low'],
    ]);
    expect(parts(second)).toEqual([
      ['Unknown'],
      ['in spring', 'notBefore=1871-04', 'notAfter=1871-05'],
      ['Ada Ash'],
    ]);
  });
});

describe('an edition without what the format requires', () => {
  it('an address: has neither index nor sitemap, and a message says where the address goes', async () => {
    const { files, reported } = await made(
      changed('https://example.org/edition<', 'urn:uuid:a7dc3e50-7316-46a6-bdd2-912db32758d3<'),
    );
    expect(files).not.toContain('data/cmif.xml');
    expect(reported).toEqual([
      expect.stringMatching(
        /edition\.xml:18:9: remark: without an address on the web there is no sitemap, no BEACON, no index of letters \(CMIF\).* <idno type="URI">/,
      ),
    ]);
  });

  it('an e-mail address: a message says where it goes', async () => {
    const { files, reported } = await made(changed(/\s*<email>.*?<\/email>/, ''));
    expect(files).not.toContain('data/cmif.xml');
    expect(reported).toEqual([
      expect.stringMatching(
        /edition\.xml:8:9: remark: the index of letters .* an editor with an e-mail address/,
      ),
    ]);
  });

  it('the licence: a message says that it must be CC BY 4.0', async () => {
    const { files, reported } = await made(changed('licenses/by/4.0/', 'licenses/by-nc/4.0/'));
    expect(files).not.toContain('data/cmif.xml');
    expect(reported).toEqual([
      expect.stringMatching(/edition\.xml:19:\d+: remark: .* must be under CC BY 4\.0/),
    ]);
  });

  it('nothing: no message', async () => {
    expect((await made(INVENTED)).reported).toEqual([]);
  });

  it('is the project’s own, until it has an address and an editor', async () => {
    const { files, reported } = await made(OWN);
    expect(files).not.toContain('data/cmif.xml');
    expect(reported.map((line) => /\[(.*)\]$/.exec(line)?.[1])).toEqual([
      'interfaces/no-address',
      'interfaces/no-editor',
    ]);
  });
});
