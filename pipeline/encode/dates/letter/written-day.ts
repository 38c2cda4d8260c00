/**
 * Days as people write them at the head of an entry or a letter, in any language of the table:
 * "Sonntag, 16. April 1893", "Thursday 15th", "3 December 1847", "den 3ten Mai", "16/4", "April
 * 16".
 *
 * Takes a text and an offset. Returns what is written there, unresolved; `EntryCalendar` finds the
 * omitted month and year.
 */

import { romanOrArabic } from '../../../core/text.ts';
import type { Language } from '../../languages/model/language.ts';
import { perLanguage } from '../../languages/model/per-language.ts';

export interface WrittenDay {
  readonly start: number;
  readonly end: number;
  /** 1 for Monday. */
  readonly weekday?: number;
  /** Missing if only the weekday is written. */
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  /** Days from Easter, where a feast is written: the year decides on the day. */
  readonly fromEaster?: number;
}

/** A month or year as a heading or title writes it: "July 1819". */
export interface WrittenMonth {
  readonly month?: number;
  readonly year?: number;
}

const YEAR = String.raw`1\d{3}|20\d\d`;

const writtenDayPatterns = perLanguage((language) => {
  const numbers = new Map<string, number>();
  for (const [at, forms] of language.months.entries())
    for (const form of forms) numbers.set(form, at + 1);
  for (const [at, forms] of language.weekdays.entries())
    for (const form of forms) numbers.set(form, at + 1);
  const months = namesPattern(language.months);
  const weekdays = namesPattern(language.weekdays);
  const small =
    language.dateParticles === ''
      ? ''
      : String.raw`(?:(?:${language.dateParticles})(?:\s+|(?<=['’])))*`;
  const ending = language.dayEnding === '' ? '' : `(?:${language.dayEnding})?`;
  const weekday = String.raw`(?:(?<weekday>${weekdays})\.?,?\s+)?`;
  const day = String.raw`(?<day>\d{1,2})${ending}`;
  const inWords = language.dates.days.map((word) => `(?:${word})`).join('|') || '(?!)';
  // "March; 3-1965", "Sept. 13,-1957".
  const year =
    String.raw`(?:(?:[.,:;] ?)?[—–-]?\s*${small}` +
    String.raw`(?:(?<year>${YEAR}|1\.\d{3})(?!\d)|\([¿?]?(?<supplied>${YEAR})\??\)))?`;
  const forms = [
    String.raw`${weekday}${small}${day}[.,]?\s*${small}(?<month>${months})(?!\p{L})\.?${year}`,
    String.raw`${weekday}(?<month>${months})[.,:;]?[—–-]?\s+${small}${day}(?!\d)${year}`,
    String.raw`${weekday}${small}(?<words>${inWords})\s+${small}(?<month>${months})` +
      String.raw`(?!\p{L})\.?${year}`,
    String.raw`${weekday}${day}\s?[./]\s?(?<number>\d{1,2}|[ivx]{1,4})(?:(?:[./]\s?| )` +
      String.raw`(?<year>${YEAR}|` +
      String.raw`\d\d)(?!\d))?`,
    String.raw`(?<weekday>${weekdays})\.?,?\s+${small}${day}`,
    String.raw`${day}[.,:]?\s+(?<weekday>${namesPattern(fullNames(language.weekdays))})`,
    `(?<weekday>${weekdays})`,
  ];
  const opening = [String.raw`\d`, weekdays, months, inWords];
  if (language.dateParticles !== '')
    opening.push(String.raw`(?:${language.dateParticles})(?:\s|(?<=['’]))`);
  return {
    /** The first word or number of each form: most words of a text are none of them. */
    opening: new RegExp(opening.join('|'), 'iuy'),
    days: forms.map((form) => new RegExp(String.raw`${form}(?![\p{L}\d])`, 'iuy')),
    month: new RegExp(
      String.raw`(?<!\p{L})(?<month>${months})(?!\p{L})\.?,?\s+${small}(?<year>${YEAR})(?!\d)`,
      'iu',
    ),
    /** The line has a month, a year or both, and nothing else. */
    period: new RegExp(
      String.raw`^[[(]?(?:(?<month>${months})(?!\p{L})\.?,?\s*${small})?(?<year>${YEAR})?[\]).:]*$`,
      'iu',
    ),
    numbers,
  };
});

