/** All places with the same words, with boxes to check, before they are marked in one action. */

import { counted } from '../../../core/text.ts';
import { ask } from '../base/api.ts';
import { labelOf } from '../base/marks.ts';
import type { FoundPlace } from '../base/types.ts';
import type { AppHost } from '../panes/app-host.ts';
import { choosePlaces } from './places.ts';

const STATES: Readonly<Record<FoundPlace['state'], string>> = {
  free: 'not marked',
  unlinked: 'marked, not linked',
  same: 'already marked',
  contradiction: 'marked as something else',
};

/** Places that are marked as something else are unchecked at first, and highlighted. */
function chooseEverywhere(
  title: string,
  found: readonly FoundPlace[],
  done: (chosen: readonly FoundPlace[]) => void,
): void {
  const places = found.filter(({ state }) => state !== 'same');
  const same = found.length - places.length;
  const against = places.filter(({ state }) => state === 'contradiction').length;
  choosePlaces({
    ...{ title, places, done, actionFor: (chosen) => `Mark ${chosen}` },
    summary: [
      counted(places.length, 'place'),
      ...(same > 0 ? [`${same} already marked`] : []),
      ...(against > 0 ? [`${against} marked as something else`] : []),
    ].join(', '),
    isChecked: ({ state }) => state !== 'contradiction',
    stateOf: ({ state, mark }) =>
      `${STATES[state]}${mark?.ref === undefined ? '' : `: ${mark.ref}`}`,
  });
}

/** Finds the words in all documents, asks which places to mark, and marks these. */
export async function askEverywhere(
  app: AppHost,
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
    else app.say(`“${forms[0]}” is marked as ${as} wherever it occurs`);
  } catch (error) {
    app.failed(error);
  }
}
