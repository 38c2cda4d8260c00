/**
 * Joins neighbouring statements: a day and its time of day, the two ends of a range, the year that
 * a list's last date gives to all of them.
 *
 * Takes a passage's statements in order. Returns the same, joined. The document's own date is not
 * used here.
 */
import { pattern } from '../../../core/text.ts';
import type { Clock } from '../values/clock.ts';
import type { Moment } from '../values/moment.ts';
import type { CalendarStatement, DateStatement } from '../values/statement.ts';

const DAY_THEN_TIME = /^(?:,? (?:at )?| ?(?:--?|[–—]) ?|,)$/;
const TIME_THEN_DAY = /^,? (?:on |of )?$/;
const DASH = /^ ?(?:[-–—]{1,2}|\/) ?$/;
const THROUGH = /^,? through $/;
const TO = /^,? (?:to|until|till) $/;
const FROM_BEFORE = /\bfrom (?:the )?$/i;

/** Joins the statements of one passage. */
export function joinStatements(
  text: string,
  statements: readonly DateStatement[],
): DateStatement[] {
  return joinRanges(text, shareYears(text, joinTimes(text, statements)));
}

/** Joins each pair of neighbours for which `join` returns a statement, from the left. */
function joinPairs(
  statements: readonly DateStatement[],
  join: (a: DateStatement, b: DateStatement) => DateStatement | undefined,
): DateStatement[] {
  const out: DateStatement[] = [];
  for (const next of statements) {
    const last = out.at(-1);
    const joined = last && join(last, next);
    if (joined) out[out.length - 1] = joined;
    else out.push(next);
  }
  return out;
}

function joinTimes(text: string, statements: readonly DateStatement[]): DateStatement[] {
  return joinPairs(statements, (a, b) => {
    const gap = text.slice(a.end, b.start);
    if (isTime(b) && DAY_THEN_TIME.test(gap)) return withTime(a, b, a.start, b.end);
    if (isTime(a) && TIME_THEN_DAY.test(gap)) return withTime(b, a, a.start, b.end);
    return undefined;
  });
}

function isTime(s: DateStatement): s is CalendarStatement {
  return s.kind === 'calendar' && s.from.clock !== undefined && s.from.day === undefined;
}

/** A day with a time of day, or a range of times, that was stated beside it. */
function withTime(
  day: DateStatement,
  time: CalendarStatement,
  start: number,
  end: number,
): DateStatement | undefined {
  const from = time.from.clock as Clock;
  const to = time.to?.clock;
  if (day.kind === 'settled') {
    const { when } = day.dating;
    if (when === undefined || !/^\d{4}-\d\d-\d\d$/.test(when) || to !== undefined) return undefined;
    return { ...day, start, end, dating: { when: `${when}T${from.value}` } };
  }
  if (day.from.day === undefined || day.from.clock || day.to || day.part) return undefined;
  const moment = { ...day.from, clock: from };
  return {
    ...day,
    rule: 'date/time',
    start,
    end,
    from: moment,
    ...(to ? { to: { ...day.from, clock: to } } : {}),
  };
}

/**
 * "May 4; May 16; and May 25, 1964": the year of a list's last date applies to all of them. Read
 * from the right, so that each date passes the year on.
 */
function shareYears(text: string, statements: readonly DateStatement[]): DateStatement[] {
  const out = [...statements];
  for (let i = out.length - 2; i >= 0; i--) {
    const a = out[i] as DateStatement;
    const b = out[i + 1] as DateStatement;
    if (a.kind !== 'calendar' || b.kind !== 'calendar' || !isOfYear(a) || b.from.year === undefined)
      continue;
    const gap = text.slice(a.end, b.start);
    if (!LIST_GAP.test(gap)) continue;
    const year =
      later(a.from, b.from) && (DASH.test(gap) || TO.test(gap) || THROUGH.test(gap))
        ? b.from.year - 1
        : b.from.year;
    if (later(a.from, b.from) && year === b.from.year && !/[,;]|and|or/.test(gap)) continue;
    const shared = { year };
    out[i] = {
      ...a,
      from: { ...a.from, ...shared },
      ...(a.to ? { to: { ...a.to, ...shared } } : {}),
      ...(b.shortYear ? { shortYear: true } : {}),
    };
  }
  return out;
}

const LIST_GAP = pattern('')`
    ^(?:[,;]? ?(?:(?:and|or|to|through|until|&) )?(?:on |again on |late |early |mid-)?| ?[-–—/] ?|
    ; (?:and )?[^.;()]{1,60}, )$
  `;

/** A month or day without a year, and without words of its own that imply one. */
function isOfYear(s: CalendarStatement): boolean {
  const led = s.lean !== undefined || s.yearStep !== undefined || s.otherYear;
  return s.from.year === undefined && s.from.month !== undefined && !led;
}

function later(a: Moment, b: Moment): boolean {
  const order = (m: Moment) => (m.month ?? 0) * 100 + (m.day ?? 0);
  return order(a) > order(b);
}

/** "December 1963–July 1964", "from May 4 to June 2", "May 31 through June 2, 1964". */
function joinRanges(text: string, statements: readonly DateStatement[]): DateStatement[] {
  return joinPairs(statements, (a, b) => {
    if (a.kind !== 'calendar' || b.kind !== 'calendar' || a.to || b.to || a.part || b.part)
      return undefined;
    const gap = text.slice(a.end, b.start);
    const from = FROM_BEFORE.test(text.slice(Math.max(0, a.start - 10), a.start));
    if (!(DASH.test(gap) || THROUGH.test(gap) || (TO.test(gap) && from))) return undefined;
    if (!sameGrain(a.from, b.from)) return undefined;
    const short = a.shortYear || b.shortYear;
    return {
      kind: 'calendar',
      rule: 'date/range',
      start: a.start,
      end: b.end,
      from: a.from,
      to: b.from,
      ...(short ? { shortYear: true } : {}),
    };
  });
}

/** Both ends of a range are days, months or years; "1963–June 1964" is accepted too. */
function sameGrain(a: Moment, b: Moment): boolean {
  if (a.clock !== undefined && a.day === undefined) return false;
  if (b.clock !== undefined && b.day === undefined) return false;
  return (a.day === undefined) === (b.day === undefined);
}
