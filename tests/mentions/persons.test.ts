/**
 * Persons: the forms of their names in texts, persons with one name distinguished, words that are
 * not names.
 */
import { describe, expect, it } from 'vitest';
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

describe('names of another person', () => {
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
