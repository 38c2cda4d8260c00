/**
 * The order of W3C dates. Comparing them as strings would be wrong for years before Christ and
 * years of more than four digits.
 */
import { byCodeUnit } from '../core/text.ts';

/** Negative if `one` is earlier. Anything that is not a date comes last, compared as a string. */
export function compareDates(one: string, other: string): number {
  const [a, b] = [yearAndRest(one), yearAndRest(other)];
  if (a === undefined || b === undefined)
    return Number(a === undefined) - Number(b === undefined) || byCodeUnit(one, other);
  return a.year - b.year || byCodeUnit(a.rest, b.rest);
}

function yearAndRest(date: string): { readonly year: number; readonly rest: string } | undefined {
  const [all, year] = /^(-?\d{4,})/.exec(date) ?? [];
  return all === undefined ? undefined : { year: Number(year), rest: date.slice(all.length) };
}
