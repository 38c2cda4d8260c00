/**
 * The pure functions between facts and formats: identifiers of any form, licences, dates, names in
 * one piece, special requirements of repositories.
 */
import { describe, expect, it } from 'vitest';
import { shortPages } from '../../pipeline/formats/citations/pages.ts';
import {
  citation,
  LOCATOR,
  marksWithinQuotes,
  quotedTitle,
  richText,
  sentence,
} from '../../pipeline/formats/citations/styles/rich-text.ts';
import { dateFacts, isDate } from '../../pipeline/formats/facts/dates.ts';
import {
  addressed,
  doiOf,
  ownUri,
  pointedAt,
  schemed,
} from '../../pipeline/formats/facts/identifiers.ts';
import { licenceNames } from '../../pipeline/formats/facts/licences.ts';
import { partiesInStatement, partsOfName } from '../../pipeline/formats/facts/names-in-parts.ts';
import { sayFrom } from '../../pipeline/formats/writing/words.ts';
import { indented, xmlElement, xmlText } from '../../pipeline/formats/writing/xml-text.ts';

const identifier = (type: string, value: string) => addressed({ type, value }, []);

describe('identifiers', () => {
  it.each([
    ['GND', '118540238', 'GND', '118540238'],
    ['gnd', 'https://d-nb.info/gnd/118540238', 'GND', '118540238'],
    ['', 'http://d-nb.info/gnd/118540238', 'GND', '118540238'],
    ['PND', '118540238', 'GND', '118540238'],
    ['viaf', 'http://viaf.org/viaf/24602065/', 'VIAF', '24602065'],
    ['WikiData', 'Q5879', 'Wikidata', 'Q5879'],
    ['wikidata', 'https://www.wikidata.org/entity/Q5879', 'Wikidata', 'Q5879'],
    ['geonames', 'https://sws.geonames.org/2871983/', 'GeoNames', '2871983'],
    ['DOI', 'doi: 10.5281/zenodo.42', 'DOI', '10.5281/zenodo.42'],
    ['Doi', 'https://dx.doi.org/10.5281/zenodo.42', 'DOI', '10.5281/zenodo.42'],
    ['orcid', 'https://orcid.org/0000-0002-1825-0097', 'ORCID', '0000-0002-1825-0097'],
    ['hdl', 'hdl:11471/1010.1.5', 'Handle', '11471/1010.1.5'],
  ])('%s %s', (type, value, scheme, bare) => {
    expect(schemed([identifier(type, value)])).toMatchObject([{ scheme, value: bare }]);
  });

  it('of a form that the scheme has not get no address', () => {
    expect(identifier('wikidata', 'Goethe').address).toBeNull();
    expect(identifier('doi', '10.5281').address).toBeNull();
    expect(identifier('hsg-person', '100930').address).toBeNull();
  });

  it('are found in pointers, local ones aside', () => {
    const pointers = ['gnd:118540238', '#p1', 'psn:ann', 'https://viaf.org/viaf/24602065'];
    expect(pointedAt(pointers, []).map(({ address }) => address)).toEqual([
      'https://d-nb.info/gnd/118540238',
      'https://viaf.org/viaf/24602065',
    ]);
  });

  it('of a prefixDef go before the scheme’s own address', () => {
    const prefix = { ident: 'gnd', pattern: '(\\d+)', replacement: 'https://example.org/gnd/$1' };
    expect(addressed({ type: 'gnd', value: '1' }, [prefix]).address).toBe(
      'https://example.org/gnd/1',
    );
  });

  it.each([
    ['URL', 'https://x.example.org/1', 'https://x.example.org/1'],
    ['handle', 'http://hdl.handle.net/11471/1', 'http://hdl.handle.net/11471/1'],
    ['handle', '11471/1010.1.5', 'https://hdl.handle.net/11471/1010.1.5'],
    ['URN', 'urn:nbn:de:kobv:b4-1', 'urn:nbn:de:kobv:b4-1'],
    ['ark', 'ark:/12148/btv1', 'https://n2t.net/ark:/12148/btv1'],
    ['shelfmark', 'MS 7', null],
  ])('%s %s is what a file calls itself: %s', (type, value, uri) => {
    expect(ownUri([identifier(type, value)])).toBe(uri);
    expect(doiOf([identifier(type, value)])).toBeNull();
  });
});

describe('licences', () => {
  const spdx = (target: string | null, words: string | null = null) =>
    licenceNames({ target, text: words }).spdx;
  it.each([
    ['http://creativecommons.org/licenses/by/4.0', 'CC-BY-4.0'],
    ['https://creativecommons.org/licenses/by-nc-sa/3.0/de/deed.de', 'CC-BY-NC-SA-3.0-DE'],
    ['https://creativecommons.org/licenses/by-sa/2.5/it/', undefined],
    ['https://creativecommons.org/publicdomain/zero/1.0/legalcode', 'CC0-1.0'],
    ['https://creativecommons.org/publicdomain/mark/1.0/', 'CC-PDM-1.0'],
    ['https://spdx.org/licenses/CC-BY-SA-4.0.html', 'CC-BY-SA-4.0'],
    ['https://opensource.org/licenses/MIT', 'MIT'],
    ['https://example.org/terms', undefined],
  ])('%s', (target, name) => expect(spdx(target)).toBe(name));
  it('without an address are identified by a name that is one', () => {
    expect(spdx(null, 'CC BY-SA 4.0')).toBe('CC-BY-SA-4.0');
    expect(spdx(null, 'Public domain')).toBe('CC-PDM-1.0');
    expect(spdx(null, 'All rights reserved, but CC BY 4.0 for the pictures')).toBeUndefined();
  });
});

