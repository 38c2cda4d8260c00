/** Words that name no person, parts of names, offices, and lists of other kinds. */
import { describe, expect, it } from 'vitest';
import { entriesOfText } from '../../pipeline/authorities/read.ts';
import { indexNames } from '../../pipeline/encode/names/index/name-index.ts';
import { indexOf, passagesOf, read } from './study.ts';

const index = indexOf('tests/fixtures/mentions/volume.xml');
const persons = (...texts: string[]) =>
  read(index, passagesOf(...texts)).mentions.filter((mention) => mention.includes('= p_'));

describe('words that name no person', () => {
  it.each([
    ['a library', 'Source: Rusko Library, National File'],
    ['papers', 'in the Aldous Papers, Box 3'],
    ['a file of several', 'Department of State, Aldous–Quarles Files: Lot 3'],
    ['a cape', 'from Cape Quarles'],
    ['a city', 'in La Garza and San Garza'],
    ['a saint’s city', 'in San Salvador'],
    ['a short word of an East Asian name', 'No, he said. No one came.'],
    ['a month', 'on May 4, and in May'],
    ['a common word', 'the Home Secretary and the Home Office'],
    ['a word that begins a sentence', 'Home is far. May this end.'],
  ])('%s', (_what, text) => {
    expect(persons(text)).toEqual([]);
  });

  it('are names with a title, a forename, or beside others', () => {
    expect(persons('Sir Alastair Home and Miss May. Home agreed.')).toEqual([
      'Alastair Home = p_home',
      'May = p_may',
      'Home = p_home',
    ]);
  });
});

describe('a surname before another name', () => {
  it.each([
    ['an index of others', 'It lists Quennell, Mohandus; Nahru and others.', 'medium'],
    ['a name in reverse', 'Quennell, Mohandus, spoke.', 'medium'],
    ['a double surname', 'Then Quennell Willoms spoke.', 'medium'],
    ['a list of surnames', 'It was for Quennell, Aldous and the others.', 'high'],
    ['a thing', 'It was in the Quennell Report.', 'high'],
  ])('%s', (_what, text, certainty) => {
    const { found } = read(index, passagesOf(text, 'Henry Quennell agreed.'));
    const mention = found.mentions.find(({ target }) => target === 'p_quennell');
    expect(mention?.certainty).toBe(certainty);
  });
});

describe('less than a surname', () => {
  const title = 'title: 9. Letter From the Ambassador (Aldous) to Secretary of State Rusko';

  it('a salutation and a signature name sender and addressee', () => {
    const { mentions, rules } = read(
      index,
      passagesOf(title, 'Dear Dean:', 'All the best.', 'signed: Miranda'),
    );
    expect(mentions.slice(2)).toEqual(['Dean = p_rusko', 'Miranda = p_aldous']);
    expect(rules.slice(2)).toEqual(['person/salutation', 'person/signature']);
  });

  it('a forename alone names the one who has it in the document, with low certainty', () => {
    const { found } = read(index, passagesOf('I saw Henry Quennell. Then Henry left.'));
    expect(found.mentions.map(({ target, certainty }) => `${target} ${certainty}`)).toEqual([
      'p_quennell high',
      'p_quennell low',
    ]);
  });

  it('a surname that is a forename too is left alone after a courtesy and beside its office', () => {
    expect(persons('Henry Quennell met Mr. Henry, and Henry (EUR) drafted it.')).toEqual([
      'Henry Quennell = p_quennell',
    ]);
  });

  it('"Sir" takes the forename', () => {
    expect(persons('Sir Alastair Home came. Sir Alastair spoke.')).toEqual([
      'Alastair Home = p_home',
      'Alastair = p_home',
    ]);
  });

  it('letters before a colon are the speakers of a transcript', () => {
    const transcript = [
      'title: 4. Transcript of a Conversation Between Quennell and Aldous',
      'Q: Good morning.',
      'A: Yes?',
      'Q: Well.',
    ];
    expect(persons(...transcript).slice(2)).toEqual([
      'Q = p_quennell',
      'A = p_aldous',
      'Q = p_quennell',
    ]);
  });
});

