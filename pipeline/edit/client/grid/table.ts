/** The table of the grid: cells of the witnesses, as columns or as rows. */
import { el } from '../base/dom.ts';
import type { GridCell, GridView } from '../base/types.ts';

/** A cell: the index of the witness, the column of the alignment. */
export interface GridPlace {
  readonly witness: number;
  readonly column: number;
}

/** `turned`: each witness is a row; else it is a column. */
export function gridTable(view: GridView, turned: boolean): HTMLTableElement {
  const witnesses = view.witnesses.map((siglum, witness) => ({ siglum, witness }));
  const places = view.columns.map((column, at) => ({ ...column, at: view.from + at }));
  const header = ({ siglum, witness }: (typeof witnesses)[number], scope: string) =>
    el(
      'th',
      { scope, class: witness === view.base ? 'base' : undefined },
      siglum,
      witness === view.base && el('span', { class: 'hint' }, ' base'),
    );
  const number = ({ at, begins, varied }: (typeof places)[number], scope: string) =>
    el(
      'th',
      { scope, class: `place${varied ? ' varied' : ''}${begins ? ' begins' : ''}` },
      String(at + 1),
    );
  const cell = (column: (typeof places)[number], witness: number) =>
    cellElement(view, { witness, column: column.at }, column.cells[witness] ?? null, column.begins);
  const [head, rows] = turned
    ? [
        places.map((column) => number(column, 'col')),
        witnesses.map((one) =>
          el('tr', {}, header(one, 'row'), ...places.map((column) => cell(column, one.witness))),
        ),
      ]
    : [
        witnesses.map((one) => header(one, 'col')),
        places.map((column) =>
          el(
            'tr',
            {},
            number(column, 'row'),
            ...witnesses.map(({ witness }) => cell(column, witness)),
          ),
        ),
      ];
  return el(
    'table',
    {
      role: 'grid',
      'aria-multiselectable': 'true',
      'aria-label': `Alignment of ${view.witnesses.join(', ')}`,
      class: turned ? 'turned' : undefined,
    },
    el('thead', {}, el('tr', {}, el('td', {}), ...head)),
    el('tbody', {}, ...rows),
  );
}

function cellElement(
  { witnesses }: GridView,
  { witness, column }: GridPlace,
  cell: GridCell | null,
  begins: boolean,
): HTMLTableCellElement {
  const about = cell
    ? cellLabel(cell, witnesses[witness] ?? '')
    : `no word in ${witnesses[witness]}`;
  return el(
    'td',
    {
      role: 'gridcell',
      tabindex: '-1',
      'data-w': String(witness),
      'data-c': String(column),
      'aria-label': about,
      title: cell?.reading || cell?.decided ? about : undefined,
      class: [
        cell ? (cell.reading ?? 'same') : 'none',
        cell?.uncertain && 'uncertain',
        cell?.decided && 'decided',
        begins && 'begins',
      ]
        .filter(Boolean)
        .join(' '),
    },
    cell ? cell.text : '–',
  );
}

function cellLabel({ text, reading, uncertain, decided }: GridCell, siglum: string): string {
  const type = reading === undefined ? '' : `, ${reading}${uncertain ? ', not certain' : ''}`;
  const kinds = decided ? `, decided: ${[...new Set(decided)].join(', ')}` : '';
  return `${text}, ${siglum}${type}${kinds}`;
}

/** The place of a cell of the table; undefined for anything else. */
export function placeOfCell(target: EventTarget | null): GridPlace | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-c]') : null;
  return cell
    ? { witness: Number(cell.dataset['w']), column: Number(cell.dataset['c']) }
    : undefined;
}
