/** The volume that printed a text: which form its reference has. */
import type { PrintFacts } from '../../model/facts.ts';
import { joined } from '../writing/values.ts';

const BARE_NUMBER = /^(?:\d+|[ivxlc]+)\.?$/i;

/**
 * Whether series and volume come before the title, as in "Foreign Relations …, 1964–1968, Volume
 * XXXI, Title": the volume is in words, or the title is missing.
 */
export function seriesFirst({ title, volume, subseries }: PrintFacts): boolean {
  const inWords = (part: string | null): boolean => part !== null && !BARE_NUMBER.test(part);
  return title === null || inWords(volume) || inWords(subseries);
}

/** "Library of Grain 7". */
export function numberedSeries({ series, subseries }: PrintFacts): string | null {
  return series && joined([series, subseries], ' ');
}

/** Whether a text is the whole printed book and not a part of it. */
export function isWholePrint(title: string, print: PrintFacts | null): boolean {
  const folded = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return print?.title != null && !print.journal && folded(print.title) === folded(title);
}
