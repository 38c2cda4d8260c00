/** Under which letters names are filed, in which order, and the order of dates. */
import { describe, expect, it } from 'vitest';
import { compareDates } from '../../../pipeline/model/date-order.ts';
import { filingLetter, filingOrder } from '../../../pipeline/model/filing.ts';
import { nameSlugs } from '../../../pipeline/publish/site/open/slugs.ts';

describe('a name', () => {
  it.each([
    ['Ávila', 'A'],
    ['Ḥāfiẓ', 'H'],
    ['Łódź', 'L'],
    ['Œuvre', 'O'],
    ['van den Berg', 'B'],
    ['Van Dyck', 'V'],
    ['al-Kindī', 'K'],
    ['ʿUmar', 'U'],
    ['d’Urfé', 'U'],
    ['“Queen Anne”', 'Q'],
    ['[Unknown]', 'U'],
    ['Щукин', 'Щ'],
    ['…', '#'],
    ['1st Company', '#'],
  ])('%s is under %s', (name, letter) => {
    expect(filingLetter(name)).toBe(letter);
  });

  it('is filed by that letter, so that each letter is a heading once', () => {
    const names = ['Zorn', 'ʿUmar', 'Łoś', 'van den Berg', 'Lund', 'Bach', 'Ludwig', 'Щукин', '…'];
    expect(names.sort(filingOrder('en'))).toEqual([
      '…',
      'Bach',
      'van den Berg',
      'Łoś',
      'Ludwig',
      'Lund',
      'ʿUmar',
      'Zorn',
      'Щукин',
    ]);
  });

  it('keeps every letter in its address', () => {
    const of = (addressName: string) => nameSlugs([{ id: 'x', addressName }]).get('x');
    expect(of('Ḥāfiẓ Šīrāzī')).toBe('hafiz-sirazi');
    expect(of('Ǧābir Ibn-Aflaḥ')).toBe('gabir-ibn-aflah');
    expect(of('Víctor Paz')).toBe('victor-paz');
  });
});

it('dates are ordered as numbers', () => {
  const dates = ['12000', '0079-08', '-0044-03-15', '-0431', '1750', '-0044-01', '1750-02'];
  expect(dates.sort(compareDates)).toEqual([
    '-0431',
    '-0044-01',
    '-0044-03-15',
    '0079-08',
    '1750',
    '1750-02',
    '12000',
  ]);
});
