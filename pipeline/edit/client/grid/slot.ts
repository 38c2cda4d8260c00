/** The place of the grid: while it is shown, it is in place of the text. */
import { type GridHost, GridPane } from './pane.ts';

export class GridSlot {
  readonly #main: HTMLElement;
  readonly #pane: GridPane;

  /** `main`: the text and what is beside it. */
  constructor(main: HTMLElement, host: Omit<GridHost, 'closed'>) {
    this.#main = main;
    this.#pane = new GridPane({ ...host, closed: () => this.hide() });
    this.#pane.element.hidden = true;
  }

  get element(): HTMLElement {
    return this.#pane.element;
  }

  get isShown(): boolean {
    return !this.#pane.element.hidden;
  }

  /** `file`: the collation of the document, if it has one. */
  async toggle(file: string | undefined): Promise<void> {
    if (file === undefined) return;
    if (this.isShown) this.#pane.close();
    else if (await this.#pane.open(file)) {
      this.#pane.element.hidden = false;
      this.#main.hidden = true;
      this.#pane.focus();
    }
  }

  hide(): void {
    this.#pane.element.hidden = true;
    this.#main.hidden = false;
  }

  focus(): void {
    this.#pane.focus();
  }

  reload(): Promise<void> {
    return this.#pane.reload();
  }
}
