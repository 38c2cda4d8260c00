/** The day of a letter in its title. */
import type { Dating } from '../../../authorities/model.ts';
import type { DatelineDate } from '../../engine/model.ts';
import type { Language } from '../../languages/model/language.ts';
import { perLanguage } from '../../languages/model/per-language.ts';
import { daysInMonth } from '../values/calendar.ts';
import { friendsDay } from './friends-day.ts';
import { dayAs, type LetterDay } from './letter-day.ts';
import { readWrittenDay } from './written-day.ts';

const titlePatterns = perLanguage(({ weekdays, dayEnding, letters: { kinds } }) => {
  const weekday = `(?:(?:${weekdays.flat().join('|') || '(?!)'})\\.?,? )?`;
  const days = weekdays.flat().filter((word) => word.length > 2);
  const day = `(?:[\\s,]|(?:und|and|et|y) |(?:${days.join('|') || '(?!)'})\\.?(?!\\p{L}))*`;
  return {
    /** The first day of a range and its joining word, before the last day. */
    before: new RegExp(
      `(?<![\\p{L}\\d])(?<first>${weekday}(?<day>\\d{1,2})(?:${dayEnding || '(?!)'})?)` +
        '(?<joint> ?[–—/-] ?| (?:und|bis|and|to|et|au|y|al) | (?<either>or|oder|ou|o) )$',
      'iu',
    ),
    /** "Letter 2 - " is the letter's number in its edition. */
    numbered: new RegExp(`^(?:${kinds})(?: n[.º°ro]{0,2})? $`, 'iu'),
    /** After the title's day: brackets, an editor's word, weekdays ("Dienstag und Mittwoch"). */
    end: new RegExp(`^${day}[\\s\\].)?]*(?:\\[\\p{L}[^\\]]{0,20}\\])?$`, 'iu'),
  };
});

/** The first day of "20. und 21. Mai 1806", "Sunday, 3 or Monday, 4 June 1888". */
function rangeBefore(
  title: string,
  start: number,
  last: Required<LetterDay>,
  language: Language,
): { readonly start: number; readonly dating: Dating } | undefined {
  const before = titlePatterns(language).before.exec(title.slice(0, start));
  const { first = '', joint = '', day = '', either } = before?.groups ?? {};
  const from = Number(day);
  if (!before || from < 1 || from >= last.day) return undefined;
  if (titlePatterns(language).numbered.test(title.slice(0, before.index))) return undefined;
  const [begin, end] = [from, last.day].map((value) => dayAs(last.year, last.month, value));
  const dating =
    either === undefined
      ? { from: begin as string, to: end as string }
      : { notBefore: begin as string, notAfter: end as string };
  return { start: start - first.length - joint.length, dating };
}

/** The last full day in a title, with its form there; undefined if it names none. */
export function readTitleDay(
  printed: string,
  language: Language,
): { readonly known: LetterDay; readonly date: DatelineDate; readonly atEnd: boolean } | undefined {
  // A year that the edition supplies: "22. 3. [1897]".
  const title = printed.replace(/\u00a0/g, ' ').replace(/\[(\d{4})\]/g, '$1  ');
  // A full day has its year.
  if (!/(?:1\d|20)\d\d/.test(title)) return undefined;
  const positions = [...title.matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)].map(({ index }) => index);
  let found: { known: LetterDay; date: DatelineDate; atEnd: boolean } | undefined;
  let past = 0;
  for (const start of positions) {
    if (start < past) continue;
    const written =
      (language.tag === 'en' ? friendsDay(title, start) : undefined) ??
      readWrittenDay(title, language, start);
    if (written?.day === undefined || written.month === undefined || written.year === undefined)
      continue;
    if (written.day > daysInMonth(written.year, written.month)) continue;
    past = written.end;
    const known = { year: written.year, month: written.month, day: written.day };
    const range = rangeBefore(title, start, known, language);
    found = {
      known,
      date: {
        start: range?.start ?? start,
        end: written.end + (printed[written.end + 1] === ']' ? 2 : 0),
        dating: range?.dating ?? { when: dayAs(known.year, known.month, known.day) },
      },
      atEnd: titlePatterns(language).end.test(title.slice(written.end)),
    };
  }
  return found;
}
