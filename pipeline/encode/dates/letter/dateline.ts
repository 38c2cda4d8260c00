/**
 * Reads a dateline: where and when a document was written. "Washington, February 24, 1968.",
 * "Saigon , October 6, 1961, midnight.", "[place not declassified], undated.", "San Clemente, June
 * 23, 1973, 10:30 p.m.–midnight."
 *
 * Takes one line of text. Returns the spans of its places and dates, or nothing if the line is not
 * a dateline. The whole line must be one: a heading ("March 1964 Developments") or a sentence is
 * not.
 *
 * The conventions are those of the Foreign Relations series' own encoding: the words before the
 * date are the place; a date and its time of day are one date; midnight is 00:00 of the day it is
 * stated with. If a range of times follows, the date is the day alone, and the range is a date of
 * its own.
 */

import type { Dating } from '../../../authorities/model.ts';
import { pattern } from '../../../core/text.ts';
import type { Dateline, DatelineDate, DatelineSpan } from '../../engine/model.ts';
import { readCalendarDates } from '../expressions/calendar-date.ts';
import { joinStatements } from '../expressions/join.ts';
import { resolveStatement } from '../expressions/resolve.ts';
import { partBefore } from '../expressions/year-evidence.ts';
import { daysOfValue, dayValue } from '../values/calendar.ts';
import { type ClockSpan, readClock } from '../values/clock.ts';
import { matchAt } from '../values/match.ts';

/**
 * Longer lines are not datelines; the longest ones name a building, a city and a range of times.
 */
const LONGEST = 160;

