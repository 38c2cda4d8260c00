/** Philological indexes: their entries, when an index is made, pages and tables. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedIndexes } from '../../pipeline/publish/philology/instructions.ts';
import { type EditorialMark, editorialMarks } from '../../pipeline/publish/philology/marks.ts';
import { readTree } from '../../pipeline/xml/tree.ts';
import { wordsOf } from '../../site/assets/search/words.js';
import { changeIn, copyOfEdition, removeFolders, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

const TEI = 'http://www.tei-c.org/ns/1.0';

function marks(
  inside: string,
): Pick<EditorialMark, 'kind' | 'form' | 'reading' | 'left' | 'right'>[] {
  const content = Buffer.from(
    `<TEI xmlns="${TEI}"><teiHeader><p><corr>no</corr></p></teiHeader><text><body><p xml:id="p1">${inside}</p></body></text></TEI>`,
  );
  return editorialMarks(readTree({ path: 'x.xml', content })).marks.map(
    ({ kind, form, reading, left, right }) => ({ kind, form, reading, left, right }),
  );
}

describe('the lists', () => {
  it.each([
    ['a <choice><sic>teh</sic><corr>the</corr></choice> b', 'emendations', 'teh', 'the'],
    ['a <choice><orig>vnd</orig><reg>und</reg></choice> b', 'emendations', 'vnd', 'und'],
    [
      'a <choice><abbr>D<am>r</am></abbr><expan>D<ex>octo</ex>r</expan></choice> b',
      'abbreviations',
      'Dr',
      'Doctor',
    ],
    ['a <supplied>he</supplied> b', 'emendations', '', 'he'],
    ['a <surplus>he</surplus> b', 'emendations', 'he', ''],
    ['a <num value="9">ix</num> b', 'numerals', 'ix', '9'],
    ['a <g ref="#rum">ꝝ</g> b', 'symbols', 'ꝝ', '#rum'],
    ['a hip-<lb break="no"/>po b', 'hyphens', 'hip-|po', 'hippo'],
    ['a hip-\n<lb/>po b', 'hyphens', 'hip-|po', 'hippo'],
    ['a ma<pb break="no" n="2"/>re b', 'hyphens', 'ma|re', 'mare'],
  ])('of %s is a mark of the kind %s', (inside, kind, form, reading) => {
    const [found, ...others] = marks(inside);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind, form, reading });
    expect(found?.left.trim()).toBe('a');
    expect(found?.right.trim()).toBe('b');
  });

  it('are no hyphens before a capital, at the end, or between dashes', () => {
    expect(marks('Vor- <lb/>Namen, und - <lb/>so, Vor- <lb/>und Nach- weiter-<lb/>')).toEqual([]);
  });

  it('takes the words around it from its own passage, notes and other readings aside', () => {
    const [found] = marks(
      'one <note>other</note><app><lem>two</lem><rdg>zwei</rdg></app> <supplied>three</supplied> four',
    );
    expect(found?.left.replace(/\s+/g, ' ').trim()).toBe('one two');
  });
});

it.each([
  ['<TEI/>', null],
  ['<?siglum-indexes words, numerals?><TEI/>', ['words', 'numerals']],
  ['<?siglum-indexes none?><TEI/>', []],
  ['<!-- <?siglum-indexes words?> --><TEI/>', null],
])('%s asks for %j', (text, asked) => {
  expect(askedIndexes(text)).toEqual(asked);
});

describe('a site', () => {
  let site: string;
  beforeAll(async () => {
    const edition = copyOfEdition();
    changeIn(edition, 'edition.xml', ['<TEI ', '<?siglum-indexes words emendations?>\n<TEI ']);
    changeIn(edition, 'documents/d149.xml', [
      'constructive,',
      '<choice><sic>=constuctive</sic><corr>constructive</corr></choice>,',
    ]);
    site = join(temporaryFolder(), '_site');
    const said = await siglumHere('build', '--edition', edition, '--out', site);
    expect(said.out + said.err).not.toContain(': error:');
  });
  afterAll(removeFolders);

  it('lists all words with their forms and places', () => {
    const csv = readFileSync(join(site, 'data', 'words.csv'), 'utf8').split('\r\n');
    const total = csv.slice(1, -1).reduce((sum, row) => sum + Number(row.split(',')[3]), 0);
    const texts = JSON.parse(readFileSync(join(site, 'search/text/d149.json'), 'utf8')) as [
      string,
      string,
    ][];
    expect(total).toBeGreaterThan(700);
    expect(total).toBe(texts.reduce((sum, [, text]) => sum + wordsOf(text).length, 0));
    const page = readFileSync(join(site, 'philology/words.html'), 'utf8');
    expect(page).toMatch(/different ones/);
    const all = [...page.matchAll(/href="(words[^"]*\.html)"/g)].map(([, name = '']) => name);
    for (const name of all) expect(existsSync(join(site, 'philology', name)), name).toBe(true);
  });

  it('lists emendations with the passage, and writes no formula into a table', () => {
    const page = readFileSync(join(site, 'philology/emendations.html'), 'utf8');
    expect(page).toMatch(/<td>=constuctive<\/td><td>constructive<\/td>/);
    const [, anchor] = /href="\.\.\/documents\/d149\.html#([^"]+)"/.exec(page) ?? [];
    expect(readFileSync(join(site, 'documents/d149.html'), 'utf8')).toContain(`id="${anchor}"`);
    const csv = readFileSync(join(site, 'data', 'emendations.csv'), 'utf8');
    expect(csv).toContain("corr,'=constuctive,constructive,");
  });

  it('has no index that edition.xml does not ask for', () => {
    expect(existsSync(join(site, 'philology/hyphens.html'))).toBe(false);
    expect(readFileSync(join(site, 'indexes.html'), 'utf8')).toContain('philology/words.html');
  });
});
