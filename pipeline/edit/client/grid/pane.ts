/**
 * The grid of a collation: the alignment of its witnesses, and decisions about it by keyboard and
 * mouse. Each decision is a rule in the file of the collation.
 */
import { counted } from '../../../core/text.ts';
import { ask } from '../base/api.ts';
import { el, fill } from '../base/dom.ts';
import type { GridCell, GridDecision, GridView, GridWords } from '../base/types.ts';
import { GRID_COMMANDS, type GridCommand } from './commands.ts';
import { askRegularized } from './regularize.ts';
import { ruleList } from './rules.ts';
import { type GridPlace, gridTable, placeOfCell } from './table.ts';

export interface GridHost {
  /** Sends a decision, after the actions before it. */
  decide(body: () => { file: string; seen: string; decision: GridDecision }): Promise<boolean>;
  say(words: string, bad?: boolean): void;
  failed(error: unknown): void;
  closed(): void;
}

export class GridPane {
  readonly element: HTMLElement;
  readonly #host: GridHost;
  readonly #scroll = el('div', { class: 'grid-table' });
  readonly #side = el('aside', { class: 'grid-rules', 'aria-label': 'Decisions' });
  readonly #about = el('span', { class: 'hint' });
  readonly #pages = [-1, 1].map((step) =>
    el(
      'button',
      { type: 'button', onclick: () => void this.#page(step) },
      step < 0 ? 'Earlier words' : 'Later words',
    ),
  );
  #view: GridView | undefined;
  #place: GridPlace = { witness: 0, column: 0 };
  /** The other end of the chosen words. */
  #end = 0;
  #turned = false;
  /** Words that wait for those with which they are aligned. */
  #waiting: GridWords | undefined;

