/**
 * Gives a calendar statement its W3C value: finds the year that the words omit.
 *
 * Takes a statement, the days of the document, the date last stated before it. Returns its dating,
 * its certainty, and the rule; no dating if the year cannot be found.
 */
import type { Certainty, Dating } from '../../../authorities/model.ts';
import {
  civilDay,
  type Day,
  type Days,
  dayOf,
  daysInMonth,
  weekdayOf,
} from '../values/calendar.ts';
import {
  type DatedMoment,
  datingOfMoment,
  daysOfMoment,
  type Moment,
  momentValue,
} from '../values/moment.ts';
import type { CalendarStatement, ResolvedDate } from '../values/statement.ts';
import { fullYear } from './year.ts';

/** The context in which a statement without a year is resolved. */
interface DateContext {
  /** The days that the document's own dating allows. */
  readonly anchor?: Days;
  /** A day with a known year, stated shortly before. */
  readonly stated?: Day;
  /** The days that a document without a date mentions. */
  readonly narrated?: Days;
}

/** The dating of a statement in its context. */
export function resolveStatement(statement: CalendarStatement, around: DateContext): ResolvedDate {
  const { rule, from, to, part } = statement;
  if (from.clock && from.day === undefined)
    return { dating: timeOfDay(from, to), certainty: 'high', rule };
  const year = resolvedYear(statement, around);
  if (!year) return { certainty: 'low', rule: `${rule}-unresolved` };
  const start: DatedMoment = {
    ...from,
    ...(year.month === undefined ? {} : { month: year.month }),
    year: year.year,
  };
  if (!dayExists(start)) return { certainty: 'low', rule: `${rule}-unresolved` };
  const dating = to
    ? rangeOf(start, to, statement.shortYear === true)
    : datingOfMoment(start, part);
  if (!dating) return { certainty: 'low', rule: `${rule}-unresolved` };
  const contradicted =
    statement.weekday !== undefined && !isOnWeekday(from, year.year, statement.weekday);
  const doubtful = part !== undefined || statement.weak;
  const certainty = contradicted
    ? 'low'
    : doubtful && year.certainty === 'high'
      ? 'medium'
      : year.certainty;
  return { dating, certainty, rule: year.inferred ? `${rule}-${year.inferred}` : rule };
}

/** England and its colonies had the Julian calendar, and years from 25 March, until 1752. */
function isGregorian({ day }: Moment, year: number): boolean {
  return day === undefined || year > 1752;
}

interface FoundYear {
  readonly year: number;
  /** For a date-time group without a month. */
  readonly month?: number;
  readonly certainty: Certainty;
  /** How the year was found if it is not stated. */
  readonly inferred?: 'near-document' | 'near-stated' | 'two-digits';
}

function resolvedYear(statement: CalendarStatement, around: DateContext): FoundYear | undefined {
  const { from, shortYear } = statement;
  const reference = around.anchor
    ? middle(around.anchor)
    : (around.stated ?? (around.narrated && middle(around.narrated)));
  if (from.year !== undefined) {
    if (!shortYear)
      return { year: from.year, certainty: isGregorian(from, from.year) ? 'high' : 'medium' };
    const near = reference === undefined ? undefined : civilDay(Math.floor(reference)).year;
    const year = fullYear(String(from.year), near);
    return year === undefined ? undefined : { year, certainty: 'medium', inferred: 'two-digits' };
  }
  if (from.month === undefined) return monthAndYearOf(from, around);
  if (statement.otherYear) return undefined;
  if (statement.yearStep !== undefined) return steppedYear(statement.yearStep, around);
  return omittedYear(statement, around);
}

/** "Of last year": counted from the document's year, if that is known. */
function steppedYear(step: number, { anchor }: DateContext): FoundYear | undefined {
  if (!anchor) return undefined;
  const { year } = civilDay(anchor.first);
  if (civilDay(anchor.last).year !== year) return undefined;
  return { year: year + step, certainty: 'high', inferred: 'near-document' };
}

/**
 * A day's number without its month (a date-time group): the month that is nearest to the document's
 * day.
 */
function monthAndYearOf(from: Moment, { anchor }: DateContext): FoundYear | undefined {
  if (!anchor || anchor.first !== anchor.last || from.day === undefined) return undefined;
  const { year, month } = civilDay(anchor.first);
  const candidates = [-1, 0, 1].map((step) => {
    const months = year * 12 + month - 1 + step;
    return { year: Math.floor(months / 12), month: (months % 12) + 1 };
  });
  const distance = (c: { year: number; month: number }) =>
    Math.abs(dayOf(c.year, c.month, from.day ?? 1) - anchor.first);
  const best = candidates.sort((a, b) => distance(a) - distance(b))[0];
  return best && { ...best, certainty: 'medium', inferred: 'near-document' };
}

/** At a greater distance in days, the nearest year is no longer the only likely one. */
const CLOSE = 120;

