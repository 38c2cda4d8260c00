/**
 * Datelines of letters and despatches of all times, in any language of the table: "Legation of the
 * United States,⏎London, February 4, 1882. (Received February 16.)", "Potsdam, den 3ten Mai 1848",
 * "à Paris, ce 3 mai 1778", "Sanremo 22/II 1900", "10h früh".
 *
 * Takes a block's text with line feeds at its line ends, and the day that the title states, for an
 * omitted year. Returns places and dates by offset, or nothing if the block is not a dateline. One
 * line contains the date; the others are those of a letterhead.
 */
import type { Dateline, DatelineDate, DatelineSpan } from '../../engine/model.ts';
import type { Language } from '../../languages/model/language.ts';
import { perLanguage } from '../../languages/model/per-language.ts';
import { LANGUAGES } from '../../languages/table.ts';
import { commaParts } from './comma-parts.ts';
import { type LetterLine, readDateFirst } from './date-first.ts';
import { readDateline, readDates } from './dateline.ts';
import { ABOUT, DISTRICT, QUOTES } from './dateline-words.ts';
import { type LetterDay, readLetterDay, readSpecialDay } from './letter-day.ts';
import { splitReceived } from './received.ts';

/** A letterhead is short: lines, characters a line, characters in all. */
const MOST_LINES = 6;
const LONGEST_LINE = 90;
const LONGEST = 280;
/** The words of a place before the date. */
const MOST_PLACE_WORDS = 9;

export function readLetterDateline(
  printed: string,
  language: Language,
  known?: LetterDay,
): Dateline | undefined {
  const text = printed.replace(/\u00a0/g, ' ');
  if (text.length > LONGEST || text.includes('\t')) return undefined;
  const { end, received } = splitReceived(text, language);
  const body = text.slice(0, end);
  const lines = linesOf(body);
  if (lines.length === 0 || lines.length > MOST_LINES) return undefined;
  if (lines.some((line) => line.text.length > LONGEST_LINE) && lines.length > 1) return undefined;
  const read =
    (lines.length === 1 ? readDateline(body) : undefined) ?? readLines(lines, language, known);
  const dating = read?.dates[0]?.dating;
  return read && (received ? { ...read, received: received(dating) } : read);
}

function linesOf(text: string): LetterLine[] {
  let start = 0;
  // The year below its day, "den 22 Juli⏎1833.", belongs to the same line.
  const joined = text.replace(/\n(?=1\d{3}[.,]?\s*(?:\n|$))/g, ' ');
  return joined.split('\n').flatMap((line): LetterLine[] => {
    const begin = start + line.length - line.trimStart().length;
    start += line.length + 1;
    return line.trim() === '' ? [] : [{ start: begin, text: line.trim() }];
  });
}

/** The last line that ends with a date; the others have to be those of a letterhead. */
function readLines(
  lines: readonly LetterLine[],
  language: Language,
  known: LetterDay | undefined,
): Dateline | undefined {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] as LetterLine;
    const found = readLine(line, language, known);
    if (!found) continue;
    const others = lines.filter((other) => other !== line);
    if (!others.every(({ text }) => isLetterhead(text, language))) return undefined;
    return { places: placesOf(found.before, lines.slice(0, at), language), dates: found.dates };
  }
  return readDateFirst(
    lines,
    (text) => datesAt(text, 0, language, known),
    (text) => isLetterhead(text, language),
    language,
  );
}

interface DatedLine {
  /** The text before the date on its line. */
  readonly before: LetterLine;
  readonly dates: readonly DatelineDate[];
}

