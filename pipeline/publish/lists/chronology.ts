/**
 * Documents and the dates in texts, in chronological order.
 *
 * Takes the documents and the entries of the index of dates. Returns pages, each with years, their
 * months, and the documents and dates in them. A small edition has one page with everything. For a
 * larger one the first page is a calendar that leads to the others: one a decade, a year, a month
 * or a day, depending on how much fits on a page. Documents without a date are omitted.
 */

import { compareDates } from '../../model/date-order.ts';
import type { SiteDocument, SiteEntry } from '../site/site-model.ts';
import { dayKey, groupByKey, monthOf, yearKey } from './date-groups.ts';
import type { Jump } from './lists.ts';

/** A day or a span: a document that was written then, or the entry of a date in texts. */
export interface ChronologyMoment {
  /**
   * W3C date, with a time or not, or the beginning of one; a year before its months, a month before
   * its days.
   */
  readonly at: string;
  /** In words. */
  readonly when: string;
  readonly document: SiteDocument | null;
  readonly entry: SiteEntry | null;
}

interface Month {
  /** `1964-05`; the year alone if the month is unknown. */
  readonly key: string;
  readonly anchor: string;
  /** `05`; null if the month is unknown. */
  readonly month: string | null;
  readonly moments: readonly ChronologyMoment[];
}

interface Year {
  readonly year: string;
  readonly anchor: string;
  readonly months: readonly Month[];
}

export interface ChronologyPage {
  readonly address: string;
  /** The span of the page: `1960s`, `1964`, `1964-05`; null for the first page. */
  readonly span: string | null;
  readonly years: readonly Year[];
  /** On the first page of several. */
  readonly calendar: readonly CalendarYear[];
  readonly previous: PageLink | null;
  readonly next: PageLink | null;
}

export interface PageLink {
  readonly address: string;
  readonly span: string;
}

/** A row of the calendar; its first cell is for dates without a month, then come twelve months. */
export interface CalendarYear {
  readonly year: string;
  readonly address: string;
  readonly documents: number;
  readonly cells: readonly (CalendarCell | null)[];
}

interface CalendarCell {
  readonly month: string | null;
  readonly count: number;
  /** 1 to 4: how full, compared with the fullest. */
  readonly degree: number;
  readonly address: string;
}

/** More would make a page too long to read and too heavy to load. */
const MOST_MOMENTS = 120;

/** The spans of pages, the widest first: each the beginning of a moment's date. */
const SPANS: readonly ((at: string) => string)[] = [
  (at) => (/^\d{4}/.test(at) ? `${at.slice(0, 3)}0s` : yearKey(at)),
  yearKey,
  monthOf,
  dayKey,
];

const FIRST = '/chronology.html';

/** Whether the chronology has pages: a document has a date, or a text mentions one. */
export function hasChronology(
  documents: readonly SiteDocument[],
  dates: readonly SiteEntry[],
): boolean {
  return (
    documents.some(({ header }) => Boolean(header.date?.earliest)) ||
    dates.some(({ mentionCount }) => mentionCount > 0)
  );
}

/** The pages of the chronology; none if no document has or names a date. */
export function chronology(
  documents: readonly SiteDocument[],
  dates: readonly SiteEntry[],
): ChronologyPage[] {
  if (!hasChronology(documents, dates)) return [];
  const moments = inOrder(documents, dates);
  if (moments.length <= MOST_MOMENTS) {
    return [
      {
        address: FIRST,
        span: null,
        years: byYear(moments),
        calendar: [],
        previous: null,
        next: null,
      },
    ];
  }
  const parts = split(moments, 0);
  const links = parts.map(({ span }): PageLink => ({ span, address: `/chronology/${span}.html` }));
  const pages = parts.map(({ moments }, place): ChronologyPage => {
    const { address, span } = links[place] as PageLink;
    return {
      address,
      span,
      years: byYear(moments),
      calendar: [],
      previous: links[place - 1] ?? null,
      next: links[place + 1] ?? null,
    };
  });
  const calendar = calendarOf(moments, pages);
  return [
    { address: FIRST, span: null, years: [], calendar, previous: null, next: null },
    ...pages,
  ];
}

