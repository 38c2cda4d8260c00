/**
 * A CSV file of an edition with a line of column names: its rows, and findings with their places.
 */

import { type Cell, readCsv } from '../core/csv.ts';
import { readInput } from '../core/files/input-file.ts';
import { type Finding, shownPath } from '../core/finding.ts';
import { decodeXml } from '../xml/decode.ts';

interface CsvFile {
  /** The rows below the column names. */
  readonly rows: readonly (readonly Cell[])[];
  /** The place of a quotation mark that is not closed. */
  readonly unclosed: Cell | undefined;
  /** About that place, columns of one name, and cells that belong to no column. */
  readonly findings: readonly Finding[];
  has(column: string): boolean;
  /**
   * Empty where the table has no such column or the row ends before it, with the place of `near`
   * (the row's first cell).
   */
  cell(row: readonly Cell[], column: string, near?: Cell): Cell;
  /** An error of this file, at a cell where one is given. */
  problem(message: string, place?: Partial<Cell>): Finding;
}

/** Makes findings of one file by one rule. */
export function problemsIn(path: string, rule: string): CsvFile['problem'] {
  const shown = shownPath(path);
  return (message, { line, column } = {}) => ({
    path: shown,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    severity: 'error',
    rule,
    message,
  });
}

/**
 * `rules`: of findings about rows, and of a file that cannot be read.
 * @throws InputError where the file cannot be read or decoded.
 */
export function readCsvFile(
  path: string,
  rules: { readonly row: string; readonly unreadable: string },
): CsvFile {
  const { rows, unclosed } = readCsv(decodeXml(readInput(path, rules.unreadable), shownPath(path)));
  const [header = [], ...body] = rows;
  const problem = problemsIn(path, rules.row);
  const findings: Finding[] = [];
  const at = new Map<string, number>();
  for (const [index, cell] of header.entries()) {
    const name = cell.text.toLowerCase();
    if (!at.has(name)) at.set(name, index);
    else if (name !== '')
      findings.push(
        problem(`the column “${cell.text}” is there twice; only the first is read`, cell),
      );
  }
  for (const row of body) {
    const surplus = row.slice(header.length).find(({ text }) => text !== '');
    if (surplus)
      findings.push(
        problem('the first line has no column for this cell, so it is not read', surplus),
      );
  }
  if (unclosed)
    findings.push(
      problem('this quotation mark is never closed; rows from here on are not read', unclosed),
    );
  return {
    rows: body,
    unclosed,
    findings,
    has: (column) => at.has(column),
    cell: (row, column, near = row[0] ?? { text: '', line: 1, column: 1 }) =>
      row[at.get(column) ?? row.length] ?? { ...near, text: '' },
    problem,
  };
}
