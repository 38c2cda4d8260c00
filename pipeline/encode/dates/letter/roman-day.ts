/**
 * Days of the Roman calendar in Latin letters: "pridie Idus Martias 1541", "4. Cal. Maii anno
 * 1536", "Nonis Iulii".
 */

import { romanOrArabic } from '../../../core/text.ts';
import type { DatelineDate } from '../../engine/model.ts';
import { dayOf, dayValue } from '../values/calendar.ts';

/** The first letters of the months, from January. */
const MONTHS = 'ian|febr?|mart|apr|ma[ij]|iun|iul|aug|sext|sept|oct|nov|dec'
  .replace(/ian|iun|iul/g, (month) => `[ij]${month.slice(1)}`)
  .split('|');
/** "Sextilis" is August. */
const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 8, 9, 10, 11, 12];

const FORM = new RegExp(
  String.raw`(?:(?<eve>pridie|prid\.)|(?:a\. ?d\. ?)?(?<before>\d{1,2}|[ivx]{1,5})\.?)?\s*` +
    String.raw`(?<mark>[ck]al(?:end(?:as|is|ae))?|non(?:as|is|ae)?|id(?:us|ibus)?)\.?\s+` +
    String.raw`(?<month>${MONTHS.join('|')})\p{L}*\.?` +
    String.raw`(?:,?\s*(?:(?:anno(?: domini)?|a\.(?: ?d\.)?)\s*)?(?<year>1[0-8]\d\d)(?!\d))?`,
  'iuy',
);

/** The day at `start`; without a value where its year is missing or may be the one before. */
export function readRomanDay(text: string, start: number): DatelineDate | undefined {
  FORM.lastIndex = start;
  const match = FORM.exec(text);
  if (!match?.groups) return undefined;
  const { eve, before, mark = '', month: name = '', year } = match.groups;
  const month = NUMBERS[MONTHS.findIndex((form) => new RegExp(`^${form}`, 'iu').test(name))] ?? 0;
  const end = start + match[0].length;
  const back = eve ? 1 : before ? romanOrArabic(before) - 1 : 0;
  const calends = /^[ck]/iu.test(mark);
  // "4. Cal. Ianuarii 1541" is in December: of that year, or of the one before.
  if (!year || back < 0 || back > 18 || (calends && month === 1 && back > 0)) return { start, end };
  const late = [3, 5, 7, 10].includes(month) ? 2 : 0;
  const day = calends ? 1 : /^n/iu.test(mark) ? 5 + late : 13 + late;
  return { start, end, dating: { when: dayValue(dayOf(Number(year), month, day) - back) } };
}
