/**
 * The rules of the encoder in words, for the people who read the worklist.
 *
 * Takes a rule's stable name (`person/surname-unique`). Returns a sentence. The table is complete:
 * a test compares it with the names that the finders use.
 */

const PHRASES = {
  'as-written': 'The words are as in the list.',
  'other-case': 'The words are as in the list, but for capitals.',
  'full-stops': 'An abbreviation that the list has without full stops.',
};

/** Rules of `mentions/`, for mentions and for doubts. */
const MENTIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['org', 'place', 'term'].flatMap((kind) =>
      Object.entries(PHRASES).map(([rule, words]) => [`${kind}/${rule}`, words]),
    ),
  ),
  ...Object.fromEntries(
    ['org', 'place', 'term'].map((kind) => [
      `${kind}/same-name`,
      'Several entries have these words, and nothing in the document distinguishes them.',
    ]),
  ),
  'term/spelled-out': 'The full form of an abbreviation in the list.',
  'person/described': 'The lists describe one person by these words, and have no name in them.',
  'person/full-name': 'Forename and surname, or the whole name, as the list has them.',
  'person/surname-unique': 'Only one person of the lists has this name.',
  'person/title-and-surname':
    'Only one person of the lists has this name, and there is a title before it.',
  'person/title': 'Several have the name; the title before it fits this one best.',
  'person/office': 'Several have the name; the office stated beside it fits this one best.',
  'person/forename': 'Several have the name; the forename or initials fit this one best.',
  'person/surname':
    'Several have the name; it is this one’s surname, and less usual as a name of the others.',
  'person/earlier-in-document': 'Several have the name; the document mentioned this one last.',
  'person/elsewhere-in-document':
    'Several have the name; of these the document names only this one elsewhere.',
  'person/forename-alone': 'A forename alone; only one person named in the document has it.',
  'person/title-and-forename':
    'A title with a forename; only one person named in the document has it.',
  'person/salutation':
    'A forename in a salutation: the one of that name that the document, or the list, has.',
  'person/signature':
    'A forename as a signature: the one of that name that the document, or the list, has.',
  'person/signed-initials':
    'Shortened names as a signature, which fit only one person of the lists.',
  'person/speaker':
    'A letter before a speech in a transcript; only one person in the document has this initial.',
  'person/same-name': 'Several entries fit, and nothing in the document distinguishes them.',
  'person/other-forename':
    'The surname is listed, but with another forename: someone else is meant, or a variant ' +
    'is missing.',
  'person/other-sex':
    'The surname is listed, but the title shows that someone else of that name is meant.',
  'person/unlisted-after-title': 'There is a title before the name, which no list has.',
  'person/unlisted-after-forename': 'The name contains a usual forename, which no list has.',
};

/** Rules of `dates/`: how the words of a date were read. */
const DATES: Readonly<Record<string, string>> = {
  'date/dateline': 'A dateline’s date.',
  'date/day': 'A day of a month.',
  'date/day-range': 'Days of one month, from first to last.',
  'date/month': 'A month.',
  'date/numeric': 'A date in figures.',
  'date/date-time-group': 'A telegram’s date-time group.',
  'date/year': 'A year.',
  'date/year-range': 'Years, from first to last.',
  'date/decade': 'A decade.',
  'date/fiscal-year': 'A fiscal year of the United States government.',
  'date/range': 'A range between two dates.',
  'date/time': 'A day with its time.',
  'date/time-of-day': 'A time without a day.',
  'date/part': 'A part of a month or year: early, middle, late, a season, a half.',
  'date/week': 'The week of a day.',
  'date/ago': 'A time counted back from the document’s date.',
  'date/relative-day': 'A day relative to the document’s date: yesterday, tomorrow.',
  'date/relative-part': 'A part of a month or year, relative to the document’s date.',
  'date/relative-period': 'A month or year relative to the document’s date: last month, this year.',
  'date/relative-week': 'A week relative to the document’s date.',
  'date/relative-weekday': 'A day of the week, relative to the document’s date.',
  'date/relative-month': 'A day of the document’s month, or of the one before or after it.',
  'date/feast': 'A feast day.',
  'date/republican': 'A day of the French Republican calendar.',
  'date/republican-near-document':
    'A day of the French Republican calendar; its year was taken from the document’s own date.',
  'date/double-year':
    'A day between January and March with both years ("1687/8"); its value is the Gregorian day.',
  'date/old-style': 'A day of the Julian calendar; its value is the Gregorian day.',
  'date/relative-season': 'A season relative to the document’s date.',
};

/** How a date's year was found if its words omit it; they follow a rule's name. */
const YEARS: Readonly<Record<string, string>> = {
  unresolved: 'What it omits could not be inferred; the date has no value.',
  'near-document': 'Its year was taken from the document’s own date.',
  'near-stated': 'Its year was taken from the date stated before it.',
  'two-digits': 'Its century was taken from the document’s own date.',
};

/** The sentence for a rule; undefined if the table does not have it. */
export function encodingRuleInWords(rule: string): string | undefined {
  const whole = MENTIONS[rule] ?? DATES[rule];
  if (whole !== undefined) return whole;
  for (const [ending, year] of Object.entries(YEARS)) {
    const stem = rule.endsWith(`-${ending}`) ? DATES[rule.slice(0, -ending.length - 1)] : undefined;
    if (stem !== undefined) return `${stem} ${year}`;
  }
  return undefined;
}
