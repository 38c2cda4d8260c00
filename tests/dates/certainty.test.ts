/** What is not a date, years in the words behind a date, and how sure a date is. */
import { describe, expect, it } from 'vitest';
import { findDates } from '../../pipeline/encode/dates/find.ts';
import { dates, passage } from './dates-in.ts';

describe('text that is not a date', () => {
  it.each([
    'See telegram 1547 to La Paz.',
    'In telegram 1964 to Paris he asked.',
    'In 1951 from Bangkok the Embassy asked.',
    'National Archives, RG 59, Lot 66 D 95, POL 14 BOL.',
    'See pages 1910–1915 and p. 1910.',
    'Job 90–1156R; file 611.12/1–1960.',
    'A force of 1900 men, of 1960 troops, to 1800 feet.',
    'That may be so. May I come? March on, he said.',
    'Mr. May seems to march.',
    'Ambassador April Smith and June Brown.',
    'The world today is another.',
    'It was read the last month and the next week.',
    'NSC 162/2 and SecDel/MC/67.',
    'A second meeting of 31 members.',
    'February 30 and April 99 are nothing.',
  ])('%s', (text) => {
    expect(dates(text)).toEqual([]);
  });
});

describe('certainty', () => {
  it('distinguishes stated dates, inferred ones and parts, with a rule for each', () => {
    const text = 'On May 3, 1964, and May 9 it was read; late April saw it, as did two years ago.';
    const found = findDates({
      id: 'd1',
      passages: [passage(text)],
      dating: { when: '1964-05-20' },
    });
    expect(found.map((m) => [m.certainty, m.rule])).toEqual([
      ['high', 'date/day'],
      ['high', 'date/day-near-document'],
      ['medium', 'date/part-near-document'],
      ['low', 'date/ago'],
    ]);
  });
});

describe('a year that another one precedes', () => {
  it.each([
    ['In 1914 the hall was blown up, June I think.', 'low'],
    ['It was in 1914. He came in June to Denver.', 'medium'],
    ['It was in 1914. He left. It was warm. He came in June.', 'high'],
    ['In 1914 he came, and last March he left.', 'high'],
  ])('%s', (text, expected) => {
    const dating = { when: '1964-05-20' };
    const found = findDates({ id: 'd1', passages: [passage(text)], dating });
    expect(found.at(-1)?.certainty).toBe(expected);
  });
});

it('takes no more than linear time on hostile text', () => {
  const text = `${'1, '.repeat(20_000)}${'May '.repeat(20_000)}${'1964–'.repeat(20_000)}${'at the end of '.repeat(5_000)}`;
  const start = performance.now();
  findDates({ id: 'd1', passages: [passage(text)], dating: { when: '1964-05-20' } });
  expect(performance.now() - start).toBeLessThan(5_000);
});

describe('years in the words behind a date', () => {
  it.each([
    ['We spoke in January of last year.', 'January of last year=1963-01'],
    ['August 15, last year, was wet.', 'August 15, last year=1963-08-15'],
    ['Done this 29th day of April, A. D. 1882.', 'this 29th day of April, A. D. 1882=1882-04-29'],
    [
      'Sealed the eleventh day of the month of May, in the year one thousand eight hundred and seventy-nine.',
      'the eleventh day of the month of May, in the year one thousand eight hundred and seventy-nine=1879-05-11',
    ],
    ['Mine of the 18th June last, on fisheries.', '18th June last=1963-06-18'],
    ['He came on the 2d of April.', '2d of April=1964-04-02'],
    [
      'On the fourth of July, 1894, and July the fifth, 1893.',
      'the fourth of July, 1894=1894-07-04,July the fifth, 1893=1893-07-05',
    ],
    [
      'It was about April, One thouſand ſix hundred ſeventy nine.',
      'April, One thouſand ſix hundred ſeventy nine=1679-04',
    ],
    [
      'The 3d day of Jany. Anno Domini one thousand eight hundred and 54.',
      '3d day of Jany. Anno Domini one thousand eight hundred and 54=1854-01-03',
    ],
    [
      'Filed Oct 17. 1812; sworn July 4, 1694, before May 4, 1500 men.',
      'Oct 17. 1812=1812-10-17,July 4, 1694=1694-07-04,May 4=1694-05-04',
    ],
    [
      "The third of May's children came by the first of June.",
      'May=1964-05,the first of June=1964-06-01',
    ],
    ['They met in May 1960; in June of that year he left.', 'May 1960=1960-05,June=?'],
    ['Since the October War he is with Black September.', ''],
  ])('%s', (text, expected) => {
    expect(
      dates(text)
        .map((one) => one.replace(/^the (?=2d)/, ''))
        .join(','),
    ).toBe(expected);
  });
});

describe('how sure a date is', () => {
  const certainties = (text: string) =>
    findDates({ id: 'd1', passages: [passage(text)], dating: { when: '1964-05-20' } }).map(
      ({ certainty, dating }) => `${dating?.when} ${certainty}`,
    );

  it.each([
    ['They met on Saturday, May 16, 1964.', '1964-05-16 high'],
    ['They met on Saturday, May 17, 1964.', '1964-05-17 low'],
    ['They met on Saturday, November 9.', '1963-11-09 medium'],
    ['On the 29th of September he told us.', '1964-09-29 medium'],
    ['Please pass a copy to May.', '1964-05 medium'],
  ])('%s', (text, expected) => {
    expect(certainties(text)).toEqual([expected]);
  });
});
