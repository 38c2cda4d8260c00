/**
 * Times of day as in cables and minutes: "5:39 p.m.", "11 a.m.", "noon", "midnight", "0930Z", "1600
 * EST", and ranges of them ("11:15 a.m.–12:03 p.m.", "10–11 a.m.", "noon–2 p.m.").
 *
 * Takes a text and an offset. Returns the time or range that begins there, as W3C times
 * (`17:39:00`, `09:30:00Z`).
 */
import { matchAt } from './match.ts';
import { ZONE, ZONES } from './vocabulary.ts';

/** A time of day. */
export interface Clock {
  /** As in XML Schema's `time`: `17:39:00`, with its zone if the text names one. */
  readonly value: string;
  /** Minutes since midnight. */
  readonly minutes: number;
}

/** A time of day, or a range of them, with its place. */
export interface ClockSpan {
  readonly end: number;
  readonly from: Clock;
  readonly to?: Clock;
}

const HALF = String.raw`(?<half>[ap])(?:\. ?m\.?|m\.?)(?![\p{L}\d])`;
const DASH = ' ?(?:--?|[–—]) ?| to | until | till ';
const ZONE_AFTER = String.raw`(?: (?:(?<zone>${ZONE})\b|\((?<zoneInBrackets>${ZONE})\)))?`;
const WORD = '(?:12(?::00)? )?(?<word>noon|midnight)\\b';

/** With "a.m." or "p.m.", or as a word. */
const CIVIL = new RegExp(
  `(?:(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d))? ?${HALF}|${WORD})${ZONE_AFTER}`,
  'iuy',
);
/** The first time of a range that leaves "a.m." or "p.m." to the second. */
const BARE = new RegExp(String.raw`(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?(?=${DASH})`, 'iy');
/** Four digits, with a zone or "hours". */
const MILITARY = new RegExp(
  String.raw`(?<hour>\d\d):?(?<minute>\d\d) ?(?:(?<zone>${ZONE})\b|(?:hours|hrs\b\.?)(?! of\b))`,
  'y',
);
const BETWEEN = new RegExp(DASH, 'iy');

/** The time of day, or range of times, that begins at `offset`; `undefined` if there is none. */
export function readClock(text: string, offset: number): ClockSpan | undefined {
  return readRange(text, offset) ?? readTime(text, offset);
}

/** The W3C time for minutes since midnight: `17:39:00`. */
function clock(minutes: number, zone: string | undefined): Clock {
  const two = (n: number) => String(n).padStart(2, '0');
  const offset = zone === undefined ? '' : (ZONES[zone.toUpperCase()] ?? '');
  return { value: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00${offset}`, minutes };
}

function readTime(text: string, offset: number): ClockSpan | undefined {
  const match = matchAt(CIVIL, text, offset) ?? matchAt(MILITARY, text, offset);
  if (!match) return undefined;
  const { hour, minute, half, word, zone, zoneInBrackets } = match.groups ?? {};
  const minutes = word ? (word.toLowerCase() === 'noon' ? 720 : 0) : minutesOf(hour, minute, half);
  return minutes === undefined
    ? undefined
    : { end: offset + match[0].length, from: clock(minutes, zone ?? zoneInBrackets) };
}

function readRange(text: string, offset: number): ClockSpan | undefined {
  const first = readTime(text, offset);
  const bare = first ? null : matchAt(BARE, text, offset);
  const firstEnd = first?.end ?? (bare ? offset + bare[0].length : undefined);
  if (firstEnd === undefined) return undefined;
  const between = matchAt(BETWEEN, text, firstEnd);
  const second = between && readTime(text, firstEnd + between[0].length);
  if (!second) return first;
  if (first) return { end: second.end, from: first.from, to: second.from };
  const from = beforeSecond(
    minutesOf(bare?.groups?.['hour'], bare?.groups?.['minute'], undefined),
    second.from,
  );
  return from && { end: second.end, from, to: second.from };
}

/**
 * "10–11 a.m.": the first time is of the same half of the day as the second, unless it would then
 * come after it ("11–1 p.m.").
 */
function beforeSecond(minutes: number | undefined, second: Clock): Clock | undefined {
  if (minutes === undefined || minutes > 779) return undefined;
  const morning = minutes % 720;
  const halves = second.minutes >= 720 ? [morning + 720, morning] : [morning, morning + 720];
  const value = halves.find((time) => time < second.minutes) ?? halves[1];
  return value === undefined ? undefined : clock(value, undefined);
}

/** Minutes since midnight; undefined for an impossible time. "14:31 p.m." is read as 14:31. */
function minutesOf(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
): number | undefined {
  const h = Number(hour);
  const m = Number(minute ?? 0);
  if (!(h <= 24 && m <= 59) || (h === 24 && m > 0)) return undefined;
  if (half === undefined || h > 12) return (h % 24) * 60 + m;
  return ((h % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 + m;
}
