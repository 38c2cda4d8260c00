/**
 * The editor's decisions, read from the table that `--format csv` wrote. A row that cannot be used
 * is a finding with the place of its cell; the other rows count all the same.
 */

import { extname } from 'node:path';
import { IDENTIFIER_COLUMNS } from '../authorities/csv-entries.ts';
import { problemsIn, readCsvFile } from '../authorities/csv-file.ts';
import type { Cell } from '../core/csv.ts';
import { type Finding, InputError } from '../core/finding.ts';
import { foldedWords } from '../core/text.ts';
import { PROPOSED_KINDS, type ProposedKind } from '../encode/names/unlisted/model.ts';
import { NO_XML } from '../xml/characters.ts';
import { isXmlName } from '../xml/names.ts';
import { type AcceptedEntry, IDENTIFIERS, type IdentifierScheme } from './accepted.ts';
import { COLUMNS, type Column } from './formats.ts';
import { typed } from './model.ts';

export interface Decisions {
  readonly accepted: readonly AcceptedEntry[];
  /** The place of the id of each accepted entry. */
  readonly places: ReadonlyMap<string, Cell>;
  readonly rejected: number;
  readonly undecided: number;
  /** "same as" an entry of another file, or of an older run: the editor adds these forms. */
  readonly same: readonly { readonly forms: readonly string[]; readonly ref: string }[];
  readonly findings: readonly Finding[];
}

/** The address of an identifier's page, which a cell may contain instead. */
const ADDRESSES: Readonly<Record<IdentifierScheme, RegExp>> = {
  gnd: /^https?:\/\/d-nb\.info\/gnd\//,
  viaf: /^https?:\/\/(?:www\.)?viaf\.org\/viaf\//,
  wikidata: /^https?:\/\/www\.wikidata\.org\/(?:wiki|entity)\//,
  geonames: /^https?:\/\/(?:www|sws)\.geonames\.org\//,
};

const RULES = { row: 'names/decision', unreadable: 'names/unreadable' };

const NEEDED: readonly Column[] = ['id', 'kind', 'name', 'decision'];

/**
 * `known`: the ids of the edition's entries and the file of each.
 * @throws InputError where the file cannot be read or is no such table.
 */
