/**
 * A letter's day in forms that the reader of English dates does not have: other languages, month
 * numbers of the Friends ("7th mo. 3d 1823"), Roman months, a day without its year, a weekday
 * alone, a time of day alone.
 */
import type { Dating } from '../../../authorities/model.ts';
import type { DatelineDate } from '../../engine/model.ts';
import type { Language } from '../../languages/model/language.ts';
import { perLanguage } from '../../languages/model/per-language.ts';
import { dayOf, daysInMonth, dayValue } from '../values/calendar.ts';
import { readWrittenDate } from '../written/read.ts';
import { friendsDay } from './friends-day.ts';
import { readRomanDay } from './roman-day.ts';
import { readWrittenDay, type WrittenDay } from './written-day.ts';

/** The day of the letter, from a title or front matter. */
export interface LetterDay {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** `own`: the language is the text's own; only there are words alone accepted as a date. */
export function readLetterDay(
  text: string,
  start: number,
  language: Language,
  own: boolean,
  known?: LetterDay,
): DatelineDate | undefined {
  if (own) {
    const words = wordsAlone(text, start, language);
    if (words) return words;
  }
  const friends = own && language.tag === 'en' ? friendsDay(text, start) : undefined;
  const written = friends ?? readWrittenDay(text, language, start);
  if (!written || (written.day === undefined && !own)) return monthOfYear(text, start, language);
  if (
    written.day === undefined &&
    written.weekday !== undefined &&
    /\p{L}\S*$/u.test(text.slice(0, start))
  )
    return undefined;
  const { dating, end } = resolve(text, written, known, language);
  return { start, end, ...(dating ? { dating } : {}) };
}

const SPECIAL = /^date\/(?:republican|feast|double-year|old-style)/;

/**
 * "pridie Idus Martias 1541", "4 germinal an XII", "am Tage Johannis 1523", "10 March 1687/8",
 * "3. Mai 1712 a. St.".
 */
export function readSpecialDay(
  text: string,
  start: number,
  language: Language,
): DatelineDate | undefined {
  const roman = readRomanDay(text, start);
  if (roman) return roman;
  const read = readWrittenDate(text, start, language, undefined);
  if (!read?.dating || !SPECIAL.test(read.rule) || read.start !== start) return undefined;
  const { end, dating, certainty } = read;
  return { start, end, dating, ...(certainty === 'high' ? {} : { certainty }) };
}

const letterDayPatterns = perLanguage(({ letters, dateParticles, months }) => {
  const month = months.flat().sort((a, b) => b.length - a.length);
  const particles = `(?:(?:${dateParticles || '(?!)'}) )?`;
  return {
    undated: new RegExp(String.raw`(?:${letters.undated})(?!\p{L})`, 'iuy'),
    timeOfDay: new RegExp(String.raw`^(?:${letters.timeOfDay})(?!\p{L})`, 'iu'),
    street: new RegExp(`^[\\s,.;]*(?:${letters.street})`, 'iu'),
    /** "Mai 1848"; undefined if the language names no months. */
    monthAndYear:
      month.length === 0
        ? undefined
        : new RegExp(
            String.raw`(?<month>${month.join('|')})\.?,? ${particles}` +
              String.raw`(?<year>1[5-9]\d\d|20\d\d)(?!\d)`,
            'iuy',
          ),
  };
});

/** "undated", "10h früh". */
function wordsAlone(text: string, start: number, language: Language): DatelineDate | undefined {
  const { undated: match, timeOfDay } = letterDayPatterns(language);
  match.lastIndex = start;
  const undated = match.exec(text);
  if (undated) return { start, end: start + undated[0].length };
  if (start > 0 || !/^\d/.test(text)) return undefined;
  const time = timeOfDay.exec(text);
  return time ? { start, end: time[0].length } : undefined;
}

/** "Mai 1848": the month and year. */
function monthOfYear(text: string, start: number, language: Language): DatelineDate | undefined {
  const { monthAndYear: pattern } = letterDayPatterns(language);
  if (!pattern) return undefined;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  const month = language.months.findIndex((forms) =>
    forms.includes(match?.groups?.['month']?.toLowerCase() ?? ''),
  );
  if (!match || month < 0) return undefined;
  return {
    start,
    end: start + match[0].length,
    dating: { when: `${match.groups?.['year']}-${String(month + 1).padStart(2, '0')}` },
  };
}

const SHORT_YEAR =
  /^[.,:—–-]? ?[’'‘/]?(?<year>\d\d|[89]\d\d)(?![\d:.]\d|\d|\p{L}|h| ?(?:uhr|h\b))/iu;

/**
 * A year in two digits ("06"), or in three without its first ("900"), is accepted if the known day
 * agrees.
 */
function resolve(
  text: string,
  written: WrittenDay,
  known: LetterDay | undefined,
  language: Language,
): { readonly dating?: Dating; readonly end: number } {
  const { day, month } = written;
  if (day === undefined) return { end: written.end };
  if (month === undefined) {
    const same = known?.day === day && known.month !== undefined;
    return same
      ? { dating: { when: dayAs(known.year, known.month, day) }, end: written.end }
      : { end: written.end };
  }
  if (written.year !== undefined) {
    const possible = day <= daysInMonth(written.year, month);
    return possible
      ? { dating: { when: dayAs(written.year, month, day) }, end: written.end }
      : { end: written.end };
  }
  const behind = text.slice(written.end);
  // "Feb 6th, 77 St Mark's Place"
  const street = letterDayPatterns(language).street.test(behind);
  const lastDigit = known && new RegExp(`^\\.? (?<year>${known.year % 10})\\.?$`).exec(behind);
  const short = street ? undefined : (SHORT_YEAR.exec(behind) ?? lastDigit);
  const end = written.end + (short?.[0].length ?? 0);
  const digits =
    short?.groups?.['year'] ??
    (/\D(\d\d)$/.exec(text.slice(written.start, written.end))?.[1] || '');
  if (known === undefined || (known.month !== undefined && known.month !== month)) return { end };
  if (known.day !== undefined && known.day !== day) return { end };
  if (short && !String(known.year).endsWith(digits)) return { end };
  return day <= daysInMonth(known.year, month)
    ? { dating: { when: dayAs(known.year, month, day) }, end }
    : { end };
}

export function dayAs(year: number, month: number, day: number): string {
  return dayValue(dayOf(year, month, day));
}
