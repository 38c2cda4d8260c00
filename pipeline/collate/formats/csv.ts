/** The table as CSV (RFC 4180): the sigla, then one row for each column of the alignment. */
import { coverageOf, covers } from '../apparatus/coverage.ts';
import { type CollationTable, tokenAt } from '../model/model.ts';
import { plainToken } from './json.ts';

const LACUNA = '#LACUNA#';

export function* collationCsv(table: CollationTable): Generator<string> {
  const coverage = coverageOf(table);
  yield row(table.witnesses.map(({ siglum }) => siglum));
  for (let column = 0; column < table.length; column++)
    yield row(
      table.witnesses.map((_, witness) => {
        const token = tokenAt(table, witness, column);
        if (token && token.kind !== 'gap') return plainToken(token.text);
        return covers(coverage, witness, column) ? plainToken(token?.text ?? '') : LACUNA;
      }),
    );
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula is quoted as text. */
function cell(text: string): string {
  const safe = /^[=+@\t]|^-./.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
