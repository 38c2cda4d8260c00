/**
 * Dates in running text, tested from outside: which words are found, and their values.
 */
import { describe, expect, it } from 'vitest';
import type { Dating } from '../../pipeline/authorities/model.ts';
import { findDates } from '../../pipeline/encode/dates/find.ts';
import type { Passage, PassageRole } from '../../pipeline/encode/engine/model.ts';

function passage(text: string, role: PassageRole = 'paragraph', id = 'p1'): Passage {
  return { id, role, text, points: [], line: 1 };
}

/**
 * The dates of one paragraph as `words=value`, a range as `from/to`, a span of time as
 * `notBefore..notAfter`.
 */
function dates(
  text: string,
  dating: Dating | undefined = { when: '1964-05-20' },
  role: PassageRole = 'paragraph',
): string[] {
  const study = { id: 'd1', passages: [passage(text, role)], ...(dating ? { dating } : {}) };
  return findDates(study).map((m) => `${text.slice(m.start, m.end)}=${shown(m.dating)}`);
}

function shown(dating: Dating | undefined): string {
  if (!dating) return '?';
  if (dating.when) return dating.when;
  return dating.from ? `${dating.from}/${dating.to}` : `${dating.notBefore}..${dating.notAfter}`;
}

describe('dates that say all', () => {
  it.each([
    ['They met on October 23, 1963; see below.', 'October 23, 1963=1963-10-23'],
    ['They met on 23 October 1963.', '23 October 1963=1963-10-23'],
    ['Dated Nov. 27, 1962.', 'Nov. 27, 1962=1962-11-27'],
    ['Received on 10/23/63.', '10/23/63=1963-10-23'],
    ['The files of 6/1/64–6/14/64 are closed.', '6/1/64–6/14/64=1964-06-01/1964-06-14'],
    ['The visit of August 24–25, 1967, was short.', 'August 24–25, 1967=1967-08-24/1967-08-25'],
    ['The visit (May 31–June 2, 1964) was short.', 'May 31–June 2, 1964=1964-05-31/1964-06-02'],
    [
      'The visit of December 30–January 2, 1964, was short.',
      'December 30–January 2, 1964=1963-12-30/1964-01-02',
    ],
    ['Memoranda, December 1963–July 1964.', 'December 1963–July 1964=1963-12/1964-07'],
    ['Central Files 1964–66, POL 14.', '1964–66=1964/1966'],
    ['The former president (1956–1960) is abroad.', '1956–1960=1956/1960'],
    ['It has grown since 1952.', '1952=1952'],
    ['Instructor, Sept-Oct 1944.', 'Sept-Oct 1944=1944-09/1944-10'],
    ['In July/August 1969 two ships came.', 'July/August 1969=1969-07/1969-08'],
    ['In his November 1 [1960] speech he said so.', 'November 1 [1960]=1960-11-01'],
    [
      'He served from July 12 to August 1, 1958, in Lima.',
      'July 12 to August 1, 1958=1958-07-12/1958-08-01',
    ],
    ['It fell in the 1950’s.', '1950’s=1950/1959'],
    ['It rose in the early 1960s.', 'early 1960s=1960..1963'],
    ['It ended in late 1963.', 'late 1963=1963-09..1963-12'],
    ['It ended in the spring of 1963.', 'the spring of 1963=1963-03..1963-05'],
    ['It began in the winter of 1962.', 'the winter of 1962=1962-12..1963-02'],
    ['It began in early September 1953.', 'early September 1953=1953-09-01..1953-09-10'],
    [
      'During the week of 18 March 1952 he left.',
      'the week of 18 March 1952=1952-03-17/1952-03-23',
    ],
    ['The budget for FY 1965 is small.', 'FY 1965=1964-07-01/1965-06-30'],
    ['The budget for fiscal year 1978 is small.', 'fiscal year 1978=1977-10-01/1978-09-30'],
    ['The budget for FY 65 is small.', 'FY 65=1964-07-01/1965-06-30'],
    ['Reference: CINCPAC 120141Z May 68.', '120141Z May 68=1968-05-12T01:41:00Z'],
    ['See Current Documents, 1964, pp. 933–934.', '1964=1964'],
    ['We support the 1954 agreement fully.', '1954=1954'],
  ])('%s', (text, expected) => {
    expect(dates(text, { when: '1964-05-20' })).toEqual([expected]);
  });

  it('reads times with their day, and ranges of them', () => {
    expect(dates('They met on April 9, 1964, 5:39 p.m., at the hotel.')).toEqual([
      'April 9, 1964, 5:39 p.m.=1964-04-09T17:39:00',
    ]);
    expect(dates('It was received at 6:37 a.m., May 6.')).toEqual([
      '6:37 a.m., May 6=1964-05-06T06:37:00',
    ]);
    expect(dates('They met from 10:26 to 11:30 a.m. on May 21.')).toEqual([
      '10:26 to 11:30 a.m. on May 21=1964-05-21T10:26:00/1964-05-21T11:30:00',
    ]);
    expect(dates('It starts at 1600 EST on May 21.')).toEqual([
      '1600 EST on May 21=1964-05-21T16:00:00-05:00',
    ]);
    expect(dates('We arrive tomorrow at noon.')).toEqual(['tomorrow at noon=1964-05-21T12:00:00']);
    expect(dates('The meeting began at 11:15 a.m.')).toEqual(['11:15 a.m.=11:15:00']);
  });
});

