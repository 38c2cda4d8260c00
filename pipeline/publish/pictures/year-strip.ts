/**
 * A strip of years: the number of documents in each, as bars of an SVG picture. Long spans are
 * counted by decades.
 */
import { tenth } from './labels.ts';

interface YearBar {
  /** `1964`; `1960s` for a decade. */
  readonly span: string;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The page that lists the documents of the year; null if there is none. */
  readonly address: string | null;
}

export interface YearStrip {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly YearBar[];
  /** The first and the last year with documents. */
  readonly first: string;
  readonly last: string;
}

const HEIGHT = 48;
const WIDTH = 640;
const WIDEST_BAR = 56;
const LOWEST = 3;
/** More years than these are counted by decades. */
const MOST_YEARS = 80;
/** A longer span in decades has no strip: one of its dates is wrong, or has another meaning. */
const MOST_DECADES = 200;

/** `years`: the year of each document. Null if they are all of one year. */
export function yearStrip(
  years: Iterable<number>,
  addressOf: (year: string) => string | null = () => null,
): YearStrip | null {
  const all = [...years];
  if (all.length === 0) return null;
  const [first, last] = [all.reduce(smaller), all.reduce(larger)];
  if (first === last) return null;
  const step = last - first < MOST_YEARS ? 1 : 10;
  const at = (year: number): number => Math.floor(year / step) * step;
  const slots = (at(last) - at(first)) / step + 1;
  if (slots > MOST_DECADES) return null;
  const counts = new Map<number, number>();
  for (const year of all) counts.set(at(year), (counts.get(at(year)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const slot = Math.min(WIDEST_BAR, WIDTH / slots);
  const bars = [...counts]
    .sort(([one], [other]) => one - other)
    .map(([year, count]): YearBar => {
      const height = Math.max(LOWEST, Math.round((HEIGHT * count) / most));
      return {
        span: step === 1 ? String(year) : `${year}s`,
        count,
        x: tenth(((year - at(first)) / step) * slot),
        y: HEIGHT - height,
        width: tenth(slot * 0.8),
        height,
        address: addressOf(String(year)),
      };
    });
  return {
    width: tenth(slots * slot),
    height: HEIGHT,
    bars,
    first: String(first),
    last: String(last),
  };
}

function smaller(one: number, other: number): number {
  return Math.min(one, other);
}

function larger(one: number, other: number): number {
  return Math.max(one, other);
}
