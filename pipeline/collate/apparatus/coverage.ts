/**
 * Which part of the text each witness has: its beginning and end, its lacunas. A column without a
 * token of a witness is an omission only within this part.
 */
import type { CollationTable, Witness } from '../model/model.ts';

/**
 * This many columns without a token, at the beginning or end, are not an omission: the witness is
 * shorter.
 */
const OUTSIDE = 20;
/** A stated gap beside this many columns without a token is a lacuna, not a missing word. */
const LACUNA = 8;

interface ColumnStretch {
  /** Columns from the first to the end (exclusive). */
  readonly from: number;
  readonly to: number;
}

export interface Coverage {
  /** By witness the columns in which it has text, or omits it. */
  readonly present: readonly ColumnStretch[];
  /** By witness its lacunas. A token for the gap is in the first column. */
  readonly lacunas: readonly (readonly ColumnStretch[])[];
}

export function coverageOf(table: CollationTable): Coverage {
  const present = table.witnesses.map((_, witness) => presentOf(table, witness));
  const lacunas = table.witnesses.map((one, witness) =>
    lacunasOf(table, one, witness, present[witness] as ColumnStretch),
  );
  return { present, lacunas };
}

/** Whether a witness has the text of a column, with a token or without one. */
export function covers(coverage: Coverage, witness: number, column: number): boolean {
  const { from, to } = coverage.present[witness] as ColumnStretch;
  if (column < from || column >= to) return false;
  const lacunas = coverage.lacunas[witness] as readonly ColumnStretch[];
  // The last lacuna that begins at or before the column.
  let low = 0;
  let high = lacunas.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lacunas[middle] as ColumnStretch).from <= column) low = middle + 1;
    else high = middle;
  }
  const last = lacunas[low - 1];
  return last === undefined || column >= last.to;
}

function presentOf({ cells, length }: CollationTable, witness: number): ColumnStretch {
  const row = cells[witness] as Int32Array;
  const first = row.findIndex((token) => token >= 0);
  const last = row.findLastIndex((token) => token >= 0);
  return {
    from: first >= OUTSIDE ? first : 0,
    to: length - 1 - last >= OUTSIDE ? last + 1 : length,
  };
}

function lacunasOf(
  { cells }: CollationTable,
  { tokens }: Witness,
  witness: number,
  { from, to }: ColumnStretch,
): ColumnStretch[] {
  const row = cells[witness] as Int32Array;
  const found: ColumnStretch[] = [];
  for (let column = from; column < to; ) {
    const empty = (at: number): boolean => {
      const token = row[at] as number;
      return token < 0 || tokens[token]?.kind === 'gap';
    };
    if (!empty(column)) {
      column++;
      continue;
    }
    let end = column;
    let gap = false;
    while (end < to && empty(end)) gap = (row[end++] as number) >= 0 || gap;
    if (gap && end - column >= LACUNA) found.push({ from: column, to: end });
    column = end;
  }
  return found;
}
