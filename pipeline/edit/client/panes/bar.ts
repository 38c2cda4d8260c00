/** The bar above the text: the document, its status, and buttons for other views. */
import { el, fill } from '../base/dom.ts';
import type { DocumentView, Overview } from '../base/types.ts';

interface BarHost {
  documents(): void;
  undo(): void;
  redo(): void;
  collation(): void;
  tei(): void;
  header(): void;
  journal(): void;
  commit(): void;
  keys(): void;
  status(status: string): void;
}

export class Bar {
  readonly element: HTMLElement;
  readonly #document: HTMLElement;
  readonly #status: HTMLSelectElement;
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;
  readonly #collation: HTMLButtonElement;
  #statuses: Overview['statuses'] = [];

  constructor(title: string, host: BarHost) {
    const button = (label: string, run: () => void, name?: string) =>
      el('button', { type: 'button', class: 'quiet', 'aria-label': name, onclick: run }, label);
    this.#document = el('span', { class: 'title' });
    this.#status = el('select', {
      'aria-label': 'State of the work',
      onchange: () => host.status(this.#status.value),
    });
    this.#undo = button('↶', host.undo, 'Undo');
    this.#redo = button('↷', host.redo, 'Redo');
    this.#collation = button('Collation', host.collation);
    this.element = el(
      'header',
      { class: 'bar' },
      el('h1', {}, title),
      el(
        'button',
        { type: 'button', class: 'document', onclick: () => host.documents() },
        this.#document,
        el('span', { class: 'opens', 'aria-hidden': 'true' }, '▾'),
      ),
      el('label', { class: 'state' }, el('span', {}, 'State '), this.#status),
      el(
        'nav',
        { 'aria-label': 'Workbench' },
        this.#undo,
        this.#redo,
        this.#collation,
        button('TEI', host.tei),
        button('Header', host.header),
        button('Journal', host.journal),
        button('Commit', host.commit),
        button('?', host.keys, 'Keys'),
      ),
    );
  }

  statuses(statuses: Overview['statuses']): void {
    this.#statuses = statuses;
  }

  show({ doc, title, status, collation, canUndo, canRedo }: DocumentView): void {
    this.#collation.hidden = collation === undefined;
    this.#document.textContent = title === '' ? doc : `${doc} · ${title}`;
    const isListed = this.#statuses.some((one) => one.status === status);
    fill(
      this.#status,
      ...(isListed
        ? []
        : [el('option', { value: status, selected: true }, status || 'not stated')]),
      ...this.#statuses.map((one) =>
        el('option', { value: one.status, selected: one.status === status }, one.label),
      ),
    );
    set(this.#undo, 'Undo', canUndo);
    set(this.#redo, 'Redo', canRedo);
  }
}

function set(button: HTMLButtonElement, name: string, about: string | undefined): void {
  button.disabled = about === undefined;
  button.title = about === undefined ? name : `${name}: ${about}`;
}
