/** The line below the grid: which words are shown, and the pages before and after them. */
import { counted } from '../../../core/text.ts';
import { el } from '../base/dom.ts';
import type { GridView } from '../base/types.ts';

export class GridFoot {
  readonly element: HTMLElement;
  readonly #about = el('span', { class: 'hint' });
  readonly #earlier: HTMLButtonElement;
  readonly #later: HTMLButtonElement;

  /** `page` goes to the page before (-1) or after (1). */
  constructor(page: (step: number) => void) {
    const button = (step: number, words: string) =>
      el('button', { type: 'button', onclick: () => page(step) }, words);
    this.#earlier = button(-1, 'Earlier words');
    this.#later = button(1, 'Later words');
    this.element = el('div', { class: 'grid-foot' }, this.#about, this.#earlier, this.#later);
  }

  show({ length, from, columns, places }: GridView): void {
    this.#about.textContent =
      `Words ${from + 1}–${from + columns.length} of ${length}; ` +
      `the witnesses differ at ${counted(places.length, 'place')}.`;
    this.#earlier.disabled = from === 0;
    this.#later.disabled = from + columns.length >= length;
  }
}
