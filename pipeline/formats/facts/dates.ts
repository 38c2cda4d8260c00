/** Dates as formats write them: in words, as an ISO 8601 interval, as EDTF. */
import { pattern } from '../../core/text.ts';
import type { DateFacts } from '../../model/facts.ts';

/** A date as xslt/metadata/dating.xsl gives it. */
export interface StatedDate {
  readonly text: string | null;
  readonly inWords: string | null;
  readonly when: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly lasting: boolean;
  readonly circa: boolean;
  readonly certainty: string | null;
}

/** "c. 1750", "um 1750", "vers 1750": words for an approximate date. */
const ABOUT = pattern('i')`
    ^(?:\[?\s*)(?:c\.|ca\.?|circa|about|around|approx(?:imately|\.)|um|gegen|etwa|vers|env(?:iron|
    \.)|hacia|circa del|około)(?=[\s\d])
  `;

export function dateFacts(stated: StatedDate): DateFacts {
  const { text, inWords, when, start, end, lasting, certainty } = stated;
  const circa = stated.circa || ABOUT.test(text ?? '');
  const limits = [...new Set([start, end])].filter((limit) => limit !== null);
  // Inferred limits, and dates without a calendar form, use the header's words, which may say more:
  // "May 1964, before the 31st".
  const exact = when !== null || (lasting && start !== null && end !== null);
  const modern = limits.every((limit) => /^\d{4}(-|$)/.test(limit));
  const words = exact && modern && !circa ? (inWords ?? text) : (text ?? inWords);
  const isLimited = limits.length > 0;
  return {
    text: text ?? (limits.join('–') || null),
    words,
    when,
    start,
    end,
    lasting,
    circa,
    range: when ?? (isLimited ? `${start ?? '..'}/${end ?? '..'}` : null),
    edtf: isLimited ? edtf(stated, circa) : null,
    certainty,
  };
}

function edtf({ when, start, end, lasting, certainty }: StatedDate, circa: boolean): string {
  const doubtful = certainty === 'low';
  const mark = circa && doubtful ? '%' : circa ? '~' : doubtful ? '?' : '';
  if (when !== null) return when + mark;
  if (lasting) return [start, end].map((limit) => (limit === null ? '..' : limit + mark)).join('/');
  return `[${start ?? ''}..${end ?? ''}]`;
}

/** The year of a day, month or year in figures: `1964`, `201` of `0201-05`, `-44`. */
export function yearOf(day: string): string {
  return /^-?\d+/.exec(day)?.[0].replace(/^(-?)0+(?=\d)/, '$1') ?? '';
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Whether a text is a year, a month or a day of the calendar. */
export function isDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true;
  return isDay(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
}
