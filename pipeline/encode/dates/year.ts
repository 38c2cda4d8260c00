/**
 * Years without a month: "in 1952", "1956–1960", "1964–66", "the 1950's", "FY 1965", "the 1954
 * agreement".
 *
 * A number of four digits is far more often a telegram's, a page's or a file's, so a year alone
 * needs evidence: the word before it, the clause that ends after it, or its place in a cited title.
 *
 * Takes a text, the offset of a digit, and the year of the document where it is known. Returns a
 * statement, or nothing.
 */
import { dayOf, dayValue } from './calendar.ts';
import type { Part } from './moment.ts';
import { clauseEndsOrGoesOn, matchAt, type Statement, YEAR } from './statement.ts';
import { MONTH } from './vocabulary.ts';

const RANGE = new RegExp(
  String.raw`(?<first>${YEAR}) ?[-–—/] ?(?:(?<last>${YEAR})|(?<short>\d\d))(?![\d/]|[-–.]\d|\p{L})`,
  'uy',
);
const DECADE = /(?<first>(?:1[789]|20)\d0)[’']?s\b/y;
const LONE = new RegExp(String.raw`${YEAR}(?![\d/%]|[-–—]\d|[.,:]\d|-?\p{L})`, 'uy');
const BEFORE_MONTH_RANGE = new RegExp(String.raw` ?[-–—] ?${MONTH} \d`, 'y');
const FISCAL = new RegExp(
  String.raw`(?<first>${YEAR}|\d\d)(?: ?[-–—/] ?(?<last>${YEAR}|\d\d)(?!\d))?(?![\d.,]\d|\d|\p{L})`,
  'uy',
);

const FISCAL_BEFORE =
  /\b(?:FY(?:[ -])?|(?:[Ff]iscal|FISCAL)(?: (?:[Yy]ears?|YEARS?))?(?: of)? )[’'‘]?$/;
/** What makes a number a message's, a page's, a file's. */
const NUMBER_BEFORE =
  /(?:[\w$£./#–-]|\b(?:pp?\.|[Pp]ages?|[Nn]os?\.|[Nn]umbers?|[Tt]elegrams?|[Tt]els?\.?|(?:[Dd]ep|[Ee]mb)tels?|[Cc]ables?|[Dd]es?patch(?:es)?|[Aa]irgrams?|[Mm]essages?|[Dd]oc(?:ument)?s?\.?|RG|CFs?|Job|Box|Lot|IN|Resolutions?|Public Law|Stat\.|UST|TIAS|extension|[Rr]oom)[ \u00a0])$/;
/**
 * Words after which a number of four digits is a year, whatever follows but a message's number's
 * own "to" or "from".
 */
const STRONG_BEFORE =
  /\b(?:in|since|during|until|till|throughout|year|years|early|late|mid|circa|ca\.|calendar|CY|anno|as early as|as late as)[ -]$/i;
/** Words after which it may be a year, if it counts nothing. */
const WEAK_BEFORE =
  /\b(?:of|by|to|from|for|before|after|between|around|about|and|or|through|than|beyond|into|prior to|on)[ ]$/i;
const TO_POST = /^ (?:to|from) \p{Lu}/u;
/**
 * A year at the end of a title or an imprint: "Current Documents, 1964, pp. 1–2", "(Washington,
 * 1959)".
 */
const TITLE_BEFORE = /(?:\p{L}|["”’]),["”’]? $/u;
const TITLE_AFTER =
  /^(?:\)|,["”’]? (?:vol\b|volume\b|Vol\b|Volume\b|Book\b|Part\b|Parts\b|pp?\.|pages?\b))/;
const ADJECTIVE_BEFORE = /\b(?:the|this|that|our|his|their|its|a|pre|post)[ -]$/i;
const ADJECTIVE_AFTER =
  /^(?:[- ](?!men\b|troops|tons|feet|miles|people|persons|soldiers|dollars|kilometers|meters|yards|hours|words|votes|copies|pages|refugees|students|barrels|aircraft|pounds|members|miners|workers|families|casualties|officers|prisoners|acres|square\b|metric\b|million|odd\b|or so\b)\p{L}[\p{L}-]{2,})/u;
/**
 * What is known by its year, so that the year comes before it without an article: "support for
 * 1962 Geneva Agreements".
 */
const NAMED_BY_YEAR =
  /^ (?:\p{Lu}\p{L}+ )?(?:accords?|agreements?|protocols?|conference|treaty|convention|constitution|elections?|budget|prices|levels?|amendments?)\b/iu;
const PERIOD_VERB = /^ (?:was|is|will|has|had|saw|began|ended|brought|would|should|may)\b/;

/** A year, or a range of years, that begins at `offset`. */
export function readYears(
  text: string,
  offset: number,
  documentYear: number | undefined,
): Statement | undefined {
  const before = text.slice(Math.max(0, offset - 40), offset);
  return (
    fiscalYear(text, offset, before, documentYear) ??
    decade(text, offset, before) ??
    range(text, offset, before) ??
    lone(text, offset, before, documentYear)
  );
}

/**
 * A fiscal year of the United States: from July 1 of the year before to June 30 until that of 1976,
 * from October 1 to September 30 since that of 1977 (Congressional Budget and Impoundment Control
 * Act of 1974, section 501).
 */
function fiscalYear(
  text: string,
  offset: number,
  before: string,
  documentYear: number | undefined,
): Statement | undefined {
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
 * Four digits from two: the year of that ending that is nearest to a known one; nothing where none
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

function decade(text: string, offset: number, before: string): Statement | undefined {
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

/** Longer ranges are rather numbers; a person's life, in brackets, may be longer. */
const LONGEST_RANGE = 60;
const LONGEST_LIFE = 120;
const LIFE_BEFORE = /(?:\(|\b(?:in|from|during|of|between) )$/;

function range(text: string, offset: number, before: string): Statement | undefined {
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

/** How far from the document's year a year without strong evidence may lie. */
const PLAUSIBLE_PAST = 100;
const PLAUSIBLE_FUTURE = 20;

function lone(
  text: string,
  offset: number,
  before: string,
  documentYear: number | undefined,
): Statement | undefined {
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

/**
 * Whether the words around a number of four digits make it a year; `likely`: it is not far from the
 * document's.
 */
function evidenceOfYear(
  text: string,
  before: string,
  after: string,
  end: number,
  likely: boolean,
): 'strong' | 'weak' | undefined {
  if (TO_POST.test(after)) return likely && /\bsince $/i.test(before) ? 'strong' : undefined;
  if (partBefore(before)) return 'strong';
  if (STRONG_BEFORE.test(before))
    return likely || clauseEndsOrGoesOn(text, end) ? 'strong' : undefined;
  if (!likely) return undefined;
  if (matchAt(BEFORE_MONTH_RANGE, text, end)) return 'strong';
  if (TITLE_BEFORE.test(before) && TITLE_AFTER.test(after)) return 'strong';
  const weak =
    NAMED_BY_YEAR.test(after) ||
    (WEAK_BEFORE.test(before) && clauseEndsOrGoesOn(text, end)) ||
    (/\($/.test(before) && /^[);,]/.test(after)) ||
    (ADJECTIVE_BEFORE.test(before) &&
      ADJECTIVE_AFTER.test(after) &&
      !/^ (?:and|or|from|to)\b/.test(after)) ||
    (/(?:^|[.!?]["”)]? )$/.test(before) && PERIOD_VERB.test(after));
  return weak ? 'weak' : undefined;
}

/** What may come before a year or a month and mean a part of it. */
const PARTS: readonly (readonly [RegExp, Part])[] = [
  [/\b(?:early|(?:the )?(?:beginning|start|(?:first|early) part) of)(?: in)?[ -]$/i, 'early'],
  [/\b(?:mid|(?:the )?middle of)[ -]$/i, 'mid'],
  [/\b(?:late|(?:the )?(?:end|close|(?:latter|last|later) part) of)(?: in)?[ -]$/i, 'late'],
  [/\b(?:the )?first half of $/i, 'firstHalf'],
  [/\b(?:the )?(?:second|last) half of $/i, 'secondHalf'],
  [/\b(?:the )?first quarter of $/i, 'quarter1'],
  [/\b(?:the )?second quarter of $/i, 'quarter2'],
  [/\b(?:the )?third quarter of $/i, 'quarter3'],
  [/\b(?:the )?(?:fourth|last) quarter of $/i, 'quarter4'],
  [/\b(?:the )?first week (?:of|in) $/i, 'week1'],
  [/\b(?:the )?second week (?:of|in) $/i, 'week2'],
  [/\b(?:the )?third week (?:of|in) $/i, 'week3'],
  [/\b(?:the )?fourth week (?:of|in) $/i, 'week4'],
  [/\b(?:the )?last week (?:of|in) $/i, 'lastWeek'],
  [/\b(?:the )?spring(?: of|,)? $/i, 'spring'],
  [/\b(?:the )?summer(?: of|,)? $/i, 'summer'],
  [/\b(?:the )?(?:autumn|fall)(?: of|,)? $/i, 'autumn'],
  [/\b(?:the )?winter(?: of|,)? $/i, 'winter'],
];

/**
 * The part of the year or month behind these words that they mean ("the spring of "), and how many
 * characters say so.
 */
export function partBefore(
  before: string,
): { readonly part: Part; readonly length: number } | undefined {
  for (const [pattern, part] of PARTS) {
    const match = pattern.exec(before);
    if (match) return { part, length: match[0].length };
  }
  return undefined;
}