/**
 * Links to the parts of a page: to its years, or to the months of its only year. `inWords`: of a
 * span.
 */
export function jumpsWithin(
  { address, years }: ChronologyPage,
  inWords: (span: string) => string,
): Jump[] {
  const [only] = years;
  if (years.length !== 1 || !only)
    return years.map(({ year, anchor }) => ({
      text: inWords(year),
      address: `${address}#${anchor}`,
    }));
  return only.months.map(({ key, anchor }) => ({
    text: inWords(key),
    address: `${address}#${anchor}`,
  }));
}

/**
 * At one moment documents come before mentions of it, both in their own order: the sort is stable.
 */
function inOrder(
  documents: readonly SiteDocument[],
  dates: readonly SiteEntry[],
): ChronologyMoment[] {
  const written = documents.flatMap((document): ChronologyMoment[] => {
    const { date } = document.header;
    return date?.earliest ? [{ at: date.earliest, when: date.text, document, entry: null }] : [];
  });
  // A date without mentions in texts is omitted beside its documents.
  const spokenOf = dates
    .filter(({ mentionCount }) => mentionCount > 0)
    .map(
      (entry): ChronologyMoment => ({ at: entry.filedAs, when: entry.name, document: null, entry }),
    );
  return [...written, ...spokenOf].sort((a, b) => compareDates(a.at, b.at));
}

/** Pages of one span after another; a part that is too long is split by the next narrower span. */
function split(
  moments: readonly ChronologyMoment[],
  level: number,
): { span: string; moments: readonly ChronologyMoment[] }[] {
  const spanOf = SPANS[level] as (at: string) => string;
  return groupByKey(moments, ({ at }) => spanOf(at)).flatMap(({ key, items }) => {
    const whole = items.length <= MOST_MOMENTS || level + 1 === SPANS.length;
    return whole ? [{ span: key, moments: items }] : split(items, level + 1);
  });
}

function byYear(moments: readonly ChronologyMoment[]): Year[] {
  return groupByKey(moments, ({ at }) => yearKey(at)).map(({ key: year, items }) => ({
    year,
    anchor: `site-${year}`,
    months: groupByKey(items, ({ at }) => monthOf(at)).map(({ key, items }): Month => {
      const month = key === year ? null : key.slice(year.length + 1);
      return { key, anchor: `site-${year}-${month ?? '00'}`, month, moments: items };
    }),
  }));
}

function calendarOf(
  moments: readonly ChronologyMoment[],
  pages: readonly ChronologyPage[],
): CalendarYear[] {
  const addresses = new Map<string, string>();
  for (const { address, years } of pages) {
    for (const { year, anchor, months } of years) {
      for (const month of months) {
        if (!addresses.has(year)) addresses.set(year, `${address}#${anchor}`);
        // Links to a month on several pages lead to its beginning.
        const key = month.month === null ? `${year}-00` : month.key;
        if (!addresses.has(key)) addresses.set(key, `${address}#${month.anchor}`);
      }
    }
  }
  const years = groupByKey(moments, ({ at }) => yearKey(at));
  const fullest = Math.max(
    ...groupByKey(moments, ({ at }) => monthOf(at)).map(({ items }) => items.length),
  );
  return years.map(({ key: year, items }) => {
    const months = new Map(
      groupByKey(items, ({ at }) => monthOf(at)).map(({ key, items }) => [key, items.length]),
    );
    const cells = Array.from({ length: 13 }, (_, n): CalendarCell | null => {
      const month = n === 0 ? null : String(n).padStart(2, '0');
      const count = months.get(month === null ? year : `${year}-${month}`) ?? 0;
      if (count === 0) return null;
      const degree = Math.ceil(4 * Math.sqrt(count / fullest));
      return { month, count, degree, address: addresses.get(`${year}-${month ?? '00'}`) as string };
    });
    const documents = items.filter(({ document }) => document !== null).length;
    return { year, address: addresses.get(year) as string, documents, cells };
  });
}
