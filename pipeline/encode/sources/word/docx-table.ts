/**
 * Tables of a Word document as HTML: cells over several columns (`gridSpan`) and rows (`vMerge`).
 */
import type { TreeElement } from '../../../xml/tree.ts';
import { childOf, localAttribute, officeChildren } from './office-file.ts';

interface WordCell {
  readonly element: TreeElement;
  readonly column: number;
  readonly cols: number;
  readonly continues: boolean;
  rows: number;
}

/** `blocks`: the HTML of a cell's content. */
export function docxTable(table: TreeElement, blocks: (cell: TreeElement) => string): string {
  const rows = officeChildren(table, 'tr', 'sdt', 'customXml').flatMap((row) =>
    row.local === 'tr' ? [row] : officeChildren(childOf(row, 'sdtContent') ?? row, 'tr'),
  );
  const placed = rows.map(cellsOf);
  for (const [at, row] of placed.entries()) {
    for (const cell of row) {
      if (cell.continues) continue;
      for (const below of placed.slice(at + 1)) {
        if (!below.some(({ column, continues }) => continues && column === cell.column)) break;
        cell.rows++;
      }
    }
  }
  const html = placed.map((row, at) => {
    const tag = childOf(rows[at], 'trPr', 'tblHeader') ? 'th' : 'td';
    const cells = row
      .filter(({ continues }) => !continues)
      .map((cell) => cellHtml(cell, tag, blocks));
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${html.join('')}</table>`;
}

function cellsOf(row: TreeElement): WordCell[] {
  let column = Number(localAttribute(childOf(row, 'trPr', 'gridBefore'), 'val') ?? 0);
  return officeChildren(row, 'tc').map((element) => {
    const properties = childOf(element, 'tcPr');
    const cols = Math.max(
      1,
      Math.min(Number(localAttribute(childOf(properties, 'gridSpan'), 'val') ?? 1) || 1, 1000),
    );
    const merge = childOf(properties, 'vMerge');
    const continues = merge !== undefined && localAttribute(merge, 'val') !== 'restart';
    const cell = { element, column, cols, continues, rows: 1 };
    column += cols;
    return cell;
  });
}

function cellHtml(
  { element, cols, rows }: WordCell,
  tag: string,
  blocks: (cell: TreeElement) => string,
): string {
  const spans = `${cols > 1 ? ` colspan="${cols}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  return `<${tag}${spans}>${blocks(element)}</${tag}>`;
}
