/**
 * The words of a date before it is resolved, and its W3C form once the year is known.
 *
 * Takes year, month, day, time of day as far as stated, and the stated part of it ("early",
 * "spring"). Returns a `Dating`.
 */
import type { Dating } from '../../../authorities/model.ts';
import { type Day, type Days, dayOf, daysInMonth, dayValue, weekdayOf } from './calendar.ts';
import type { Clock } from './clock.ts';

/** A date as far as the words state it. Months count from 1. */
export interface Moment {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly clock?: Clock;
}

/** A moment with a known year. */
export interface DatedMoment extends Moment {
  readonly year: number;
}

/** The part of a year or a month. */
export type PartOfYear = keyof typeof MONTHS_OF_PART | keyof typeof DAYS_OF_PART | 'week';

/**
 * Parts of a year as first and last month. "Early", "mid" and "late" are its thirds; seasons are
 * the meteorological ones of the northern hemisphere, and winter continues into the next year
 * (month 14 is its February). The writer's exact months are unknown, so a part always gives
 * `notBefore`/`notAfter`.
 */
const MONTHS_OF_PART = {
  early: [1, 4],
  mid: [5, 8],
  late: [9, 12],
  firstHalf: [1, 6],
  secondHalf: [7, 12],
  quarter1: [1, 3],
  quarter2: [4, 6],
  quarter3: [7, 9],
  quarter4: [10, 12],
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
} as const;

/** Parts of a month as first and last day; 31 means the month's last day. */
const DAYS_OF_PART = {
  early: [1, 10],
  mid: [11, 20],
  late: [21, 31],
  firstHalf: [1, 15],
  secondHalf: [16, 31],
  week1: [1, 7],
  week2: [8, 14],
  week3: [15, 21],
  week4: [22, 28],
  lastWeek: [25, 31],
} as const;

/** Whether the moment is a possible one: month 1–12, a day that the month has. */
export function isPossible(moment: Moment): boolean {
  const { year = 2000, month = 1, day = 1 } = moment;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The W3C value of a moment: `1964`, `1964-05`, `1964-05-31`, `1964-05-31T17:39:00`. */
export function momentValue(moment: DatedMoment): string {
  const year = String(moment.year).padStart(4, '0');
  if (moment.month === undefined) return year;
  const month = `${year}-${twoDigits(moment.month)}`;
  if (moment.day === undefined) return month;
  const day = `${month}-${twoDigits(moment.day)}`;
  return moment.clock ? `${day}T${moment.clock.value}` : day;
}

/** The dating of a moment, or of a part of it; undefined if the moment has no such part. */
export function datingOfMoment(moment: DatedMoment, part?: PartOfYear): Dating | undefined {
  if (part === undefined) return { when: momentValue(moment) };
  const { year, month, day } = moment;
  if (part === 'week')
    return month === undefined || day === undefined ? undefined : weekOf(dayOf(year, month, day));
  if (month === undefined) {
    if (!(part in MONTHS_OF_PART)) return undefined;
    const [first, last] = MONTHS_OF_PART[part as keyof typeof MONTHS_OF_PART];
    return { notBefore: monthValue(year, first), notAfter: monthValue(year, last) };
  }
  if (!(part in DAYS_OF_PART)) return undefined;
  const [first, last] = DAYS_OF_PART[part as keyof typeof DAYS_OF_PART];
  const end = Math.min(last, daysInMonth(year, month));
  return {
    notBefore: dayValue(dayOf(year, month, first)),
    notAfter: dayValue(dayOf(year, month, end)),
  };
}

/**
 * "The week of May 4": Monday to Sunday (ISO 8601), or from Sunday on where the day named is one.
 */
function weekOf(day: Day): Dating {
  const weekday = weekdayOf(day);
  const first = weekday === 7 ? day : day - weekday + 1;
  return { from: dayValue(first), to: dayValue(first + 6) };
}

/** The days that a moment of the given year covers. */
export function daysOfMoment(moment: Moment, year: number): Days {
  const { month, day } = moment;
  if (month === undefined) return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  const first: Day = dayOf(year, month, day ?? 1);
  return { first, last: day === undefined ? dayOf(year, month, daysInMonth(year, month)) : first };
}

function monthValue(year: number, month: number): string {
  return month > 12 ? `${year + 1}-${twoDigits(month - 12)}` : `${year}-${twoDigits(month)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
