/** A candidate in a list: its name, its description, and why it is proposed. */
import { el } from '../base/dom.ts';
import type { EntryCandidate } from '../base/types.ts';

interface CandidateOptions {
  readonly picked: boolean;
  readonly id?: string;
  /** The key that selects it. */
  readonly key?: string;
  take(): void;
}

export function candidateRow(candidate: EntryCandidate, options: CandidateOptions): HTMLElement {
  const { name, description, reasons, kind, id } = candidate;
  const { picked, key, take } = options;
  return el(
    'li',
    { role: 'option', id: options.id, 'aria-selected': String(picked), onclick: take },
    key !== undefined && el('kbd', {}, key),
    el(
      'span',
      { class: 'candidate' },
      el('span', { class: 'name' }, name),
      el('span', { class: 'id' }, ` ${kind} ${id}`),
      description !== '' && el('span', { class: 'about' }, description),
      reasons.length > 0 && el('span', { class: 'reasons' }, reasons.join(' · ')),
    ),
  );
}