const UNDATED = /undated|no date|n\.d\./iy;
/** Text that may be between the place and the date. */
const SEPARATOR_AT_END = /[\s,.;—–-]*(?:[\s[](?:ca\.|circa|about) )?\[?$/;
/**
 * Text that may follow the date: a mark of doubt, a time that cannot be read ("09095Z"), the time
 * of receipt.
 */
const TAIL = pattern('i')`
    ^(?: ?\[sic\]| ?[([]\?[)\]]|,? ?[\w:.]{1,6} ?(?:[ap]\.? ?m\b\.?|Z))?[\s.,;\]]*
    (?:[—–-]+ ?received.*)?$
  `;

/** The parts of a dateline, or nothing if `text` is not one. */
export function readDateline(text: string): Dateline | undefined {
  if (text.length > LONGEST) return undefined;
  for (const start of datePositions(text)) {
    const dates = readDates(text, start);
    const last = dates?.at(-1);
    if (!dates || !last || !TAIL.test(text.slice(last.end))) continue;
    const places = readPlaces(text.slice(0, start));
    if (places && isConvincing(text, places, dates)) return { places, dates };
  }
  return undefined;
}

/**
 * The dating that a dateline gives its document: that of its first date; undefined if it is
 * undated.
 */
export function datingOfDateline(dateline: Dateline): Dating | undefined {
  return dateline.dates[0]?.dating;
}

const DATE_START =
  /(?<![\p{L}\d/])(?:\p{Lu}\p{L}{2}|\d{1,2}|[Uu]ndated|[Nn]o date|[Nn]\.d\.|early |mid-|late )/gu;

function datePositions(text: string): number[] {
  return [...text.matchAll(DATE_START)].map((match) => match.index);
}

/** The date that begins at `start`, and the range of times after it. */
export function readDates(text: string, start: number): DatelineDate[] | undefined {
  const undated = matchAt(UNDATED, text, start);
  if (undated) return [{ start, end: start + undated[0].length }];
  const part =
    /^(?:early |mid-|late |spring |summer |autumn |fall |winter )(?:of )?/i.exec(
      text.slice(start),
    )?.[0] ?? '';
  const [first, second, ...more] = readCalendarDates(correctedDate(text), start + part.length);
  if (!first || second || more.length > 0) return undefined;
  const day = extendRange(text, first);
  if (day.from.year === undefined) return undefined;
  const named = part ? partBefore(part) : undefined;
  const statement = { ...day, start, ...(named ? { part: named.part } : {}) };
  const { dating } = resolveStatement(statement, {});
  if (!dating) return undefined;
  return withTimes(text, { start, end: statement.end, dating });
}

/** "December 13, 1961–January 2, 1962" is one date. */
function extendRange(text: string, first: ReturnType<typeof readCalendarDates>[number]) {
  const dash = /^ ?[-–—] ?/.exec(text.slice(first.end))?.[0];
  const second = dash ? readCalendarDates(text, first.end + dash.length)[0] : undefined;
  const joined = second && joinStatements(text, [first, second]);
  return joined?.length === 1 && joined[0]?.kind === 'calendar' ? joined[0] : first;
}

const BEFORE_TIME = /(?:[\s,.]|--?|[–—]|at )*/y;

function withTimes(text: string, date: DatelineDate & { readonly dating: Dating }): DatelineDate[] {
  const gap = matchAt(BEFORE_TIME, text, date.end)?.[0] ?? '';
  const start = date.end + gap.length;
  const time = gap === '' ? undefined : readClock(text, start);
  const day = date.dating.when;
  if (!time || day === undefined || day.length !== 10) return [date];
  if (!time.to)
    return [{ start: date.start, end: time.end, dating: { when: `${day}T${time.from.value}` } }];
  return [date, { start, end: time.end, dating: timeRange(day, time) }];
}

/** A range of times of one day; past midnight it ends on the next. */
function timeRange(day: string, { from, to }: ClockSpan): Dating {
  const end = to && to.minutes < from.minutes ? nextDayValue(day) : day;
  return { from: `${day}T${from.value}`, to: `${end}T${to?.value ?? from.value}` };
}

function nextDayValue(day: string): string {
  const days = daysOfValue(day);
  return days ? dayValue(days.first + 1) : day;
}

/** Misprints inside a date, corrected without moving an offset: "November 16. 1961". */
function correctedDate(text: string): string {
  return text.replace(/(?<=\d)\.(?= ?\d{4}\b)/, ',');
}

/**
 * How many words a place's name may have without a comma before the date ("Vientiane March 23,
 * 1966"), or before a month alone.
 */
const FEW_WORDS = 3;

/**
 * Whether a line of this form is a dateline rather than a heading. A date with its day, after a
 * place and a comma, is enough. A date alone needs its day; a month alone ("Lisbon, September
 * 1965") and a place without a comma need a short name before them.
 */
function isConvincing(
  text: string,
  places: readonly DatelineSpan[],
  dates: readonly DatelineDate[],
): boolean {
  const first = dates[0] as DatelineDate;
  const value = first.dating?.when ?? first.dating?.from ?? first.dating?.notBefore;
  const hasDay = value === undefined || value.length >= 10;
  const place = places.at(-1);
  if (!place) return hasDay;
  const gap = text.slice(place.end, first.start);
  const few = text.slice(places[0]?.start, place.end).split(/\s+/).length <= FEW_WORDS;
  if (!hasDay) return few && gap.includes(',') && first.dating?.from === undefined;
  return few || /[^\s\][]/.test(gap);
}

/**
 * A document number before the place: "SecDel/MC/67 New York", "Presidential Determination No.
 * 61–18 Washington".
 */
const NUMBER_BEFORE_PLACE =
  /^(?=\p{Lu})[\p{L}\s/.]*(?:\/\d+|\bNo\. \d+(?: ?[–-] ?\d+)?)\s+(?=\p{Lu})/u;
const WORD =
  String.raw`(?:\p{Lu}[\p{L}'’.-]*|d['’]\p{Lu}[\p{L}'’-]*|(?:de|da|do|dos|del|della|di|du|des|` +
  String.raw`la|las|le|les|los|el|al|of|the|on|at|in|near|and|en|route|to|board|aboard|over|` +
  String.raw`upon|sur|am|der|den|van|von|y|e)(?=\s))`;
const PLACE = new RegExp(`^(?:${WORD}(?:[ ,—–]+|$))+$`, 'u');
/** An editor's words in place of a name; a name in brackets was supplied by the editor. */
const WITHHELD = /^\[\p{Ll}[^\]]*\]$/u;
/** Names that contain an "and"; all others with "and" are two places. */
const NAMES_WITH_AND = pattern('')`
    \b(?:Trinidad and Tobago|Bosnia and Herzegovina|Antigua and Barbuda|Saint Kitts and Nevis|
    São Tomé and Príncipe)\b
  `;

/** The places before the date; undefined if the words there cannot be a place. */
function readPlaces(before: string): DatelineSpan[] | undefined {
  const words = before.replace(SEPARATOR_AT_END, '');
  if (words === '') return /\p{L}/u.test(before) ? undefined : [];
  if (words === before) return undefined;
  const number = NUMBER_BEFORE_PLACE.exec(words)?.[0].length ?? 0;
  let start = number;
  let end = words.length;
  const withheld = WITHHELD.test(words.slice(start));
  if (!withheld && words[start] === '[') start++;
  if (!withheld && words[end - 1] === ']') end--;
  const name = words.slice(start, end);
  if (!withheld && (!/^[\p{Lu}d]/u.test(name) || !PLACE.test(name))) return undefined;
  const and = withheld || NAMES_WITH_AND.test(name) ? -1 : name.indexOf(' and ');
  if (and < 0) return [{ start, end }];
  return [
    { start, end: start + and },
    { start: start + and + ' and '.length, end },
  ];
}
