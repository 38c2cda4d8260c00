/**
 * Dates with a month: "October 23, 1963", "23 October 1963", "Nov. 27, 1962", "August 24–25, 1967",
 * "May 4, 5, and 6", "December 1963", "In April", "10/23/63", "180035Z Jun 65".
 *
 * Takes a text and the offset of a word or number. Returns the statements that begin there (several
 * for a list of days), or none.
 */
import { pattern } from '../../../core/text.ts';
import { DAY_IN_WORDS, numberFromWords } from '../../languages/en/numbers.ts';
import type { Clock } from '../values/clock.ts';
import { matchAt } from '../values/match.ts';
import { isPossible } from '../values/moment.ts';
import { type CalendarStatement, clauseEndsOrGoesOn, YEAR } from '../values/statement.ts';
import { MONTH, monthNumber, WEEKDAY, weekdayNumber } from '../values/vocabulary.ts';
import { monthAlone, monthStatement } from './month-alone.ts';

const DAY = String.raw`\d{1,2}(?: ?(?:st|nd|rd|th)\.?|d)?(?![\d%\p{L}]|[.:]\d)`;

const DASH = ' ?[-–—] ?';

/** Beside a day, a year of the earlier centuries too. */
const DAY_YEAR = String.raw`(?:1\d{3}|20[0-2]\d)`;

const YEAR_AFTER = new RegExp(
  String.raw`(?:(?:,? ?|\. )(?:of )?(?<year>${DAY_YEAR})(?!\d)| \[(?<supplied>${YEAR})\]|` +
    String.raw`,? [’'‘](?<short>\d\d)(?!\d))`,
  'uy',
);

const MONTH_DAY = new RegExp(
  String.raw`(?:(?<weekday>${WEEKDAY}),? )?(?<month>${MONTH})(?: ?|, (?=\d{1,2}, \d{4}))` +
    String.raw`(?<day>${DAY}| (?:the )?(?:${DAY_IN_WORDS}|${DAY}))`,
  'uy',
);

const MORE_DAYS = new RegExp(
  String.raw`(?<between>${DASH}| to | through |(?:, |,? and |,? or | & ))(?<day>${DAY})` +
    String.raw`(?! ${MONTH}\b)`,
  'uy',
);

const DAY_MONTH = new RegExp(
  String.raw`(?:(?<weekday>${WEEKDAY}),? )?(?:the )?(?<day>${DAY})(?:(?:${DASH})` +
    String.raw`(?<lastDay>${DAY}))? (?:(?:day )?of (?:the month of |said )?)?(?<month>${MONTH})` +
    String.raw`(?!\p{L}| (?:[0-2]?\d|3[01])(?!\d))`,
  'uy',
);

const SHORT_YEAR = /,? (?<short>\d\d)(?!\d|[:.]\d)/y;

const MONTH_YEAR = new RegExp(
  String.raw`(?<month>${MONTH})(?:,? (?:of )?)(?<year>${YEAR})(?!\d|[-–]\d)`,
  'uy',
);

