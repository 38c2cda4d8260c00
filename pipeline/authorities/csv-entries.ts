/**
 * Authority files as tables: `authorities/persons.csv`, `places.csv`, `orgs.csv`. Columns: `id` and
 * `name` (needed), `variants` (separated by `|`), `surname`, `forename`, `birth`, `death`, `dates`
 * (in words), `description`, `coordinates` (latitude and longitude), `country`, and one for each
 * scheme of identifiers. A row becomes an entry as it would be in TEI; one that cannot be used is a
 * finding with the place of its cell, and the others count.
 */

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Cell } from '../core/csv.ts';
import { type Finding, shownPath } from '../core/finding.ts';
import { foldedWords } from '../core/text.ts';
import { ENTRY_ELEMENTS } from '../model/entry-elements.ts';
import { NO_XML } from '../xml/characters.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { isXmlName } from '../xml/names.ts';
import { readCsvFile } from './csv-file.ts';
import type { AuthorityEntry } from './model.ts';
import { entriesOfText } from './read.ts';
import { REJECTED_FILE } from './rejected.ts';

type TableKind = 'person' | 'place' | 'org';

/** The tables of an edition, and the kind of their entries. */
const TABLES: Readonly<Record<string, TableKind>> = {
  'persons.csv': 'person',
  'places.csv': 'place',
  'orgs.csv': 'org',
};

/** Names of the tables that an edition may have in its folder of authority files. */
export const TABLE_NAMES: readonly string[] = [...Object.keys(TABLES), REJECTED_FILE];

/** Columns with identifiers, `@type` of their `idno`, and the form of a bare value. */
export const IDENTIFIER_COLUMNS = {
  gnd: { type: 'GND', form: /^[0-9][0-9X-]{2,11}$/ },
  viaf: { type: 'VIAF', form: /^[1-9][0-9]{1,21}$/ },
  wikidata: { type: 'Wikidata', form: /^Q[1-9][0-9]{0,11}$/ },
  geonames: { type: 'GeoNames', form: /^[1-9][0-9]{0,9}$/ },
  orcid: { type: 'ORCID', form: /^(?:[0-9]{4}-){3}[0-9]{3}[0-9X]$/ },
  isni: { type: 'ISNI', form: /^(?:[0-9]{4} ?){3}[0-9]{3}[0-9X]$/ },
  snac: { type: 'SNAC', form: /^[1-9][0-9]{3,9}$/ },
  lcnaf: { type: 'LCNAF', form: /^[a-z]{1,3}[0-9]{8,10}$/ },
} satisfies Readonly<Record<string, { readonly type: string; form: RegExp }>>;

