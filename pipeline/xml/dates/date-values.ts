/**
 * The values that TEI allows for dates: the types of XML Schema (date, gYear, gYearMonth,
 * gMonthDay, gDay, gMonth, time, dateTime; TEI Guidelines, teidata.temporal.w3c), and for the
 * attributes that end in `-iso` the forms of ISO 8601.
 *
 * Takes a value. Returns what is wrong with it, and the first and the last moment that it can refer
 * to.
 */

/**
 * The span that a date can refer to. `begin` and `end`: in seconds, counted as if each month had 31
 * days, for comparison only.
 */
export interface TimeSpan {
  readonly begin: number;
  readonly end: number;
  /** The time zone in seconds, if it is stated. */
  readonly zone: number | undefined;
}

export type ReadDate =
  | {
      readonly problem: string;
      readonly rule: 'malformed' | 'impossible';
      readonly span?: undefined;
    }
  | { readonly problem?: undefined; readonly span?: TimeSpan };

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const DAY = 86_400;
const YEAR = 12 * 31 * DAY;
/** Time zones lie between -14:00 and +14:00. */
const ZONE = 14 * 3600;

const ZONES = '(?<zone>Z|[+-]\\d\\d:\\d\\d)?';
const TIME = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)(?:\\.\\d+)?';
const W3C: readonly RegExp[] = [
  `(?<year>-?\\d{4,})(?:-(?<month>\\d\\d)(?:-(?<day>\\d\\d)(?:T${TIME})?)?)?${ZONES}`,
  `--(?<month>\\d\\d)(?:-(?<day>\\d\\d))?${ZONES}`,
  `---(?<day>\\d\\d)${ZONES}`,
  `${TIME}${ZONES}`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** Forms that people write, and the order of their parts. */
const UNPADDED = /^(-?)(\d{1,4})-(\d{1,2})(?:-(\d{1,2}))?$/;
const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;
const YEAR_ALONE = /^(-?)(\d{1,3})$/;
const WITHOUT_SECONDS = /^((?:-?\d{4,}-\d\d-\d\dT)|T)?(\d{1,2}:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?$/;

export function readW3cDate(value: string): ReadDate {
  for (const form of W3C) {
    const parts = form.exec(value)?.groups;
    if (parts) return readParts(parts);
  }
  const corrected = correctedForm(value);
  if (corrected === undefined) {
    const problem =
      'is not written as a date; write it as in 1914, 1914-07, 1914-07-28, -0044-03-15, ' +
      '1914-07-28T12:00:00 or 12:00:00';
    return { rule: 'malformed', problem };
  }
  const read = readW3cDate(corrected);
  if (read.problem !== undefined) return read;
  return { rule: 'malformed', problem: `is not written as a date; write ${corrected}` };
}

/**
 * Basic forms, week dates, ordinal dates, periods; unrecognized forms are ignored.
 */
export function readIsoDate(value: string): ReadDate {
  const ends = value.split('/');
  if (ends.length === 2) {
    const [begin, end] = ends.map((part) =>
      /^(?:P.*|\.\.|)$/.test(part) ? {} : readIsoDate(part),
    ) as [ReadDate, ReadDate];
    if (begin.problem !== undefined) return begin;
    if (end.problem !== undefined) return end;
    if (!begin.span || !end.span) return {};
    if (isAfter(begin.span, end.span))
      return { rule: 'impossible', problem: 'ends before it begins' };
    return { span: { ...begin.span, end: end.span.end } };
  }
  const basic = /^(-?\d{4})(\d\d)(\d\d)(T.*)?$/.exec(value);
  if (basic) return readW3cOr(`${basic[1]}-${basic[2]}-${basic[3]}`);
  const ordinal = /^(-?\d{4})-?(\d{3})$/.exec(value);
  if (ordinal)
    return inRange(
      Number(ordinal[2]),
      isLeap(Number(ordinal[1])) ? 366 : 365,
      'days',
      ordinal[1] ?? '',
    );
  const week = /^(-?\d{4})-?W(\d\d)(?:-?(\d))?$/.exec(value);
  if (week) {
    if (week[3] !== undefined && !/[1-7]/.test(week[3]))
      return { rule: 'impossible', problem: 'is not an existing date: a week has seven days' };
    return inRange(Number(week[2]), 53, 'weeks', week[1] ?? '');
  }
  return readW3cOr(value.replace(/(T\d\d:\d\d)(?=Z|[+-]|$)/, '$1:00'));
}

/** A value that cannot be a date is reported; one that may be another form of ISO 8601 is not. */
function readW3cOr(value: string): ReadDate {
  const read = readW3cDate(value);
  if (read.problem === undefined || read.rule === 'impossible') return read;
  return UNPADDED.test(value) || DAY_FIRST.test(value) || /^[\p{L} ]*$/u.test(value) ? read : {};
}

function inRange(number: number, most: number, what: string, year: string): ReadDate {
  if (number >= 1 && number <= most) return {};
  return {
    rule: 'impossible',
    problem: `is not an existing date: ${year} has no more than ${most} ${what}`,
  };
}

function readParts(parts: Readonly<Record<string, string | undefined>>): ReadDate {
  const number = (name: string): number | undefined =>
    parts[name] === undefined ? undefined : Number(parts[name]);
  const [year, month, day] = [number('year'), number('month'), number('day')];
  const impossible = impossibleDay(year, month, day) ?? impossibleTime(number);
  if (impossible !== undefined)
    return { rule: 'impossible', problem: `is not an existing date: ${impossible}` };
  if (year === undefined) return {};
  const seconds =
    (number('hour') ?? 0) * 3600 + (number('minute') ?? 0) * 60 + (number('second') ?? 0);
  const begin = year * YEAR + ((month ?? 1) - 1) * 31 * DAY + ((day ?? 1) - 1) * DAY + seconds;
  const last = year * YEAR + ((month ?? 12) - 1) * 31 * DAY + ((day ?? 31) - 1) * DAY;
  const end = number('hour') === undefined ? last + DAY - 1 : last + seconds;
  return { span: { begin, end, zone: zoneOf(parts['zone']) } };
}

function zoneOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/**
 * Whether all of one is later than all of the other, in any time zone if a date does not state one.
 */
export function isAfter(one: TimeSpan, other: TimeSpan): boolean {
  const slack = (one.zone === undefined) === (other.zone === undefined) ? 0 : ZONE;
  return one.begin - (one.zone ?? 0) - slack > other.end - (other.zone ?? 0);
}

function impossibleDay(year: number | undefined, month = 1, day = 1): string | undefined {
  if (month < 1 || month > 12) return `there is no month ${month}`;
  const name = MONTHS[month - 1] ?? '';
  const days =
    month === 2
      ? year === undefined || isLeap(year)
        ? 29
        : 28
      : [4, 6, 9, 11].includes(month)
        ? 30
        : 31;
  if (day >= 1 && day <= days) return undefined;
  return `${name}${year === undefined ? '' : ` ${year}`} has ${days} days`;
}

function impossibleTime(number: (name: string) => number | undefined): string | undefined {
  const [hour = 0, minute = 0, second = 0] = [number('hour'), number('minute'), number('second')];
  if (hour > 24 || (hour === 24 && minute + second > 0)) return `a day has no hour ${hour}`;
  if (minute > 59) return `an hour has no minute ${minute}`;
  // XML Schema has no leap seconds.
  return second > 59 ? `a minute has no second ${second}` : undefined;
}

/**
 * In the proleptic Gregorian calendar. For a year before Christ it is unknown whether a year 0 was
 * counted.
 */
function isLeap(year: number): boolean {
  return (
    (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 || (year < 0 && isLeap(-year - 1))
  );
}

/** The form of the W3C for a value in a form that people write. */
function correctedForm(value: string): string | undefined {
  const pad = (text: string, length: number): string => text.padStart(length, '0');
  const unpadded = UNPADDED.exec(value);
  const dayFirst = DAY_FIRST.exec(value);
  const year = YEAR_ALONE.exec(value);
  const time = WITHOUT_SECONDS.exec(value);
  const forms = [
    unpadded &&
      [
        `${unpadded[1]}${pad(unpadded[2] ?? '', 4)}`,
        ...unpadded.slice(3).flatMap((part) => (part ? [pad(part, 2)] : [])),
      ].join('-'),
    dayFirst && `${dayFirst[3]}-${pad(dayFirst[2] ?? '', 2)}-${pad(dayFirst[1] ?? '', 2)}`,
    year && `${year[1]}${pad(year[2] ?? '', 4)}`,
    time &&
      `${time[1]?.replace(/^T$/, '') ?? ''}${pad(time[2] ?? '', 5)}${time[3] ?? ':00'}${time[4] ?? ''}`,
  ];
  return forms
    .flatMap((form) => form ?? [])
    .find((form) => form !== value && W3C.some((one) => one.test(form)));
}
