/**
 * The year of a date in words: stated, relative to the document's ("d. J.", "dernier"), or near.
 */

import type { Language } from '../../languages/model/language.ts';
import { civilDay, type Days, dayOf } from '../values/calendar.ts';
import type { MatchGroups } from '../values/match.ts';

export interface InferredYear {
  readonly year: number;
  /** It is not stated but derived from the document. */
  readonly near?: true;
}

export function statedYear(
  groups: MatchGroups,
  language: Language,
  anchor: Days | undefined,
  of: { readonly month: number; readonly day?: number },
): InferredYear | undefined {
  if (groups['year'] !== undefined) return { year: Number(groups['year']) };
  const step = stepOf(groups['relYear'], language.dates.relativeYears);
  if (step === undefined || !anchor) return undefined;
  const first = civilDay(anchor.first).year;
  if (first !== civilDay(anchor.last).year) return undefined;
  return { year: first + (typeof step === 'number' ? step : yearsTo(step, of, anchor)) };
}

/** "15 mars dernier": the last 15 March before the document's day, "prochain" the next one. */
function yearsTo(
  direction: 'past' | 'future',
  { month, day }: { readonly month: number; readonly day?: number },
  anchor: Days,
): number {
  const written = civilDay(anchor.first);
  const order = (m: number, d: number | undefined) => m * 100 + (day === undefined ? 0 : (d ?? 0));
  const distance = order(month, day) - order(written.month, written.day);
  if (direction === 'past') return distance < 0 ? 0 : -1;
  return distance > 0 ? 0 : 1;
}

/** The days of a document define an omitted year only if their distance is not larger than this. */
const WIDEST_ANCHOR = 62;

export function nearYear(
  anchor: Days | undefined,
  month: number,
  day: number,
): InferredYear | undefined {
  if (!anchor || month < 1 || anchor.last - anchor.first > WIDEST_ANCHOR) return undefined;
  const { year } = civilDay(anchor.first);
  const distance = (one: number) => Math.abs(dayOf(one, month, day) - anchor.first);
  const nearest = [year - 1, year, year + 1].reduce((best, one) =>
    distance(one) < distance(best) ? one : best,
  );
  return { year: nearest, near: true };
}

export function stepOf<Step>(
  words: string | undefined,
  table: readonly (readonly [words: string, step: Step])[],
): Step | undefined {
  if (words === undefined) return undefined;
  return table.find(([forms]) => new RegExp(`^(?:${forms})$`, 'iu').test(words))?.[1];
}
