/**
 * The place of the TEI pane: opens and closes it, and updates it when the text beside it changes.
 */
import { ask } from '../base/api.ts';
import { TeiPane } from './tei.ts';

interface TeiSlotHost {
  save(doc: string, text: string, seen: string): Promise<boolean>;
  failed(error: unknown): void;
}

interface Tei {
  readonly text: string;
  readonly seen: string;
}

export class TeiSlot {
  readonly #main: HTMLElement;
  readonly #host: TeiSlotHost;
  #pane: TeiPane | undefined;

  constructor(main: HTMLElement, host: TeiSlotHost) {
    this.#main = main;
    this.#host = host;
  }

  get isChanged(): boolean {
    return this.#pane?.isChanged ?? false;
  }

  get hasFocus(): boolean {
    return this.#pane?.element.contains(document.activeElement) ?? false;
  }

  async toggle(doc: string): Promise<void> {
    if (this.#pane) {
      const ask = 'The TEI was changed and not saved. Close it?';
      if (!this.#pane.isChanged || window.confirm(ask)) this.close();
      return;
    }
    await this.openAt(doc);
  }

  /** Opens the pane, or uses the open one, and shows a line. */
  async openAt(doc: string, line?: number): Promise<void> {
    try {
      if (!this.#pane) await this.#openPane(doc);
      if (line !== undefined) this.#pane?.showLine(line);
      this.#pane?.focus();
    } catch (error) {
      this.#host.failed(error);
    }
  }

  async #openPane(doc: string): Promise<void> {
    const { text, seen } = await ask<Tei>('tei', { doc });
    this.#pane = new TeiPane(doc, text, seen, {
      save: (now, previous) => this.#host.save(doc, now, previous),
      closed: () => void this.toggle(doc),
    });
    this.#main.append(this.#pane.element);
    this.#main.classList.add('with-tei');
  }

  /** After a change in the text beside it. */
  async update(doc: string): Promise<void> {
    if (!this.#pane) return;
    const { text, seen } = await ask<Tei>('tei', { doc });
    this.#pane.update(text, seen);
  }

  close(): void {
    this.#pane?.element.remove();
    this.#pane = undefined;
    this.#main.classList.remove('with-tei');
  }
}
