/**
 * The data of the indexes: xslt/data on a small document, and on the lists of a published volume.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import type { FileData } from '../../pipeline/transform/model.ts';
import { openTransformer } from '../../pipeline/transform/transform.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

let data: FileData;
let bare: FileData;
let published: FileData;
let titled: FileData;

/** Kind, language and name of entries with an article, and what they are filed as. */
const ARTICLES = [
  ['org', 'en', 'The Times', 'Times'],
  ['org', 'en', 'A Company', 'Company'],
  ['org', 'en', 'An Office', 'Office'],
  ['org', 'en', 'A. Smith & Co.', 'A. Smith & Co.'],
  ['org', 'en', 'The', 'The'],
  ['org', 'en', 'Theatre Royal', 'Theatre Royal'],
  ['org', 'de', 'Die Presse', 'Presse'],
  ['org', 'en', 'Die Presse', 'Die Presse'],
  ['org', 'fr-FR', 'Les Temps', 'Temps'],
  ['org', 'es', 'El País', 'País'],
  ['place', 'en', 'The Hague', 'Hague'],
  ['place', 'en', 'A Coruña', 'A Coruña'],
  ['place', 'es', 'La Paz', 'La Paz'],
  ['person', 'en', 'A Campo', 'A Campo'],
  ['person', 'en', 'The Queen', 'Queen'],
] as const;

const IMPOSSIBLE =
  '<date when="1850-02-30">a</date>, <date from="1851" to="1850">b</date>, ' +
  '<date when="1852-02-29">c</date>';

beforeAll(async () => {
  const transformer = await openTransformer(join(PROGRAM, '.cache'));
  const { strings } = openInterface('en');
  const read = (name: string): FileData =>
    transformer.data(join(PROGRAM, 'tests', 'fixtures', 'site', name), strings, []);
  [data, bare, published] = [
    read('constructions.xml'),
    read('bare.xml'),
    read('published-list.xml'),
  ];
  const path = join(temporaryFolder(), 'articles.xml');
  const lists = ARTICLES.map(([kind, language, name], at) =>
    `<${kind} xml:id="a${at}" xml:lang="${language}"><${kind}Name>${name.replace('&', '&amp;')}</${kind}Name></${kind}>`.replaceAll(
      'personName',
      'persName',
    ),
  );
  writeFileSync(
    path,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><list>${lists.join('')}</list></standOff><text><body><p>${IMPOSSIBLE}</p></body></text></TEI>`,
  );
  titled = transformer.data(path, strings, []);
});

afterAll(removeFolders);

describe('mentions', () => {
  const sentences = (entry: string): string[] =>
    data.mentions
      .filter((mention) => mention.entry === entry)
      .map(
        ({ text, start, end, sentenceStart, sentenceEnd }) =>
          `${text.slice(sentenceStart, start)}{${text.slice(start, end)}}${text.slice(end, sentenceEnd)}`,
      );

  it('are in their sentences; titles and initials end none', () => {
    expect(sentences('p_ann').slice(0, 3)).toEqual([
      'Dr. J. Smith met {Ann} on that day. ',
      'The Post at Town was shut, wrote {Ann Other}. ',
      'Did {she} reply?',
    ]);
  });

  it('know their passage, and in a note the note’s number', () => {
    const places = data.mentions.map(({ entry, anchor, n }) => [entry, anchor, n]);
    expect(places).toContainEqual(['pl_town', 'p1', null]);
    expect(places).toContainEqual(['p_ann', 'n2-p2', '2']);
  });

  it('within a mention are found too', () => {
    expect(sentences('o_post')).toEqual(['{The Post at Town} was shut, wrote Ann Other. ']);
    expect(sentences('pl_town')).toEqual(['The Post at {Town} was shut, wrote Ann Other. ']);
  });
});

it('impossible dates have no entry', () => {
  expect(titled.mentions.map(({ entry }) => entry)).toEqual(['date-when-1852-02-29']);
});

describe('entries', () => {
  const entry = (file: FileData, id: string) =>
    file.entries.find((candidate) => candidate.id === id);

  it('have names as they are called and as they are filed', () => {
    expect(entry(data, 'p_ann')).toMatchObject({
      kind: 'person',
      name: 'Ann Other, Sr.',
      sortName: 'Other, Ann, Sr.',
    });
    expect(entry(data, 't_x')).toMatchObject({ kind: 'term', name: 'X' });
  });

  it.each(ARTICLES.map((row, at) => [...row, at] as const))(
    'a %s in %s, “%s”, is filed as “%s”',
    (_kind, _language, name, filed, at) => {
      expect(entry(titled, `a${at}`)).toMatchObject({ name, filedAs: filed });
    },
  );

  it('have identifiers with addresses where a prefix is declared, and without where none is', () => {
    expect(entry(data, 'p_ann')?.identifiers).toEqual([
      { type: 'lib', value: '42', address: 'https://library.example/42' },
      { type: 'none', value: 'x', address: null },
    ]);
  });

  it('give limits where a day is not known, and refer to other entries', () => {
    const ann = entry(data, 'p_ann');
    expect(ann?.birth).toMatchObject({ when: '1870-05-01' });
    expect(ann?.death).toMatchObject({
      when: null,
      limits: ['1930', '1932'],
      dating: 'between 1930 and 1932',
    });
    expect(ann?.affiliations[0]?.runs).toEqual([{ text: 'Post', entry: 'o_post' }]);
    expect(ann?.offices[0]?.runs).toContainEqual({ text: 'the Post', entry: 'o_post' });
  });

  it('are read from a published volume’s lists unchanged', () => {
    expect(entry(published, 'p_LA1')).toMatchObject({
      kind: 'person',
      name: 'Ada Last',
      sortName: 'Last, Ada',
    });
    expect(entry(published, 't_PO1')).toMatchObject({ kind: 'term', name: 'PO' });
    expect(entry(published, 't_PO1')?.descriptions[0]?.runs[0]?.text).toContain('Post Office');
  });
});

describe('the header', () => {
  it('gives title, date and contents, and null for what a document does not say', () => {
    expect(data.header).toMatchObject({
      id: 'c1',
      n: '1',
      title: 'Constructions',
      date: { earliest: '1900-02-03' },
    });
    expect(data.contents).toEqual([
      { anchor: 'h1', text: 'Within', level: 1 },
      { anchor: 'h2', text: 'Deeper', level: 2 },
    ]);
    expect(bare.header).toMatchObject({
      title: 'A page without a date',
      date: null,
      n: null,
      licence: null,
      sent: [],
    });
  });
});
