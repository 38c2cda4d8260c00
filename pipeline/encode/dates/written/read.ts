/**
 * Reads a date that begins at a place of a text, in the words of its language, and resolves omitted
 * parts against the document's days.
 *
 * A day without its year is the one nearest to the document. Impossible dates (30 February) are
 * ignored. Before a country had the Gregorian calendar a date is marked as uncertain, since the
 * calendar is not stated; "old style" states the Julian one: its value is the Gregorian day.
 */
import type { Certainty, Dating } from '../../../authorities/model.ts';
import type { Language } from '../../languages/model/language.ts';
import { type Days, dayOf, dayValue } from '../values/calendar.ts';
import { julianDay } from './calendars.ts';
import { dateForms } from './forms.ts';
import { IMPOSSIBLE, READERS } from './readers.ts';

export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly dating?: Dating;
  readonly certainty: Certainty;
  readonly rule: string;
  /** A day that no calendar has (30 February): the words are not a date. */
  readonly impossible?: true;
}

/** `anchor`: the days on which the document was written. */
export function readWrittenDate(
  text: string,
  start: number,
  language: Language,
  anchor: Days | undefined,
): WrittenDate | undefined {
  const { opening, forms } = dateForms(language);
  opening.lastIndex = start;
  if (!opening.test(text)) return undefined;
  for (const { name, pattern } of forms) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match?.groups) continue;
    const found = READERS[name](match.groups, language, anchor);
    if (found === 'refused') continue;
    if (found === 'impossible') return { start, end: start + match[0].length, ...IMPOSSIBLE };
    const end = start + match[0].trimEnd().length;
    if (/\p{L}/u.test(text[end] ?? '') && /[\p{L}\d]$/u.test(match[0])) continue;
    const read = { start, end, ...found };
    return doubleYear(read, text, language) ?? withOldStyle(read, text, language);
  }
  return undefined;
}

/** "/8" after "10 March 1687": the year that began in January. */
const SECOND_YEAR = /^\/(?<year>\d{1,2}|1\d{3})(?![\d/])/;
/** "10/" before "20 March 1687/8": the day of the Julian calendar. */
const JULIAN_DAY = /(?<![\d/])(?<day>[0-3]?\d)\/$/;
/** From this year on, years in England began on the first of January. */
const NEW_YEAR_IN_JANUARY = 1752;

/**
 * "10 March 1687/8": until 1751 the year began on 25 March in England, and writers gave both years.
 * The day is a Julian one unless the Gregorian one is beside it ("10/20 March"); the value is the
 * Gregorian day.
 */
function doubleYear(read: WrittenDate, text: string, language: Language): WrittenDate | undefined {
  const second = SECOND_YEAR.exec(text.slice(read.end, read.end + 6));
  const when = read.dating?.when;
  if (!second || language.tag !== 'en' || when?.length !== 10 || !read.rule.startsWith('date/day'))
    return undefined;
  const [year, month, day] = when.split('-').map(Number) as [number, number, number];
  const secondYear = second.groups?.['year'] ?? '';
  if (year >= NEW_YEAR_IN_JANUARY || !String(year + 1).endsWith(secondYear)) return undefined;
  if (month > 3 || (month === 3 && day > 31)) return undefined;
  const end = read.end + second[0].length;
  const julian = JULIAN_DAY.exec(text.slice(0, read.start))?.groups?.['day'];
  const gregorian = julianDay(year + 1, month, Number(julian ?? day));
  const stated = dayOf(year + 1, month, day);
  return {
    ...read,
    end,
    start: julian === undefined ? read.start : read.start - julian.length - 1,
    dating: { when: dayValue(julian === undefined ? gregorian : stated) },
    certainty: julian === undefined || gregorian === stated ? 'high' : 'low',
    rule: 'date/double-year',
  };
}

/** "3. Mai 1712 a. St.": the value is the Gregorian day. */
function withOldStyle(read: WrittenDate, text: string, language: Language): WrittenDate {
  const when = read.dating?.when;
  if (language.dates.oldStyle === '' || when?.length !== 10) return read;
  const mark = new RegExp(String.raw`^,? ?[[(]?(?:${language.dates.oldStyle})[\])]?`, 'iu').exec(
    text.slice(read.end, read.end + 24),
  );
  if (!mark) return read;
  const [year, month, day] = when.split('-').map(Number) as [number, number, number];
  const end = read.end + mark[0].length;
  return {
    ...read,
    end,
    dating: { when: dayValue(julianDay(year, month, day)) },
    certainty: read.rule.endsWith('near-document') ? 'medium' : 'high',
    rule: 'date/old-style',
  };
}
