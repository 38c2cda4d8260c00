/**
 * The grid of a collation: the alignment of its witnesses, and decisions about it by keyboard and
 * mouse. Each decision is a rule in the file of the collation.
 */
import { ask } from '../base/api.ts';
import { el, fill } from '../base/dom.ts';
import type { GridCell, GridDecision, GridView, GridWords } from '../base/types.ts';
import { alignmentWith, placeBeside } from './aligning.ts';
import { cellAt } from './cells.ts';
import { GRID_COMMANDS, type GridCommand } from './commands.ts';
import { listenToDragging } from './dragging.ts';
import { GridFoot } from './foot.ts';
import { moveOfKey } from './moves.ts';
import { readingDecision } from './readings.ts';
import { askRegularized } from './regularize.ts';
import { ruleList } from './rules.ts';
import { GridSelection } from './selection.ts';
import { type GridPlace, gridTable, placeOfCell } from './table.ts';
import { gridToolbar } from './toolbar.ts';

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
  readonly #selection = new GridSelection(this.#scroll);
  readonly #side = el('aside', { class: 'grid-rules', 'aria-label': 'Decisions' });
  readonly #foot = new GridFoot((step) => void this.#page(step));
  #view: GridView | undefined;
  #turned = false;

  constructor(host: GridHost) {
    this.#host = host;
    this.element = el(
      'main',
      { class: 'collation', 'aria-label': 'Collation' },
      gridToolbar(
        (command) => this.#run(command),
        () => this.close(),
      ),
      this.#scroll,
      this.#side,
      this.#foot.element,
    );
    this.#scroll.addEventListener('keydown', (event) => this.#key(event));
    this.#scroll.addEventListener('click', (event) => this.#click(event));
    listenToDragging(
      this.#scroll,
      (place) => {
        this.#selection.go(place);
        return this.#cell(place)?.text ?? '';
      },
      (place) => this.#alignWith(this.#selection.words, place),
    );
  }

  /** False if the collation cannot be shown; the reason is reported. */
  async open(file: string): Promise<boolean> {
    const view = await this.#load(file, 0);
    if (!view) return false;
    const { places, from, witnesses } = view;
    this.#turned = matchMedia('(min-width: 60rem)').matches && witnesses.length > 8;
    this.#selection.reset({ witness: 0, column: from });
    this.#render();
    if (places[0] !== undefined) await this.#show(places[0]);
    return true;
  }

  close(): void {
    this.#selection.wait(undefined);
    this.#host.closed();
  }

  focus(): void {
    this.#selection.element?.focus();
  }

  /** Shows the collation as it is now; the cursor stays at its word. */
  async reload(): Promise<void> {
    const { file } = this.#view ?? {};
    if (file === undefined) return;
    const { witness, column } = this.#selection.place;
    const token = this.#cell({ witness, column })?.token;
    const view = await this.#load(file, column);
    if (!view) return;
    const at = view.columns.findIndex(({ cells }) => cells[witness]?.token === token);
    const last = view.from + view.columns.length - 1;
    this.#selection.reset({
      witness: Math.min(witness, view.witnesses.length - 1),
      column: token === undefined || at < 0 ? Math.min(column, last) : view.from + at,
    });
    this.#render();
    this.focus();
  }

  /** Requests the page with a column; undefined if it is refused, which is reported. */
  async #load(file: string, near: number): Promise<GridView | undefined> {
    try {
      this.#view = await ask<GridView>('grid', { file, near });
      return this.#view;
    } catch (error) {
      this.#host.failed(error);
      return undefined;
    }
  }

  #render(): void {
    const view = this.#view;
    if (!view) return;
    fill(this.#scroll, gridTable(view, this.#turned));
    this.#foot.show(view);
    fill(
      this.#side,
      ...ruleList(view, {
        show: (column) => void this.#show(column),
        remove: (index) => void this.#decide({ type: 'remove', index }),
      }),
    );
    this.#selection.mark();
  }

  #cell(place: GridPlace): GridCell | undefined {
    return this.#view && cellAt(this.#view, place);
  }

  /** Goes to a column, on another page if it is there. */
  async #show(column: number): Promise<void> {
    const view = this.#view;
    if (!view) return;
    if (column < view.from || column >= view.from + view.columns.length) {
      if (!(await this.#load(view.file, column))) return;
      this.#render();
    }
    this.#selection.go({ witness: this.#selection.place.witness, column });
    this.#selection.element?.scrollIntoView({ block: 'center', inline: 'center' });
  }

  async #page(step: number): Promise<void> {
    const { from, columns } = this.#view ?? { from: 0, columns: [] };
    await this.#show(step < 0 ? from - 1 : from + columns.length);
  }

  #click(event: MouseEvent): void {
    const place = placeOfCell(event.target);
    if (!place) return;
    const { waiting } = this.#selection;
    if (waiting && place.witness !== waiting.witness) this.#alignWith(waiting, place);
    else this.#selection.go(place, event.shiftKey);
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

  #moveOf(event: KeyboardEvent): (() => void) | undefined {
    const { place, waiting } = this.#selection;
    const move = this.#view && moveOfKey(event, place, this.#view, this.#turned);
    if (move)
      return () =>
        'to' in move
          ? this.#selection.go(move.to, move.extend)
          : this.#alignBeside(move.alignBeside);
    if (event.key === 'Enter' && waiting) return () => this.#alignWith(waiting, place);
    return event.key === 'Escape' ? () => this.#cancel() : undefined;
  }

  #cancel(): void {
    if (this.#selection.waiting) {
      this.#selection.wait(undefined);
      this.#host.say('nothing was aligned');
    } else this.close();
  }

  #run({ does }: GridCommand): void {
    const { words } = this.#selection;
    const cell = this.#cell({ witness: words.witness, column: words.from });
    if (does === 'turn') {
      this.#turned = !this.#turned;
      this.#render();
      this.#selection.go(this.#selection.place);
    } else if (does === 'next' || does === 'previous') this.#step(does === 'next' ? 1 : -1);
    else if (!cell) this.#host.say('the witness has no word here; choose a word', true);
    else if (does === 'align') {
      this.#selection.wait(words);
      this.focus();
      this.#host.say(
        `“${cell.text}” of ${this.#view?.witnesses[words.witness]}: choose the word of ` +
          `another witness that it belongs to, and press Enter; Esc cancels`,
      );
    } else if (does === 'regularize') this.#regularize(words, cell);
    else {
      const decision = readingDecision(does, words, cell);
      if (typeof decision === 'string') this.#host.say(decision, true);
      else void this.#decide(decision);
    }
  }

  #step(step: number): void {
    const { places } = this.#view ?? { places: [] };
    const { column } = this.#selection.place;
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

  #alignWith(words: GridWords, place: GridPlace): void {
    const decision = alignmentWith(this.#view as GridView, words, place);
    if (decision) void this.#decide(decision);
    else this.#host.say('no other witness has a word there', true);
  }

  #alignBeside(step: number): void {
    const { words } = this.#selection;
    if (this.#cell({ witness: words.witness, column: words.from }))
      this.#alignWith(words, placeBeside(this.#view as GridView, words, step));
    else this.#host.say('the witness has no word here; choose a word', true);
  }

  #decide(decision: GridDecision): Promise<boolean> {
    return this.#host.decide(() => {
      const { file, seen } = this.#view as GridView;
      return { file, seen, decision };
    });
  }
}
