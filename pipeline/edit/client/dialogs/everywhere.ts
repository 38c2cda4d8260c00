/** All places with the same words, with boxes to check, before they are marked in one action. */

import type { App } from '../app.ts';
import { ask } from '../base/api.ts';
import { counted, el } from '../base/dom.ts';
import { labelOf } from '../base/marks.ts';
import type { FoundPlace } from '../base/types.ts';
import { openDialog } from './open.ts';

const STATES: Readonly<Record<FoundPlace['state'], string>> = {
  free: 'not marked',
  unlinked: 'marked, not linked',
  same: 'marked so already',
  contradiction: 'marked as something else',
};

/** Places that are marked as something else are unchecked at first, and highlighted. */
function chooseEverywhere(
  title: string,
  found: readonly FoundPlace[],
  done: (chosen: readonly FoundPlace[]) => void,
): void {
  const open = found.filter(({ state }) => state !== 'same');
  const same = found.length - open.length;
  const boxes = open.map((place) => {
    const box = el('input', { type: 'checkbox', onchange: () => count() });
    box.checked = place.state !== 'contradiction';
    return { place, box };
  });
  const go = el('button', { type: 'submit', class: 'first' });
  const count = (): void => {
    const chosen = boxes.filter(({ box }) => box.checked).length;
    go.textContent = `Mark ${counted(chosen, 'place')}`;
    go.disabled = chosen === 0;
  };
  count();
  const against = open.filter(({ state }) => state === 'contradiction').length;
  const summary = [
    counted(open.length, 'place'),
    ...(same > 0 ? [`${same} marked so already`] : []),
    ...(against > 0 ? [`${against} marked as something else`] : []),
  ].join(', ');
  const form = el(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        opened.close();
        done(boxes.flatMap(({ place, box }) => (box.checked ? [place] : [])));
      },
    },
    el('p', { role: 'status' }, summary),
    el(
      'ul',
      { class: 'places' },
      ...boxes.map(({ place, box }) =>
        el(
          'li',
          { class: place.state },
          el(
            'label',
            {},
            box,
            el(
              'span',
              {},
              el('span', { class: 'id' }, `${place.doc} `),
              `…${place.before}`,
              el('mark', {}, place.words),
              `${place.after}…`,
              el(
                'span',
                { class: 'state' },
                ` ${STATES[place.state]}${place.mark?.ref === undefined ? '' : `: ${place.mark.ref}`}`,
              ),
            ),
          ),
        ),
      ),
    ),
    el(
      'div',
      { class: 'buttons' },
      go,
      el('button', { type: 'button', onclick: () => setAll(true) }, 'All'),
      el('button', { type: 'button', onclick: () => setAll(false) }, 'None'),
    ),
  );
  const setAll = (checked: boolean): void => {
    for (const { box } of boxes) box.checked = checked;
    count();
  };
  const opened = openDialog(title, [form], { wide: true });
  go.focus();
}

/** Finds the words in all documents, asks which places to mark, and marks these. */
export async function askEverywhere(
  app: App,
  forms: readonly string[],
  element: string,
  ref?: string,
): Promise<void> {
  const pointer = ref === undefined ? {} : { ref };
  try {
    const found = await ask<FoundPlace[]>('everywhere', { forms, element, ...pointer });
    const as = ref === undefined ? labelOf(element) : `#${ref}`;
    if (found.some(({ state }) => state !== 'same'))
      chooseEverywhere(
        `“${forms[0]}” as ${as}, everywhere`,
        found,
        (chosen) =>
          void app.send('markEverywhere', () => ({ ...app.seen(), chosen, element, ...pointer })),
      );
    else app.say(`“${forms[0]}” is marked as ${as} wherever it stands`);
  } catch (error) {
    app.failed(error);
  }
}
