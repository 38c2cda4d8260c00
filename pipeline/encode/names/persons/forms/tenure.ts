/**
 * When a person was in office, in the words of a list: "January 1953–March 1961", "until August 22,
 * 1955", "from July 1957".
 *
 * Days are numbers for ordering (372 to a year, 31 to a month), not calendar days.
 */
import type { Dating } from '../../../../authorities/model.ts';
import { english } from '../../../languages/en/language.ts';

/** Days from `from` to `to`, both included; a missing end is open. */
export interface Period {
  readonly from?: number;
  readonly to?: number;
}

const MONTH = english.months
  .map(([name = '', ...short]) => `${name}|${short.map((form) => `${form}\\.?`).join('|')}`)
  .join('|')
  .replace(/\|\|/g, '|');
const DAY = String.raw`(?:(${MONTH})\s+(?:(\d{1,2}),?\s+)?)?((?:18|19|20)\d\d)(?!\d)`;
const RANGE = new RegExp(`${DAY}\\s*(?:[–—-]|\\bto\\b|\\buntil\\b|\\bthrough\\b)\\s*${DAY}`, 'iu');
const FROM = new RegExp(`\\b(?:from|since|after|beginning)\\s+${DAY}`, 'iu');
const TO = new RegExp(`\\b(?:until|to|through|till)\\s+${DAY}`, 'iu');

/** The period in a clause of a list's entry; undefined if there is none. */
export function tenureOf(clause: string): Period | undefined {
  const range = RANGE.exec(clause);
  if (range) {
    const [, ...parts] = range;
    return { from: dayNumber(parts.slice(0, 3), 'first'), to: dayNumber(parts.slice(3), 'last') };
  }
  const from = FROM.exec(clause);
  const to = TO.exec(clause);
  if (!from && !to) return undefined;
  return {
    ...(from ? { from: dayNumber(from.slice(1), 'first') } : {}),
    ...(to ? { to: dayNumber(to.slice(1), 'last') } : {}),
  };
}

function dayNumber(
  [month, day, year]: readonly (string | undefined)[],
  missing: 'first' | 'last',
): number {
  const key = month?.toLowerCase().replace(/\.$/, '');
  const index = english.months.findIndex((forms) => key !== undefined && forms.includes(key));
  const last = missing === 'last';
  const ownMonth = index < 0 ? (last ? 11 : 0) : index;
  const ownDay = day === undefined ? (last ? 31 : 1) : Number(day);
  return Number(year) * 372 + ownMonth * 31 + ownDay;
}

/** The days of a document, as far as its date is known. */
export function periodOf(dating: Dating | undefined): Period | undefined {
  const first = dating?.when ?? dating?.from ?? dating?.notBefore ?? dating?.to ?? dating?.notAfter;
  const last = dating?.when ?? dating?.to ?? dating?.notAfter ?? dating?.from ?? dating?.notBefore;
  const from = isoDay(first, 'first');
  const to = isoDay(last, 'last');
  return from === undefined || to === undefined ? undefined : { from, to };
}

function isoDay(date: string | undefined, missing: 'first' | 'last'): number | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? '') ?? [];
  if (year === undefined) return undefined;
  const last = missing === 'last';
  const ownMonth = month === undefined ? (last ? 11 : 0) : Number(month) - 1;
  return Number(year) * 372 + ownMonth * 31 + (day === undefined ? (last ? 31 : 1) : Number(day));
}

/** Whether two periods have no day in common. */
export function disjoint(one: Period, other: Period): boolean {
  return (
    (one.to ?? Number.POSITIVE_INFINITY) < (other.from ?? Number.NEGATIVE_INFINITY) ||
    (other.to ?? Number.POSITIVE_INFINITY) < (one.from ?? Number.NEGATIVE_INFINITY)
  );
}
