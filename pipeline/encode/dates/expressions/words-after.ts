/**
 * The words after a date without a year that state its year, or its position before or after the
 * document's own date: "January of last year", "the 29th day of April, A. D. 1882", "this tenth day
 * of May, in the year one thousand eight hundred and seventy-nine", "in November last".
 */
import { DAY_IN_WORDS, NUMBER_IN_WORDS, numberFromWords } from '../../languages/en/numbers.ts';
import { type MatchGroups, matchAt } from '../values/match.ts';
import { type CalendarStatement, clauseEndsOrGoesOn, YEAR } from '../values/statement.ts';

const YEAR_STEP = /,? (?:of )?(?<step>last|this|next) year\b(?![’'-]\p{L})/iuy;

const STEPS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** "A. D. 1882", "N. S., 1881", "in the year 1882", "in the year of our Lord 1790". */
const FORMAL_YEAR = new RegExp(
  String.raw`,? (?:(?:in|of) the year(?: of our Lord)?|(?:in )?A\. ?D\.|[Aa]nno [Dd]omini),? ` +
    String.raw`(?<year>${YEAR})(?!\d)`,
  'y',
);

const OTHER_YEAR_WORDS = /,? (?:in|of) (?:the|that) (?:year|same year|following year)\b/iy;

/** "one thousand eight hundred and seventy-nine", "eighteen hundred and eighty-two", "and 54". */
const YEAR_IN_WORDS = new RegExp(
  String.raw`,? (?:(?:(?:in|of) the year(?: of our Lord)?|(?:in )?A\. ?D\.|anno domini),? )?` +
    String.raw`(?:one thousand(?: (?<hundreds>${NUMBER_IN_WORDS}) hundred)?|` +
    String.raw`(?<century>\p{L}+teen) hundred)` +
    String.raw`(?:,? (?:and )?(?<rest>${NUMBER_IN_WORDS}|\d{1,2}(?!\d)))?(?!\p{L})`,
  'iuy',
);

const LAST = /,? last(?!\p{L})/iuy;

/** "the fourth of", "this 29th day of", "thirty-first day of the month of" before a month. */
const DAY_BEFORE = new RegExp(
  String.raw`(?<![\p{L}-])(?:the |this )?(?:(?<number>[0-3]?\d)(?:st|nd|rd|th|d)?|` +
    String.raw`(?<words>${DAY_IN_WORDS})) ` +
    String.raw`(?:day )?(?<of>of )?(?:the (?:said )?month of |said |this )?$`,
  'iu',
);

/** The statement with the information from the words after it. */
export function withWordsAfter(text: string, statement: CalendarStatement): CalendarStatement {
  const { from, end } = statement;
  if (from.year !== undefined || from.month === undefined || statement.to) return statement;
  const step = matchAt(YEAR_STEP, text, end);
  if (step)
    return {
      ...statement,
      end: end + step[0].length,
      yearStep: STEPS[(step.groups?.['step'] ?? '').toLowerCase()] ?? 0,
    };
  const formal = matchAt(FORMAL_YEAR, text, end);
  if (formal) return withYear(statement, formal[0], Number(formal.groups?.['year']));
  const words = matchAt(YEAR_IN_WORDS, text, end);
  if (words) return withYear(statement, words[0], yearOfWords(words.groups ?? {}));
  if (matchAt(OTHER_YEAR_WORDS, text, end)) return { ...statement, otherYear: true };
  const last = matchAt(LAST, text, end);
  return last && clauseEndsOrGoesOn(text, end + last[0].length)
    ? { ...statement, end: end + last[0].length, lean: 'past' }
    : statement;
}

function withYear(statement: CalendarStatement, words: string, year: number): CalendarStatement {
  return {
    ...statement,
    end: statement.end + words.length,
    from: { ...statement.from, year },
  };
}

function yearOfWords({ hundreds, century, rest }: MatchGroups): number {
  const hundred = century === undefined ? 10 + numberFromWords(hundreds) : numberFromWords(century);
  return 100 * hundred + numberFromWords(rest);
}

/**
 * The day before a month's name: "this twenty-ninth day of (November)", "the fourth of (July)";
 * without "of" only before a year ("fourth July, 1894"), digits only with "of".
 */
export function dayBefore(
  before: string,
  withYear: boolean,
): { readonly day: number; readonly length: number } | undefined {
  const match = DAY_BEFORE.exec(before);
  const { number, words, of } = match?.groups ?? {};
  if (!match || (number !== undefined && !of) || (!of && !withYear)) return undefined;
  const day = numberFromWords(number ?? words);
  return day >= 1 && day <= 31 ? { day, length: match[0].length } : undefined;
}