describe('offices and their times', () => {
  const offices = indexOf('tests/fixtures/mentions/offices.xml');
  const on = (day: string, ...texts: string[]) => read(offices, passagesOf(...texts), day);

  it.each([
    ['1931-03-02', 'Secretary Orlof said so.', 'Orlof = p_orlov2'],
    ['1931-04-02', 'Secretary Orlof said so.', 'Orlof = p_orlov1'],
    ['1935-08-22', 'Then Dorn left.', 'Dorn = p_dorn1'],
    ['1935-08-23', 'Then Dorn left.', 'Dorn = p_dorn2'],
    ['1936-01-01', 'Dorn in 1934 was ill.', 'Dorn = p_dorn1'],
  ])('decide between namesakes on %s: %s', (day, text, mention) => {
    expect(on(day, text).mentions).toEqual([mention]);
  });

  it('one decision by years alone is unsure and makes no later one surer', () => {
    const { found } = on('1935-08-23', 'Then Mr. Dorn left.', 'Mr. Dorn came back.');
    expect(found.mentions.map(({ certainty }) => certainty)).not.toContain('high');
    expect(on('1935', 'Then Dorn left.').mentions).toEqual([]);
  });

  it('a forename alone needs the forename elsewhere in the document', () => {
    const alone = on('1935', 'Mr. Hale came.', 'A letter from Dillon was read.');
    expect(alone.mentions).toEqual(['Hale = p_hale']);
    expect(alone.doubts).toEqual(['ambiguous Dillon: p_hale']);
    expect(on('1935', 'Dillon Hale came.', 'A letter from Dillon was read.').mentions).toEqual([
      'Dillon Hale = p_hale',
      'Dillon = p_hale',
    ]);
  });

  it('a title of nobility keeps its place', () => {
    const { mentions } = on('1935', 'The Duke of Melbury saw Prince Otto of Melbury at Melbury.');
    expect(mentions).toEqual(['Duke of Melbury = p_wells', 'Melbury = pl_melbury']);
  });

  it('abbreviations are found spelled out and with spaces, an office of two letters is another', () => {
    const { mentions } = on(
      '1935',
      'P. T. 12, Public Treaty 9 and the Mines and Rivers Office, but a public treaty, the Envoy Extraordinary, P. T. Barn and the C/S.',
    );
    expect(mentions).toEqual([
      'P. T. = t_PT',
      'Public Treaty = t_PT',
      'Mines and Rivers Office = t_MRO',
    ]);
  });
});

describe('lists of other kinds', () => {
  /** The names of a list, `p_1` the first; one that begins with @ is a place. */
  const inList = (names: readonly string[], text: string): readonly string[] => {
    const entries = names.map((name, at) =>
      name.startsWith('@')
        ? `<place xml:id="l_${at + 1}"><placeName>${name.slice(1)}</placeName></place>`
        : `<person xml:id="p_${at + 1}"><persName>${name}</persName></person>`,
    );
    const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>${entries.join('')}</standOff></TEI>`;
    const list = entriesOfText(tei, 'list.xml');
    const found = read(
      indexNames({ entries: new Map(list.map((entry) => [entry.id, entry])) }),
      passagesOf(text),
    );
    return found.found.mentions.map(
      ({ start, end, target }) => `${text.slice(start, end)} = ${target}`,
    );
  };

  it.each([
    [
      ['Marsh, John, Jr.', 'Marsh, John, Sr.'],
      'John Marsh, Jr. met John Marsh, Sr. there.',
      ['John Marsh, Jr. = p_1', 'John Marsh, Sr. = p_2'],
    ],
    [['Marsh, John A.', 'Marsh, John B.'], 'John A. Marsh, John B. Marsh. John Marsh left.', 2],
    [['Pius IX'], 'Pope Pius IX saw Pius X and Pius VII.', ['Pius IX = p_1']],
    [['B., Miss'], 'A. B. C. is a list. B. is good.', []],
    [['J. S.'], 'J. S. Bach played.', []],
    [['Mr.', 'Sir'], 'Dear Sir, Mr. Kemp and Sir John came.', []],
    [['N. N.', 'Anonymous', 'Baron', 'Lady'], 'N. N. saw the Baron, a lady, Anonymous.', []],
    [
      ['Ellicott, Martha'],
      'Ellicott, Martha, came; then Ellicott, Wm. came.',
      ['Ellicott, Martha = p_1'],
    ],
    [
      ['Lloyd George, David'],
      'King George saw Lloyd George and Mr. George, then George Lloyd.',
      ['Lloyd George = p_1'],
    ],
    [
      ['Smith, John', 'Smith, Jane'],
      'Jane Smith and John Smith met; Smith left.',
      ['Jane Smith = p_2', 'John Smith = p_1'],
    ],
    [['@Of', '@Nice'], 'Of all, they liked Nice.', ['Nice = l_2']],
    [['Page, Walter H.'], 'PAGE 7. See Page 262.', []],
    [
      ['Washington, George', '@Washington'],
      'In Washington they met General Washington and Booker Washington.',
      ['Washington = l_2', 'Washington = p_1'],
    ],
  ] as const)('%j in “%s”', (names, text, expected) => {
    const found = inList(names, text);
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found).toEqual(expected);
  });
});
