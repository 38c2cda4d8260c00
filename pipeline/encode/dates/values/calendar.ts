/**
 * Arithmetic on days, and the first and last day that a W3C date value allows.
 *
 * Takes W3C values (`1964`, `1964-05`, `1964-05-31`, `1964-05-31T17:39:00`) or a `Dating`. Returns
 * days as whole numbers, or as W3C values again. The calendar is the proleptic Gregorian one, as in
 * XML Schema Part 2 (3.2.7); time zones do not move a day.
 */
import type { Dating } from '../../../authorities/model.ts';

/** A day: the number of days since 1970-01-01. */
export type Day = number;

/** A range of days, both ends included. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** A day as year, month (1–12) and day of the month. */
interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MILLISECONDS = 86_400_000;
const VALUE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * The day of a year, month (1–12) and day of the month; a day past the month's end runs over into
 * the next month.
 */
export function dayOf(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

/** Year, month and day of the month of a day. */
export function civilDay(day: Day): CivilDay {
  const date = new Date(day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** How many days the month (1–12) has. */
export function daysInMonth(year: number, month: number): number {
  return civilDay(dayOf(year, month + 1, 0)).day;
}

/** The day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** A day as a W3C value: `1964-05-31`. */
export function dayValue(day: Day): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/**
 * The days that a W3C value covers: a year its 365 or 366; undefined for a time alone, or for
 * anything that is not a W3C date.
 */
export function daysOfValue(value: string): Days | undefined {
  const match = VALUE.exec(value);
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  if (!month) return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  if (month > 12 || (day && day > daysInMonth(year, month))) return undefined;
  if (!day)
    return { first: dayOf(year, month, 1), last: dayOf(year, month, daysInMonth(year, month)) };
  return { first: dayOf(year, month, day), last: dayOf(year, month, day) };
}

/** The first and the last day that a dating allows; undefined if it has an open end. */
export function daysOfDating(dating: Dating): Days | undefined {
  const first = daysOfValue(dating.when ?? dating.from ?? dating.notBefore ?? '');
  const last = daysOfValue(dating.when ?? dating.to ?? dating.notAfter ?? '');
  return first && last && first.first <= last.last
    ? { first: first.first, last: last.last }
    : undefined;
}
