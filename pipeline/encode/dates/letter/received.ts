/**
 * When a letter or telegram was received, from a line under or after its dateline: "(Received April
 * 2.)", "[Received March 4—1:44 p.m.]".
 *
 * Takes a dateline. Returns where the mark of receipt begins, and its date, counted from the day on
 * which the letter was sent.
 */
import type { Dating } from '../../../authorities/model.ts';
import type { DatelineDate } from '../../engine/model.ts';
import type { Language } from '../../languages/model/language.ts';
import { perLanguage } from '../../languages/model/per-language.ts';
import { dayOf, daysOfValue, dayValue } from '../values/calendar.ts';
import { readClock } from '../values/clock.ts';
import { readWrittenDay } from './written-day.ts';

interface ReceivedMark {
  /** The end of the words before the mark. */
  readonly end: number;
  /** The date of receipt, given the date of sending. */
  readonly received?: (sent: Dating | undefined) => DatelineDate;
}

const receiptPattern = perLanguage(
  ({ letters }) =>
    new RegExp(
      String.raw`[\s—–-]*(?<mark>[([]? ?(?:${letters.received}|received)` +
        String.raw`(?![\p{L}])[^\n]*(?:\n[^\n]{1,60})?)\s*$`,
      'iu',
    ),
);

export function splitReceived(text: string, language: Language): ReceivedMark {
  const match = receiptPattern(language).exec(text);
  const mark = match?.groups?.['mark'];
  if (!match || mark === undefined || mark.length > 120) return { end: text.length };
  const start = text.lastIndexOf(mark);
  return { end: match.index, received: (sent) => receivedDate(text, start, sent, language) };
}

/**
 * The first day or time of the mark; without a year it is the first such day on or after the day of
 * sending.
 */
function receivedDate(
  text: string,
  start: number,
  sent: Dating | undefined,
  language: Language,
): DatelineDate {
  const whole = { start, end: start + text.slice(start).trimEnd().length };
  const day = sent?.when?.slice(0, 10);
  const days = day === undefined ? undefined : daysOfValue(day);
  for (const { index } of text.slice(start).matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)) {
    const at = start + index;
    const written = readWrittenDay(text, language, at);
    if (written?.day !== undefined && written.month !== undefined) {
      const when = dated(written.day, written.month, written.year, days?.first);
      if (when === undefined) return { start: at, end: written.end };
      const gap = /^[\s,—–-]*/.exec(text.slice(written.end))?.[0].length ?? 0;
      const time = gap > 0 ? readClock(text, written.end + gap) : undefined;
      if (time && !time.to)
        return { start: at, end: time.end, dating: { when: `${when}T${time.from.value}` } };
      return { start: at, end: written.end, dating: { when } };
    }
    const time = readClock(text, at);
    if (time && !time.to) {
      return {
        start: at,
        end: time.end,
        ...(day?.length === 10 ? { dating: { when: `${day}T${time.from.value}` } } : {}),
      };
    }
  }
  return whole;
}

/** The longest time in transit, in days, that is accepted without a year. */
const LONGEST_JOURNEY = 300;

function dated(
  day: number,
  month: number,
  year: number | undefined,
  sent: number | undefined,
): string | undefined {
  if (year !== undefined) return valid(year, month, day);
  if (sent === undefined) return undefined;
  const sentYear = Number(dayValue(sent).slice(0, 4));
  for (const candidate of [sentYear, sentYear + 1]) {
    const value = valid(candidate, month, day);
    const on = value === undefined ? undefined : daysOfValue(value)?.first;
    // A telegram westward may arrive on the day before by the local calendars.
    if (on !== undefined && on >= sent - 1 && on - sent <= LONGEST_JOURNEY) return value;
  }
  return undefined;
}

function valid(year: number, month: number, day: number): string | undefined {
  const value = dayValue(dayOf(year, month, day));
  return Number(value.slice(8)) === day ? value : undefined;
}
