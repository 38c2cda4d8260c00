/** Asks what a word counts as, and where. */
import { el } from '../base/dom.ts';
import { dialogForm, openDialog } from '../dialogs/open.ts';

type Where = 'here' | 'witness' | 'everywhere';

export function askRegularized(
  word: string,
  siglum: string,
  proposed: string,
  done: (to: string, where: Where) => void,
): void {
  const input = el('input', { type: 'text', autocomplete: 'off' });
  input.value = proposed;
  const where = el(
    'select',
    {},
    el('option', { value: 'here' }, 'here only'),
    el('option', { value: 'witness' }, `everywhere in ${siglum}`),
    el('option', { value: 'everywhere' }, 'everywhere, in all witnesses'),
  );
  const form = dialogForm(() => {
    opened.close();
    done(input.value, where.value as Where);
  }, [
    el('label', {}, el('span', {}, 'Counts as'), input),
    el('label', {}, el('span', {}, 'Where'), where),
    el(
      'p',
      { class: 'hint' },
      'The text of the witness does not change. Its word is aligned as this form, and called ' +
        'orthographic where this form is the lemma.',
    ),
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'submit', class: 'first' }, el('kbd', {}, 'Enter'), ' Do it'),
    ),
  ]);
  where.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    form.requestSubmit();
  });
  const opened = openDialog(`Regularize “${word}”`, [form]);
  input.focus();
  input.select();
}
