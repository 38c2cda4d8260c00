/** Dialogs: native modals that return the focus when they close. */
import { type Child, el, freshId } from '../base/dom.ts';

interface OpenedDialog {
  readonly element: HTMLDialogElement;
  close(): void;
}

/** Escape and the button close it. `closed` runs after that. */
export function openDialog(
  title: string,
  content: readonly Child[],
  options: { readonly wide?: boolean; readonly closed?: () => void } = {},
): OpenedDialog {
  const before = document.activeElement;
  const caret = document.getSelection();
  const range = caret && caret.rangeCount > 0 ? caret.getRangeAt(0).cloneRange() : undefined;
  const id = freshId();
  const heading = el('h2', { id }, title);
  const dialog = el(
    'dialog',
    { 'aria-labelledby': id, class: options.wide ? 'wide' : undefined },
    el(
      'div',
      { class: 'dialog-head' },
      heading,
      el('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, 'Close'),
    ),
    ...content,
  );
  document.body.append(dialog);
  // A key that closes the dialog must not be a command in the text behind it (seen in Firefox).
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) {
      before.focus();
      // A dialog that follows this one has the focus and the caret.
      const isLast = document.querySelector('dialog[open]') === null;
      if (isLast && range && before.contains(range.startContainer)) setSelection(range);
    }
    options.closed?.();
  });
  dialog.showModal();
  return { element: dialog, close: () => dialog.close() };
}

/** A form in a dialog: Enter in a field or the submit button calls `submit`. */
export function dialogForm(
  submit: () => void,
  content: readonly Child[],
  style = 'form',
): HTMLFormElement {
  const onsubmit = (event: Event): void => {
    event.preventDefault();
    submit();
  };
  return el('form', { class: style, onsubmit }, ...content);
}

function setSelection(range: Range): void {
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
