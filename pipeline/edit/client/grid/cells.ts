/** The cells of the page of a collation that is shown. */
import type { GridCell, GridView, GridWords } from '../base/types.ts';
import type { GridPlace } from './table.ts';

/** The word at a place; undefined if the witness has no word there. */
export function cellAt(
  { columns, from }: GridView,
  { witness, column }: GridPlace,
): GridCell | undefined {
  return columns[column - from]?.cells[witness] ?? undefined;
}

export function hasColumn({ columns, from }: GridView, column: number): boolean {
  return column >= from && column < from + columns.length;
}

/** How many words the witness has in these columns. */
export function wordCount(view: GridView, { witness, from, to }: GridWords): number {
  let count = 0;
  for (let column = from; column <= to; column++) if (cellAt(view, { witness, column })) count++;
  return count;
}
