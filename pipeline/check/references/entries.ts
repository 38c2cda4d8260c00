/**
 * Entries that the site can show only in part: without a name, or with coordinates that cannot be
 * read; and identifiers that XML does not allow.
 *
 * Takes the tree of a file. Returns findings about its persons, organizations and places. The same
 * rules make the site (f:name and f:point in xslt/lib/entries/entries.xsl).
 */

import type { Finding, Severity } from '../../core/finding.ts';
import { foldedWords } from '../../core/text.ts';
import { isXmlName, LONGEST_ID } from '../../xml/names.ts';
import { TEI } from '../../xml/namespaces.ts';
import { attribute, elementsIn, type TreeElement, textOf, walk } from '../../xml/tree.ts';

/** The elements that name each kind of entry; a `p` may replace an unknown name. */
const NAMES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    person: 'persName name rs label head p',
    org: 'orgName name rs label head p',
    place: 'placeName name rs label head geogName settlement district region country bloc p',
  }).map(([kind, names]) => [kind, new Set(names.split(' '))]),
);

export function oddEntries(root: TreeElement, path: string): Finding[] {
  return [...walk(root)].flatMap((element) => {
    const names = element.uri === TEI ? NAMES.get(element.local) : undefined;
    if (!names) return [];
    const id = attribute(element, 'xml:id');
    return [
      ...(id === undefined ? [] : withoutName(element, names, id, path)),
      ...(element.local === 'place' ? oddCoordinates(element, id ?? '', path) : []),
    ];
  });
}

function longId(element: TreeElement, id: string, path: string): Finding {
  const message =
    `xml:id="${id.slice(0, 30)}…" has ${id.length} characters, so the passage has no file of ` +
    `its own for programs that read the edition (DTS); give it one of at most ${LONGEST_ID}`;
  return finding(path, element, 'warning', 'long-id', message);
}

/** Identifiers that cannot be the target of a pointer in every program, as "p 6" and "7". */
export function malformedIds(root: TreeElement, path: string): Finding[] {
  return [...walk(root)].flatMap((element) => {
    const id = attribute(element, 'xml:id')?.trim();
    if (id === undefined) return [];
    if (isXmlName(id)) return Buffer.byteLength(id) > LONGEST_ID ? [longId(element, id, path)] : [];
    const better = id.replace(/[^\p{L}\p{N}\p{M}.\-_]+/gu, '-').replace(/^(?![\p{L}_])/u, 'x');
    const message =
      id === ''
        ? 'xml:id="" is empty; give it a name that begins with a letter, or delete it'
        : `xml:id="${id}" is not a name that XML allows: it begins with a letter or "_" and ` +
          `contains only letters, digits, ".", "-" and "_"; write "${better}", here and where ` +
          `it is referred to`;
    return [finding(path, element, 'warning', 'malformed-id', message)];
  });
}

function withoutName(
  entry: TreeElement,
  names: ReadonlySet<string>,
  id: string,
  path: string,
): Finding[] {
  if (elementsIn(entry).some((child) => names.has(child.local) && textOf(child).trim() !== ''))
    return [];
  const [name] = names;
  const message = `the ${entry.local} “${id}” has no name, so its id is shown; give it a ${name}`;
  return [finding(path, entry, 'warning', 'entry-without-name', message)];
}

/**
 * The first `location/geo` is the place's; it has latitude and longitude in decimal degrees
 * (Guidelines, ND.2.4).
 */
function oddCoordinates(place: TreeElement, id: string, path: string): Finding[] {
  const points = elementsIn(place)
    .filter(({ local }) => local === 'location')
    .flatMap((location) => elementsIn(location).filter(({ local }) => local === 'geo'));
  const [first, ...others] = points.filter((geo) => textOf(geo).trim() !== '');
  if (!first)
    return points.map((geo) =>
      finding(path, geo, 'warning', 'geo', `the geo of ${called(id)} is empty; ${FORM}`),
    );
  const wrong = coordinatesProblem(foldedWords(textOf(first)));
  return [
    ...(wrong === undefined
      ? []
      : [finding(path, first, wrong.severity, 'geo', `${wrong.message}; ${FORM}`)]),
    ...others.map((geo) => {
      const message =
        `${called(id)} has coordinates already, so these are not shown; encode another location ` +
        `as a place of its own`;
      return finding(path, geo, 'remark', 'second-geo', message);
    }),
  ];
}

const FORM = 'write latitude and longitude in decimal degrees, as in 48.2083 16.3731';

function called(id: string): string {
  return id === '' ? 'this place' : `the place “${id}”`;
}

const NUMBERS = /^([-+]?\d+(?:\.\d+)?)(?:\s*[,;]\s*|\s)([-+]?\d+(?:\.\d+)?)$/;
const COMMAS = /^([-+]?\d+(?:,\d+)?)(?:\s*;\s*|,?\s)([-+]?\d+(?:,\d+)?)$/;

/** The error in coordinates (with folded white space); undefined if there is none. */
export function coordinatesProblem(
  geo: string,
): { severity: Severity; message: string } | undefined {
  const points = NUMBERS.exec(geo);
  const read = points ?? COMMAS.exec(geo);
  if (!read)
    return {
      severity: 'warning',
      message: `“${geo}” is not understood, so the place is not on the map`,
    };
  const [latitude = 0, longitude = 0] = read
    .slice(1)
    .map((number) => Number(number.replace(',', '.')));
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    const swapped =
      Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180 ? '; latitude comes first' : '';
    return {
      severity: 'warning',
      message: `“${geo}” is not a place on the globe, so it is not on the map${swapped}`,
    };
  }
  if (points) return undefined;
  return { severity: 'remark', message: `“${geo}” is read with its commas as decimal points` };
}

function finding(
  path: string,
  at: TreeElement,
  severity: Severity,
  rule: string,
  message: string,
): Finding {
  return { path, line: at.line, column: at.column, severity, rule: `check/${rule}`, message };
}
