/** The table as CSV (RFC 4180): the sigla, then one row for each column of the alignment. */
import { csvRow } from '../../core/csv.ts';
import { coverageOf, covers } from '../apparatus/coverage.ts';
import { type CollationTable, tokenAt } from '../model/model.ts';
import { plainToken } from './json.ts';

const LACUNA = '#LACUNA#';

export function* collationCsv(table: CollationTable): Generator<string> {
  const coverage = coverageOf(table);
  yield csvRow(table.witnesses.map(({ siglum }) => siglum));
  for (let column = 0; column < table.length; column++)
    yield csvRow(
      table.witnesses.map((_, witness) => {
        const token = tokenAt(table, witness, column);
        if (token && token.kind !== 'gap') return plainToken(token.text);
        return covers(coverage, witness, column) ? plainToken(token?.text ?? '') : LACUNA;
      }),
    );
}