function readLine(
  line: LetterLine,
  language: Language,
  known: LetterDay | undefined,
): DatedLine | undefined {
  for (const position of line.text.matchAll(/(?<![\p{L}\d])[\p{L}\d[(½]/gu)) {
    const dates = datesAt(line.text, position.index, language, known);
    const last = dates?.at(-1);
    if (!dates || !last || !endsLine(line.text.slice(last.end), language)) continue;
    const ahead = line.text.slice(0, position.index);
    const about = ABOUT.exec(ahead)?.[0] ?? '';
    const before = beforeDate(ahead.slice(0, ahead.length - about.length), language);
    if (before === undefined) continue;
    if (before === '' && isWordAlone(line.text, dates)) continue;
    return {
      before: { start: line.start, text: before },
      dates: dates.map((date) => ({
        ...date,
        ...(about === '' ? {} : { certainty: 'low' as const }),
        start: date.start + line.start,
        end: date.end + line.start,
      })),
    };
  }
  return undefined;
}

/**
 * "May", "Mo" alone may be a name or any word; a dateline has a number, or a time of day, or is a
 * weekday's full name.
 */
function isWordAlone(text: string, dates: readonly DatelineDate[]): boolean {
  return dates.every(
    ({ start, end, dating }) => dating === undefined && !/\d|.{5}/.test(text.slice(start, end)),
  );
}

function datesAt(
  text: string,
  start: number,
  language: Language,
  known?: LetterDay,
): DatelineDate[] | undefined {
  const special = readSpecialDay(text, start, language);
  if (special) return [special];
  if (language.tag === 'en' && /[\p{L}\d]/u.test(text[start] ?? '')) {
    const english = readDates(text, start);
    if (english) return english;
  }
  const others = LANGUAGES.filter((other) => other !== language);
  for (const candidate of [language, ...others]) {
    const day = readLetterDay(text, start, candidate, candidate === language, known);
    if (day) return [day];
  }
  return undefined;
}

const datelinePatterns = perLanguage(({ letters, weekdays, dates }) => {
  const days = weekdays.flat();
  const times = [
    letters.timeOfDay,
    ...days.filter((word) => word.length > 2),
    ...dates.feasts.map(([words]) => words),
  ];
  const time = `(?:${times.join('|')})(?!\\p{L})`;
  const beforePlace = String.raw`(?:${letters.beforePlace})(?:\s|(?<=['’]))`;
  return {
    street: new RegExp(String.raw`^[\s,.;—–-]*(?:${letters.street})[.,]?$`, 'iu'),
    /** A time of day, a weekday, a feast, a mark of doubt, a full stop. */
    end: new RegExp(
      String.raw`^[’”"]?(?:[\s,.;:—–-]*${time})*(?: ?\[sic\]| ?[([][?!][)\]]|[\s,.;:—–-]|` +
        String.raw`[\])])*$`,
      'iu',
    ),
    joint: new RegExp(
      String.raw`(?:[\s,.;:—–…[(|\])-]|(?<!\p{L})(?:${letters.beforeDate}|${letters.timeOfDay}|` +
        String.raw`${days.join('|') || '(?!)'})(?=[\s.,]|$))+$`,
      'iu',
    ),
    place: new RegExp(String.raw`^[[(]?\s*(?:${beforePlace}|[\p{Lu}\d])`, 'u'),
    lowerPlace: new RegExp(`^${beforePlace}`, 'iu'),
    institutions: new RegExp(`(?<!\\p{L})(?:${letters.institution})`, 'giu'),
    institution: new RegExp(`^(?:${letters.institution})(?!\\p{L})`, 'iu'),
    beforePlace: new RegExp(`^(?:${letters.beforePlace})(?:\\s+|(?<=['’]))`, 'iu'),
  };
});

/** The text after the date on its line may be there: a time of day, a street, a full stop. */
function endsLine(rest: string, language: Language): boolean {
  const { street, end } = datelinePatterns(language);
  return street.test(rest) || end.test(rest);
}

/** The label of a form: "DATE: May 12, 1964". */
const DATE_LABEL = /^(?:date|dated|datum|fecha|data)$/i;

/**
 * The words before the date without the joining words; undefined if they are not those of a place
 * or letterhead.
 */
function beforeDate(before: string, language: Language): string | undefined {
  const patterns = datelinePatterns(language);
  const words = before.replace(patterns.joint, '');
  if (words === '' || DATE_LABEL.test(words)) return '';
  // An abbreviation keeps its full stop ("Washington, D.C.").
  const place = /\p{L}\.\p{L}$/u.test(words) && before[words.length] === '.' ? `${words}.` : words;
  if (
    place.split(/\s+/).length > MOST_PLACE_WORDS ||
    /[!?:;„»]|(?<!of)”|“/.test(place) ||
    QUOTES.test(place)
  )
    return undefined;
  if (!patterns.place.test(place) && !patterns.lowerPlace.test(place)) return undefined;
  // A place has no verb: its words are capitals, numbers and particles; "quartier général à Milan".
  const unnamed = place.replace(patterns.institutions, '');
  const lower = unnamed.split(/[\s,]+/).filter((word) => /^\p{Ll}{4,}/u.test(word));
  return lower.length > 1 ? undefined : place;
}

/** A capital, a number, or "near Bath". */
const LETTERHEAD = /^["„“»(['’]*(?:(?:bei|b\.|nahe|near|nr\.|près(?: de)?|cerca de) )?[\p{Lu}\d]/u;

/** A line of a letterhead: short, begins with a capital or a number, is not a sentence. */
function isLetterhead(text: string, language: Language): boolean {
  // "for the Insane", "cor West" below the first line
  const goesOn = /^\p{Ll}{1,4}\.? .*\p{Lu}/u.test(text) && text.split(/\s+/).length <= 6;
  if (text.length > LONGEST_LINE || !(goesOn || LETTERHEAD.test(text))) return false;
  if (/[!?:;]$/.test(text) || language.salutation.test(text)) return false;
  const sentence = text.replace(/\b\p{L}{1,4}\./gu, '');
  return !/[.!?] \p{Lu}\p{L}+ \p{Ll}{2,} \p{Ll}/u.test(sentence) && text.split(/\s+/).length <= 12;
}

/**
 * The place of a letterhead: that before the date, else the nearest line that is neither a street
 * nor an institution.
 */
function placesOf(
  before: LetterLine,
  above: readonly LetterLine[],
  language: Language,
): DatelineSpan[] {
  const { institution, beforePlace } = datelinePatterns(language);
  const lines = [...above, before].filter(({ text }) => text !== '');
  const candidates = lines.flatMap((line) => commaParts(line)).reverse();
  const towns = candidates.filter(({ text }) => !/\d/.test(text) && !institution.test(text));
  const offices = candidates.filter(({ text }) => !/\d/.test(text));
  // "N.-Ö., AUSTRIA", "N.Y." do not name a town.
  const named = towns.find(({ text }) => /^[^,]*\p{L}{3}/u.test(text) && !DISTRICT.test(text));
  const chosen = named ?? towns[0] ?? offices[0];
  if (!chosen) return [];
  const skipped = beforePlace.exec(chosen.text)?.[0].length ?? 0;
  const bracket = /^[\s[(]+/.exec(chosen.text.slice(skipped))?.[0].length ?? 0;
  const start = chosen.start + skipped + bracket;
  const end =
    chosen.start +
    chosen.text.replace(/[\s,.;\])—–-]+$/, (tail) => (tail === '.' ? '' : '')).length;
  return end > start ? [{ start, end }] : [];
}