function fullNames(names: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return names.map((forms) => forms.slice(0, 1));
}

function namesPattern(names: readonly (readonly string[])[]): string {
  const forms = names.flat().sort((a, b) => b.length - a.length);
  return forms.length === 0 ? '(?!)' : forms.join('|');
}

/** The day that is written at `start`, from its weekday to its year. */
export function readWrittenDay(
  text: string,
  language: Language,
  start = 0,
): WrittenDay | undefined {
  const { opening, days, numbers } = writtenDayPatterns(language);
  opening.lastIndex = start;
  if (!opening.test(text)) return undefined;
  for (const form of days) {
    form.lastIndex = start;
    const match = form.exec(text);
    if (!match?.groups) continue;
    const { weekday, day, words, month, number, year: printed, supplied } = match.groups;
    // "de 1.943" in Spanish
    const year = (printed ?? supplied)?.replace('.', '');
    const monthNumber = month
      ? numbers.get(month.toLowerCase())
      : number
        ? romanOrArabic(number)
        : undefined;
    const value = day === undefined ? dayNumber(words, language) : Number.parseInt(day, 10);
    if (
      (value !== undefined && (value < 1 || value > 31)) ||
      (number !== undefined && !(monthNumber && monthNumber <= 12))
    )
      continue;
    const weekdayNumber = weekday && numbers.get(weekday.toLowerCase());
    return {
      start,
      end: start + match[0].trimEnd().length,
      ...(value === undefined ? {} : { day: value }),
      ...(weekdayNumber ? { weekday: weekdayNumber } : {}),
      ...(monthNumber ? { month: monthNumber } : {}),
      ...(year?.length === 4 ? { year: Number(year) } : {}),
    };
  }
  return undefined;
}

/** "premier" is 1. */
function dayNumber(words: string | undefined, { dates }: Language): number | undefined {
  if (words === undefined) return undefined;
  return dates.days.findIndex((form) => new RegExp(`^(?:${form})$`, 'iu').test(words)) + 1;
}

/** The month and year in a title or heading; the year alone if it names no month. */
export function readWrittenMonth(text: string, language: Language): WrittenMonth {
  const { month, numbers } = writtenDayPatterns(language);
  const match = month.exec(text);
  const named = match?.groups && numbers.get((match.groups['month'] ?? '').toLowerCase());
  if (match?.groups && named) return { month: named, year: Number(match.groups['year']) };
  const years = [...text.matchAll(new RegExp(`(?<!\\d)(?:${YEAR})(?!\\d)`, 'g'))];
  return years.length === 1 ? { year: Number(years[0]?.[0]) } : {};
}

const feastPattern = perLanguage(
  ({ dates }) =>
    new RegExp(`(${dates.feasts.map(([words]) => words).join(')|(') || '(?!)'})`, 'iuy'),
);

/** A feast on a line of its own: "Ostersonntag.", "Christmas Day". */
export function readFeastLine(text: string, language: Language): WrittenDay | undefined {
  const feast = feastPattern(language);
  feast.lastIndex = 0;
  const match = feast.exec(text);
  if (!match || !/^[\s.:]*$/.test(text.slice(feast.lastIndex))) return undefined;
  const [, on] = language.dates.feasts[match.slice(1).findIndex((one) => one !== undefined)] ?? [];
  if (on === undefined) return undefined;
  const place = { start: 0, end: match[0].length };
  if (typeof on === 'number') return { ...place, fromEaster: on };
  const [month, day] = on.split('-').map(Number);
  return { ...place, ...(month && day ? { month, day } : {}) };
}

/** "1851", "February", "März 1845." on a line of its own: a heading of the days below it. */
export function readPeriodLine(text: string, language: Language): WrittenMonth | undefined {
  const { period, numbers } = writtenDayPatterns(language);
  const { month, year } = period.exec(text)?.groups ?? {};
  const number = month === undefined ? undefined : numbers.get(month.toLowerCase());
  if (number === undefined && year === undefined) return undefined;
  return {
    ...(number === undefined ? {} : { month: number }),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}
