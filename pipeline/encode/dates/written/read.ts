/**
 * Reads a date that begins at a place of a text, in the words of its language, and resolves what it
 * omits against the document's days.
 *
 * A day without its year is the one nearest to the document. Impossible dates (30 February) are no
 * dates. Before a country had the Gregorian calendar a date is marked as less than sure, since the
 * calendar is not stated; "old style" states the Julian one: its value is the Gregorian day.
 */
import type { Certainty, Dating } from '../../../authorities/model.ts';
import type { Language } from '../../languages/language.ts';
import { type Days, dayValue } from '../calendar.ts';
import { julianDay } from './calendars.ts';
import { formsOf } from './forms.ts';
import { IMPOSSIBLE, READERS } from './readers.ts';

export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly dating?: Dating;
  readonly certainty: Certainty;
  readonly rule: string;
  /** A day that no calendar has (30 February): the words are no date. */
  readonly impossible?: true;
}

/** `anchor`: the days that the document was written on. */
export function readWrittenDate(
  text: string,
  start: number,
  language: Language,
  anchor: Days | undefined,
): WrittenDate | undefined {
  for (const { name, pattern } of formsOf(language).forms) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match?.groups) continue;
    const found = READERS[name](match.groups, language, anchor);
    if (found === 'refused') continue;
    if (found === 'impossible') return { start, end: start + match[0].length, ...IMPOSSIBLE };
    const end = start + match[0].trimEnd().length;
    if (/\p{L}/u.test(text[end] ?? '') && /[\p{L}\d]$/u.test(match[0])) continue;
    return withOldStyle({ start, end, ...found }, text, language);
  }
  return undefined;
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
