/** The doubts of a document, one after the other, each with its sentence and candidates. */
import { ask, RefusedRequest } from '../base/api.ts';
import { el, fill } from '../base/dom.ts';
import { markKind } from '../base/marks.ts';
import type { CandidateList, DoubtView } from '../base/types.ts';
import { fillCandidates } from './candidate-list.ts';
import { candidateRow } from './candidate-row.ts';
import { doubtButtons, doubtCard } from './doubt-card.ts';
import { type QueueOption, withProposal } from './queue-options.ts';

/** What the pane needs from the rest of the workbench. */
export interface QueueHost {
  sentence(doubt: DoubtView): readonly [string, string, string];
  seen(): { readonly doc: string; readonly seen: string };
  point(doubt: DoubtView | undefined): void;
  accept(doubt: DoubtView, ref: string | undefined): Promise<void>;
  acceptProposal(id: string): Promise<void>;
  reject(doubt: DoubtView, everywhere: boolean): Promise<void>;
  retag(doubt: DoubtView, element: string): Promise<void>;
  create(doubt: DoubtView): void;
  everywhere(doubt: DoubtView, ref: string | undefined): void;
  mentions(doubt: DoubtView): void;
  choose(doubt: DoubtView): void;
  when(doubt: DoubtView): void;
}

/** Marks that no entry is linked to. */
const WITHOUT_ENTRY: ReadonlySet<string> = new Set(['date', 'bibl', 'title']);

const RETAG: Readonly<Record<string, string>> = {
  p: 'persName',
  o: 'orgName',
  l: 'placeName',
  t: 'term',
};

export class QueuePane {
  readonly element: HTMLElement;
  readonly #host: QueueHost;
  #doubts: readonly DoubtView[] = [];
  #at = 0;
  #candidates: readonly QueueOption[] = [];
  #picked = 0;
  /** Candidates are requested for every doubt; late answers are dropped. */
  #asked = 0;
  #ready: Promise<void> = Promise.resolve();

  constructor(host: QueueHost) {
    this.#host = host;
    this.element = el('section', {
      class: 'queue',
      tabindex: '-1',
      'aria-label': 'Doubts',
      onkeydown: (event) => this.#key(event as KeyboardEvent),
    });
  }

  get doubt(): DoubtView | undefined {
    return this.#doubts[this.#at];
  }

  /** Updates the doubts; the present one stays if it is still open, else the next one is shown. */
  show(doubts: readonly DoubtView[]): void {
    const before = this.doubt;
    this.#doubts = doubts;
    const same = before
      ? doubts.findIndex(
          ({ at, words }) =>
            at.block === before.at.block &&
            at.offset === before.at.offset &&
            words === before.words,
        )
      : -1;
    this.#at = same >= 0 ? same : Math.min(this.#at, Math.max(0, doubts.length - 1));
    this.#draw();
  }

  /** Starts with the first doubt again: another document is shown. */
  reset(): void {
    this.#at = 0;
    this.#doubts = [];
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  step(by: number): void {
    if (this.#doubts.length === 0) return;
    this.#at = (this.#at + by + this.#doubts.length) % this.#doubts.length;
    this.#draw();
  }

  pointAt(index: number): void {
    this.#at = index;
    this.#draw();
  }

  #draw(): void {
    const doubt = this.doubt;
    this.#host.point(doubt);
    this.#candidates = [];
    this.#picked = 0;
    const asked = ++this.#asked;
    if (!doubt) {
      fill(
        this.element,
        el('h2', {}, 'Doubts'),
        el('p', { role: 'status' }, 'Nothing waits for a decision in this document.'),
        el(
          'p',
          { class: 'hint' },
          'Choose words in the text and press a key to mark them: ',
          el('kbd', {}, 'm'),
          ' shows what is possible, ',
          el('kbd', {}, '?'),
          ' all keys.',
        ),
      );
      return;
    }
    const list = el('ol', { class: 'candidates', 'aria-label': 'Candidates' });
    this.#card(doubt, list);
    if (WITHOUT_ENTRY.has(doubt.element)) return;
    this.#ready = this.#load(doubt, asked, list);
  }

  async #load(doubt: DoubtView, asked: number, list: HTMLElement): Promise<void> {
    const kind = markKind(doubt.element);
    const { at, chosen, words } = doubt;
    const found = await ask<CandidateList>('candidates', {
      ...this.#host.seen(),
      ...(chosen ? { words } : { at }),
      ...(kind !== undefined && { kind }),
    }).catch((error: unknown) => {
      if (error instanceof RefusedRequest) return undefined;
      throw error;
    });
    if (!found || asked !== this.#asked) return;
    this.#candidates = withProposal(found.candidates, doubt.proposal);
    this.#drawCandidates(list);
  }

  #card(doubt: DoubtView, list: HTMLElement): void {
    fill(
      this.element,
      ...doubtCard(doubt, this.#host.sentence(doubt), {
        count: `${this.#at + 1} of ${this.#doubts.length}`,
        step: (by) => this.step(by),
      }),
      list,
      doubtButtons(doubt, (key) => this.#commandOf(key, doubt)?.()),
    );
  }

