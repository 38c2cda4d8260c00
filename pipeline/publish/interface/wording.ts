/**
 * Small texts that layouts need: years of a life, coordinates, the name of a passage.
 *
 * Takes values of the data. Returns plain text in the language of the interface.
 */

import type { BackLink } from '../../transform/back-links.ts';
import type { EntryData, HeaderData, LifeDate, NamedInHeader } from '../../transform/model.ts';
import { pointOf } from './coordinates.ts';
import type { Interface } from './strings.ts';

/**
 * "1907–2001", "1919–", "1912/1915–2001": the known years, and both limits if a year is uncertain.
 */
export function lifeDates(
  { birth, death }: Pick<EntryData, 'birth' | 'death'>,
  words: Interface,
): string {
  const years = (date: LifeDate | null): string => {
    const all = (date?.when ? [date.when] : (date?.limits ?? [])).map(
      (value) => /^-?\d{4,}/.exec(value)?.[0] ?? '',
    );
    return [...new Set(all)].map((year) => year && yearInWords(year, words)).join('/');
  };
  const [born, died] = [years(birth), years(death)];
  return born || died ? `${born}–${died}` : '';
}

/**
 * A date of a life in words: the entry's own, else the day written out in the language of the
 * interface.
 */
export function lifeDate({ words, when, dating }: LifeDate, spoken: Interface): string {
  if (words !== null) return words;
  return isWrittenDay(when) ? dayInWords(when, spoken) : (dating ?? '');
}

/** "November 24, 2026" for 2026-11-24; anything else, such as a year, stays unchanged. */
export function dayInWords(date: string, words: Interface): string {
  if (!isWrittenDay(date)) return date;
  const { language, strings } = words;
  // Intl does not write the ordinal of a first day: "1er mai".
  if (date.endsWith('-01') && strings['date.day.first'] !== strings['date.day']) {
    return spanInWords(date, words);
  }
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

function isWrittenDay(date: string | null): date is string {
  return date !== null && /^\d{4}-\d\d-\d\d$/.test(date);
}

/**
 * "-16.5 -68.15" (TEI geo, WGS 84) is "16.5° S, 68.15° W"; anything else stays unchanged.
 * `decimals`: how many at most.
 */
export function coordinatesInWords(geo: string, words: Interface, decimals = 10): string {
  const numbers = new Intl.NumberFormat(words.language, { maximumFractionDigits: decimals });
  const shown = (degrees: number, key: string): string =>
    words.say(`coordinates.${key}`, { degrees: numbers.format(Math.abs(degrees)) });
  const point = pointOf(geo);
  if (!point) return geo;
  const { latitude, longitude } = point;
  return words.say('coordinates', {
    latitude: shown(latitude, latitude < 0 ? 'south' : 'north'),
    longitude: shown(longitude, longitude < 0 ? 'west' : 'east'),
  });
}

/** A part of the chronology in words: `1960s`, `1964`, `1964-05`, `1964-05-07`. */
export function spanInWords(span: string, words: Interface): string {
  const [, decade] = /^(\d+)s$/.exec(span) ?? [];
  if (decade) return words.say('chronology.decade', { n: decade });
  const [, year, month, day] = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?$/.exec(span) ?? [];
  if (!year) return span;
  const named = yearInWords(year, words);
  if (!month) return named;
  const values = { year: named, month: words.say(`month.${month}`), day: Number(day) };
  if (!day) return words.say('date.month', values);
  return words.say(day === '01' ? 'date.day.first' : 'date.day', values);
}

/** "44 BCE" for -0044, "79 CE" for 0079; from the year 100 on a year is its number. */
function yearInWords(year: string, words: Interface): string {
  const number = Math.abs(Number(year));
  if (year.startsWith('-') || number === 0)
    return words.say('date.bce', { year: String(number || 1) });
  return number < 100 ? words.say('date.ce', { year: String(number) }) : String(number);
}

/** "Paragraph 3", "Note 2": the name of the passage that a mention is in. */
export function linkContext(
  { anchor, block, n }: Pick<BackLink, 'anchor' | 'block' | 'n'>,
  words: Interface,
): string {
  if (n !== null) return words.say('where.note', { n });
  const key = `where.${block}`;
  const number = /\d+$/.exec(anchor)?.[0] ?? anchor;
  return words.strings[key] === undefined
    ? words.say('where.other', { id: anchor })
    : words.say(key, { id: number });
}

/** The facts of a document in one line: "24 February 1968 · Washington · Warnke → Leddy". */
export function factsLine({
  date,
  places,
  sent,
  received,
}: Pick<HeaderData, 'date' | 'places' | 'sent' | 'received'>): string {
  const names = (named: readonly NamedInHeader[]): string =>
    named.map(({ text }) => text).join(', ');
  const correspondents = [names(sent), names(received)].filter((some) => some !== '');
  return [date?.text ?? '', names(places), correspondents.join(' → ')]
    .filter((part) => part !== '')
    .join(' · ');
}