/** The same for a month alone: "by the first of June" in October is of the next year. */
const CLOSE_MONTH = 75;

/** A document reports past events; a date further in the future may be of the year before. */
const CLOSE_AHEAD = 45;
const YEAR_LENGTH = 366;

/**
 * The omitted year: the one nearest to the document's own date. If the same sentence already
 * mentioned another year, that year continues. Without a document's date: nearest to the date
 * stated shortly before, or to the days that the whole document mentions.
 */
function omittedYear(
  { from, lean, weekday }: CalendarStatement,
  around: DateContext,
): FoundYear | undefined {
  const { anchor, stated, narrated } = around;
  const byStated =
    stated === undefined
      ? undefined
      : nearest(from, { first: stated, last: stated }, undefined, weekday);
  const byAnchor =
    anchor && anchor.last - anchor.first < YEAR_LENGTH
      ? nearest(from, anchor, lean, weekday)
      : undefined;
  if (!anchor || !byAnchor) {
    const found = byStated ?? (narrated && nearest(from, narrated, undefined, weekday));
    return (
      found && { year: found.year, certainty: byStated ? 'medium' : 'low', inferred: 'near-stated' }
    );
  }
  if (byStated && lean === undefined && byStated.year !== byAnchor.year) {
    return { year: byStated.year, certainty: 'low', inferred: 'near-stated' };
  }
  const sameYear = civilDay(anchor.first).year === byAnchor.year;
  const ahead = daysOfMoment(from, byAnchor.year).first > anchor.last && lean === undefined;
  const past = from.day === undefined && lean === undefined ? CLOSE_MONTH : CLOSE;
  const close = byAnchor.distance <= (ahead ? CLOSE_AHEAD : past);
  const certainty = sameYear && close ? 'high' : 'medium';
  return { year: byAnchor.year, certainty, inferred: 'near-document' };
}

function nearest(
  from: Moment,
  anchor: Days,
  lean: CalendarStatement['lean'],
  weekday: number | undefined,
): { year: number; distance: number } | undefined {
  const about = civilDay(Math.floor(middle(anchor))).year;
  const years = [about - 1, about, about + 1];
  const fitting = years.filter((year) => isOnWeekday(from, year, weekday));
  return (
    (fitting.length > 0 ? fitting : years)
      .map((year) => ({ year, days: daysOfMoment(from, year) }))
      // "Last September", written in September, is that of the year before.
      .filter(({ days }) => lean !== 'past' || days.last <= anchor.last)
      .filter(({ days }) => lean !== 'begun' || days.first <= anchor.last)
      .filter(({ days }) => lean !== 'future' || days.first >= anchor.first)
      .filter(({ year }) => lean !== 'same' || year === about)
      .map(({ year, days }) => ({ year, distance: Math.abs(middle(days) - middle(anchor)) }))
      .sort((a, b) => a.distance - b.distance)[0]
  );
}

/** Whether the day is on the weekday in that year; true if no weekday, or no day, is stated. */
function isOnWeekday({ month, day }: Moment, year: number, weekday: number | undefined): boolean {
  if (weekday === undefined || month === undefined || day === undefined) return true;
  return weekdayOf(dayOf(year, month, day)) === weekday;
}

function middle(days: Days): number {
  return (days.first + days.last) / 2;
}

function dayExists({ year, month, day }: DatedMoment): boolean {
  return month === undefined || day === undefined || day <= daysInMonth(year, month);
}

/**
 * A range with a resolved start: its end has the start's year, or the next if it would otherwise
 * precede the start.
 */
function rangeOf(start: DatedMoment, to: Moment, shortYear: boolean): Dating | undefined {
  const stated =
    to.year === undefined ? undefined : shortYear ? fullYear(String(to.year), start.year) : to.year;
  const end: DatedMoment = {
    ...to,
    ...(to.month === undefined && start.month !== undefined && to.day !== undefined
      ? { month: start.month }
      : {}),
    year: stated ?? start.year,
  };
  if (start.clock && end.clock && to.day === start.day && end.clock.minutes < start.clock.minutes) {
    return { from: momentValue(start), to: momentValue(nextDay(end)) };
  }
  const ordered =
    stated === undefined && order(end) < order(start) ? { ...end, year: end.year + 1 } : end;
  if (!dayExists(ordered) || order(ordered) < order(start)) return undefined;
  return { from: momentValue(start), to: momentValue(ordered) };
}

function order({ year, month = 0, day = 0 }: DatedMoment): number {
  return (year * 100 + month) * 100 + day;
}

function nextDay(moment: DatedMoment): DatedMoment {
  const { year, month = 1, day = 1 } = moment;
  return { ...moment, ...civilDay(dayOf(year, month, day) + 1) };
}

/** A time of day, if the words do not state the day. */
function timeOfDay(from: Moment, to: Moment | undefined): Dating {
  const value = from.clock?.value ?? '';
  return to?.clock ? { from: value, to: to.clock.value } : { when: value };
}
