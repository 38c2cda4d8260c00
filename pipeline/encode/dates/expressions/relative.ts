/**
 * Dates relative to the document's own: "yesterday", "earlier this month", "late last year", "last
 * night", "three days ago", "next Tuesday", "last spring".
 *
 * Takes a text, the offset of a word, and the days that the document's dating allows. Returns a
 * statement with its value, or nothing if the document's dating is too wide ("yesterday" needs its
 * day, "this month" its month).
 */

import type { Certainty, Dating } from '../../../authorities/model.ts';
import { pattern } from '../../../core/text.ts';
import {
  civilDay,
  type Day,
  type Days,
  daysOfValue,
  dayValue,
  weekdayOf,
} from '../values/calendar.ts';
import { type MatchGroups, matchAt } from '../values/match.ts';
import { datingOfMoment, type PartOfYear } from '../values/moment.ts';
import type { SettledStatement } from '../values/statement.ts';
import { NUMBER_WORD, numberWordValue, WEEKDAY, weekdayNumber } from '../values/vocabulary.ts';
import { DAY_WORDS, SEASON_PARTS, STEP } from './relative-words.ts';

interface RelativeForm {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly certainty: Certainty;
  readonly dating: (groups: MatchGroups, anchor: Days) => Dating | undefined;
}

const FORMS: readonly RelativeForm[] = [
  {
    rule: 'date/relative-day',
    pattern: pattern('iuy')`
      (?:the day (?:before yesterday|after tomorrow)|(?:yesterday|tomorrow)(?: (?:morning|afternoon|
      evening|night))?|today|tonight|last night|this (?:morning|afternoon|evening))\b(?![’'-]\p{L})
    `,
    certainty: 'medium',
    dating: (groups, anchor) => {
      const words = (groups['all'] ?? '').toLowerCase();
      const step = DAY_WORDS[words] ?? DAY_WORDS[words.replace(/ \w+$/, '')];
      const day = soleDay(anchor);
      return step === undefined || day === undefined ? undefined : { when: dayValue(day + step) };
    },
  },
  {
    rule: 'date/relative-part',
    pattern: pattern('iuy')`
      (?<part>early|mid|late)[ -]+(?:in )?(?<step>last|this|next) (?<unit>month|
      year)\b(?![’'-]\p{L})
    `,
    certainty: 'medium',
    dating: ({ part, step, unit }, anchor) => {
      const moment = steppedMoment(unit, step, anchor);
      return moment && datingOfMoment(moment, part?.toLowerCase() as PartOfYear);
    },
  },
  {
    rule: 'date/relative-period',
    pattern: /(?:(?:earlier|later) )?(?<step>last|this|next) (?<unit>month|year)\b(?!-\p{L})/iuy,
    certainty: 'high',
    dating: ({ step, unit }, anchor) => {
      const moment = steppedMoment(unit, step, anchor);
      return moment && datingOfMoment(moment);
    },
  },
  {
    rule: 'date/relative-week',
    pattern: /(?:(?:early|earlier|later?) )?(?<step>last|this|next) week\b(?!-\p{L})/iuy,
    certainty: 'medium',
    dating: ({ step }, anchor) => {
      const day = soleDay(anchor);
      if (day === undefined) return undefined;
      const monday = day - weekdayOf(day) + 1 + 7 * relativeStep(step);
      return { notBefore: dayValue(monday), notAfter: dayValue(monday + 6) };
    },
  },
  {
    rule: 'date/relative-weekday',
    pattern: new RegExp(
      String.raw`(?<step>last|this|next|this past|this coming) (?<weekday>${WEEKDAY})\b`,
      'iuy',
    ),
    certainty: 'medium',
    dating: ({ step, weekday }, anchor) => {
      const day = soleDay(anchor);
      return day === undefined
        ? undefined
        : { when: dayValue(nearWeekday(day, weekday ?? '', step ?? '')) };
    },
  },
  {
    rule: 'date/relative-season',
    pattern: pattern('iuy')`
      (?<step>last|this|next|this past|this coming) (?<season>spring|summer|autumn|fall|
      winter)\b(?! (?:short|apart|into|in|to)\b)
    `,
    certainty: 'low',
    dating: ({ step, season }, anchor) =>
      seasonNear(SEASON_PARTS[season?.toLowerCase() ?? ''], step ?? '', anchor),
  },
  {
    rule: 'date/ago',
    pattern: new RegExp(
      String.raw`(?<count>${NUMBER_WORD}) (?<unit>days?|weeks?|months?|years?) ago\b`,
      'iuy',
    ),
    certainty: 'low',
    dating: ({ count, unit }, anchor) => ago(numberWordValue(count ?? ''), unit ?? '', anchor),
  },
];

/** Words that begin a form of this module, for the scan for candidates. */
export const RELATIVE_START =
  `(?:the day (?:before|after)|yesterday|today|tonight|tomorrow|last|this|next|early|` +
  `earlier|mid|late|later|${NUMBER_WORD} (?:days?|weeks?|months?|years?) ago)`;

