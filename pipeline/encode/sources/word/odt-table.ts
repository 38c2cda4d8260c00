/** Tables of an OpenDocument text as HTML. OpenDocument 1.3, part 3, chapter 9. */
import type { TreeElement } from '../../../xml/tree.ts';
import { localAttribute, officeChildren } from './office-file.ts';

/** No row or cell is repeated more often: spreadsheets fill whole sheets that way. */
const MOST_REPEATED = 100;

/** `contentOf`: the blocks of a cell as HTML. */
export function odtTable(table: TreeElement, contentOf: (cell: TreeElement) => string): string {
  const rows = (parent: TreeElement, tag: string): string =>
    officeChildren(parent)
      .map((child) => {
        if (child.local === 'table-row') return rowOf(child, tag, contentOf);
        if (child.local === 'table-header-rows') return rows(child, 'th');
        return ['table-rows', 'table-row-group'].includes(child.local) ? rows(child, tag) : '';
      })
      .join('');
  return `<table>${rows(table, 'td')}</table>`;
}

function rowOf(row: TreeElement, tag: string, contentOf: (cell: TreeElement) => string): string {
  const cells = officeChildren(row, 'table-cell').map((cell) => {
    const span = (name: string, html: string): string => {
      const count = Number(localAttribute(cell, name) ?? 1);
      return count > 1 ? ` ${html}="${count}"` : '';
    };
    const spans =
      span('number-columns-spanned', 'colspan') + span('number-rows-spanned', 'rowspan');
    const html = `<${tag}${spans}>${contentOf(cell)}</${tag}>`;
    return html.repeat(
      Math.min(Number(localAttribute(cell, 'number-columns-repeated') ?? 1) || 1, MOST_REPEATED),
    );
  });
  return `<tr>${cells.join('')}</tr>`;
}
