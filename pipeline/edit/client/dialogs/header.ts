/** The header of a document as a form, and the commit in git. */
import { counted } from '../../../core/text.ts';
import { ask, RefusedRequest } from '../base/api.ts';
import { el } from '../base/dom.ts';
import type { Field } from '../base/types.ts';
import { dialogForm, openDialog } from './open.ts';

/** Fields of the header; elements that contain other elements are shown and edited in the TEI. */
export async function showHeader(
  doc: string,
  write: (offset: number, words: string) => Promise<boolean>,
): Promise<void> {
  const fields = await ask<Field[]>('form', { doc });
  const parts = [...new Set(fields.map(({ part }) => part))];
  const changed = new Map<Field, HTMLInputElement>();
  const row = (field: Field): HTMLElement => {
    const input = el('input', {
      type: 'text',
      value: field.words,
      readonly: !field.isPlain,
      oninput: () => changed.set(field, input),
    });
    const others = Object.entries(field.attributes)
      .filter(([name]) => name !== 'xml:id')
      .map(([name, value]) => `${name}=${value}`);
    return el(
      'label',
      {},
      el('span', {}, field.element, el('span', { class: 'id' }, ` ${others.join(' ')}`)),
      input,
      !field.isPlain &&
        el('span', { class: 'hint' }, 'contains other elements; edit it in the TEI'),
    );
  };
  const form = dialogForm(() => {
    void save();
  }, [
    ...parts.map((part) =>
      el(
        'fieldset',
        {},
        el('legend', {}, part),
        ...fields.filter((field) => field.part === part).map(row),
      ),
    ),
    el('div', { class: 'buttons' }, el('button', { type: 'submit', class: 'first' }, 'Save')),
  ]);
  const save = async (): Promise<void> => {
    // From the last to the first, so that offsets of those not yet written stay valid.
    const ordered = [...changed].sort(([a], [b]) => b.offset - a.offset);
    for (const [{ offset, words }, input] of ordered)
      if (input.value !== words && !(await write(offset, input.value))) return;
    opened.close();
  };
  const opened = openDialog(`Header of ${doc}`, [form], { wide: true });
}

export async function showCommit(say: (words: string, bad?: boolean) => void): Promise<void> {
  const { isRepository, changed, sentence } = await ask<{
    isRepository: boolean;
    changed: readonly string[];
    sentence: string;
  }>('git');
  const input = el('textarea', { rows: '3' });
  input.value = sentence;
  const form = dialogForm(() => {
    ask<{ commit: string }>('commit', { message: input.value }).then(
      ({ commit }) => {
        opened.close();
        say(`committed as ${commit}`);
      },
      (error: unknown) =>
        say(error instanceof RefusedRequest ? error.message : String(error), true),
    );
  }, [
    el('p', {}, `${counted(changed.length, 'file')} changed:`),
    el('ul', { class: 'files' }, ...changed.slice(0, 30).map((file) => el('li', {}, file))),
    el('label', {}, el('span', {}, 'What was done'), input),
    el('div', { class: 'buttons' }, el('button', { type: 'submit', class: 'first' }, 'Commit')),
  ]);
  const nothing = isRepository
    ? 'All changes are committed.'
    : 'The edition is not in a git repository; run “git init” to make one.';
  const opened = openDialog('Commit in git', [
    isRepository && changed.length > 0 ? form : el('p', {}, nothing),
  ]);
  if (isRepository && changed.length > 0) input.focus();
}
