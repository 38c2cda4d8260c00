/**
 * The printed volume in a header, as `biblStruct`, as `biblFull` or as `bibl`: it gives the same
 * facts, and is cited once.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { documentReference } from '../../pipeline/formats/citations/reference.ts';
import type { PrintFacts } from '../../pipeline/model/facts.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { removeFolders } from '../site/edition.ts';
import { addressedEdition, type Case, type Made, metadataOf, writeCase } from './editions.ts';

let transformer: Transformer;
let edition: string;

beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
  edition = addressedEdition();
});
afterAll(removeFolders);

const made = (parts: Case): Made => metadataOf(transformer, edition, writeCase(parts));
const { say } = openInterface('en');
const print = (source: string, number = '7'): PrintFacts | null =>
  made({ source, number }).document.facts.print;

const EDITORS = '<editor role="primary">Ada Example</editor><editor role="general"/>';
const IMPRINT =
  '<publisher>Freedonia Press</publisher><pubPlace>Fredville</pubPlace><date>1971</date><idno type="isbn-13">9780000000000</idno>';
const TITLES =
  '<title type="complete">Papers of Freedonia, 1918–1920, Volume II, War</title><title type="series">Papers of Freedonia</title><title type="subseries">1918–1920</title><title type="volumenumber">Volume II</title><title type="volume">War</title>';

/** The same book in the three forms. */
const FORMS = {
  biblStruct: `<biblStruct><monogr><title level="m">War</title><idno type="isbn-13">9780000000000</idno><editor>Ada Example</editor><imprint><pubPlace>Fredville</pubPlace><publisher>Freedonia Press</publisher><date>1971</date><biblScope unit="volume">Volume II</biblScope><biblScope unit="document" n="7">7</biblScope></imprint></monogr><series><title level="s">Papers of Freedonia</title></series></biblStruct>`,
  biblFull: `<biblFull><titleStmt><title>War</title>${EDITORS}</titleStmt><publicationStmt>${IMPRINT}</publicationStmt><seriesStmt><title level="s">Papers of Freedonia</title><biblScope unit="volume">Volume II</biblScope></seriesStmt></biblFull>`,
  bibl: `<bibl><editor>Ada Example</editor>, <title level="m">War</title> (<title level="s">Papers of Freedonia</title>, <biblScope unit="volume">Volume II</biblScope>), <pubPlace>Fredville</pubPlace>: <publisher>Freedonia Press</publisher>, <date>1971</date>, no. <biblScope unit="document">7</biblScope>, <idno type="isbn-13">9780000000000</idno></bibl>`,
};

