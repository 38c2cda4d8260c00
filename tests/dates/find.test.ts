/**
 * Dates in running text, tested from outside: which words are found, and their values.
 */
import { describe, expect, it } from 'vitest';
import type { Dating } from '../../pipeline/authorities/model.ts';
import { findDates } from '../../pipeline/encode/dates/find.ts';
import { dates, passage } from './dates-in.ts';

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
