/** The findings of the check about the saved document; each opens the TEI at its line. */
import { counted } from '../../../core/text.ts';
import { ask, RefusedRequest } from '../base/api.ts';
import { el, fill } from '../base/dom.ts';
import type { CheckFinding } from '../base/types.ts';

/** Milliseconds without a change before the document is checked. */
const IDLE = 1500;

/** Findings that are listed; the TEI pane has the others. */
const LISTED = 12;

export class FindingsPane {
  readonly element = el('section', { class: 'findings', 'aria-label': 'Findings of the check' });
  readonly #open: (line: number) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> = Promise.resolve();

  /** `open`: shows the TEI at a line. */
  constructor(open: (line: number) => void) {
    this.#open = open;
  }

  /** Checks the document when no further change comes; one check at a time. */
  update(doc: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#check(doc));
    }, IDLE);
  }

  async #check(doc: string): Promise<void> {
    const found = await ask<CheckFinding[]>('check', { doc }).catch((error: unknown) => {
      if (error instanceof RefusedRequest) return undefined;
      throw error;
    });
    if (found) this.#draw(found);
  }

  #draw(found: readonly CheckFinding[]): void {
    const rows = found.slice(0, LISTED).map(({ line = 1, severity, message }) => {
      const open = (): void => this.#open(line);
      const place = el('span', { class: 'id' }, `${severity}, line ${line} `);
      const button = el('button', { type: 'button', class: 'link', onclick: open }, place, message);
      return el('li', { class: severity }, button);
    });
    const more = found.length - rows.length;
    fill(
      this.element,
      el('h2', {}, 'Check'),
      el('p', { role: 'status' }, found.length === 0 ? 'No finding.' : summaryOf(found)),
      rows.length > 0 && el('ol', {}, ...rows),
      more > 0 && el('p', { class: 'hint' }, `${more} more: open the TEI.`),
    );
  }
}

function summaryOf(found: readonly CheckFinding[]): string {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  return errors === 0
    ? counted(found.length, 'finding')
    : `${counted(found.length, 'finding')}, ${counted(errors, 'error')}`;
}
