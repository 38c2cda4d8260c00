/** Tables as Typst source. */
import type { TextElement, TextNode } from './text-tree.ts';

/** The most columns of a page; further cells of a row go into its last one. */
const MOST_COLUMNS = 40;

interface PrintedCell {
  readonly isHead: boolean;
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
  readonly children: TextNode[];
}

/** `write`: the content of a cell, as Typst source. */
export function typstTable(
  table: TextElement,
  write: (nodes: readonly TextNode[]) => string,
): string {
  const cells = placed(rowsOf(table.children));
  const width = Math.max(1, ...cells.map(({ x, columns }) => x + columns));
  const written = cells.map(({ isHead, x, y, columns, rows, children }) => {
    const body = isHead ? `strong(${write(children)})` : write(children);
    return `table.cell(x:${x},y:${y},colspan:${columns},rowspan:${rows},${body}),`;
  });
  return `print-table(${width},(${written.join('')}))`;
}

function rowsOf(nodes: readonly TextNode[]): TextElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.name === 'tr') return [node];
    return ['thead', 'tbody', 'tfoot'].includes(node.name) ? rowsOf(node.children) : [];
  });
}

/**
 * Cells at their places in HTML; each spans at most the free ones, since Typst refuses overlaps.
 */
function placed(rows: readonly TextElement[]): PrintedCell[] {
  const taken: boolean[][] = rows.map(() => []);
  const isFree = (y: number, x: number): boolean => taken[y]?.[x] !== true;
  return rows.flatMap((row, y) => {
    const cells: PrintedCell[] = [];
    let x = 0;
    for (const element of row.children) {
      if (typeof element === 'string') continue;
      while (x < MOST_COLUMNS && !isFree(y, x)) x += 1;
      if (x >= MOST_COLUMNS) {
        cells.at(-1)?.children.push(' ', ...element.children);
        continue;
      }
      let columns = 1;
      const wide = Math.min(span(element, 'colspan'), MOST_COLUMNS - x);
      while (columns < wide && isFree(y, x + columns)) columns += 1;
      const high = Math.min(span(element, 'rowspan'), rows.length - y);
      for (let down = y; down < y + high; down += 1)
        for (let right = x; right < x + columns; right += 1)
          (taken[down] as boolean[])[right] = true;
      const isHead = element.name === 'th';
      cells.push({ isHead, x, y, columns, rows: high, children: [...element.children] });
      x += columns;
    }
    return cells;
  });
}

function span({ attributes }: TextElement, name: string): number {
  const value = Number(attributes.get(name) ?? '1');
  return Number.isInteger(value) && value >= 1 ? value : 1;
}
