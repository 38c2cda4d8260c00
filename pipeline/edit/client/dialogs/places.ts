/** A list of places with boxes to check, before one action changes those that are chosen. */

import { counted } from '../../../core/text.ts';
import { el } from '../base/dom.ts';
import type { FoundPlace } from '../base/types.ts';
import { dialogForm, openDialog } from './open.ts';

/** A button below the list. */
export interface PlaceAction {
  readonly label: string;
  run(): void;
}

interface PlacesQuestion {
  readonly title: string;
  /** Said above the list. */
  readonly summary: string;
  readonly places: readonly FoundPlace[];
  readonly isChecked: (place: FoundPlace) => boolean;
  /** What is said behind the words of a place. */
  readonly stateOf: (place: FoundPlace) => string;
  /** The button's words: `Mark 3 places` for `3 places`. */
  readonly actionFor: (places: string) => string;
  /** Further actions, which close the list. */
  readonly others?: readonly PlaceAction[];
  done(chosen: readonly FoundPlace[]): void;
}

export function choosePlaces(question: PlacesQuestion): void {
  const { title, summary, places, isChecked, stateOf, actionFor, others = [], done } = question;
  const boxes = places.map((place) => {
    const box = el('input', { type: 'checkbox', onchange: () => count() });
    box.checked = isChecked(place);
    return { place, box };
  });
  const go = el('button', { type: 'submit', class: 'first' });
  const count = (): void => {
    const chosen = boxes.filter(({ box }) => box.checked).length;
    go.textContent = actionFor(counted(chosen, 'place'));
    go.disabled = chosen === 0;
  };
  count();
  const setAll = (checked: boolean): void => {
    for (const { box } of boxes) box.checked = checked;
    count();
  };
  const form = dialogForm(
    () => {
      opened.close();
      done(boxes.flatMap(({ place, box }) => (box.checked ? [place] : [])));
    },
    [
      el('p', { role: 'status' }, summary),
      el(
        'ul',
        { class: 'places' },
        ...boxes.map(({ place, box }) => placeRow(place, box, stateOf)),
      ),
      el(
        'div',
        { class: 'buttons' },
        go,
        el('button', { type: 'button', onclick: () => setAll(true) }, 'All'),
        el('button', { type: 'button', onclick: () => setAll(false) }, 'None'),
        ...others.map(({ label, run }) => {
          const onclick = (): void => {
            opened.close();
            run();
          };
          return el('button', { type: 'button', onclick }, label);
        }),
      ),
    ],
    'places-form',
  );
  const opened = openDialog(title, [form], { wide: true });
  (go.disabled ? form.querySelector<HTMLElement>('button:not([disabled])') : go)?.focus();
}

function placeRow(
  place: FoundPlace,
  box: HTMLElement,
  stateOf: PlacesQuestion['stateOf'],
): HTMLElement {
  const { doc, state, before, words, after } = place;
  return el(
    'li',
    { class: state },
    el(
      'label',
      {},
      box,
      el(
        'span',
        {},
        el('span', { class: 'id' }, `${doc} `),
        `…${before}`,
        el('mark', {}, words),
        `${after}…`,
        el('span', { class: 'state' }, ` ${stateOf(place)}`),
      ),
    ),
  );
}
