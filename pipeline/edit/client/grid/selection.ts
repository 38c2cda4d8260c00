/** The chosen words of the grid and the words that wait for others, with their marks. */
import type { GridWords } from '../base/types.ts';
import { type GridPlace, placeOfCell } from './table.ts';

export class GridSelection {
  readonly #table: HTMLElement;
  #place: GridPlace = { witness: 0, column: 0 };
  /** The other end of the chosen words. */
  #end = 0;
  #waiting: GridWords | undefined;

  /** `table`: the element that has the cells. */
  constructor(table: HTMLElement) {
    this.#table = table;
  }

  /** The cursor. */
  get place(): GridPlace {
    return this.#place;
  }

  get words(): GridWords {
    const { witness, column } = this.#place;
    return { witness, from: Math.min(column, this.#end), to: Math.max(column, this.#end) };
  }

  /** Words that wait for those with which they are aligned. */
  get waiting(): GridWords | undefined {
    return this.#waiting;
  }

  wait(words: GridWords | undefined): void {
    this.#waiting = words;
    this.mark();
  }

  /** The cell of the cursor; undefined if it is on another page. */
  get element(): HTMLElement | undefined {
    return this.#elementAt(this.#place);
  }

  #elementAt({ witness, column }: GridPlace): HTMLElement | undefined {
    const selector = `td[data-w="${witness}"][data-c="${column}"]`;
    return this.#table.querySelector<HTMLElement>(selector) ?? undefined;
  }

  /** Chooses one word before the table is drawn again; no words wait. */
  reset(place: GridPlace): void {
    this.#place = place;
    this.#end = place.column;
    this.#waiting = undefined;
  }

  /** Marks the chosen and the waiting words; one cell is in the order of the Tab key. */
  mark(): void {
    const chosen = this.words;
    for (const cell of this.#table.querySelectorAll<HTMLElement>('td[data-c]')) {
      const place = placeOfCell(cell) as GridPlace;
      cell.setAttribute('aria-selected', String(isIn(chosen, place)));
      cell.classList.toggle('waiting', isIn(this.#waiting, place));
      const isPlace = place.witness === this.#place.witness && place.column === this.#place.column;
      cell.tabIndex = isPlace ? 0 : -1;
    }
  }

  /** `extend`: chooses all words from the other end to the place. */
  go(place: GridPlace, extend = false): void {
    const element = this.#elementAt(place);
    if (!element) return;
    const same = extend && place.witness === this.#place.witness;
    if (!same) this.#end = place.column;
    this.#place = place;
    this.mark();
    element.focus();
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

function isIn(words: GridWords | undefined, { witness, column }: GridPlace): boolean {
  return (
    words !== undefined && words.witness === witness && words.from <= column && column <= words.to
  );
}
