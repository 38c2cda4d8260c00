/** The workbench in the browser: one document at a time, its text, its doubts, its TEI. */
import { docInAddress } from './base/address.ts';
import { ask, type Done, RefusedRequest } from './base/api.ts';
import { el } from './base/dom.ts';
import type { DocumentAction, DocumentView, NewEntryRequest, Overview } from './base/types.ts';
import { commandOfKey } from './commands.ts';
import { showCommit, showHeader } from './dialogs/header.ts';
import { showConflict, showKeys } from './dialogs/keys.ts';
import { showDocuments, showJournal } from './dialogs/lists.ts';
import { queueHost } from './doubt-actions.ts';
import { GridSlot } from './grid/slot.ts';
import type { AppHost } from './panes/app-host.ts';
import { Bar } from './panes/bar.ts';
import { placeOfAction } from './panes/caret-places.ts';
import { FindingsPane } from './panes/findings.ts';
import { QueuePane } from './panes/queue.ts';
import { TeiSlot } from './panes/tei-slot.ts';
import { TextPane } from './panes/text.ts';

export class App implements AppHost {
  readonly text = new TextPane();
  readonly queue: QueuePane;
  readonly bar: Bar;
  readonly #main: HTMLElement;
  readonly #status: HTMLElement;
  readonly #inspector: HTMLElement;
  #view: DocumentView | undefined;
  readonly #tei: TeiSlot;
  readonly #findings = new FindingsPane((line) => void this.#tei.openAt(this.seen().doc, line));
  readonly #grid: GridSlot;
  /**
   * Actions are sent one after the other: each applies to the text that the previous one produced.
   */
  #last: Promise<unknown> = Promise.resolve();

