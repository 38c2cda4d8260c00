/**
 * Documents and the dates of which they speak, in one order of time.
 *
 * In: the documents and the entries of the index of dates. Out: years with what falls into them. What has no date is left out.
 */
import type { SiteDocument, SiteEntry } from './site.ts';

/** A day or a span: a document that was written then, or the entry of a date of which texts speak. */
export interface Moment {
  /** In words. */
  readonly when: string;
  readonly document: SiteDocument | null;
  readonly entry: SiteEntry | null;
}

export interface Year {
  readonly year: string;
  readonly moments: readonly Moment[];
}

interface Placed extends Moment {
  /** W3C date or the beginning of one; a year before its months, a month before its days. */
  readonly at: string;
}

export function chronology(documents: readonly SiteDocument[], dates: readonly SiteEntry[]): Year[] {
  const written = documents.flatMap((document): Placed[] => {
    const { date } = document.header;
    return date?.earliest ? [{ at: date.earliest, when: date.text, document, entry: null }] : [];
  });
  const spokenOf = dates.map((entry): Placed => ({ at: entry.filedAs, when: entry.name, document: null, entry }));
  // A stable sort: at one moment the documents stand before what is said of it, both in their own order.
  const all = [...written, ...spokenOf].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  const years = new Map<string, Moment[]>();
  for (const { at, ...moment } of all) {
    const year = at.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), moment]);
  }
  return [...years].map(([year, moments]) => ({ year, moments }));
}
