/**
 * The first and last day that a dating allows, which the header and the resolution of years use.
 */
import { expect, it } from 'vitest';
import {
  daysOfValue,
  dayValue,
  earliestDay,
  latestDay,
  weekdayOf,
} from '../../pipeline/encode/dates/values/calendar.ts';

it('gives the earliest and latest day of every kind of dating', () => {
  expect([earliestDay({ when: '1964' }), latestDay({ when: '1964' })]).toEqual([
    '1964-01-01',
    '1964-12-31',
  ]);
  expect(latestDay({ when: '1964-02' })).toBe('1964-02-29');
  expect(latestDay({ from: '1963-12', to: '1964-07' })).toBe('1964-07-31');
  expect(earliestDay({ notBefore: '1964-05-01', notAfter: '1964-05-30' })).toBe('1964-05-01');
  expect(earliestDay({ when: '1964-04-09T17:39:00Z' })).toBe('1964-04-09');
  expect(latestDay({ notBefore: '1964' })).toBeUndefined();
  expect(earliestDay({ when: '17:39:00' })).toBeUndefined();
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
