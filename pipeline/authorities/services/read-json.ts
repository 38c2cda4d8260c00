/** Reads the JSON of authority services: anything that is not as documented counts as missing. */
import { foldedWords } from '../../core/text.ts';

type Fields = Readonly<Record<string, unknown>>;

export function jsonFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

export function jsonList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A text or number as one line of words, without control characters. */
export function oneLine(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const words = foldedWords(String(value).replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' '));
  return words === '' ? undefined : words.slice(0, 500);
}

/** A W3C date from "1862-05-15", "+1862-05-15T00:00:00Z", "1862-00-00" or "1862". */
export function dateOf(value: unknown): string | undefined {
  const [, sign = '', year, month, day] =
    /^([+-]?)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(oneLine(value) ?? '') ?? [];
  if (year === undefined) return undefined;
  const parts = [year];
  if (month !== undefined && month !== '00') {
    parts.push(month);
    if (day !== undefined && day !== '00') parts.push(day);
  }
  return `${sign === '-' ? '-' : ''}${parts.join('-')}`;
}

/** The object without the fields that are undefined. */
export function withoutUndefined<T extends object>(
  fields: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as never;
}