describe('a printed volume', () => {
  it.each(Object.entries(FORMS))(
    'described by %s gives title, series, volume, editors, imprint, number and ISBN',
    (_form, source) => {
      expect(print(source)).toMatchObject({
        series: 'Papers of Freedonia',
        volume: 'Volume II',
        volumeNumber: 'II',
        title: 'War',
        editors: [{ name: 'Ada Example' }],
        place: 'Fredville',
        publisher: 'Freedonia Press',
        issued: '1971',
        document: '7',
        identifiers: [{ type: 'isbn-13', value: '9780000000000' }],
      });
    },
  );

  it.each(Object.entries(FORMS))(
    'described by %s is cited in words, and given to reference managers and schema.org',
    (_form, source) => {
      const { document } = made({ source, number: '7' });
      expect(document.citations.chicago.text).toContain(
        'in Papers of Freedonia, Volume II, War, ed. Ada Example (Fredville: Freedonia Press, 1971), Document 7; digital edition',
      );
      expect(document.bibtex).toContain('Papers of Freedonia, Volume II, War');
      const { isBasedOn } = document.schemaOrg as { isBasedOn: unknown[] };
      expect(isBasedOn[1]).toMatchObject({
        '@type': 'Chapter',
        position: '7',
        isPartOf: {
          name: 'War',
          datePublished: '1971',
          volumeNumber: 'II',
          isPartOf: { name: 'Papers of Freedonia' },
        },
      });
    },
  );

  it('does not take the place of the collection that the document itself is a part of', () => {
    const { facts } = made({ source: FORMS.bibl }).document;
    const container = (own: string): string | null =>
      documentReference({ ...facts, container: own }, null, say).containerTitle;
    expect([container('Letters of Ann'), container('War')]).toEqual(['Letters of Ann', null]);
  });

  it('with its title both whole and in parts has the parts, and recognizes the whole', () => {
    const source = `<biblFull><titleStmt>${TITLES}</titleStmt><publicationStmt>${IMPRINT}</publicationStmt></biblFull>`;
    expect(print(source)).toMatchObject({
      whole: 'Papers of Freedonia, 1918–1920, Volume II, War',
      series: 'Papers of Freedonia',
      subseries: '1918–1920',
      volume: 'Volume II',
      title: 'War',
    });
  });

  it('of a collection that contains only the text is the collection, not the text', () => {
    const source =
      '<bibl><author>Bea Case</author>, <title level="a">A Letter</title>, in <title level="m">Letters</title>, <biblScope unit="page" from="3" to="5">3–5</biblScope></bibl>';
    expect(print(source)).toMatchObject({
      title: 'Letters',
      pages: { from: '3', to: '5', text: '3–5' },
    });
  });

  it.each([
    [
      'a title alone',
      '<biblFull><titleStmt><title>War</title></titleStmt></biblFull>',
      { title: 'War', issued: null, place: null, editors: [], document: null },
    ],
    [
      'a date in words',
      `<biblFull><titleStmt><title>War</title></titleStmt><publicationStmt><date>late in [1904?]</date></publicationStmt></biblFull>`,
      { issued: '1904' },
    ],
    ['no date', `<bibl><title>War</title><date>n.d.</date></bibl>`, { issued: null }],
    [
      'no editor but an empty element',
      `<biblFull><titleStmt><title>War</title>${EDITORS.slice(-25)}</titleStmt></biblFull>`,
      { editors: [] },
    ],
    [
      'an address',
      '<bibl><title>War</title><idno type="URI">https://example.org/war</idno></bibl>',
      { address: 'https://example.org/war' },
    ],
    [
      'an address that is none',
      '<bibl><title>War</title><ref target="javascript:alert(1)">here</ref></bibl>',
      { address: null },
    ],
    [
      'a hostile title',
      '<biblFull><titleStmt><title>&lt;b&gt; } \\input{x}</title></titleStmt></biblFull>',
      { title: '<b> } \\input{x}' },
    ],
  ])('with %s says no more than that', (_name, source, facts) => {
    expect(made({ source }).document.facts.print).toMatchObject(facts);
  });

  it.each([
    ['words alone', '<bibl>Somebody’s War, 1904.</bibl>'],
    ['an empty title', '<biblFull><titleStmt><title> </title></titleStmt></biblFull>'],
    ['nothing', '<biblFull/>'],
  ])('described by %s is none', (_name, source) => {
    expect(print(source)).toBeNull();
  });

  it('of several is the one that is called printed', () => {
    const source = `<bibl><title>A</title></bibl><bibl type="printed"><title>B</title></bibl>`;
    expect(print(source)?.title).toBe('B');
  });
});

