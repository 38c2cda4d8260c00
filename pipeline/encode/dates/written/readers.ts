/** The meaning of each form of a written date, once its words are matched. */

import { romanOrArabic } from '../../../core/text.ts';
import type { Language } from '../../languages/model/language.ts';
import {
  civilDay,
  type Day,
  type Days,
  dayOf,
  daysInMonth,
  dayValue,
  weekdayOf,
} from '../values/calendar.ts';
import type { MatchGroups } from '../values/match.ts';
import type { ResolvedDate } from '../values/statement.ts';
import { easter, nearestRepublicanDay, REPUBLICAN_MONTHS, republicanDay } from './calendars.ts';
import { dateForms, type FormName } from './forms.ts';
import { type InferredYear, nearYear, statedYear, stepOf } from './stated-year.ts';

/** The year from which all countries of a language had the Gregorian calendar. */
const GREGORIAN_FROM: Readonly<Record<string, number>> = {
  de: 1701,
  en: 1753,
  es: 1583,
  fr: 1583,
  it: 1583,
  nl: 1701,
  pt: 1583,
};

/** Whether the calendar of a year's dates is known without a statement. */
function isGregorian(year: number, { tag }: Language): boolean {
  return year >= (GREGORIAN_FROM[tag] ?? 1753);
}

/** `refused`: another form may fit; `impossible`: a day that no calendar has. */
type Reading = ResolvedDate | 'refused' | 'impossible';

type Reader = (groups: MatchGroups, language: Language, anchor: Days | undefined) => Reading;

/** Represents an impossible date: it is skipped. */
export const IMPOSSIBLE = { certainty: 'low', rule: '', impossible: true } as const;

export const READERS: Readonly<Record<FormName, Reader>> = {
  republican: ({ day, month, year }, _language, anchor) => {
    const number = REPUBLICAN_MONTHS.findIndex((form) =>
      new RegExp(`^${form}$`, 'iu').test(month ?? ''),
    );
    const found =
      year === undefined
        ? nearestRepublicanDay(anchor, number + 1, Number(day))
        : republicanDay(romanOrArabic(year), number + 1, Number(day));
    if (found === undefined) return 'refused';
    return {
      dating: { when: dayValue(found) },
      ...(year === undefined
        ? { certainty: 'medium', rule: 'date/republican-near-document' }
        : { certainty: 'high', rule: 'date/republican' }),
    };
  },
  range: (groups, language, anchor) => {
    const { dayNumber, monthNumber } = dateForms(language);
    const first = dayNumber(groups['day'] ?? '');
    const last = dayNumber(groups['day2'] ?? '');
    const month = monthNumber(groups['month'] ?? '');
    if (first >= last || first < 1 || last > 31) return 'refused';
    const year =
      statedYear(groups, language, anchor, { month, day: first }) ?? nearYear(anchor, month, first);
    if (year === undefined) return { certainty: 'low', rule: 'date/day-range-unresolved' };
    if (last > daysInMonth(year.year, month)) return 'impossible';
    const dating = {
      from: dayValue(dayOf(year.year, month, first)),
      to: dayValue(dayOf(year.year, month, last)),
    };
    return { dating, ...sure('date/day-range', year, language) };
  },
  day: (groups, language, anchor) => {
    const { dayNumber, monthNumber } = dateForms(language);
    const day = dayNumber(groups['day'] ?? '');
    return readDay(day, monthNumber(groups['month'] ?? ''), groups, language, anchor);
  },
  relativeMonth: (groups, language, anchor) => {
    const day = dateForms(language).dayNumber(groups['day'] ?? '');
    if (day < 1 || day > 31) return 'refused';
    const step = stepOf(groups['relMonth'], language.dates.relativeMonths);
    if (!anchor || step === undefined || sameMonth(anchor) === undefined)
      return { certainty: 'low', rule: 'date/relative-month-unresolved' };
    const { year, month } = civilDay(anchor.first);
    const first = civilDay(dayOf(year, month + step, 1));
    if (day > daysInMonth(first.year, first.month)) return 'refused';
    const when = dayValue(dayOf(first.year, first.month, day));
    return { dating: { when }, certainty: 'high', rule: 'date/relative-month' };
  },
  numeric: (groups, language, anchor) => {
    const month = romanOrArabic(groups['number'] ?? '');
    if (month < 1 || month > 12) return 'refused';
    const { short } = groups;
    if (short === undefined) return readDay(Number(groups['day']), month, groups, language, anchor);
    if (!anchor) return 'refused';
    const written = civilDay(anchor.first).year;
    const century = Math.round((written - Number(short)) / 100) * 100;
    const read = readDay(
      Number(groups['day']),
      month,
      { ...groups, year: String(century + Number(short)) },
      language,
      anchor,
    );
    return typeof read === 'string'
      ? read
      : { ...read, certainty: 'medium', rule: 'date/numeric-two-digits' };
  },
  month: (groups, language, anchor) => {
    const month = dateForms(language).monthNumber(groups['month'] ?? '');
    const stated = statedYear(groups, language, anchor, { month });
    const { part } = groups;
    // A month alone may be a name or another word ("mai", "mars"): with a part, it is a month.
    const year = stated ?? (part === undefined ? undefined : nearYear(anchor, month, 15));
    if (month < 1 || year === undefined) return 'refused';
    const value = `${year.year}-${String(month).padStart(2, '0')}`;
    if (part === undefined)
      return { dating: { when: value }, ...sure('date/month', year, language) };
    const days = daysInMonth(year.year, month);
    const span = partOf(part, language, days);
    if (!span) return 'refused';
    const [from, to] = span.map((day) => `${value}-${String(day).padStart(2, '0')}`) as [
      string,
      string,
    ];
    const { certainty } = sure('date/part', year, language);
    return {
      dating: { notBefore: from, notAfter: to },
      certainty: certainty === 'high' ? 'medium' : certainty,
      rule: 'date/part',
    };
  },
  feast: ({ feast, year }, language) => {
    const on = language.dates.feasts.find(([words]) =>
      new RegExp(`^(?:${words})$`, 'iu').test(feast ?? ''),
    )?.[1];
    if (on === undefined) return 'refused';
    const stated = year === undefined ? undefined : Number(year);
    // A feast without its year may be any year's, or the feast as such.
    if (stated === undefined || (typeof on === 'number' && !isGregorian(stated, language)))
      return 'refused';
    const when = typeof on === 'number' ? dayValue(easter(stated) + on) : `${stated}-${on}`;
    return {
      dating: { when },
      certainty: isGregorian(stated, language) ? 'high' : 'medium',
      rule: 'date/feast',
    };
  },
  year: ({ year }) => ({ dating: { when: year ?? '' }, certainty: 'high', rule: 'date/year' }),
  bareYear: ({ year }, _language, anchor) =>
    isNear(Number(year), anchor)
      ? { dating: { when: year ?? '' }, certainty: 'medium', rule: 'date/year' }
      : 'refused',
  relativeDay: ({ relDay }, language, anchor) => {
    const step = stepOf(relDay, language.dates.relativeDays);
    if (!anchor || anchor.first !== anchor.last || step === undefined) return 'refused';
    return {
      dating: { when: dayValue(anchor.first + step) },
      certainty: 'medium',
      rule: 'date/relative-day',
    };
  },
};

