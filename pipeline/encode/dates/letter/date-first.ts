/**
 * Datelines that begin with the day: "Feb 6th, 77 St Mark's Place⏎N.Y.C.", "Tuesday. HINTERBERG⏎
 * HOF 6⏎AUSTRIA".
 *
 * Takes the lines of a block. Returns places and dates, or nothing if the words after the day are
 * not a letterhead: a letterhead's words have capitals, and it has a number, capitals throughout or
 * several lines; after a full date a short place is enough ("March 3, 1850, London").
 */
import type { Dateline, DatelineDate, DatelineSpan } from '../../engine/model.ts';
import type { Language } from '../../languages/model/language.ts';
import { LANGUAGES } from '../../languages/table.ts';

/** A line of a block, and its offset in it. */
export interface LetterLine {
  readonly start: number;
  readonly text: string;
}

/** The dates at the beginning of a text. */
type ReadDates = (text: string) => readonly DatelineDate[] | undefined;

const WEEKDAY = new RegExp(
  `^(?:${LANGUAGES.flatMap(({ weekdays }) => weekdays.map(([name]) => name)).join('|')})(?=[\\s.,]|` +
    '$)',
  'iu',
);

export function readDateFirst(
  [first, ...below]: readonly LetterLine[],
  read: ReadDates,
  isLetterhead: (text: string) => boolean,
  { letters }: Language,
): Dateline | undefined {
  if (!first) return undefined;
  const weekday = WEEKDAY.exec(first.text)?.[0];
  const dates =
    read(first.text) ?? (weekday === undefined ? undefined : [{ start: 0, end: weekday.length }]);
  const end = dates?.at(-1)?.end;
  if (!dates || end === undefined) return undefined;
  const rest = first.text.slice(end);
  const skipped = /^[\s.,;:—–-]*/.exec(rest)?.[0].length ?? 0;
  if (skipped === 0 && rest !== '') return undefined;
  const behind = { start: first.start + end + skipped, text: rest.slice(skipped) };
  const others = [behind, ...below].filter(({ text }) => text !== '');
  const all = others.map(({ text }) => text).join('\n');
  const full = dates.some(({ dating }) => (dating?.when?.length ?? 0) >= 10);
  const short = others.length === 1 && all.split(/\s+/).length <= 3;
  const postal = /\d/.test(all) || others.length > 1 || !/\p{Ll}/u.test(all) || (full && short);
  if (others.length === 0 || !postal || !others.every(({ text }) => isLetterhead(text)))
    return undefined;
  if (/(?<!\p{L})\p{Ll}{4,}/u.test(all)) return undefined;
  const institution = new RegExp(`^(?:${letters.institution})(?!\\p{L})`, 'iu');
  return {
    places: others.flatMap((line) => townIn(line, institution)).slice(0, 1),
    dates: dates.map((date) => ({
      ...date,
      start: date.start + first.start,
      end: date.end + first.start,
    })),
  };
}

/** The first part of a line, without brackets after it. */
function townIn({ start, text }: LetterLine, institution: RegExp): DatelineSpan[] {
  const part = /^[^,;(\d]+/.exec(text)?.[0].trimEnd() ?? '';
  const numbered = /^[^,;(]*\d/.test(text);
  return numbered || !/\p{L}{3}/u.test(part) || institution.test(part)
    ? []
    : [{ start, end: start + part.length }];
}