/** "the world today", "of today": the present in general; "the last year": a span that ends now. */
const IN_GENERAL: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:of|world) $/i, /^today/i],
  [/\bthe $/i, /^(?:last|next|this)/i],
];
/** "over two years ago": a bound, which implies no date. */
const BOUND_BEFORE = /\b(?:over|than|least|almost|nearly|or|some|many) $/i;

/** The relative date that begins at `offset`, resolved against the document's days. */
export function readRelative(
  text: string,
  offset: number,
  anchor: Days,
): SettledStatement | undefined {
  const before = text.slice(Math.max(0, offset - 8), offset);
  const word = text.slice(offset, offset + 8);
  if (IN_GENERAL.some(([words, said]) => words.test(before) && said.test(word))) return undefined;
  for (const { rule, pattern, certainty, dating } of FORMS) {
    const match = matchAt(pattern, text, offset);
    if (!match) continue;
    if (rule === 'date/ago' && BOUND_BEFORE.test(before)) continue;
    const value = dating({ ...match.groups, all: match[0] }, anchor);
    if (value)
      return {
        kind: 'settled',
        rule,
        start: offset,
        end: offset + match[0].length,
        dating: value,
        certainty,
      };
  }
  return undefined;
}

function relativeStep(word: string | undefined): number {
  return STEP[word?.toLowerCase() ?? ''] ?? 0;
}

function soleDay(anchor: Days): Day | undefined {
  return anchor.first === anchor.last ? anchor.first : undefined;
}

/**
 * The year or month at a distance of so many steps from the document's, if the document's own is
 * known.
 */
function steppedMoment(
  unit: string | undefined,
  step: string | undefined,
  anchor: Days,
): { year: number; month?: number } | undefined {
  const first = civilDay(anchor.first);
  const last = civilDay(anchor.last);
  if (first.year !== last.year) return undefined;
  if (unit?.toLowerCase() === 'year') return { year: first.year + relativeStep(step) };
  if (first.month !== last.month) return undefined;
  const months = first.year * 12 + first.month - 1 + relativeStep(step);
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
}

/**
 * "last Tuesday" is the latest before the day, "next Tuesday" the first after it, "this Tuesday"
 * the one in the same week.
 */
function nearWeekday(day: Day, weekday: string, step: string): Day {
  const name = weekday.charAt(0).toUpperCase() + weekday.slice(1).toLowerCase();
  const shift = weekdayNumber(name) - weekdayOf(day);
  if (/last|past/i.test(step)) return day + (shift < 0 ? shift : shift - 7);
  if (/next|coming/i.test(step)) return day + (shift > 0 ? shift : shift + 7);
  return day + shift;
}

/**
 * The season of "last", "this" or "next": the nearest one that has ended, the nearest one, the
 * nearest one that is still to begin.
 */
function seasonNear(part: PartOfYear | undefined, step: string, anchor: Days): Dating | undefined {
  if (part === undefined || anchor.last - anchor.first > 366) return undefined;
  const year = civilDay(anchor.first).year;
  const middle = (anchor.first + anchor.last) / 2;
  const seasons = [year - 1, year, year + 1]
    .map((y) => datingOfMoment({ year: y }, part))
    .flatMap((dating) => {
      const first = daysOfValue(dating?.notBefore ?? '')?.first;
      const last = daysOfValue(dating?.notAfter ?? '')?.last;
      return dating && first !== undefined && last !== undefined ? [{ dating, first, last }] : [];
    });
  const candidates = /last|past/i.test(step)
    ? seasons.filter((s) => s.last < anchor.first)
    : /next|coming/i.test(step)
      ? seasons.filter((s) => s.first > anchor.last)
      : seasons;
  const distance = (s: { first: Day; last: Day }) => Math.abs((s.first + s.last) / 2 - middle);
  return candidates.sort((a, b) => distance(a) - distance(b))[0]?.dating;
}

/** "… days ago" is a day; longer spans are round numbers, so only the month or year counts. */
function ago(count: number, unit: string, anchor: Days): Dating | undefined {
  const { year, month } = civilDay(anchor.first);
  if (/^year/i.test(unit)) {
    return civilDay(anchor.last).year === year ? { when: String(year - count) } : undefined;
  }
  if (/^month/i.test(unit)) {
    const last = civilDay(anchor.last);
    if (last.year !== year || last.month !== month) return undefined;
    const months = year * 12 + month - 1 - count;
    return datingOfMoment({ year: Math.floor(months / 12), month: (months % 12) + 1 });
  }
  const day = soleDay(anchor);
  if (day === undefined) return undefined;
  if (/^day/i.test(unit)) return { when: dayValue(day - count) };
  return { notBefore: dayValue(day - 7 * count - 3), notAfter: dayValue(day - 7 * count + 3) };
}