/** How far a year without evidence but its preposition may be from the document's. */
const PLAUSIBLE_PAST = 200;

const PLAUSIBLE_FUTURE = 20;

function isNear(year: number, anchor: Days | undefined): boolean {
  if (!anchor) return year >= 1500;
  const written = civilDay(anchor.first).year;
  return year >= written - PLAUSIBLE_PAST && year <= written + PLAUSIBLE_FUTURE;
}

function readDay(
  day: number,
  month: number,
  groups: MatchGroups,
  language: Language,
  anchor: Days | undefined,
): Reading {
  if (day < 1 || day > 31 || month < 1) return 'refused';
  const year = statedYear(groups, language, anchor, { month, day }) ?? nearYear(anchor, month, day);
  // 30 February does not exist in any year; 29 February needs a leap year.
  if (day > daysInMonth(year?.year ?? 2000, month)) return 'impossible';
  if (year === undefined) return { certainty: 'low', rule: 'date/day-unresolved' };
  const on: Day = dayOf(year.year, month, day);
  const weekday = groups['weekday'];
  const read = { dating: { when: dayValue(on) }, ...sure('date/day', year, language) };
  if (weekday === undefined || dateForms(language).weekdayNumber(weekday) === weekdayOf(on))
    return read;
  return { ...read, certainty: 'low' };
}

function sure(rule: string, { year, near }: InferredYear, language: Language): ResolvedDate {
  if (near) return { certainty: 'medium', rule: `${rule}-near-document` };
  return { certainty: isGregorian(year, language) ? 'high' : 'medium', rule };
}

function sameMonth({ first, last }: Days): number | undefined {
  const [a, b] = [civilDay(first), civilDay(last)];
  return a.year === b.year && a.month === b.month ? a.month : undefined;
}

function partOf(words: string, language: Language, days: number): [number, number] | undefined {
  const part = language.dates.parts.find(([forms]) =>
    new RegExp(`^(?:${forms})$`, 'iu').test(words.trim()),
  )?.[1];
  if (part === undefined) return undefined;
  return part === 'early' ? [1, 10] : part === 'mid' ? [11, 20] : [21, days];
}
