/**
 * Other calendars: Easter and the feasts that depend on it, the French Republican calendar, the
 * Julian one.
 *
 * All days are those of `calendar.ts`, in the proleptic Gregorian calendar.
 */
import { type Day, type Days, dayOf } from '../values/calendar.ts';

/**
 * Easter Sunday of a year by the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).
 */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The day of September on which each year of the Republic began, from year I (1792) on. */
const REPUBLICAN_NEW_YEAR = [22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23];

export const REPUBLICAN_MONTHS = [
  'vend[ée]miaire',
  'brumaire',
  'frimaire',
  'niv[ôo]se',
  'pluvi[ôo]se',
  'vent[ôo]se',
  'germinal',
  'flor[ée]al',
  'prairial',
  'messidor',
  'thermidor',
  'fructidor',
] as const;

/** `month` from 1; undefined for a year or day that the calendar did not have. */
export function republicanDay(year: number, month: number, day: number): Day | undefined {
  const first = REPUBLICAN_NEW_YEAR[year - 1];
  if (first === undefined || day < 1 || day > 30) return undefined;
  return dayOf(1791 + year, 9, first) + 30 * (month - 1) + day - 1;
}

/** The day of that name that is nearest to the document's; undefined if it is undated or far. */
export function nearestRepublicanDay(
  document: Days | undefined,
  month: number,
  day: number,
): Day | undefined {
  if (!document) return undefined;
  const { first } = document;
  return REPUBLICAN_NEW_YEAR.map((_, index) => republicanDay(index + 1, month, day))
    .filter((one) => one !== undefined && Math.abs(one - first) < 366)
    .sort((a = 0, b = 0) => Math.abs(a - first) - Math.abs(b - first))[0];
}

/** The Gregorian day of a Julian date. */
export function julianDay(year: number, month: number, day: number): Day {
  const shifted = month > 2 ? year : year - 1;
  const century = Math.floor(shifted / 100);
  return dayOf(year, month, day) + century - Math.floor(century / 4) - 2;
}