const MONTH_SHORT_YEAR = /(?<month>[A-Z][a-z]{2}\.?|[A-Z]{3}) [’'‘]?(?<short>[3-9]\d)(?!\d)/y;

const NUMERIC = pattern('y')`
    (?<month>\d{1,2})\/(?<day>\d{1,2})\/(?:(?<year>(?:18|19|20)\d\d)|(?<short>\d\d))(?![\d/]|
    -(?!\d{1,2}\/))
  `;

const ISO = /(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?![\d-])/y;

/** Before a numeric date: part of a longer number, unless it is the other end of a range. */
const NUMBER_GOES_ON = /(?:[\w./$]|(?<!\/\d\d)-)$/;

/** A military date-time group: day, hour and minute in universal time. */
const DATE_TIME_GROUP = new RegExp(
  String.raw`(?<day>[0-3]\d)(?<hour>[012]\d)(?<minute>[0-5]\d)Z(?: (?<month>${MONTH})` +
    String.raw`(?: (?:(?<year>${YEAR})|(?<short>\d\d))(?!\d))?)?`,
  'y',
);

/** The readers of these forms, in the order in which they are tried. */
export function readCalendarDates(text: string, offset: number): CalendarStatement[] {
  return (
    monthFirst(text, offset) ??
    dayFirst(text, offset) ??
    numeric(text, offset) ??
    dateTimeGroup(text, offset) ??
    monthAndYear(text, offset) ??
    monthAlone(text, offset) ??
    []
  );
}

function monthFirst(text: string, start: number): CalendarStatement[] | undefined {
  const match = matchAt(MONTH_DAY, text, start);
  if (!match) return undefined;
  const month = monthNumber(match.groups?.['month'] ?? '');
  const first = numberFromWords((match.groups?.['day'] ?? '').replace(/^ (?:the )?/i, ''));
  let end = start + match[0].length;
  const days = [{ start, end, day: first }];
  const ranges = new Map<number, number>();
  for (let more = nextDay(text, end); more; more = nextDay(text, end)) {
    end += more.length;
    const last = days.length - 1;
    if (more.range) {
      ranges.set(last, more.day);
      days[last] = { ...(days[last] as (typeof days)[number]), end };
    } else {
      days.push({ start: end - more.dayLength, end, day: more.day });
    }
  }
  const year = yearAfter(text, end, false);
  const statements = days.map((at, i): CalendarStatement => {
    const moment = { ...year.moment, month, day: at.day };
    const last = ranges.get(i);
    return {
      kind: 'calendar',
      rule: last === undefined ? 'date/day' : 'date/day-range',
      start: at.start,
      end: i === days.length - 1 ? year.end : at.end,
      from: moment,
      ...(i === 0 && last === undefined ? statedWeekday(match) : {}),
      ...(last === undefined ? {} : { to: { ...moment, day: last } }),
      ...(year.short ? { shortYear: true } : {}),
    };
  });
  return statements.every((s) => isPossible(s.from) && (!s.to || isPossible(s.to)))
    ? statements
    : undefined;
}

/**
 * A further day of the same month: "–25", " and 16", ", 5" if the list ends in "and 6" or a year.
 */
function nextDay(
  text: string,
  offset: number,
): { length: number; day: number; dayLength: number; range: boolean } | undefined {
  const match = matchAt(MORE_DAYS, text, offset);
  if (!match) return undefined;
  const between = match.groups?.['between'] ?? '';
  const word = match.groups?.['day'] ?? '';
  const end = offset + match[0].length;
  const range = /[-–—]|to|through/.test(between);
  const day = Number.parseInt(word, 10);
  if (day < 1 || day > 31) return undefined;
  if (between === ', ' && !endsAsList(text, end)) return undefined;
  if (!range && !clauseEndsOrGoesOn(text, end)) return undefined;
  if (/ (?:to|through) /.test(between) && !clauseEndsOrGoesOn(text, end)) return undefined;
  return { length: match[0].length, day, dayLength: word.length, range };
}

const LIST_END = new RegExp(
  String.raw`(?:, \d{1,2}(?!\d))*,? (?:and|or|&) \d{1,2}(?!\d)|, ${DAY_YEAR}(?!\d)`,
  'y',
);

function endsAsList(text: string, offset: number): boolean {
  return matchAt(LIST_END, text, offset) !== null;
}

function dayFirst(text: string, start: number): CalendarStatement[] | undefined {
  const match = matchAt(DAY_MONTH, text, start);
  if (!match) return undefined;
  const { month = '', day = '', lastDay } = match.groups ?? {};
  const year = yearAfter(text, start + match[0].length, true);
  const from = { ...year.moment, month: monthNumber(month), day: Number.parseInt(day, 10) };
  const to = lastDay === undefined ? undefined : { ...from, day: Number.parseInt(lastDay, 10) };
  if (!isPossible(from) || (to && !isPossible(to))) return undefined;
  return [
    {
      kind: 'calendar',
      rule: to ? 'date/day-range' : 'date/day',
      start,
      end: year.end,
      from,
      ...(to ? { to } : statedWeekday(match)),
      ...(year.short ? { shortYear: true } : {}),
    },
  ];
}

function statedWeekday(match: RegExpExecArray): { readonly weekday?: number } {
  const weekday = match.groups?.['weekday'];
  return weekday === undefined ? {} : { weekday: weekdayNumber(weekday) };
}

interface YearAfter {
  readonly moment: { readonly year?: number };
  readonly end: number;
  readonly short: boolean;
}

/** The year after a day; as two bare digits only if the day comes first, as in "12 Sept 63". */
function yearAfter(text: string, offset: number, bareDigits: boolean): YearAfter {
  const match =
    matchAt(YEAR_AFTER, text, offset) ?? (bareDigits ? matchAt(SHORT_YEAR, text, offset) : null);
  const early = Number(match?.groups?.['year'] ?? Number.POSITIVE_INFINITY) < 1700;
  // "On May 4, 1500 men"
  if (!match || (early && !clauseEndsOrGoesOn(text, offset + match[0].length)))
    return { moment: {}, end: offset, short: false };
  const { supplied, short, year = supplied } = match.groups ?? {};
  return {
    moment: { year: Number(year ?? short) },
    end: offset + match[0].length,
    short: year === undefined,
  };
}

function numeric(text: string, start: number): CalendarStatement[] | undefined {
  const match = matchAt(NUMERIC, text, start) ?? matchAt(ISO, text, start);
  if (!match || NUMBER_GOES_ON.test(text.slice(Math.max(0, start - 4), start))) return undefined;
  const { year, short, month, day } = match.groups ?? {};
  const stated = { year: Number(year ?? short), month: Number(month), day: Number(day) };
  // American order; if that gives no month, European order.
  const from = stated.month > 12 ? { ...stated, month: stated.day, day: stated.month } : stated;
  if (!isPossible(from)) return undefined;
  return [monthStatement('date/numeric', start, start + match[0].length, from, year === undefined)];
}

function dateTimeGroup(text: string, start: number): CalendarStatement[] | undefined {
  const match = matchAt(DATE_TIME_GROUP, text, start);
  if (!match) return undefined;
  const { day, hour, minute, month, year, short } = match.groups ?? {};
  const minutes = Number(hour) * 60 + Number(minute);
  const clock: Clock = { value: `${hour}:${minute}:00Z`, minutes };
  const stated = year ?? short;
  const from = {
    ...(stated === undefined ? {} : { year: Number(stated) }),
    ...(month === undefined ? {} : { month: monthNumber(month) }),
    day: Number(day),
    clock,
  };
  if (minutes >= 1440 || !isPossible(from)) return undefined;
  return [
    monthStatement(
      'date/date-time-group',
      start,
      start + match[0].length,
      from,
      year === undefined && short !== undefined,
    ),
  ];
}

function monthAndYear(text: string, start: number): CalendarStatement[] | undefined {
  const long = matchAt(MONTH_YEAR, text, start);
  const match = long ?? matchAt(MONTH_SHORT_YEAR, text, start);
  const month = monthNumber(match?.groups?.['month'] ?? '');
  if (!match || month === 0) return undefined;
  const year = Number(match.groups?.['year'] ?? match.groups?.['short']);
  return [
    monthStatement('date/month', start, start + match[0].length, { year, month }, long === null),
  ];
}
