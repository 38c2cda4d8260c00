/**
 * The weight of a digit in running text as the anchor of a note, from its context.
 *
 * Takes a text and the place of a number in it. Returns a weight; the larger, the more likely; −∞
 * if it can't be an anchor. The weights order the cases below; `place.ts` maximizes their sum over
 * all notes.
 */

import type { WrittenOn } from './first-date.ts';
import type { NumberContext, Weighing } from './number-context.ts';
import { type NumberWords, wordPatterns } from './number-words.ts';
import { AROUND } from './weights-around.ts';

interface Circumstances {
  readonly words: NumberWords;
  /** The text is the document's title: the source note is anchored there. */
  readonly title: boolean;
  /** The note's own text. */
  readonly note: string;
  /** How often each number is in the main text; adjoining digits are one number. */
  readonly counts: ReadonlyMap<string, number>;
  /** The first whole date of the document, usually that of its writing. */
  readonly written?: WrittenOn | undefined;
}

/** The text right before the number: the first case that matches counts. */
const BEFORE: readonly Weighing[] = [
  { weight: 6, holds: ({ before, after }) => before === '' && after === '' },
  { weight: -8, holds: ({ before }) => before === '' },
  { weight: -7, holds: ({ before }) => /[([{]$/.test(before) },
  { weight: -8, holds: ({ before }) => /(?:[-–/$£#+=×°]|[-–—]\.)$/.test(before) },
  // "891.48 Mehabad/1": the number of a file, at the beginning of a line.
  { weight: -8, holds: ({ before }) => /^\d{3,4}\.$/.test(before) },
  // "3.5 percent", "12:30": the number continues, unless a sentence ends with it ("on May 2.3
  // The").
  {
    weight: -6,
    holds: ({ before, after, row }) =>
      /(?:^|[^\d])\d{1,3}[.:]$/.test(before) &&
      !/\p{L}[-–]\d+\.$/u.test(before) &&
      (row ||
        /[—–$£]\d+\.$/.test(before) ||
        !/^["”’)]?(?:\s+["“‘([]?\p{Lu}|\s+\(?\d{1,2}[.)]\s|$)/u.test(after)),
  },
  // "2 Cor. 4,6", "3,5": more likely one number than an anchor, unless there is no better place.
  { weight: 1, holds: ({ before }) => /(?:^|[^\d])\d{1,3},$/.test(before) },
  // "“", "‘" and "«" close a quotation where they follow its last word: „so“3, »so«3.
  {
    weight: 6,
    holds: ({ before }) => /[.!?;:,)\]”"’'…»]$|[^\s([{„‚»›—–-][“‘«‹›]$/.test(before),
  },
  { weight: 2, holds: ({ before }) => /—$/.test(before) },
  {
    weight: 0,
    holds: ({ run, before }) =>
      run === '' && /(?:^|[\p{L}.)\]”’"'])\s$/u.test(before) && /[.;:,)\]”"’']\s$/.test(before),
  },
  // "December 42": no month has 42 days; "26 November 633": the year 63; "May 12" is a day.
  {
    weight: 4,
    holds: ({ run, number, before, patterns: { dayBefore } }) =>
      dayBefore.in(before) !== undefined && Number(run) <= 31 && Number(run + number) > 31,
  },
  {
    weight: 1.5,
    holds: ({ run, before, patterns: { dayBefore } }) =>
      dayBefore.in(before) !== undefined && Number(run) > 31,
  },
  // "July 23", and the note speaks of July 2.
  {
    weight: 3,
    holds: ({ before, note, patterns: { dayBefore } }) => {
      const day = dayBefore.in(before);
      return day !== undefined && new RegExp(`${day}(?!\\d)`).test(note);
    },
  },
  // "Aug 11" in a telegram of August 4 is more likely August 1 and note 1.
  {
    weight: 1.5,
    holds: ({ run, number, before, written, patterns: { dayBefore } }) => {
      const month = dayBefore.in(before)?.slice(0, 3).toLowerCase();
      if (month === undefined || written?.month !== month) return false;
      return Number(run) > 0 && Number(run) <= written.day && Number(run + number) > written.day;
    },
  },
  {
    weight: -8,
    holds: ({ before, patterns: { dayBefore } }) => dayBefore.in(before) !== undefined,
  },
  // "telegram 5753", and the note speaks of telegram 575.
  {
    weight: 4,
    holds: ({ run, note }) =>
      run.length > 2 && new RegExp(`(?:^|[^\\d])${run}(?:[^\\d]|$)`).test(note),
  },
  // "in 19642": a whole year, then the note's number; but "1964" is not 196 with note 4.
  { weight: 1.5, holds: ({ run }) => /^1[789]\d\d$/.test(run) },
  { weight: 0.5, holds: ({ before }) => /(?:^|[^\d])1[789]\d\d[–-]\d\d$/.test(before) },
  { weight: -9, holds: ({ run, number }) => /^1[789]\d\d$/.test(run + number) },
  {
    weight: -7,
    holds: ({ before }) => /(?:[$£][\d,.]*\d|\d:\d|\d[–-]\d*|\p{L}[-–]\d+)$/u.test(before),
  },
  {
    weight: -7,
    holds: ({ before, after }) => /(?:^|[.;:]\s)\d+$/.test(before) && /^[.)]\s/.test(after),
  },
  // "cable 6122", and elsewhere "cable 612"; "Resolution 242", and elsewhere "Resolution 242".
  {
    weight: 2,
    holds: ({ run, number, counts }) =>
      run.length > 1 && (counts.get(run) ?? 0) > 0 && (counts.get(run + number) ?? 0) < 2,
  },
  {
    weight: -6,
    holds: ({ run, number, counts }) => run !== '' && (counts.get(run + number) ?? 0) > 1,
  },
  { weight: -3, holds: ({ run }) => run !== '' },
  { weight: 1.5, holds: ({ before }) => /(?:^|[^\p{L}])\p{Lu}$/u.test(before) },
  { weight: 4, holds: ({ before }) => /[\p{L}%]$/u.test(before) },
  { weight: 0.5, holds: ({ before, atEnd }) => /[\p{L}.)\]”’"']\s$/u.test(before) && atEnd },
  { weight: -4, holds: ({ before }) => /\d(?:,| and| or)?\s$/.test(before) },
  { weight: -0.5, holds: ({ before }) => /\p{Lu}[\p{L}.]+\s$/u.test(before) },
  { weight: -1.5, holds: ({ before }) => /\s$/.test(before) },
];

// Only anchors of further notes.
const ONLY_LABELS = /^(?:[\s,*†‡][\s\d,*†‡]*)?$/;

/** Weighs the number of `length` digits at `offset` of `text`. */
export function plausibility(
  text: string,
  offset: number,
  length: number,
  circumstances: Circumstances,
): number {
  const before = text.slice(Math.max(0, offset - 24), offset);
  const after = text.slice(offset + length, offset + length + 24);
  const at: NumberContext = {
    before,
    after,
    atEnd: (circumstances.title ? ONLY_LABELS : /^\s*$/).test(text.slice(offset + length)),
    run: /\d*$/.exec(before)?.[0] ?? '',
    number: text.slice(offset, offset + length),
    note: circumstances.note,
    counts: circumstances.counts,
    written: circumstances.written,
    title: circumstances.title,
    patterns: wordPatterns(circumstances.words),
    numbered: text.length < 30 && /^\p{Lu}\p{L}+\.?\s\d{1,3}(?:st|nd|rd|th|\.)?$/u.test(text),
    row: text.includes('\t'),
  };
  const left = BEFORE.find(({ holds }) => holds(at))?.weight ?? 0;
  const around = AROUND.reduce((sum, { weight, holds }) => (holds(at) ? sum + weight : sum), 0);
  const sourceNote =
    circumstances.title && at.atEnd && /^(?:Source|Summary):/.test(circumstances.note) ? 6 : 0;
  // "… May 3, 1974, 2013Z.1 2": the second of two anchors at the end of a title.
  const second = circumstances.title && at.atEnd && /\d[*†a-z]?,? $/.test(before) ? 10 : 0;
  return left + around + sourceNote + second;
}
