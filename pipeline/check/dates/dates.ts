/**
 * Dates in the attributes of TEI (att.datable.w3c, att.datable.iso): those that do not exist, and
 * ranges that end before they begin.
 *
 * Takes the tree of a document. Returns findings with their places. `@when-custom` and the like use
 * other calendars and are not checked. Years are those of ISO 8601 as XML Schema has them: `-0044`
 * is a year before Christ, written with at least four digits.
 */
import type { Finding } from '../../core/finding.ts';
import { TEI, type TreeElement, walk } from '../../xml/tree.ts';
import { isAfter, type ReadDate, readIsoDate, readW3cDate, type TimeSpan } from './date-values.ts';

const NAMES = ['when', 'from', 'to', 'notBefore', 'notAfter'] as const;
type Name = (typeof NAMES)[number];

/** Elements whose @from and @to are not dates: pages, passages. */
const NO_DATES = new Set(['rt', 'biblScope', 'citedRange', 'span', 'locus', 'app', 'arc']);

/** The attributes that say when something begins, each with those that say when it ends. */
const RANGES: readonly (readonly [begin: Name, ends: readonly Name[]])[] = [
  ['from', ['to', 'notAfter']],
  ['notBefore', ['notAfter', 'to']],
];

/** `path`: as it is shown. */
export function dateFindings(root: TreeElement, path: string): Finding[] {
  return [...walk(root)].flatMap((element) =>
    element.uri !== TEI || NO_DATES.has(element.local)
      ? []
      : [
          ...findingsOn(element, path, '', readW3cDate),
          ...findingsOn(element, path, '-iso', readIsoDate),
        ],
  );
}

function findingsOn(
  element: TreeElement,
  path: string,
  suffix: '' | '-iso',
  read: (value: string) => ReadDate,
): Finding[] {
  const { line, column, name: elementName } = element;
  const report = (rule: string, message: string): Finding => ({
    path,
    line,
    column,
    severity: 'error',
    rule: `date/${rule}`,
    message,
  });
  const findings: Finding[] = [];
  const found = new Map<Name, { readonly value: string; readonly span: TimeSpan }>();
  for (const name of NAMES) {
    const value = element.attributes.find((one) => one.name === `${name}${suffix}`)?.value;
    if (value === undefined) continue;
    const date = read(value.trim());
    if (date.problem !== undefined)
      findings.push(
        report(date.rule, `${name}${suffix}="${value}" on <${elementName}> ${date.problem}`),
      );
    if (date.span) found.set(name, { value, span: date.span });
  }
  for (const [begin, ends] of RANGES) {
    const first = found.get(begin);
    for (const end of ends) {
      const last = found.get(end);
      if (!first || !last || !isAfter(first.span, last.span)) continue;
      const message =
        `${begin}${suffix}="${first.value}" on <${elementName}> is after ` +
        `${end}${suffix}="${last.value}"; exchange the two, or correct the one that is wrong`;
      findings.push(report('reversed', message));
    }
  }
  return findings;
}

/** Persons whose death is before their birth, whatever is uncertain about the two dates. */
export function lifeFindings(root: TreeElement, path: string): Finding[] {
  return [...walk(root)].flatMap((person) => {
    if (person.uri !== TEI || person.local !== 'person') return [];
    const children = person.children.filter(
      (child): child is TreeElement => typeof child !== 'string' && child.uri === TEI,
    );
    const spans = (name: string): TimeSpan[] =>
      children.filter(({ local }) => local === name).flatMap((event) => spanOf(event) ?? []);
    const death = children.find(({ local }) => local === 'death');
    const [births, deaths] = [spans('birth'), spans('death')];
    // Several dates are alternatives: one pair in the right order is enough.
    const isPossible = births.some((birth) => deaths.some((end) => !isAfter(birth, end)));
    if (!death || births.length === 0 || deaths.length === 0 || isPossible) return [];
    const { line, column } = death;
    const id = person.attributes.find(({ name }) => name === 'xml:id')?.value;
    const message =
      `the death of ${id === undefined ? 'this person' : `the person “${id}”`} is before the ` +
      'birth; exchange the two, or correct the date that is wrong';
    return [{ path, line, column, severity: 'error', rule: 'date/reversed', message } as const];
  });
}

/**
 * From the first to the last moment at which an event may have happened; open if one is not stated.
 */
function spanOf(event: TreeElement): TimeSpan | undefined {
  const read = (names: readonly Name[]): TimeSpan | undefined => {
    for (const name of names) {
      const value = (suffix: string): string | undefined =>
        event.attributes.find((one) => one.name === name + suffix)?.value.trim();
      const [w3c, iso] = [value(''), value('-iso')];
      const span = w3c !== undefined ? readW3cDate(w3c).span : iso && readIsoDate(iso).span;
      if (span) return span;
    }
    return undefined;
  };
  const begin = read(['when', 'notBefore', 'from']);
  const end = read(['when', 'notAfter', 'to']);
  if (!begin && !end) return undefined;
  return {
    begin: begin?.begin ?? Number.NEGATIVE_INFINITY,
    end: end?.end ?? Number.POSITIVE_INFINITY,
    zone: undefined,
  };
}