export function readDecisions(path: string, fileOfEntry: ReadonlyMap<string, string>): Decisions {
  const problem = problemsIn(path, RULES.row);
  if (/^\.(?:xlsx?|ods)$/i.test(extname(path)))
    throw new InputError(problem('this is a spreadsheet; save it as CSV (UTF-8) and name that'));
  const file = readCsvFile(path, RULES);
  const { rows, unclosed } = file;
  if (unclosed)
    throw new InputError(
      problem('this quotation mark is never closed; add one at the end of the cell', unclosed),
    );
  const missing = NEEDED.filter((column) => !file.has(column));
  if (missing.length > 0)
    throw new InputError(
      problem(
        `the first line has no column ${missing.map((name) => `“${name}”`).join(', ')}; ` +
          `begin with the table of "siglum names --format csv" (${COLUMNS.join(', ')})`,
        { line: 1, column: 1 },
      ),
    );
  const findings: Finding[] = [...file.findings];
  const accepted = new Map<string, AcceptedEntry & { forms: string[] }>();
  const same: { row: readonly Cell[]; cell: Cell; forms: string[]; ref: string }[] = [];
  const seen = new Map<string, Cell>();
  let rejected = 0;
  let undecided = 0;
  for (const row of rows) {
    const cell = (column: Column): Cell => file.cell(row, column, row.at(-1));
    const report = (column: Column, message: string) => {
      findings.push(problem(message, cell(column)));
    };
    /** On one line: a cell of a spreadsheet may have several. */
    const words = (column: Column) => foldedWords(cell(column).text);
    const decision = decisionOf(words('decision'), words('ref'));
    if (decision.kind === 'unknown') {
      report(
        'decision',
        `“${cell('decision').text}” is not a decision; write accept, reject or same as ID, ` +
          `or leave the cell empty`,
      );
      continue;
    }
    if (decision.kind === 'reject') rejected++;
    if (decision.kind === 'none') undecided++;
    if (decision.kind === 'reject' || decision.kind === 'none') continue;
    const name = words('name');
    const forms = [name, ...cell('forms').text.split('|')]
      .map((form) => foldedWords(form))
      .filter((form, index, all) => form !== '' && all.indexOf(form) === index);
    if (decision.kind === 'same') {
      if (decision.ref === '')
        report('decision', 'the same as which entry? Write its xml:id: same as p_page');
      else same.push({ row, cell: cell('decision'), forms, ref: decision.ref });
      continue;
    }
    const { text: id } = cell('id');
    const { text: kind } = cell('kind');
    const before = seen.get(id);
    const problems = findings.length;
    if (!isXmlName(id))
      report(
        'id',
        `“${id}” cannot be an xml:id; begin with a letter, then letters, digits, _ and -`,
      );
    else if (before !== undefined)
      report('id', `the id “${id}” is in line ${before.line} too; give one of the two another`);
    if (!PROPOSED_KINDS.includes(kind as ProposedKind))
      report('kind', `“${kind}” is not a kind of entry; write ${PROPOSED_KINDS.join(', ')}`);
    if (name === '') report('name', 'the entry has no name; write one, or decide “reject”');
    if ([name, ...forms].some((form) => NO_XML.test(form)))
      report('name', 'a control character cannot be in XML; type the name again');
    const identifiers: Partial<Record<IdentifierScheme, string>> = {};
    for (const scheme of IDENTIFIERS) {
      const value = cell(scheme)
        .text.replace(ADDRESSES[scheme], '')
        .replace(/[/#?].*$/, '');
      if (cell(scheme).text === '') continue;
      if (IDENTIFIER_COLUMNS[scheme].form.test(value)) identifiers[scheme] = value;
      else
        report(
          scheme,
          `“${cell(scheme).text}” is not an identifier of ${scheme}; correct it or empty the cell`,
        );
    }
    if (id !== '' && before === undefined) seen.set(id, cell('id'));
    if (findings.length > problems) continue;
    const certainty = cell('certainty').text === 'low' ? 'low' : 'medium';
    const evidence = cell('evidence').text.split('|');
    accepted.set(id, {
      ...{ id, kind: kind as ProposedKind, name, forms, certainty, identifiers },
      ...(kind === 'org' && typed(evidence)),
    });
  }
  const elsewhere: { forms: readonly string[]; ref: string }[] = [];
  for (const { cell, forms, ref } of same) {
    const entry = accepted.get(ref);
    if (entry) entry.forms.push(...forms.filter((form) => !entry.forms.includes(form)));
    else if (fileOfEntry.has(ref)) elsewhere.push({ forms, ref });
    else
      findings.push(
        problem(
          `there is no entry “${ref}”, in the authority files or accepted in this table; ` +
            `correct the id, or accept its row`,
          cell,
        ),
      );
  }
  findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return {
    accepted: [...accepted.values()],
    places: seen,
    rejected,
    undecided,
    same: elsewhere,
    findings,
  };
}

type Decision =
  | { readonly kind: 'accept' | 'reject' | 'none' | 'unknown' }
  | { readonly kind: 'same'; readonly ref: string };

function decisionOf(written: string, ref: string): Decision {
  const words = written.toLowerCase();
  if (words === '') return { kind: 'none' };
  if (words === 'accept' || words === 'reject') return { kind: words };
  if (!/^same(?: as)?(?:$|[ :])/.test(words)) return { kind: 'unknown' };
  const named = written
    .replace(/^same(?: as)?[ :]*/i, '')
    .replace(/^#/, '')
    .trim();
  return { kind: 'same', ref: named === '' ? ref.replace(/^#/, '') : named };
}
