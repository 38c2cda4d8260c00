/**
 * A place and a day before the text that they date: "WASHINGTON, April 21.—The Seventh Regiment …",
 * "Lima, 3 de mayo de 1827. Salimos …".
 */
import type { Language } from '../../languages/model/language.ts';
import { readWrittenDay, type WrittenDay } from './written-day.ts';

/** Up to five words before a comma, or before the day in capitals. */
const PLACE = /^[[(]?\p{Lu}[\p{L}’'.-]*(?: [\p{L}’'.-]+){0,4}, /u;
const SEPARATOR =
  /^(?:[.,]?[\])]|[.:;]|[.,:;]?\s?(?:[—–―]|--)|,? [^.;:!?—–]{1,40}[.;:]?\s?(?:[—–―]|--))/;

/** The day with its month behind a place at the beginning of `text`. */
export function readPlacedDay(text: string, language: Language): WrittenDay | undefined {
  const place = PLACE.exec(text)?.[0].length;
  const day = place === undefined ? undefined : readWrittenDay(text, language, place);
  return day?.day !== undefined && day.month !== undefined ? day : undefined;
}

/** A full stop, colon, bracket or dash separates the day from the text behind it. */
export function isSeparated(text: string, { end }: WrittenDay): boolean {
  const rest = text.slice(end);
  const stop = text[end - 1] === '.' && /^\s+[\p{Lu}\d"“„«¡¿(]/u.test(rest);
  return stop || SEPARATOR.test(rest);
}
