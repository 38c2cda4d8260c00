/**
 * The memo's header, against the points that a repository's curator looks for (TEI Guidelines,
 * chapter 2, and the practice of libraries and of the Correspondence SIG). Points that do not apply
 * (a funder, a DOI) are checked to be missing, not filled.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { elements, encoded, ROOT, type Seen } from './tei.ts';

const tei = encoded(join(ROOT, 'tei', 'sources', 'd149.txt'));
const all = elements(tei);
const header = all.filter(({ path }) => path.startsWith('TEI/teiHeader'));
const find = (path: string, more: (seen: Seen) => boolean = () => true) =>
  header.filter((seen) => seen.path.endsWith(path) && more(seen));
const one = (path: string, more?: (seen: Seen) => boolean): Seen => {
  const [found] = find(path, more);
  if (!found) throw new Error(`no ${path} in the header`);
  return found;
};

describe('titleStmt, editionStmt, publicationStmt', () => {
  it('has ids and languages', () => {
    expect(all[0]?.attributes).toMatchObject({ 'xml:id': 'd149', 'xml:lang': 'en' });
    expect(header[0]?.attributes['xml:lang']).toBe('en');
  });

  it('names title, author and who is responsible for what, and no editor as long as none is known', () => {
    expect(one('titleStmt/title').attributes['type']).toBe('main');
    expect(one('titleStmt/title').text).not.toMatch(/^149/);
    expect(one('titleStmt/author/persName').attributes['ref']).toBe('#p_read');
    expect(find('titleStmt/respStmt').map(({ attributes }) => attributes['xml:id'])).toEqual([
      'historian',
      'siglum',
    ]);
    expect(find('titleStmt/editor')).toHaveLength(0);
    expect(find('funder')).toHaveLength(0);
  });

  it('has edition, extent, publisher, date, identifier, availability, licence, and the source’s own rights', () => {
    expect(one('editionStmt/edition').attributes['n']).toBeTruthy();
    const words = Number(one('extent/measure').attributes['quantity']);
    expect(words).toBeGreaterThan(700);
    expect(words).toBeLessThan(900);
    expect(one('publicationStmt/publisher').text).toBeTruthy();
    expect(one('publicationStmt/date').attributes['when']).toMatch(/^\d{4}-\d\d-\d\d$/);
    const uri = one('publicationStmt/idno', ({ attributes }) => attributes['type'] === 'URI').text;
    // A name-based UUID (RFC 9562): version 5, variant 10.
    expect(uri).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(
      find('publicationStmt/idno', ({ attributes }) => attributes['type'] === 'DOI'),
    ).toHaveLength(0);
    expect(one('availability').attributes['status']).toBe('free');
    expect(one('licence').attributes['target']).toBe(
      'https://creativecommons.org/licenses/by/4.0/',
    );
    expect(one('availability/p').text).toMatch(/public domain/);
    expect(one('seriesStmt/title').text).toBeTruthy();
  });
});

describe('sourceDesc', () => {
  it('describes the printed source and the witnesses, each for itself', () => {
    expect(find('fileDesc/sourceDesc')).toHaveLength(2);
    expect(one('biblStruct/analytic/title').text).toMatch(/^Memorandum From/);
    expect(
      one('imprint/biblScope', ({ attributes }) => attributes['unit'] === 'page').attributes,
    ).toMatchObject({
      from: '337',
      to: '339',
    });
    expect(one('biblStruct/ref').attributes['target']).toBe(
      'https://history.state.gov/historicaldocuments/frus1964-68v31/d149',
    );
  });

  it('locates both witnesses', () => {
    expect(find('listWit/witness').map(({ attributes }) => attributes['n'])).toEqual(['A', 'B']);
    expect(find('msIdentifier/repository').map(({ attributes }) => attributes['ref'])).toEqual([
      '#o_johnson-library',
      '#o_nara',
    ]);
    expect(find('msIdentifier/collection').map(({ text }) => text)).toEqual([
      'National Security File',
      'Country File',
      'RG 59',
      'Central Files 1964–66',
    ]);
    expect(find('msIdentifier/idno').map(({ text }) => text)).toEqual([
      'Bolivia, Vol. I, Memoranda, December 1963–July 1964',
      'POL 14 BOL',
    ]);
    expect(one('msIdentifier/settlement').text).toBe('Austin');
    expect(one('objectDesc').attributes['form']).toBe('typescript');
  });

  it('dates the memo to May 1964, before the 31st, says on what evidence, and names no day', () => {
    expect(one('origin/origDate').attributes).toMatchObject({
      notBefore: '1964-05-01',
      notAfter: '1964-05-30',
    });
    expect(one('origin/note').text).toMatch(/dateline/);
    expect(header.every(({ attributes }) => !/^1964-05-\d\d$/.test(attributes['when'] ?? ''))).toBe(
      true,
    );
  });
});

describe('encodingDesc, profileDesc, revisionDesc', () => {
  it('declares how the text was treated', () => {
    for (const part of [
      'correction',
      'normalization',
      'hyphenation',
      'quotation',
      'interpretation',
    ]) {
      expect(one(`editorialDecl/${part}/p`).text).toBeTruthy();
    }
    expect(one('projectDesc/p').text).toBeTruthy();
    expect(one('samplingDecl/p').text).toBeTruthy();
  });

  it('counts the elements of the text', () => {
    const usage = new Map(
      find('tagUsage').map(({ attributes }) => [attributes['gi'], Number(attributes['occurs'])]),
    );
    const counted = new Map<string, number>();
    for (const { name, path } of all.filter((seen) => /^TEI\/text(\/|$)/.test(seen.path))) {
      counted.set(name, (counted.get(name) ?? 0) + 1);
      expect(path).toBeTruthy();
    }
    expect(Object.fromEntries(usage)).toEqual(Object.fromEntries(counted));
  });

  it('has a reference system, a classification, its schemas and the program with its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(one('refsDecl/citeStructure').attributes['match']).toBe("//body/div[@type='document']");
    expect(find('taxonomy').map(({ attributes }) => attributes['xml:id'])).toEqual([
      'document-types',
    ]);
    expect(one('appInfo/application').attributes).toMatchObject({ ident: 'siglum', version });
    expect(find('schemaRef').map(({ attributes }) => attributes['type'])).toEqual([
      'RNG',
      'Schematron',
      'ODD',
    ]);
    expect(one('langUsage/language').attributes['ident']).toBe('en');
    expect(one('keywords').attributes['scheme']).toBe('#document-types');
    expect(one('keywords/term').attributes['ref']).toBe('#dt-memorandum');
  });

  it('declares a prefix for each type of identifier that leads to another site', () => {
    const prefixes = new Set(find('prefixDef').map(({ attributes }) => attributes['ident']));
    expect(prefixes).toEqual(new Set(['frus', 'geonames', 'snac', 'wikidata']));
  });

  it('gives sender, addressee, place and date', () => {
    expect(find('correspAction').map(({ attributes }) => attributes['type'])).toEqual([
      'sent',
      'received',
    ]);
    expect(find('correspAction/persName').map(({ attributes }) => attributes['ref'])).toEqual([
      '#p_read',
      '#p_bundy',
    ]);
    expect(one('correspAction/placeName').attributes).toMatchObject({
      ref: '#pl_washington',
      cert: 'medium',
    });
    expect(one('correspAction/date').attributes['notAfter']).toBe('1964-05-30');
  });

  it('records the change with date, maker and status', () => {
    expect(one('revisionDesc').attributes['status']).toBe('draft');
    expect(one('revisionDesc/change').attributes).toMatchObject({
      who: '#siglum',
      status: 'draft',
    });
    expect(one('revisionDesc/change').attributes['when']).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('standOff', () => {
  const ids = new Set(all.map(({ attributes }) => attributes['xml:id']));

  it('contains an entry for every reference', () => {
    for (const { attributes } of all) {
      for (const name of ['ref', 'resp', 'who', 'scheme']) {
        const pointer = attributes[name];
        if (pointer?.startsWith('#')) expect(ids).toContain(pointer.slice(1));
      }
    }
  });

  it('invents no identifier: every one is in the authority files', () => {
    const authorities = ['persons', 'places', 'orgs']
      .map((name) => readFileSync(join(ROOT, 'tei', 'authorities', `${name}.xml`), 'utf8'))
      .join('');
    const identifiers = all.filter(({ path }) => /^TEI\/standOff\/.*\/idno$/.test(path));
    expect(identifiers.length).toBeGreaterThan(20);
    for (const { text, attributes } of identifiers) {
      expect(authorities).toContain(`<idno type="${attributes['type']}">${text}</idno>`);
    }
  });

  it('keeps the names readable: white space between the parts of a name', () => {
    const read = all.find(({ attributes }) => attributes['xml:id'] === 'p_read');
    expect(read?.text).toMatch(/Benjamin H\. Read/);
  });
});