  constructor(title: string) {
    this.queue = new QueuePane(queueHost(this));
    this.bar = new Bar(title, {
      documents: () => void showDocuments((doc) => void this.open(doc)),
      undo: () => void this.undo(),
      redo: () => void this.redo(),
      collation: () => void this.#grid.toggle(this.#view?.collation),
      tei: () => void this.#tei.toggle(this.seen().doc),
      header: () => this.#header(),
      journal: () => void showJournal((id) => void this.undo(id)),
      commit: () => void showCommit((words, bad) => this.say(words, bad)),
      keys: () => showKeys(),
      status: (status) => void this.act({ type: 'status', status }),
    });
    this.#status = el('p', { class: 'say', role: 'status', 'aria-live': 'polite' });
    this.#inspector = el('p', { class: 'inspector' });
    this.#main = el(
      'main',
      {},
      el('div', { class: 'reading' }, this.text.element, this.#inspector),
      el('div', { class: 'side' }, this.queue.element, this.#findings.element),
    );
    this.#tei = new TeiSlot(this.#main, {
      save: (doc, text, seen) =>
        this.send('saveTei', () => ({ doc, seen, had: this.#view?.seen, text })),
      failed: (error) => this.failed(error),
    });
    this.#grid = new GridSlot(this.#main, {
      decide: (body) => this.send('decideGrid', () => ({ ...this.#shown(), ...body() })),
      say: (words, bad) => this.say(words, bad),
      failed: (error) => this.failed(error),
    });
    document.body.append(this.bar.element, this.#main, this.#grid.element, this.#status);
    document.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('selectionchange', () => this.#inspect());
    this.text.element.addEventListener('click', (event) => this.#click(event));
    window.addEventListener('hashchange', () => void this.open(docInAddress()));
    window.addEventListener('focus', () => void this.#refresh());
    window.addEventListener('beforeunload', (event) => {
      if (this.#tei.isChanged) event.preventDefault();
    });
  }

  async start(): Promise<void> {
    const { documents, statuses } = await ask<Overview>('overview');
    this.bar.statuses(statuses);
    const asked = docInAddress();
    const first =
      documents.find(({ id }) => id === asked) ??
      documents.find(({ doubts, problem }) => doubts > 0 && !problem) ??
      documents.find(({ problem }) => !problem);
    if (first) await this.open(first.id);
    else {
      this.say('the edition has no document yet: “siglum encode” makes some', true);
      await showDocuments((doc) => void this.open(doc));
    }
  }

  seen(): { readonly doc: string; readonly seen: string } {
    return { doc: this.#view?.doc ?? '', seen: this.#view?.seen ?? '' };
  }

  /** The document on screen, for requests that use `seen` for something else. */
  #shown(): { readonly doc: string; readonly had: string } {
    return { doc: this.seen().doc, had: this.seen().seen };
  }

  async open(doc: string): Promise<void> {
    if (doc === '' || doc === this.#view?.doc) return;
    try {
      const view = await ask<DocumentView>('view', { doc });
      this.#tei.close();
      this.#grid.hide();
      this.queue.reset();
      this.#view = undefined;
      await this.#show(view);
      history.replaceState(null, '', `#${encodeURIComponent(doc)}`);
      this.text.element.scrollTo(0, 0);
      this.queue.step(0);
      this.queue.focus();
      // The proposals of a large edition take a moment.
      const { doubts, seen } = await ask<DocumentView>('propose', { doc, had: view.seen });
      if (seen === this.seen().seen) this.queue.show(doubts);
    } catch (error) {
      this.failed(error);
    }
  }

  /** Shows a newer state; if the browser does not have a block, the whole document is requested. */
  async #show(view: DocumentView): Promise<void> {
    this.#view = view;
    if (!this.text.show(view)) {
      const whole = await ask<DocumentView>('view', { doc: view.doc });
      this.#view = whole;
      this.text.show(whole);
    }
    this.bar.show(this.#view);
    this.queue.show(this.#view.doubts);
    this.#findings.update(this.#view.doc);
    await this.#tei.update(view.doc);
  }

  /** Another program may have changed the file while this window was not visible. */
  async #refresh(): Promise<void> {
    const { doc, seen } = this.seen();
    if (doc === '') return;
    if (this.#grid.isShown) await this.#grid.reload();
    try {
      const view = await ask<DocumentView>('view', { doc, had: seen });
      if (view.seen === this.#view?.seen || view.doc !== this.#view?.doc) return;
      await this.#show(view);
      this.say('the file was changed by another program; this is its text now');
    } catch (error) {
      this.failed(error);
    }
  }

  /** Runs an action on the document and shows the result. */
  act(action: DocumentAction): Promise<boolean> {
    return this.send('act', () => ({ ...this.seen(), action }), placeOfAction(action));
  }

  addEntry(request: NewEntryRequest): Promise<boolean> {
    return this.send('entry', () => ({ ...this.seen(), request }), request.chosen?.to);
  }

  undo(id?: string): Promise<boolean> {
    return this.send('undo', () => ({ ...this.seen(), ...(id !== undefined && { id }) }));
  }

  redo(): Promise<boolean> {
    return this.send('redo', () => this.seen());
  }

  send(
    route: string,
    body: () => object,
    caret?: { readonly block: string; readonly offset: number },
  ): Promise<boolean> {
    const inText = this.text.element.contains(document.activeElement);
    const place = caret ?? this.text.selected().place;
    const run = async (): Promise<boolean> => {
      try {
        const { why, view } = await ask<Done>(route, body());
        if (view) await this.#show(view);
        if (this.#grid.isShown) await this.#grid.reload();
        if (inText && place) this.text.caret(place);
        this.say(why);
        return true;
      } catch (error) {
        this.failed(error);
        await this.#refresh();
        return false;
      }
    };
    const next = this.#last.then(run, run);
    this.#last = next;
    return next;
  }

  #header(): void {
    const { doc } = this.seen();
    void showHeader(doc, (offset, words) => this.act({ type: 'field', offset, words }));
  }

  say(words: string, bad = false): void {
    this.#status.textContent = words;
    this.#status.classList.toggle('bad', bad);
    this.#status.classList.add('shown');
  }

  failed(error: unknown): void {
    if (!(error instanceof RefusedRequest)) throw error;
    if (error.now !== undefined) showConflict(error.message, error.mine ?? '', error.now);
    this.say(error.message, true);
  }

  #inspect(): void {
    const { marks } = this.text.selected();
    this.#inspector.textContent = marks.map(({ title }) => title).join(' ‹ ');
  }

  /** A click on a doubt's mark opens its card. */
  #click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const note = target?.closest<HTMLElement>('[data-note]')?.dataset['note'];
    if (note !== undefined) this.text.blockOf(note)?.scrollIntoView({ block: 'center' });
    const mark = target?.closest<HTMLElement>('[data-e]');
    const block = mark?.closest<HTMLElement>('.block')?.dataset['key'];
    const at = this.#view?.doubts.findIndex(
      (doubt) => doubt.at.block === block && doubt.at.offset === Number(mark?.dataset['e']),
    );
    if (at !== undefined && at >= 0 && document.getSelection()?.isCollapsed) this.queue.pointAt(at);
  }

  #key(event: KeyboardEvent): void {
    if (document.querySelector('dialog[open]')) return;
    const inText = this.text.element.contains(document.activeElement);
    const inTei = this.#tei.hasFocus;
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    let run: (() => void) | undefined;
    const inGrid = this.#grid.isShown;
    if (event.key === 'F6' && inGrid) run = () => this.#grid.focus();
    else if (event.key === 'F6')
      run = () => (inText ? this.queue.focus() : this.text.element.focus());
    else if (inTei) return;
    else if (isUndo) run = () => void (event.shiftKey ? this.redo() : this.undo());
    else if (event.key === '?') run = () => showKeys();
    else if (inText && event.key === 'Escape') run = () => this.queue.focus();
    else if (inText) run = commandOfKey(this, event);
    if (!run) return;
    event.preventDefault();
    run();
  }
}