  constructor(host: GridHost) {
    this.#host = host;
    this.element = el(
      'main',
      { class: 'collation', 'aria-label': 'Collation' },
      el(
        'div',
        { class: 'grid-head', role: 'toolbar', 'aria-label': 'Decide about the chosen words' },
        ...GRID_COMMANDS.map((command) =>
          el(
            'button',
            { type: 'button', title: command.about, onclick: () => this.#run(command) },
            `${command.label} `,
            el('kbd', {}, command.key),
          ),
        ),
        el(
          'button',
          { type: 'button', class: 'quiet', onclick: () => this.close() },
          'Back to the text',
        ),
      ),
      this.#scroll,
      this.#side,
      el('div', { class: 'grid-foot' }, this.#about, ...this.#pages),
    );
    this.#scroll.addEventListener('keydown', (event) => this.#key(event));
    this.#scroll.addEventListener('click', (event) => this.#click(event));
    this.#scroll.addEventListener('dragstart', (event) => {
      const place = placeOfCell(event.target);
      if (!place) return;
      this.#go(place);
      event.dataTransfer?.setData('text/plain', this.#cell(place)?.text ?? '');
    });
    this.#scroll.addEventListener('dragover', (event) => {
      if (placeOfCell(event.target)) event.preventDefault();
    });
    this.#scroll.addEventListener('drop', (event) => {
      event.preventDefault();
      const place = placeOfCell(event.target);
      if (place) this.#alignWith(this.#words(), place);
    });
  }

  /** False if the collation cannot be shown; the reason is reported. */
  async open(file: string): Promise<boolean> {
    try {
      this.#view = await ask<GridView>('grid', { file, near: 0 });
    } catch (error) {
      this.#host.failed(error);
      return false;
    }
    this.#turned = matchMedia('(min-width: 60rem)').matches && this.#view.witnesses.length > 8;
    const { places, from } = this.#view;
    this.#place = { witness: 0, column: from };
    this.#waiting = undefined;
    this.#render();
    if (places[0] !== undefined) await this.#show(places[0]);
    return true;
  }

  close(): void {
    this.#waiting = undefined;
    this.#host.closed();
  }

  focus(): void {
    this.#element(this.#place)?.focus();
  }

  /** Shows the collation as it is now; the cursor stays at its word. */
  async reload(): Promise<void> {
    const { file } = this.#view ?? {};
    if (file === undefined) return;
    const token = this.#cell(this.#place)?.token;
    const { witness, column } = this.#place;
    try {
      this.#view = await ask<GridView>('grid', { file, near: column });
    } catch (error) {
      this.#host.failed(error);
      return;
    }
    const at = this.#view.columns.findIndex(({ cells }) => cells[witness]?.token === token);
    this.#waiting = undefined;
    const last = this.#view.from + this.#view.columns.length - 1;
    this.#place = {
      witness: Math.min(witness, this.#view.witnesses.length - 1),
      column: token === undefined || at < 0 ? Math.min(column, last) : this.#view.from + at,
    };
    this.#end = this.#place.column;
    this.#render();
    this.focus();
  }

  #render(): void {
    const view = this.#view;
    if (!view) return;
    const { length, from, columns, places } = view;
    fill(this.#scroll, gridTable(view, this.#turned));
    this.#about.textContent =
      `Words ${from + 1}–${from + columns.length} of ${length}; ` +
      `the witnesses differ at ${counted(places.length, 'place')}.`;
    const [earlier, later] = this.#pages;
    if (earlier) earlier.disabled = from === 0;
    if (later) later.disabled = from + columns.length >= length;
    fill(
      this.#side,
      ...ruleList(view, {
        show: (column) => void this.#show(column),
        remove: (index) => void this.#decide({ type: 'remove', index }),
      }),
    );
    this.#mark();
  }

  #element({ witness, column }: GridPlace): HTMLElement | undefined {
    const selector = `td[data-w="${witness}"][data-c="${column}"]`;
    return this.#scroll.querySelector<HTMLElement>(selector) ?? undefined;
  }

  #cell({ witness, column }: GridPlace): GridCell | undefined {
    const { columns, from } = this.#view ?? { columns: [], from: 0 };
    return columns[column - from]?.cells[witness] ?? undefined;
  }

  #words(): GridWords {
    const { witness, column } = this.#place;
    return { witness, from: Math.min(column, this.#end), to: Math.max(column, this.#end) };
  }

  /** Marks the chosen and the waiting words; one cell is in the order of the Tab key. */
  #mark(): void {
    const chosen = this.#words();
    const isIn = (words: GridWords | undefined, { witness, column }: GridPlace): boolean =>
      words !== undefined &&
      words.witness === witness &&
      words.from <= column &&
      column <= words.to;
    for (const cell of this.#scroll.querySelectorAll<HTMLElement>('td[data-c]')) {
      const place = placeOfCell(cell) as GridPlace;
      cell.setAttribute('aria-selected', String(isIn(chosen, place)));
      cell.classList.toggle('waiting', isIn(this.#waiting, place));
      const isPlace = place.witness === this.#place.witness && place.column === this.#place.column;
      cell.tabIndex = isPlace ? 0 : -1;
    }
  }

  #go(place: GridPlace, extends_ = false): void {
    const element = this.#element(place);
    if (!element) return;
    const same = extends_ && place.witness === this.#place.witness;
    if (!same) this.#end = place.column;
    this.#place = place;
    this.#mark();
    element.focus();
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Goes to a column, on another page if it is there. */
  async #show(column: number): Promise<void> {
    const view = this.#view;
    if (!view) return;
    if (column < view.from || column >= view.from + view.columns.length) {
      try {
        this.#view = await ask<GridView>('grid', { file: view.file, near: column });
      } catch (error) {
        this.#host.failed(error);
        return;
      }
      this.#render();
    }
    this.#go({ witness: this.#place.witness, column });
    this.#element(this.#place)?.scrollIntoView({ block: 'center', inline: 'center' });
  }

  async #page(step: number): Promise<void> {
    const { from, columns } = this.#view ?? { from: 0, columns: [] };
    await this.#show(step < 0 ? from - 1 : from + columns.length);
  }

  #click(event: MouseEvent): void {
    const place = placeOfCell(event.target);
    if (!place) return;
    if (this.#waiting && place.witness !== this.#waiting.witness)
      this.#alignWith(this.#waiting, place);
    else this.#go(place, event.shiftKey);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    const { key } = event;
    const command = event.altKey ? undefined : GRID_COMMANDS.find((one) => one.key === key);
    const run = command ? () => this.#run(command) : this.#moveOf(event);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  }

  #moveOf({ key, shiftKey, altKey }: KeyboardEvent): (() => void) | undefined {
    const { witness, column } = this.#place;
    const { from, columns } = this.#view ?? { from: 0, columns: [] };
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
    };
    const step = steps[key];
    if (step) {
      const [across, along] = this.#turned ? [step[1], step[0]] : step;
      if (altKey) return along === 0 ? undefined : () => this.#alignBeside(along);
      return () => this.#go({ witness: witness + across, column: column + along }, shiftKey);
    }
    if (key === 'Home') return () => this.#go({ witness, column: from });
    if (key === 'End') return () => this.#go({ witness, column: from + columns.length - 1 });
    if (key === 'Enter' && this.#waiting) {
      const waiting = this.#waiting;
      return () => this.#alignWith(waiting, this.#place);
    }
    if (key === 'Escape') return () => this.#cancel();
    return undefined;
  }

  #cancel(): void {
    if (!this.#waiting) {
      this.close();
      return;
    }
    this.#waiting = undefined;
    this.#mark();
    this.#host.say('nothing was aligned');
  }

  #run({ does }: GridCommand): void {
    const words = this.#words();
    const cell = this.#cell({ witness: words.witness, column: words.from });
    if (does === 'turn') {
      this.#turned = !this.#turned;
      this.#render();
      this.#go(this.#place);
    } else if (does === 'next' || does === 'previous') this.#step(does === 'next' ? 1 : -1);
    else if (!cell) this.#host.say('the witness has no word here; choose a word', true);
    else if (does === 'align') {
      this.#waiting = words;
      this.#mark();
      this.focus();
      this.#host.say(
        `“${cell.text}” of ${this.#view?.witnesses[words.witness]}: choose the word of ` +
          `another witness that it belongs to, and press Enter; Esc cancels`,
      );
    } else if (does === 'regularize') this.#regularize(words, cell);
    else if (does === 'type') {
      const as = cell.reading === 'orthographic' ? 'substantive' : 'orthographic';
      if (cell.reading === 'substantive' || cell.reading === 'orthographic')
        void this.#decide({ type: 'type', words, as });
      else this.#host.say('only a reading that is not the lemma has a type', true);
    } else if (does === 'lemma') {
      if (cell.reading === undefined) this.#host.say('all witnesses have the same here', true);
      else void this.#decide({ type: 'lemma', words });
    } else void this.#decide({ type: 'clear', words });
  }

  #step(step: number): void {
    const { places } = this.#view ?? { places: [] };
    const { column } = this.#place;
    const next =
      step > 0 ? places.find((one) => one > column) : places.findLast((one) => one < column);
    if (next === undefined) this.#host.say('there is no other place where the witnesses differ');
    else void this.#show(next);
  }

  #regularize(words: GridWords, { text }: GridCell): void {
    const { witnesses, columns, from } = this.#view as GridView;
    const others = columns[words.from - from]?.cells ?? [];
    const lemma = others.find((one) => one?.reading === 'lemma') ?? others.find(Boolean);
    askRegularized(text, witnesses[words.witness] ?? '', lemma?.text ?? text, (to, where) => {
      void this.#decide({ type: 'regularize', words, to, where });
    });
  }

  /** Aligns the words with those at a cell; at an empty cell with another witness there. */
  #alignWith(words: GridWords, { witness, column }: GridPlace): void {
    const { base, witnesses } = this.#view as GridView;
    const isOther = witness !== words.witness && this.#cell({ witness, column }) !== undefined;
    const candidates = isOther ? [witness] : [base, ...witnesses.keys()];
    const other = candidates.find(
      (one) => one !== words.witness && this.#cell({ witness: one, column }),
    );
    if (other === undefined) {
      this.#host.say('no other witness has a word there', true);
      return;
    }
    // As many columns as the witness has words for.
    let to = column;
    for (let rest = this.#count(words) - 1; rest > 0; rest--) {
      let next = to + 1;
      while (this.#hasColumn(next) && !this.#cell({ witness: other, column: next })) next++;
      if (!this.#hasColumn(next)) break;
      to = next;
    }
    void this.#decide({ type: 'align', words, with: { witness: other, from: column, to } });
  }

  #count({ witness, from, to }: GridWords): number {
    let count = 0;
    for (let column = from; column <= to; column++) if (this.#cell({ witness, column })) count++;
    return count;
  }

  #hasColumn(column: number): boolean {
    const { from, columns } = this.#view as GridView;
    return column >= from && column < from + columns.length;
  }

  /** Aligns with the next column in which another witness has a word. */
  #alignBeside(step: number): void {
    const words = this.#words();
    if (!this.#cell({ witness: words.witness, column: words.from })) {
      this.#host.say('the witness has no word here; choose a word', true);
      return;
    }
    const { witnesses } = this.#view as GridView;
    let column = (step > 0 ? words.to : words.from) + step;
    const isTaken = (): boolean =>
      witnesses.some((_, one) => one !== words.witness && this.#cell({ witness: one, column }));
    while (this.#hasColumn(column) && !isTaken()) column += step;
    this.#alignWith(words, { witness: words.witness, column });
  }

  #decide(decision: GridDecision): Promise<boolean> {
    return this.#host.decide(() => {
      const { file, seen } = this.#view as GridView;
      return { file, seen, decision };
    });
  }
}
