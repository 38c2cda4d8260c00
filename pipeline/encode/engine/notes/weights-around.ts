/** The weights of a number as the anchor of a note, by the text on both sides of it. */
import { pattern } from '../../../core/text.ts';
import type { Weighing } from './number-context.ts';

/** Whether a text has a name after which no digit follows: "94/1", not "94/11". */
function namesWhole(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[\d/–-]/.test(text[at + name.length] ?? '')) return true;
  return false;
}

/** Less than the cost of a note without an anchor: the number may not be an anchor. */
const IMPOSSIBLE = -Infinity;
const RECENT_YEAR = /^(?:1[789]\d|20[0-2])\d$/;
/** Words before a year, and its first three digits. */
const IN_YEAR =
  /(?<!\p{L})(?:in|since|until|year|im|seit|bis|jahre?|anno|en|depuis|an|année|desde|año) \d{3}$/iu;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

const POSTAL_DISTRICT = pattern('u')`
    (?:(?:,|\p{L}{3}) |^)(?:[NS]\. ?[EW]\.|[EW]\. ?C\.|(?<=, )[NSEW]\.|
    (?<=, )(?:[NS][EW]|[EW]C|[NSEW])) ?\d?$
  `;
const ORDINAL_ENDING = pattern('iu')`
    ^\d?(?:d[ao]|r[ao]|t[ao]|m[ao]|n[ao]|v[ao]|t(?:e[nrs]?)?|st(?:e[nr]?)?|nd|rd|th|[èe]me|ère)
    (?!\p{L})
  `;

/** The text around the number: every case that matches counts. */
export const AROUND: readonly Weighing[] = [
  // "1964": an anchor is not the beginning of a number; nor of a title's, "137.2 Letter".
  {
    weight: IMPOSSIBLE,
    holds: ({ before, after }) => /(?:^|\s)$/.test(before) && /^\d/.test(after),
  },
  {
    weight: IMPOSSIBLE,
    holds: ({ before, after, title }) =>
      title && /^[\d.]*$/.test(before) && /^(?:[\d.]*\d)?[.:]?\s/.test(after),
  },
  // "1916": an anchor is not within a year.
  {
    weight: IMPOSSIBLE,
    holds: ({ run, number, after }) =>
      /^\d/.test(after) && YEAR.test(run + number + (/^\d*/.exec(after)?.[0] ?? '')),
  },
  // "May 4th 1902", "in 1902": a year keeps its last digit.
  {
    weight: IMPOSSIBLE,
    holds: ({ before, run, number, patterns: { yearBefore } }) =>
      run.length === 3 &&
      RECENT_YEAR.test(run + number) &&
      (IN_YEAR.test(before) || yearBefore.in(before) !== undefined),
  },
  // "Paris 2 June 1890": a whole date includes its day.
  {
    weight: IMPOSSIBLE,
    holds: ({ before, after, patterns: { dayOfDate } }) =>
      /(?:^|\s)$/.test(before) && dayOfDate.test(after),
  },
  // "10 Downing Street, S.W.1", "London, E.C.4": the number of a postal district.
  {
    weight: IMPOSSIBLE,
    holds: ({ before }) => POSTAL_DISTRICT.test(before),
  },
  // "2da parte", "11mo", "3ter": an ordinal.
  {
    weight: IMPOSSIBLE,
    holds: ({ before, after }) => /(?:^|\s)\d?$/.test(before) && ORDINAL_ENDING.test(after),
  },
  // "NSC 94/11", and the note speaks of "NSC 94/1".
  {
    weight: 14,
    holds: ({ before, note }) => {
      const name = /(?:\S+ )?[\p{L}\d]*\d[/–-]\d+$/u.exec(before)?.[0];
      return name !== undefined && namesWhole(note, name);
    },
  },
  { weight: -9, holds: ({ after }) => /^\d/.test(after) },
  { weight: -5, holds: ({ after }) => /^(?:st|nd|rd|th|[a-z])\b/.test(after) },
  { weight: -3, holds: ({ after }) => /^\p{L}/u.test(after) },
  { weight: -6, holds: ({ after }) => /^(?:-(?!-)|[–/%°]|[.,:]\d)/.test(after) },
  // "Tuesday 11", "Chapter 12": a word and its number fill the line.
  { weight: -6, holds: ({ numbered }) => numbered },
  { weight: -3, holds: ({ before, after }) => /\s$/.test(before) && /^[.)]\s/.test(after) },
  { weight: -8, holds: ({ after }) => /^\s?(?:[ap]\.?\s?m\b|[ap]\.m\.)/i.test(after) },
  // "February 5, 680": a number after a month is more likely its day than an anchor.
  {
    weight: -6,
    holds: ({ before, patterns: { monthAlone } }) => monthAlone.in(before) !== undefined,
  },
  // "dated 31 [30] October": a correction in brackets replaces the whole number.
  { weight: -6, holds: ({ after }) => /^ \[\d/.test(after) },
  // "793B.00/8–151", "446G.119/2–151": within the number of a file.
  { weight: -8, holds: ({ before }) => /\d\/\d{1,2}[-–]\d*$/.test(before) },
  {
    weight: -8,
    holds: ({ before, after }) => /[\p{L}\d]\.\d*$/u.test(before) && /^\d/.test(after),
  },
  {
    weight: -6,
    holds: ({ before, after, patterns: { monthBefore } }) =>
      monthBefore.in(before) !== undefined && /^, ?1[789]\d\d\b/.test(after),
  },
  {
    weight: -4,
    holds: ({ before, after, run, patterns: { monthAfter } }) =>
      (run !== '' || /\s$/.test(before)) && monthAfter.test(after),
  },
  { weight: -4, holds: ({ before, patterns: { counted } }) => counted.in(before) !== undefined },
  {
    weight: -2,
    holds: ({ before, after }) =>
      /\s$/.test(before) &&
      /^\s(?:million|billion|thousand|hundred|percent|per\b|p\.m|a\.m|[a-z]+s\b)/.test(after),
  },
  { weight: 1, holds: ({ after }) => /^(?:\s|$|[)\]”’"';:,.—])/.test(after) },
  { weight: 1.5, holds: ({ atEnd }) => atEnd },
];
