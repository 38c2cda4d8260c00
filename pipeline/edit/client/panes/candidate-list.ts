/** The list of candidates: a list box only while it has options (ARIA 1.2, `listbox`). */
import { el, fill } from '../base/dom.ts';

/** `none`: what is shown if there are no rows. */
export function fillCandidates(
  list: HTMLElement,
  rows: readonly HTMLElement[],
  ...none: readonly (Node | string)[]
): void {
  if (rows.length > 0) {
    list.setAttribute('role', 'listbox');
    fill(list, ...rows);
  } else {
    list.removeAttribute('role');
    fill(list, el('li', { class: 'none' }, ...none));
  }
}
