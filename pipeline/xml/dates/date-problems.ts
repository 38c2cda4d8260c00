/**
 * What is wrong with the dates that an element states (TEI Guidelines, att.datable.w3c and
 * att.datable.iso): values that are no dates, dates that do not exist, ranges that end before they
 * begin.
 *
 * `@when-custom` and the like use other calendars and are not read. Years are those of ISO 8601 as
 * XML Schema has them: `-0044` is a year before Christ, written with at least four digits.
 */
import { isAfter, type ReadDate, readIsoDate, readW3cDate, type TimeSpan } from './date-values.ts';

/** The attributes of a date. */
export const DATE_ATTRIBUTES = ['when', 'from', 'to', 'notBefore', 'notAfter'] as const;
export type DateName = (typeof DATE_ATTRIBUTES)[number];

/** Elements with @from and @to that are not dates: pages, passages. */
const NO_DATES = new Set(['rt', 'biblScope', 'citedRange', 'span', 'locus', 'app', 'arc']);

/** The attributes that say when something begins, each with those that say when it ends. */
const RANGES: readonly (readonly [begin: DateName, ends: readonly DateName[]])[] = [
  ['from', ['to', 'notAfter']],
  ['notBefore', ['notAfter', 'to']],
];

interface DateProblem {
  readonly rule: 'malformed' | 'impossible' | 'reversed';
  /** The attributes that are wrong. */
  readonly names: readonly string[];
  readonly message: string;
}

/** The parts of an element of TEI that are read here. */
export interface DatedElement {
  readonly name: string;
  readonly local: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

export function dateProblems(element: DatedElement): DateProblem[] {
  if (NO_DATES.has(element.local)) return [];
  return [...problemsOf(element, '', readW3cDate), ...problemsOf(element, '-iso', readIsoDate)];
}

/** The attributes of an element that state a date which cannot be: nothing is derived from them. */
export function impossibleDates(element: DatedElement): ReadonlySet<string> {
  const problems = dateProblems(element).filter(({ rule }) => rule !== 'malformed');
  return new Set(problems.flatMap(({ names }) => names));
}

function problemsOf(
  element: DatedElement,
  suffix: '' | '-iso',
  read: (value: string) => ReadDate,
): DateProblem[] {
  const problems: DateProblem[] = [];
  const found = new Map<DateName, { readonly value: string; readonly span: TimeSpan }>();
  for (const name of DATE_ATTRIBUTES) {
    const full = `${name}${suffix}`;
    const value = element.attributes.find((one) => one.name === full)?.value;
    if (value === undefined) continue;
    const date = read(value.trim());
    if (date.problem !== undefined) {
      const message = `${full}="${value}" on <${element.name}> ${date.problem}`;
      problems.push({ rule: date.rule, names: [full], message });
    }
    if (date.span) found.set(name, { value, span: date.span });
  }
  for (const [begin, ends] of RANGES) {
    const first = found.get(begin);
    for (const end of ends) {
      const last = found.get(end);
      if (!first || !last || !isAfter(first.span, last.span)) continue;
      const message =
        `${begin}${suffix}="${first.value}" on <${element.name}> is after ` +
        `${end}${suffix}="${last.value}"; exchange the two, or correct the one that is wrong`;
      problems.push({ rule: 'reversed', names: [begin + suffix, end + suffix], message });
    }
  }
  return problems;
}
