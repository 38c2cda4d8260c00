/**
 * Dates in the attributes of TEI (att.datable.w3c, att.datable.iso): those that do not exist, and
 * ranges that end before they begin.
 *
 * Takes the tree of a document. Returns findings with their places.
 */
import type { Finding } from '../../core/finding.ts';
import { type DateName, dateProblems } from '../../xml/dates/date-problems.ts';
import { isAfter, readIsoDate, readW3cDate, type TimeSpan } from '../../xml/dates/date-values.ts';
import { TEI } from '../../xml/namespaces.ts';
import { type TreeElement, walk } from '../../xml/tree.ts';

/** `path`: as it is shown. */
export function dateFindings(root: TreeElement, path: string): Finding[] {
  return [...walk(root)].flatMap((element) =>
    element.uri !== TEI
      ? []
      : dateProblems(element).map(({ rule, message }): Finding => {
          const { line, column } = element;
          return { path, line, column, severity: 'error', rule: `date/${rule}`, message };
        }),
  );
}

/** Persons who died before their birth, however uncertain the two dates are. */
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
  const read = (names: readonly DateName[]): TimeSpan | undefined => {
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
