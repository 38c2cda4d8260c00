/** A dialog with one field: words of a correction, a note, a date. */

import { el } from '../base/dom.ts';
import { dialogForm, openDialog } from './open.ts';

interface Question {
  readonly title: string;
  readonly label: string;
  readonly value?: string;
  readonly long?: boolean;
  readonly hint?: string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
}

/** Enter submits; in a long field Ctrl+Enter. */
export function askWords(question: Question, done: (words: string) => void): void {
  const { title, label, value = '', long = false, hint, choices } = question;
  const input = choices
    ? el(
        'select',
        {},
        ...choices.map(([one, shown]) =>
          el('option', { value: one, selected: one === value }, shown),
        ),
      )
    : long
      ? el('textarea', { rows: '5' })
      : el('input', { type: 'text', autocomplete: 'off' });
  if (!choices) input.value = value;
  const form = dialogForm(() => {
    opened.close();
    done(input.value);
  }, [
    el('label', {}, el('span', {}, label), input),
    hint !== undefined && el('p', { class: 'hint' }, hint),
    el(
      'div',
      { class: 'buttons' },
      el(
        'button',
        { type: 'submit', class: 'first' },
        el('kbd', {}, long ? 'Ctrl Enter' : 'Enter'),
        ' Do it',
      ),
    ),
  ]);
  input.addEventListener('keydown', (event) => {
    const { key, ctrlKey } = event as KeyboardEvent;
    if (key === 'Enter' && (ctrlKey || choices)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  const opened = openDialog(title, [form]);
  input.focus();
  if (!(input instanceof HTMLSelectElement)) input.select();
}

/** Attributes of a date as it is typed: `1914-08-04`, or `1914-08/1914-10` for from and to. */
export function dateAttributes(typed: string): Readonly<Record<string, string | null>> {
  const [from = '', to] = typed.trim().split('/');
  const none = { when: null, from: null, to: null, notBefore: null, notAfter: null };
  if (to === undefined) return { ...none, when: from === '' ? null : from };
  return { ...none, from: from === '' ? null : from, to: to === '' ? null : to };
}

export const DATE_LABEL = 'Date: 1914, 1914-08, 1914-08-04, or from/to: 1914-08/1914-10';
