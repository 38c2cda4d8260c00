/** The card of a doubt: the mark, its sentence, and the possible answers. */
import { el } from '../base/dom.ts';
import { labelOf, markKind } from '../base/marks.ts';
import type { DoubtView } from '../base/types.ts';

interface CardOptions {
  /** `3 of 12` */
  readonly count: string;
  step(by: number): void;
}

export function doubtCard(
  { element, reason, ref }: DoubtView,
  [before, words, after]: readonly [string, string, string],
  { count, step }: CardOptions,
): HTMLElement[] {
  const turn = (sign: string, name: string, by: number) =>
    el(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': name, onclick: () => step(by) },
      sign,
    );
  return [
    el(
      'div',
      { class: 'queue-head' },
      el('h2', {}, 'Doubts'),
      el('span', { class: 'count' }, count),
      turn('‹', 'Previous doubt (k)', -1),
      turn('›', 'Next doubt (j)', 1),
    ),
    el(
      'div',
      { class: 'card', role: 'status', 'aria-live': 'polite' },
      el(
        'p',
        { class: 'what' },
        el('span', { class: `chip k-${element}` }, labelOf(element)),
        ` ${reason}${ref === undefined ? '' : ` → ${ref}`}`,
      ),
      el('p', { class: 'sentence' }, before, el('mark', {}, words), after),
    ),
  ];
}

/** `press`: the action of a button's key. */
export function doubtButtons({ element }: DoubtView, press: (key: string) => void): HTMLElement {
  const button = (key: string, label: string) =>
    el('button', { type: 'button', onclick: () => press(key) }, el('kbd', {}, key), ` ${label}`);
  const isDate = element === 'date';
  const isName = markKind(element) !== undefined;
  return el(
    'div',
    { class: 'buttons' },
    button('Enter', isDate ? 'It is right' : 'Accept'),
    isDate && button('d', 'Another date…'),
    isName && button('n', 'New entry…'),
    isName && button('/', 'Find an entry…'),
    isName && button('e', 'Everywhere…'),
    button('x', 'Reject'),
    isName && button('X', 'Reject in all documents'),
    button('j', 'Later'),
  );
}
