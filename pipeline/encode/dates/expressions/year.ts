/**
 * Years without a month: "in 1952", "1956–1960", "1964–66", "the 1950's", "FY 1965", "the 1954
 * agreement".
 *
 * A number of four digits is far more often that of a telegram, a page or a file, so a year alone
 * needs evidence: the word before it, the clause that ends after it, or its place in a cited title.
 *
 * Takes a text, the offset of a digit, and the year of the document if it is known. Returns a
 * statement, or nothing.
 */
import { pattern } from '../../../core/text.ts';
import { dayOf, dayValue } from '../values/calendar.ts';
import { matchAt } from '../values/match.ts';
import { type DateStatement, YEAR } from '../values/statement.ts';
import { evidenceOfYear } from './year-evidence.ts';

const RANGE = new RegExp(
  String.raw`(?<first>${YEAR}) ?[-–—/] ?(?:(?<last>${YEAR})|(?<short>\d\d))(?![\d/]|[-–.]\d|\p{L})`,
  'uy',
);

const DECADE = /(?<first>(?:1[789]|20)\d0)[’']?s\b/y;

const LONE = new RegExp(String.raw`${YEAR}(?![\d/%]|[-–—]\d|[.,:]\d|-?\p{L})`, 'uy');

const FISCAL = new RegExp(
  String.raw`(?<first>${YEAR}|\d\d)(?: ?[-–—/] ?(?<last>${YEAR}|\d\d)(?!\d))?(?![\d.,]\d|\d|\p{L})`,
  'uy',
);

const FISCAL_BEFORE =
  /\b(?:FY(?:[ -])?|(?:[Ff]iscal|FISCAL)(?: (?:[Yy]ears?|YEARS?))?(?: of)? )[’'‘]?$/;

/** Words that make a number that of a message, a page or a file. */
const NUMBER_BEFORE = pattern('')`
    (?:[\w$£./#–-]|\b(?:pp?\.|[Pp]ages?|[Nn]os?\.|[Nn]umbers?|[Tt]elegrams?|[Tt]els?\.?|(?:[Dd]ep|
    [Ee]mb)tels?|[Cc]ables?|[Dd]es?patch(?:es)?|[Aa]irgrams?|[Mm]essages?|[Dd]oc(?:ument)?s?\.?|RG|
    CFs?|Job|Box|Lot|IN|Resolutions?|Public Law|Stat\.|UST|TIAS|extension|[Rr]oom)[ \u00a0])$
  `;

/** A year, or a range of years, that begins at `offset`. */
export function readYears(
  text: string,
  offset: number,
  documentYear: number | undefined,
): DateStatement | undefined {
  const before = text.slice(Math.max(0, offset - 40), offset);
  return (
    fiscalYear(text, offset, before, documentYear) ??
    decade(text, offset, before) ??
    yearRange(text, offset, before) ??
    lone(text, offset, before, documentYear)
  );
}

/**
 * A fiscal year of the United States: until 1976 from July 1 of the year before to June 30, since
 * 1977 from October 1 to September 30 (Congressional Budget and Impoundment Control Act of 1974,
 * section 501).
 */
function fiscalYear(
  text: string,
  offset: number,
  before: string,
  documentYear: number | undefined,
): DateStatement | undefined {
  const named = FISCAL_BEFORE.exec(before);
  const match = named && matchAt(FISCAL, text, offset);
  if (!named || !match) return undefined;
  const first = fullYear(match.groups?.['first'] ?? '', documentYear);
  const last = match.groups?.['last'] === undefined ? first : fullYear(match.groups['last'], first);
  if (first === undefined || last === undefined || last < first) return undefined;
  return {
    kind: 'settled',
    rule: 'date/fiscal-year',
    start: offset - named[0].length,
    end: offset + match[0].length,
    dating: { from: fiscalStart(first), to: fiscalEnd(last) },
    certainty: 'medium',
  };
}

function fiscalStart(year: number): string {
  return dayValue(year <= 1976 ? dayOf(year - 1, 7, 1) : dayOf(year - 1, 10, 1));
}

function fiscalEnd(year: number): string {
  return dayValue(year <= 1976 ? dayOf(year, 6, 30) : dayOf(year, 9, 30));
}

/**
 * Four digits from two: the year with that ending that is nearest to a known one; undefined if none
 * is known.
 */
export function fullYear(digits: string, near: number | undefined): number | undefined {
  const value = Number(digits.replace(/\D/g, ''));
  if (value >= 100) return value;
  if (near === undefined) return undefined;
  const same = near - (near % 100) + value;
  return [same - 100, same, same + 100].reduce((a, b) =>
    Math.abs(b - near) < Math.abs(a - near) ? b : a,
  );
}

const DECADE_PART = /\b(early|mid|late)(?:dle)?(?:[ -]+(?:the )?)$/i;

const DECADE_YEARS: Readonly<Record<string, readonly [number, number]>> = {
  early: [0, 3],
  mid: [4, 6],
  late: [7, 9],
};

function decade(text: string, offset: number, before: string): DateStatement | undefined {
  const match = matchAt(DECADE, text, offset);
  if (!match || NUMBER_BEFORE.test(before)) return undefined;
  const first = Number(match.groups?.['first']);
  const part = DECADE_PART.exec(before);
  const [from, to] = DECADE_YEARS[part?.[1]?.toLowerCase() ?? ''] ?? [0, 9];
  return {
    kind: 'settled',
    rule: 'date/decade',
    start: offset - (part?.[0].length ?? 0),
    end: offset + match[0].length,
    dating: part
      ? { notBefore: String(first + from), notAfter: String(first + to) }
      : { from: String(first), to: String(first + 9) },
    certainty: part ? 'medium' : 'high',
  };
}

/** Longer ranges are more likely numbers; a person's life, in brackets, may be longer. */
const LONGEST_RANGE = 60;

const LONGEST_LIFE = 120;

const LIFE_BEFORE = /(?:\(|\b(?:in|from|during|of|between) )$/;

function yearRange(text: string, offset: number, before: string): DateStatement | undefined {
  const match = matchAt(RANGE, text, offset);
  if (!match || NUMBER_BEFORE.test(before)) return undefined;
  const first = Number(match.groups?.['first']);
  const last = Number(
    match.groups?.['last'] ?? first - (first % 100) + Number(match.groups?.['short']),
  );
  if (last <= first || last - first > (LIFE_BEFORE.test(before) ? LONGEST_LIFE : LONGEST_RANGE))
    return undefined;
  return {
    kind: 'calendar',
    rule: 'date/year-range',
    start: offset,
    end: offset + match[0].length,
    from: { year: first },
    to: { year: last },
  };
}

/** How far from the document's year a year without strong evidence may be. */
const PLAUSIBLE_PAST = 100;

const PLAUSIBLE_FUTURE = 20;

function lone(
  text: string,
  offset: number,
  before: string,
  documentYear: number | undefined,
): DateStatement | undefined {
  const match = matchAt(LONE, text, offset);
  if (!match || (NUMBER_BEFORE.test(before) && !/\b(?:mid|pre|post)-$/i.test(before)))
    return undefined;
  const year = Number(match[0]);
  const end = offset + match[0].length;
  const after = text.slice(end, end + 24);
  const evidence = evidenceOfYear(text, before, after, end, plausible(year, documentYear));
  if (!evidence) return undefined;
  const weak = evidence === 'weak' ? ({ weak: true } as const) : {};
  return { kind: 'calendar', rule: 'date/year', start: offset, end, from: { year }, ...weak };
}

function plausible(year: number, documentYear: number | undefined): boolean {
  return documentYear === undefined
    ? year >= 1800
    : year >= documentYear - PLAUSIBLE_PAST && year <= documentYear + PLAUSIBLE_FUTURE;
}