describe('a date without a year', () => {
  it('is the one that brings the date nearest to the document', () => {
    expect(dates('The elections are held on May 31.')).toEqual(['May 31=1964-05-31']);
    expect(dates('He wrote on December 29.', { when: '1965-01-05' })).toEqual([
      'December 29=1964-12-29',
    ]);
    expect(dates('He will write on January 4.', { when: '1964-12-20' })).toEqual([
      'January 4=1965-01-04',
    ]);
    expect(
      dates('In April he came back.', { notBefore: '1964-05-01', notAfter: '1964-05-30' }),
    ).toEqual(['April=1964-04']);
  });

  it('is that of the list which the date belongs to', () => {
    expect(
      dates('See telegrams of May 4; May 16; and May 25, 1960.').map((d) => d.split('=')[1]),
    ).toEqual(['1960-05-04', '1960-05-16', '1960-05-25']);
    expect(dates('They met on October 23 and 24, 1962.')).toEqual([
      'October 23=1962-10-23',
      '24, 1962=1962-10-24',
    ]);
    expect(dates('They met on May 4, 5, and 6.')).toEqual([
      'May 4=1964-05-04',
      '5=1964-05-05',
      '6=1964-05-06',
    ]);
  });

  it('follows "last", "next" and "since"', () => {
    expect(dates('He came last June.')).toEqual(['last June=1963-06']);
    expect(dates('He will come next April.')).toEqual(['next April=1965-04']);
    expect(dates('He will come this December.')).toEqual(['this December=1964-12']);
    expect(dates('It has been so since June.')).toEqual(['June=1963-06']);
    expect(dates('It has been so since May.')).toEqual(['May=1964-05']);
    expect(dates('He came last May.')).toEqual(['last May=1963-05']);
  });

  it('continues in the year that the sentence is about', () => {
    expect(dates('It was signed April 27, 1951, and entered into force June 8.')).toEqual([
      'April 27, 1951=1951-04-27',
      'June 8=1951-06-08',
    ]);
  });

  it('of an undated document comes from the dates it states, or stays out', () => {
    expect(dates('On July 3, 1961, he wrote. On July 6 he came.', {})).toEqual([
      'July 3, 1961=1961-07-03',
      'July 6=1961-07-06',
    ]);
    expect(dates('On July 6 he came.', {})).toEqual(['July 6=?']);
    expect(dates('On July 6 he came. In 1958 and on 3 May 1949 he had not.', {})[0]).toBe(
      'July 6=?',
    );
  });

  it('is never February 29 of a common year', () => {
    expect(dates('On February 29 he came.', { when: '1963-03-10' })).toEqual(['February 29=?']);
  });
});

describe('dates derived from the document’s own', () => {
  it.each([
    ['He came yesterday.', 'yesterday=1964-05-19'],
    ['He spoke last night.', 'last night=1964-05-19'],
    ['He leaves tomorrow.', 'tomorrow=1964-05-21'],
    ['A plot of earlier this month failed.', 'earlier this month=1964-05'],
    ['It was so late last year.', 'late last year=1963-09..1963-12'],
    ['By the end of this month it is done.', 'this month=1964-05'],
    ['He comes next month.', 'next month=1964-06'],
    ['He came last week.', 'last week=1964-05-11..1964-05-17'],
    ['He came last Friday.', 'last Friday=1964-05-15'],
    ['He came three days ago.', 'three days ago=1964-05-17'],
    ['He came last summer.', 'last summer=1963-06..1963-08'],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual([expected]);
  });

  it('need as much of the document’s date as they count from', () => {
    const may: Dating = { notBefore: '1964-05-01', notAfter: '1964-05-30' };
    expect(dates('Yesterday he came; earlier this month he did not.', may)).toEqual([
      'earlier this month=1964-05',
    ]);
    expect(dates('Yesterday, last month, last year.', {})).toEqual([]);
  });

  it('are not read in notes, which quote other documents', () => {
    expect(
      dates('He reported that it had begun yesterday.', { when: '1964-05-20' }, 'note'),
    ).toEqual([]);
    expect(dates('He reported it on May 19.', { when: '1964-05-20' }, 'note')).toEqual([
      'May 19=1964-05-19',
    ]);
  });

  it('count from an enclosure’s dateline, once it has come', () => {
    const passages = [
      passage('He came yesterday.', 'paragraph', 'p1'),
      passage('Saigon, March 2, 1964.', 'dateline', 'p2'),
      passage('He came yesterday.', 'paragraph', 'p3'),
      passage('Dated May 3.', 'note', 'n1'),
    ];
    const found = findDates({ id: 'd1', passages, dating: { when: '1964-05-20' } });
    expect(found.map((m) => [m.passage, m.dating?.when])).toEqual([
      ['p1', '1964-05-19'],
      ['p2', '1964-03-02'],
      ['p3', '1964-03-01'],
      ['n1', '1964-05-03'],
    ]);
  });
});

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
