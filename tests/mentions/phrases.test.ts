/** Terms, organizations and places; and the nesting of mentions of several kinds. */
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../pipeline/encode/engine/model.ts';
import { nest } from '../../pipeline/encode/names/nest.ts';
import { indexOf, passagesOf, read } from './study.ts';

const volume = indexOf('tests/fixtures/mentions/volume.xml');
const own = indexOf('tests/fixtures/mentions/own.xml');
const terms = (text: string) =>
  read(volume, passagesOf(text)).mentions.filter((mention) => mention.includes('= t_'));

describe('terms', () => {
  it.each([
    ['as written', 'the USU and EUR', ['USU = t_USU', 'EUR = t_EUR']],
    ['with full stops', 'the U.S.U. in session', ['U.S.U. = t_USU']],
    ['the longest first', 'cleared by EUR/SOV and EUR/GER', ['EUR/SOV = t_EURSOV', 'EUR = t_EUR']],
    ['with either dash', 'an X-12 and an X–12', ['X-12 = t_X1', 'X–12 = t_X1']],
    [
      'by either form of an entry',
      'AFX, AFOX, a Skylark, NVX, NVNX',
      ['AFX = t_AFLAFOL', 'AFOX = t_AFLAFOL', 'Skylark = t_X1', 'NVX = t_NVX', 'NVNX = t_NVX'],
    ],
    ['with an optional ending', 'one bn, two bns', ['bn = t_bns', 'bns = t_bns']],
    ['in the plural', 'two USUs', ['USU = t_USU']],
    ['in capitals or with one', 'REFTEL, Reftel', ['REFTEL = t_reftel', 'Reftel = t_reftel']],
    ['written as a word, also in the plural', 'the Usu, two Usus', ['Usu = t_USU', 'Usu = t_USU']],
    ['without the full stops of the list', 'HE the Minister', ['HE = t_HE']],
    ['with their own full stops', 'H.E. the Minister', ['H.E. = t_HE']],
    [
      'one letter, set off',
      'approved in S on May 3; S/P; cleared (U)',
      ['S = t_S', 'S = t_S', 'U = t_U'],
    ],
    ['a letter that is somebody', 'He told Q that', ['Q = t_Q']],
  ])('%s', (_what, text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it.each([
    ['a letter of another abbreviation', 'the U.S. Government; J. S. Bach; U. S. policy'],
    ['a common word in another case', 'by Sea and sea'],
    ['a part of a word', 'EUROPE and USUAL'],
  ])('are not found in %s', (_what, text) => {
    expect(terms(text)).toEqual([]);
  });
});

describe('organizations and places', () => {
  const found = (text: string) => read(own, passagesOf(text)).mentions;

  it('an organization encloses a place, and the place is not the person', () => {
    expect(found('The Embassy in La Perla told Perla.')).toEqual([
      'Embassy in La Perla = o_embassy',
      'La Perla = pl_perla',
      'Perla = p_perla',
    ]);
  });

  it('an institution called after a person names no person', () => {
    expect(found('Source: Johns Library.')).toEqual(['Johns Library = o_library']);
  });

  it('an abbreviation and a name in capitals are the same organization', () => {
    expect(found('PARTY OF LODANIA (POL)')).toEqual([
      'PARTY OF LODANIA = o_party',
      'LODANIA = pl_lodania',
      'POL = o_party',
    ]);
  });

  it('the inhabitants are not the country', () => {
    expect(found('the Lodanian tin mines of Lodania')).toEqual(['Lodania = pl_lodania']);
  });
});

describe('nesting', () => {
  const mention = (kind: Mention['kind'], start: number, end: number): Mention => ({
    passage: 'p0',
    start,
    end,
    kind,
    certainty: 'high',
    rule: kind,
  });
  const kinds = (mentions: readonly Mention[]) =>
    nest(mentions).map(({ rule, start, end }) => `${rule} ${start}-${end}`);

  it('keeps what is disjoint, in order', () => {
    expect(kinds([mention('place', 5, 9), mention('person', 0, 4)])).toEqual([
      'person 0-4',
      'place 5-9',
    ]);
  });

  it('keeps a place inside an organization, the organization first', () => {
    expect(kinds([mention('place', 5, 9), mention('org', 0, 9)])).toEqual(['org 0-9', 'place 5-9']);
  });

  it('drops a person inside an organization and anything inside a date', () => {
    expect(kinds([mention('person', 0, 4), mention('org', 0, 9)])).toEqual(['org 0-9']);
    expect(kinds([mention('date', 0, 9), mention('person', 0, 3)])).toEqual(['date 0-9']);
  });

  it('keeps the longer of two that cross, and the likelier kind of two on the same words', () => {
    expect(kinds([mention('person', 3, 9), mention('term', 0, 4)])).toEqual(['person 3-9']);
    expect(kinds([mention('term', 0, 4), mention('person', 0, 4)])).toEqual(['person 0-4']);
  });
});
