/**
 * The first and last day that a dating allows, which the header and the resolution of years use.
 */
import { expect, it } from 'vitest';
import {
  daysOfDating,
  daysOfValue,
  dayValue,
  weekdayOf,
} from '../../pipeline/encode/dates/values/calendar.ts';

it.each([
  [{ when: '1964' }, '1964-01-01', '1964-12-31'],
  [{ when: '1964-02' }, '1964-02-01', '1964-02-29'],
  [{ from: '1963-12', to: '1964-07' }, '1963-12-01', '1964-07-31'],
  [{ notBefore: '1964-05-01', notAfter: '1964-05-30' }, '1964-05-01', '1964-05-30'],
  [{ when: '1964-04-09T17:39:00Z' }, '1964-04-09', '1964-04-09'],
  [{ notBefore: '1964' }, undefined, undefined],
  [{ when: '17:39:00' }, undefined, undefined],
])('gives the days of %o', (dating, first, last) => {
  const days = daysOfDating(dating);
  expect([days && dayValue(days.first), days && dayValue(days.last)]).toEqual([first, last]);
});

it('refuses a day that does not exist', () => {
  expect(['1964-02-30', '1964-13', 'May 4', ''].map(daysOfValue)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('counts days and weekdays across the epoch and leap years', () => {
  const day = daysOfValue('1960-02-29')?.first ?? 0;
  expect([dayValue(day + 1), dayValue(day + 366), weekdayOf(day)]).toEqual([
    '1960-03-01',
    '1961-03-01',
    1,
  ]);
  expect(weekdayOf(daysOfValue('1970-01-04')?.first ?? 0)).toBe(7);
});
