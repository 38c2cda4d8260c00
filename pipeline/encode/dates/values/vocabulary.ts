/**
 * The words of dates in English-language documents: months, weekdays, seasons, small numbers, time
 * zones.
 *
 * Each table comes with the source of a regular expression for its words, from which the readers
 * build their patterns.
 */

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

/** A month's full name, with a capital or in capitals. */
export const MONTH_NAME = withCapitals(MONTH_NAMES);

/** A month's name, full or shortened ("Nov.", "Sept", "DEC"). */
export const MONTH =
  `(?:${MONTH_NAME}|(?:Jan[yr]?|Feb[yr]?|Mar|Apr|Jun|Jul|Augt?|Sept?r?|Oct(?:b?r)?|` +
  `Nov(?:b?r)?|Dec(?:b?r)?|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\\.?)`;

export const WEEKDAY = withCapitals(WEEKDAYS);

/** Months with names that are other words as well, so that the name alone is not evidence. */
export const AMBIGUOUS_MONTH = /^(?:March|May)$/i;

/** 1–12 for a month's name, full or shortened; 0 for another word. */
export function monthNumber(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}

/** 1 (Monday) to 7 (Sunday); 0 for another word. */
export function weekdayNumber(name: string): number {
  return WEEKDAYS.findIndex((weekday) => weekday.toLowerCase() === name.toLowerCase()) + 1;
}

/** Numbers as words, as before "days ago" or "week of". */
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  [
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ].map((word, i) => [word, i + 1] as const),
).set('a', 1);

export const NUMBER_WORD = `(?:${[...NUMBER_WORDS.keys()].join('|')}|\\d{1,2})`;

/** The value of a word or numeral. */
export function numberWordValue(word: string): number {
  return NUMBER_WORDS.get(word.toLowerCase()) ?? Number(word);
}

/**
 * Civil time zones in cables, as W3C offsets. In FRUS "EST" and similar ones are those of the
 * United States; Z (Zulu) and GMT are universal time.
 */
export const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

export const ZONE = `(?:${Object.keys(ZONES).join('|')})`;

function withCapitals(names: readonly string[]): string {
  return `(?:${[...names, ...names.map((name) => name.toUpperCase())].join('|')})`;
}
