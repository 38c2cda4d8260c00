/**
 * Persons: the forms of their names in texts, persons with one name distinguished, words that are
 * not names.
 */
import { describe, expect, it } from 'vitest';
import { entriesOfText } from '../../pipeline/authorities/read.ts';
import { indexNames } from '../../pipeline/encode/names/index/name-index.ts';
import { indexOf, passagesOf, read } from './study.ts';

const index = indexOf('tests/fixtures/mentions/volume.xml');
const persons = (...texts: string[]) =>
  read(index, passagesOf(...texts)).mentions.filter((mention) => mention.includes('= p_'));

describe('forms of a name', () => {
  it.each([
    [
      'with forename and initial',
      'It was signed by Miranda T. Aldous today.',
      ['Miranda T. Aldous = p_aldous'],
    ],
    [
      'with initials only',
      'cleared by M. T. Aldous and M.T. Aldous',
      ['M. T. Aldous = p_aldous', 'M.T. Aldous = p_aldous'],
    ],
    [
      'with "Jr."',
      'from Rupert J. Brandt, Jr., to the Department',
      ['Rupert J. Brandt, Jr. = p_brand_r'],
    ],
    ['the title aside', 'He saw Ambassador Aldous.', ['Aldous = p_aldous']],
    [
      'as a possessive',
      'Aldous’s note and Quarles’ reply',
      ['Aldous = p_aldous', 'Quarles = p_quarles'],
    ],
    ['in capitals', 'FOR ALDOUS FROM RUSKO', ['ALDOUS = p_aldous', 'RUSKO = p_rusko']],
    [
      'with particles',
      'General de Gaulois and De Gaulois',
      ['de Gaulois = p_gaulois', 'De Gaulois = p_gaulois'],
    ],
    [
      'by the first of several surnames',
      'Couvert and Garza agreed',
      ['Couvert = p_couve', 'Garza = p_garza'],
    ],
    ['by all its surnames', 'President Garza Lujan', ['Garza Lujan = p_garza']],
    [
      'with and without diacritics',
      'Ramon Garza, Ramón Garza',
      ['Ramon Garza = p_garza', 'Ramón Garza = p_garza'],
    ],
    [
      'in East Asian order',
      'Tran Quoc Ngan said that Ngan',
      ['Tran Quoc Ngan = p_ngan', 'Ngan = p_ngan'],
    ],
    [
      'in East Asian order, listed by the last word',
      'Nguyen Van Thanh came',
      ['Nguyen Van Thanh = p_thanh'],
    ],
    ['by a nickname', 'Wally Brandt commands', ['Wally Brandt = p_brand_w']],
    ['by a short form of the forename', 'He saw Hank Quennell.', ['Hank Quennell = p_quennell']],
    ['with the second forename only', 'He saw Felix Quarles.', ['Felix Quarles = p_quarles']],
    ['by another spelling', 'Colonel Salim', ['Salim = p_aref']],
    [
      'in a compound',
      'many Aldous-haters in the Quarles and Communist-led group',
      ['Aldous = p_aldous', 'Quarles = p_quarles'],
    ],
    ['in an editor’s brackets', 'He [Aldous] agreed', ['Aldous = p_aldous']],
    ['with initials run together', 'MT Aldous agreed', ['MT Aldous = p_aldous']],
    ['listed behind a title', 'King Ali and Redwan', ['Ali = p_ali', 'Redwan = p_ali']],
    ['behind a numbering letter', 'B. Aldous will come', ['Aldous = p_aldous']],
  ])('%s', (_what, text, expected) => {
    expect(persons(text)).toEqual(expected);
  });

  it('takes no part of the name before it', () => {
    expect(persons('Felix Rupert J. Brandt')).toEqual(['Rupert J. Brandt = p_brand_r']);
    expect(persons('Miranda Aldous\nDean Rusko')).toEqual([
      'Miranda Aldous = p_aldous',
      'Dean Rusko = p_rusko',
    ]);
  });

  it('leaves a pseudonym to its own entry', () => {
    expect(persons('Playfair met Ludwig Vetter.')).toEqual([
      'Playfair = p_playfair',
      'Ludwig Vetter = p_vetter',
    ]);
  });

  it('prefers the entry with the word as its whole name', () => {
    expect(persons('General Khan and Mir Khan')).toEqual(['Khan = p_khan', 'Mir Khan = p_mirkhan']);
  });
});

describe('two persons of one name', () => {
  it('are distinguished by forename', () => {
    expect(persons('Oscar Brandt met Rupert Brandt.')).toEqual([
      'Oscar Brandt = p_brand_o',
      'Rupert Brandt = p_brand_r',
    ]);
  });

  it('are distinguished by title and rank', () => {
    expect(persons('President Brandt, General Brandt, Assistant Secretary Brandt')).toEqual([
      'Brandt = p_brand_o',
      'Brandt = p_brand_w',
      'Brandt = p_brand_r',
    ]);
  });

  it('are distinguished by the office before a parenthesis', () => {
    const title =
      'title: 3. Memorandum From the Assistant Secretary of State for Economic Affairs (Brandt) to the Ambassador (Aldous)';
    expect(persons(title)).toEqual(['Brandt = p_brand_r', 'Aldous = p_aldous']);
  });

  it('are distinguished by what the document said before', () => {
    const text = persons(
      'General Walter Brandt arrived. Brandt said no.',
      'President Brandt left. Brandt had no comment.',
    );
    expect(text).toEqual([
      'Walter Brandt = p_brand_w',
      'Brandt = p_brand_w',
      'Brandt = p_brand_o',
      'Brandt = p_brand_o',
    ]);
  });

  it('are left to the editor where nothing decides', () => {
    const { mentions, doubts } = read(index, passagesOf('Drafted by Brandt.'));
    expect(mentions).toEqual([]);
    expect(doubts).toHaveLength(1);
    expect(doubts[0]).toMatch(/^ambiguous Brandt: /);
  });

  it('give low certainty to what an earlier mention alone decides, high to a full name', () => {
    const { found } = read(index, passagesOf('Oscar Brandt spoke. Brandt sat down.'));
    expect(found.mentions.map(({ certainty, rule }) => `${certainty} ${rule}`)).toEqual([
      'high person/full-name',
      'medium person/earlier-in-document',
    ]);
  });
});

describe('names that are somebody else’s', () => {
  it('another forename makes a stranger, who is reported', () => {
    const { mentions, doubts } = read(index, passagesOf('He spoke with Joseph Aldous.'));
    expect(mentions).toEqual([]);
    expect(doubts).toEqual(['unknown Joseph Aldous: p_aldous']);
  });

  it('a title with a name that no list has is reported', () => {
    expect(
      read(index, passagesOf('He saw Ambassador Zabriskie and Mr. Otto Krems.')).doubts,
    ).toEqual(['unknown Zabriskie: ', 'unknown Otto Krems: ']);
  });

  it('the General Assembly is no one', () => {
    expect(
      read(index, passagesOf('the General Assembly, Mr. President, and the General Counsel'))
        .doubts,
    ).toEqual([]);
  });

  it('his wife is not he', () => {
    expect(persons('President Oscar Brandt and Mrs. Brandt')).toEqual(['Oscar Brandt = p_brand_o']);
  });
});

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