/** A W3C date: a year, month or day, before Christ with a minus. */
const DATE = /^-?[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$/;
const COORDINATES = /^-?[0-9]{1,2}(?:\.[0-9]+)?[ ,]+-?[0-9]{1,3}(?:\.[0-9]+)?$/;

interface TableEntries {
  readonly entries: readonly AuthorityEntry[];
  readonly findings: readonly Finding[];
}

/** The tables that exist. */
export function authorityTables(authorities: string): string[] {
  return Object.keys(TABLES)
    .map((name) => join(authorities, name))
    .filter((path) => existsSync(path));
}

/**
 * Reads the tables of an edition. `listed`: entries of the TEI files; a row cannot use their ids.
 * @throws InputError where a file cannot be read or decoded.
 */
export function readTables(
  authorities: string,
  listed: ReadonlyMap<string, AuthorityEntry>,
): TableEntries {
  const entries = new Map<string, AuthorityEntry>();
  const findings: Finding[] = [];
  for (const path of authorityTables(authorities)) {
    const read = readTable(path, (id) => entries.get(id) ?? listed.get(id));
    for (const entry of read.entries) entries.set(entry.id, entry);
    findings.push(...read.findings);
  }
  return { entries: [...entries.values()], findings };
}

function readTable(path: string, taken: (id: string) => AuthorityEntry | undefined): TableEntries {
  const shown = shownPath(path);
  const kind = TABLES[basename(path)] ?? 'person';
  const file = readCsvFile(path, {
    row: 'authority/table',
    unreadable: 'authority/unreadable',
  });
  const { rows, problem } = file;
  const findings: Finding[] = [...file.findings];
  if (!file.has('id') || !file.has('name')) {
    const message = 'the first line has no columns “id” and “name”; no row of the table is used';
    return { entries: [], findings: [...findings, problem(message, { line: 1, column: 1 })] };
  }
  const entries: AuthorityEntry[] = [];
  const own = new Map<string, Cell>();
  for (const row of rows) {
    const cell = (column: string): Cell => file.cell(row, column);
    const id = cell('id').text;
    const problems = [...problemsOf(cell)];
    const before = own.get(id);
    const other = taken(id);
    if (before) problems.push([cell('id'), `the id “${id}” is in line ${before.line} too`]);
    else if (other)
      problems.push([cell('id'), `the id “${id}” is already used in ${other.path}; give another`]);
    if (problems.length > 0) {
      findings.push(...problems.map(([place, message]) => problem(message, place)));
      continue;
    }
    own.set(id, cell('id'));
    const tei = entryXml(kind, cell);
    const [entry] = entriesOfText(
      `<standOff xmlns="http://www.tei-c.org/ns/1.0">${tei}</standOff>`,
      shown,
    );
    if (entry) entries.push({ ...entry, line: cell('id').line });
  }
  return { entries, findings };
}

function* problemsOf(cell: (column: string) => Cell): Generator<[Cell, string]> {
  const id = cell('id');
  if (!isXmlName(id.text))
    yield [
      id,
      `“${id.text}” cannot be an xml:id; begin with a letter, then letters, digits, _ and -`,
    ];
  if (cell('name').text === '') yield [cell('name'), 'the entry has no name; write one'];
  for (const column of ['name', 'variants', 'surname', 'forename', 'description', 'dates'])
    if (NO_XML.test(cell(column).text))
      yield [cell(column), 'a control character cannot be in XML; type the words again'];
  for (const column of ['birth', 'death']) {
    const { text } = cell(column);
    if (text !== '' && !DATE.test(text))
      yield [cell(column), `“${text}” is not a date; write 1871, 1871-05 or 1871-05-03`];
  }
  const coordinates = cell('coordinates');
  if (coordinates.text !== '' && !COORDINATES.test(coordinates.text))
    yield [coordinates, `“${coordinates.text}” is not a place on a map; write 48.2 16.37`];
  for (const [column, { type, form }] of Object.entries(IDENTIFIER_COLUMNS)) {
    const { text } = cell(column);
    if (text !== '' && !form.test(bareIdentifier(text)))
      yield [
        cell(column),
        `“${text}” is not an identifier of ${type}; correct it or empty the cell`,
      ];
  }
}

/** The last part of an address: "https://d-nb.info/gnd/118540238". */
function bareIdentifier(text: string): string {
  return /^https?:/.test(text)
    ? (text
        .replace(/[?#].*$/, '')
        .replace(/\/$/, '')
        .split('/')
        .at(-1) ?? '')
    : text;
}

function entryXml(kind: TableKind, cell: (column: string) => Cell): string {
  const { entry, name: element } = ENTRY_ELEMENTS[kind];
  const text = (column: string) => foldedWords(cell(column).text);
  const variants = text('variants')
    .split('|')
    .map((variant) => variant.trim())
    .filter((variant) => variant !== '');
  const parts =
    kind === 'person' && text('surname') !== ''
      ? [
          ...(text('forename') === ''
            ? []
            : [`<forename>${escapeText(text('forename'))}</forename>`]),
          `<surname>${escapeText(text('surname'))}</surname>`,
        ].join(' ')
      : undefined;
  const dated = (column: string) =>
    text(column) === '' ? '' : `<${column} when="${escapeAttribute(text(column))}"/>`;
  const children = [
    `<${element}>${parts ?? nameMarkup(kind, text('name'))}</${element}>`,
    ...variants.map((form) => `<${element} type="variant">${nameMarkup(kind, form)}</${element}>`),
    ...(kind === 'person' ? [dated('birth'), dated('death')] : []),
    text('country') === '' || kind === 'person'
      ? ''
      : `<country>${escapeText(text('country'))}</country>`,
    text('coordinates') === '' || kind !== 'place'
      ? ''
      : `<location><geo>${text('coordinates').split(/[ ,]+/).join(' ')}</geo></location>`,
    ...Object.entries(IDENTIFIER_COLUMNS).map(([column, { type }]) =>
      text(column) === ''
        ? ''
        : `<idno type="${type}">${escapeText(bareIdentifier(text(column)))}</idno>`,
    ),
    ...['dates', 'description'].map((column) =>
      text(column) === '' ? '' : `<note>${escapeText(text(column))}</note>`,
    ),
  ];
  return `<${entry} xml:id="${escapeAttribute(cell('id').text)}">${children.join('')}</${entry}>`;
}

/** Divides "Walter Hines Page" into its parts; "Page, Walter Hines" is read as written. */
function nameMarkup(kind: TableKind, name: string): string {
  if (kind !== 'person' || name.includes(',')) return escapeText(name);
  const [, forename, surname] =
    /^(.+?) ((?:(?:von|van|der|den|de|du|la|le|di|da|zu|zur|y) )*[^ ]+)$/.exec(name) ?? [];
  if (forename === undefined || surname === undefined) return escapeText(name);
  return `<forename>${escapeText(forename)}</forename> <surname>${escapeText(surname)}</surname>`;
}