  #drawCandidates(list: HTMLElement): void {
    const rows = this.#candidates.map((candidate, at) =>
      candidateRow(candidate, {
        picked: at === this.#picked,
        key: String(at + 1),
        take: () => {
          this.#picked = at;
          void this.#accept();
        },
      }),
    );
    fillCandidates(list, rows, 'No entry has this name. ', el('kbd', {}, 'n'), ' makes one.');
  }

  #pick(at: number): void {
    if (at < 0 || at >= this.#candidates.length) return;
    this.#picked = at;
    for (const [index, option] of [...this.element.querySelectorAll('[role=option]')].entries())
      option.setAttribute('aria-selected', String(index === at));
  }

  async #accept(): Promise<void> {
    // The key may be pressed before the candidates arrive: only a candidate that is shown may be
    // accepted.
    await this.#ready;
    const doubt = this.doubt;
    if (!doubt) return;
    const candidate = this.#candidates[this.#picked];
    if (!candidate && doubt.ref === undefined && markKind(doubt.element) !== undefined) {
      this.#host.create(doubt);
      return;
    }
    if (candidate?.isProposed) await this.#host.acceptProposal(candidate.id);
    else await this.#host.accept(doubt, candidate?.id);
  }

  #everywhere(): void {
    const doubt = this.doubt;
    const picked = this.#candidates[this.#picked];
    if (doubt) this.#host.everywhere(doubt, picked?.isProposed ? undefined : picked?.id);
  }

  #key(event: KeyboardEvent): void {
    const doubt = this.doubt;
    if (event.ctrlKey || event.metaKey || event.altKey || !doubt) return;
    if (event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' '))
      return;
    const run = this.#commandOf(event.key, doubt);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  }

  #commandOf(key: string, doubt: DoubtView): (() => void) | undefined {
    const retagged = RETAG[key];
    if (retagged !== undefined && retagged !== doubt.element && markKind(doubt.element))
      return () => void this.#host.retag(doubt, retagged);
    if (/^[1-9]$/.test(key))
      return () => {
        this.#pick(Number(key) - 1);
        void this.#accept();
      };
    const isName = markKind(doubt.element) !== undefined;
    const commands: Readonly<Record<string, (() => void) | false>> = {
      Enter: () => void this.#accept(),
      y: () => void this.#accept(),
      x: () => void this.#host.reject(doubt, false),
      X: isName && (() => void this.#host.reject(doubt, true)),
      n: isName && (() => this.#host.create(doubt)),
      '/': isName && (() => this.#host.choose(doubt)),
      e: isName && (() => this.#everywhere()),
      E: isName && (() => this.#host.mentions(doubt)),
      d: doubt.element === 'date' && (() => this.#host.when(doubt)),
      j: () => this.step(1),
      k: () => this.step(-1),
      ArrowDown: () => this.#pick(this.#picked + 1),
      ArrowUp: () => this.#pick(this.#picked - 1),
    };
    return commands[key] || undefined;
  }
}