describe('dates', () => {
  const none = { inWords: null, when: null, start: null, end: null, lasting: false, circa: false };
  it('that are about a year are marked', () => {
    const facts = dateFacts({
      ...none,
      text: 'ca. 1750',
      inWords: '1750',
      when: '1750',
      start: '1750',
      end: '1750',
      certainty: null,
    });
    expect(facts).toMatchObject({ words: 'ca. 1750', edtf: '1750~', circa: true, range: '1750' });
  });
  it('before Christ go by the header’s words', () => {
    const facts = dateFacts({
      ...none,
      text: '44 BCE',
      inWords: '-0044',
      when: '-0044',
      start: '-0044',
      end: '-0044',
      certainty: 'low',
    });
    expect(facts).toMatchObject({ words: '44 BCE', edtf: '-0044?' });
  });
  it.each([
    ['2026', true],
    ['2026-02', true],
    ['2026-13', false],
    ['2026-02-30', false],
    ['about 2026', false],
  ])('%s is one: %s', (words, valid) => expect(isDate(words)).toBe(valid));
});

describe('names in one piece', () => {
  const parts = (name: string) => partsOfName({ name, kind: 'person', family: null, given: null });
  it('are separated at their one comma', () => {
    expect(parts('Doe, Jane')).toEqual({ name: 'Jane Doe', family: 'Doe', given: 'Jane' });
  });
  it.each([
    'Naso, Publius (1822-1898)',
    'Naso, Publius (b. 1822)',
    'Naso, Publius, 1822?-1898.',
    'Naso, Publius, fl. 1850',
  ])('are without the years of a life: %s', (name) =>
    expect(parts(name)).toEqual({ name: 'Publius Naso', family: 'Naso', given: 'Publius' }),
  );
  it.each([
    ['Jane Roe and Al Doe', ['Jane Roe', 'Al Doe']],
    ['Jane Roe, Al Doe, and Eve van der Poe', ['Jane Roe', 'Al Doe', 'Eve van der Poe']],
    ['A. B. Roe & C. D. Doe', ['A. B. Roe', 'C. D. Doe']],
    ['Roe, Jane; Doe, Al', ['Roe, Jane', 'Doe, Al']],
    ['Roe and Sons', ['Roe and Sons']],
    ['Paz Estenssoro, Víctor Hugo', ['Paz Estenssoro, Víctor Hugo']],
    ['Santiago Ramón y Cajal Junquera', ['Santiago Ramón y Cajal Junquera']],
    ['Department of Words and Jane Roe', ['Department of Words and Jane Roe']],
  ])('of several parties: %s', (name, names) => {
    const stated = { name, kind: 'person', family: null, given: null, pointers: [] } as const;
    expect(partiesInStatement(stated).map((one) => one.name)).toEqual(names);
  });
  it.each([
    'Jane Doe',
    'Doe, Jane, Sir',
    'Office of Letters, Department of Words',
    'Fox, Jr.',
    'Anne, Queen of England',
    'Ash, 1899',
  ])('stay as they are: %s', (name) => expect(parts(name)).toEqual({}));
});

describe('citations in words', () => {
  it('have stops within the marks of titles in titles', () => {
    const runs = [
      { text: 'On ', level: null },
      { text: 'The Raven', level: 'a' },
    ];
    expect(citation(quotedTitle('On The Raven', runs, '.')).text).toBe('“On ‘The Raven.’”');
    expect(citation(sentence(richText('Of “The Raven”'))).text).toBe('Of “The Raven.”');
    expect(citation(sentence(richText('Why?'))).text).toBe('Why?');
    const quote = quotedTitle('Why', null, '');
    expect(citation(marksWithinQuotes([...quote, ...LOCATOR, { text: '.' }])).text).toBe('“Why.”');
    expect(citation(marksWithinQuotes([...quote, { text: ', 2024.' }])).text).toBe('“Why,” 2024.');
  });
  it('shorten the last page by the digits that it shares', () => {
    const say = sayFrom({ 'citation.pages': 'pp. {n}', 'citation.page': 'p. {n}' });
    expect(shortPages({ from: '337', to: '339', text: '' }, say)).toBe('pp. 337–39');
    expect(shortPages({ from: '97', to: '102', text: '' }, say)).toBe('pp. 97–102');
    expect(shortPages({ from: '7', to: '7', text: '' }, say)).toBe('p. 7');
  });
});

it('XML is well-formed whatever the values contain', () => {
  const node = xmlElement('a', { b: '"<&\n' }, ['<x>&\u0001\r', xmlElement('c', {}, [])]);
  expect(xmlText(node)).toBe('<a b="&#34;&lt;&amp;&#xA;">&lt;x&gt;&amp;&#xD;<c/></a>');
  expect(indented(xmlElement('a', {}, [xmlElement('b', {}, ['c'])]))).toBe(
    '<a>\n   <b>c</b>\n</a>',
  );
});
