/**
 * Scans a text for dates.
 *
 * Takes the text of a passage, and the context. Returns statements, to which `resolve.ts` gives
 * their values.
 */
import type { Days } from '../values/calendar.ts';
import { readClock } from '../values/clock.ts';
import type { DateStatement } from '../values/statement.ts';
import { readCalendarDates } from './calendar-date.ts';
import { joinStatements } from './join.ts';
import { RELATIVE_START, readRelative } from './relative.ts';
import { dayBefore, withWordsAfter } from './words-after.ts';
import { readYears } from './year.ts';
import { partBefore } from './year-evidence.ts';

/** The context of a scan. */
interface Standpoint {
  /** The year in which the document was written; used to decide whether a bare number is a year. */
  readonly documentYear?: number;
  /**
   * The days from which "yesterday" and "last year" count; without them these words are not read.
   */
  readonly relativeTo?: Days;
}

/** Where a date may begin: a month's name, a weekday, a digit, a word of time. */
const CANDIDATE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:mon|tues|` +
    String.raw`wednes|` +
    String.raw`thurs|fri|satur|sun)day|\d|noon\b|midnight\b|${RELATIVE_START}\b)`,
  'giu',
);

/**
 * The statements of a text in order, without overlaps: with parts and directions, times and ranges
 * joined, years of lists shared.
 */
export function scanStatements(
  text: string,
  { documentYear, relativeTo }: Standpoint,
): DateStatement[] {
  const statements: DateStatement[] = [];
  let end = 0;
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const found = read(text, match.index, documentYear, relativeTo);
    if (found.length === 0) continue;
    const led = [withWordsBefore(text, found[0] as DateStatement, end), ...found.slice(1)];
    const last = led.pop() as DateStatement;
    statements.push(...led, last.kind === 'calendar' ? withWordsAfter(text, last) : last);
    end = (statements.at(-1) as DateStatement).end;
    CANDIDATE.lastIndex = end;
  }
  return joinStatements(text, statements);
}

/** The statement that begins at `offset`, from the first reader that matches. */
function read(
  text: string,
  offset: number,
  documentYear?: number,
  relativeTo?: Days,
): DateStatement[] {
  const calendar = readCalendarDates(text, offset);
  if (calendar.length > 0) return calendar;
  const clock = readClock(text, offset);
  if (clock) {
    const { from, to, end } = clock;
    const moment = { from: { clock: from }, ...(to ? { to: { clock: to } } : {}) };
    return [{ kind: 'calendar', rule: 'date/time-of-day', start: offset, end, ...moment }];
  }
  const other =
    readYears(text, offset, documentYear) ?? (relativeTo && readRelative(text, offset, relativeTo));
  return other ? [other] : [];
}

const LEANINGS: readonly (readonly [RegExp, 'past' | 'future' | 'same'])[] = [
  [/\b(?:last|this past|past) $/i, 'past'],
  [/\b(?:next|this coming|coming) $/i, 'future'],
  [/\bthis $/i, 'same'],
];
const WEEK_BEFORE = /\b(?:the )?week (?:of|beginning) $/i;
const SINCE = /\bsince $/i;

/**
 * The words before a calendar date that belong to it: "late 1963", "the spring of 1964", "last
 * April".
 */
function withWordsBefore(text: string, statement: DateStatement, limit: number): DateStatement {
  if (statement.kind !== 'calendar') return statement;
  const before = text.slice(Math.max(limit, statement.start - 45), statement.start);
  if (statement.from.day === undefined && statement.from.clock === undefined && !statement.to) {
    const written =
      statement.from.month === undefined || /^[’']s/.test(text.slice(statement.end))
        ? undefined
        : dayBefore(before, statement.from.year !== undefined);
    if (written)
      return {
        ...statement,
        rule: 'date/day',
        start: statement.start - written.length,
        from: { ...statement.from, day: written.day },
      };
    const found = partBefore(before);
    if (found)
      return {
        ...statement,
        rule: 'date/part',
        start: statement.start - found.length,
        part: found.part,
      };
  }
  const week = statement.from.day === undefined || statement.to ? null : WEEK_BEFORE.exec(before);
  if (week)
    return {
      ...statement,
      rule: 'date/week',
      start: statement.start - week[0].length,
      part: 'week',
    };
  if (statement.from.year !== undefined) return statement;
  for (const [pattern, lean] of LEANINGS) {
    const match = pattern.exec(before);
    if (match) return { ...statement, start: statement.start - match[0].length, lean };
  }
  return SINCE.test(before) ? { ...statement, lean: 'begun' } : statement;
}