describe('citations by the manuals', () => {
  const cited = (parts: Case) => made(parts).document.citations;
  const person = (forename: string, surname: string): string =>
    `<persName><forename>${forename}</forename> <surname>${surname}</surname></persName>`;
  const three = ['Ann Lee', 'Bob Ray', 'Cy Orr'].map((name) => {
    const [forename = '', surname = ''] = name.split(' ');
    return person(forename, surname);
  });

  it('names the first of three authors, and marks a conjectured one', () => {
    const several = cited({ title: 'On Mills', author: three.join('</author><author>') });
    expect(several.chicago.text).toMatch(/^Ann Lee et al\., “On Mills,” /);
    expect(several.mla.text).toMatch(/^Lee, Ann, et al\. “On Mills\.” /);
    const doubted =
      '<persName cert="low"><forename>Di</forename> <surname>Fox</surname></persName>';
    const one = cited({ title: 'On Mills', author: doubted });
    expect(one.chicago.text).toMatch(/^\[Di Fox\?\], “On Mills,” /);
    expect(one.mla.text).toMatch(/^\[Fox, Di\?\]\. “On Mills\.” /);
  });

  it('cites a letter by its parties, with the day first in MLA', () => {
    const { chicago, mla } = cited({
      title: 'Ann Lee to Bob Ray, 2 June 1850',
      author: three[0] as string,
      recipient: three[1] as string,
      date: '<date when="1850-06-02">2 June 1850</date>',
    });
    expect(chicago.text).toMatch(/^Ann Lee to Bob Ray, June 2, 1850, in /);
    expect(mla.text).toMatch(/^Lee, Ann\. “Ann Lee to Bob Ray, 2 June 1850\.” 2 June 1850\. /);
  });

  it('cites a newspaper by its day, and a whole book once', () => {
    const paper = cited({
      title: 'Fire',
      source:
        '<bibl><title level="j">The Daily Grain</title>, <date when="1898-08-07"/>, <biblScope unit="page">3</biblScope></bibl>',
    });
    expect(paper.chicago.text).toMatch(/^“Fire,” The Daily Grain, August 7, 1898, 3; digital /);
    expect(paper.mla.text).toMatch(/^“Fire\.” The Daily Grain, 7 Aug\. 1898, p\. 3\. /);
    const book = cited({
      title: 'La petite Jeanne',
      source:
        '<bibl><title>La Petite Jeanne</title>, <pubPlace>Paris</pubPlace>: <publisher>Hachette</publisher>, <date when="1884"/></bibl>',
    });
    expect(book.chicago.text).toMatch(/^La Petite Jeanne \(Paris: Hachette, 1884\); digital /);
    expect(book.mla.text).toMatch(/^La Petite Jeanne, Hachette, 1884\. /);
  });

  it('says “vol.” before a bare number, the pages after the imprint', () => {
    const { chicago, mla } = cited({
      title: 'Will',
      source: `<biblStruct><monogr><title level="m">Deeds</title>${['Al', 'Bo', 'Cy'].map((name) => `<editor>${name} Roe</editor>`).join('')}<imprint><publisher>P</publisher><date>1901</date><biblScope unit="volume">2</biblScope><biblScope unit="page">12-15</biblScope></imprint></monogr></biblStruct>`,
    });
    expect(chicago.text).toMatch(
      /^“Will,” in Deeds, ed\. Al Roe et al\., vol\. 2 \(P, 1901\), 12–15;/,
    );
    expect(mla.text).toMatch(
      /^“Will\.” Deeds, edited by Al Roe et al\., vol\. 2, P, 1901, pp\. 12–15\./,
    );
  });

  it('names the author of an edition before its editor', () => {
    const folder = addressedEdition();
    const path = join(folder, 'edition.xml');
    const author = `<author>${three[0]}</author>`;
    writeFileSync(path, readFileSync(path, 'utf8').replace(/<editor\b/, `${author}<editor`));
    const { edition: whole } = metadataOf(transformer, folder);
    expect(whole.citations.chicago.text).toMatch(/^Ann Lee, .+, ed\. Ana María Ruiz/);
    expect(whole.citations.mla.text).toMatch(/^Lee, Ann\. .+\. Edited by Ana María Ruiz/);
    expect(whole.citations.apa.text).toMatch(/^Lee, A\. .+ \(A\. M\. Ruiz, Ed\.; Version [^)]+\)/);
    expect(whole.csl).toMatchObject({ author: [{ family: 'Lee', given: 'Ann' }] });
    expect(whole.biblatex).toMatch(/^@book/);
  });
});

describe('a volume that was made an edition as it was published', () => {
  /** The header that an import gives the edition: the volume’s own. */
  function imported(publisher: string): string {
    const folder = addressedEdition();
    const path = join(folder, 'edition.xml');
    const titles = `<titleStmt>${TITLES}${EDITORS}</titleStmt>`;
    const statement = `<publicationStmt><publisher>${publisher}</publisher><date>1971</date></publicationStmt>`;
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace(/<titleStmt>[\s\S]*<\/titleStmt>/, titles)
        .replace(/<editionStmt>[\s\S]*<\/editionStmt>/, '')
        .replace(/<publicationStmt>[\s\S]*<\/publicationStmt>/, statement),
    );
    return folder;
  }
  const source = `<biblFull><titleStmt>${TITLES}${EDITORS}</titleStmt><publicationStmt>${IMPRINT}</publicationStmt></biblFull>`;

  it('is cited once, by its own title and the document’s number', () => {
    const { document } = metadataOf(
      transformer,
      imported('Freedonia Press'),
      writeCase({ source, number: '7' }),
    );
    expect(document.citations.chicago.text).toBe(
      '“Letter From A to B,” in Papers of Freedonia, 1918–1920, Volume II, War, ed. Ada Example (Freedonia Press, 1971), Document 7.',
    );
    expect(document.citations.apa.text).not.toContain('eprinted');
  });

  it('with a publisher of its own is cited as printed, and as read', () => {
    const { document } = metadataOf(
      transformer,
      imported('Another House'),
      writeCase({ source, number: '7' }),
    );
    expect(document.citations.chicago.text).toContain(
      'in Papers of Freedonia, 1918–1920, Volume II, War, ed. Ada Example (Fredville: Freedonia Press, 1971), Document 7; digital edition',
    );
    expect(document.citations.chicago.text).toContain('(Another House, 1971)');
  });
});
