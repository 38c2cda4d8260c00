/**
 * A CSV file of an edition with a line of column names: its rows, and findings with their places.
 */

import { readInput } from '../core/files/input-file.ts';
import { type Finding, shownPath } from '../core/finding.ts';
import { decodeXml } from '../xml/decode.ts';
import { type Cell, readCsv } from './csv.ts';

export interface CsvFile {
  /** The rows below the column names. */
  readonly rows: readonly (readonly Cell[])[];
  /** The place of a quotation mark that is not closed. */
  readonly unclosed: Cell | undefined;
  has(column: string): boolean;
  /** Undefined where the table has no such column, or the row ends before it. */
  cell(row: readonly Cell[], column: string): Cell | undefined;
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
  const at = new Map(header.map(({ text }, index) => [text.toLowerCase(), index]));
  return {
    rows: body,
    unclosed,
    has: (column) => at.has(column),
    cell: (row, column) => {
      const index = at.get(column);
      return index === undefined ? undefined : row[index];
    },
    problem: problemsIn(path, rules.row),
  };
}
