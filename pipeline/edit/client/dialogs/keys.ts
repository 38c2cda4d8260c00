/** The list of keys, and the texts of a conflict. */
import { el } from '../base/dom.ts';
import { MARKS, TEXT_COMMANDS } from '../base/marks.ts';
import { GRID_COMMANDS, GRID_MOVES } from '../grid/commands.ts';
import { openDialog } from './open.ts';

const KEYS: readonly (readonly [title: string, rows: readonly (readonly [string, string])[]])[] = [
  [
    'Anywhere',
    [
      ['F6', 'from the text to the doubts and back'],
      ['Ctrl Z', 'undo the last action'],
      ['Ctrl Shift Z', 'do it again'],
      ['?', 'these keys'],
    ],
  ],
  [
    'Doubts',
    [
      ['Enter, y', 'accept the candidate that is chosen'],
      ['1 … 9', 'accept this candidate'],
      ['↑ ↓', 'choose a candidate'],
      ['x', 'reject: no such name; remembered for this document'],
      ['X', 'reject in all documents'],
      ['p o l t', 'it is a person, organization, place, term'],
      ['n', 'new entry from the words'],
      ['/', 'find an entry'],
      ['e', 'everywhere'],
      ['E', 'all mentions of the linked entry; merge, split, another kind'],
      ['j k', 'next, previous'],
    ],
  ],
];

export function showKeys(): void {
  const marks = MARKS.map(({ key, label }) => [key, label] as const);
  const others = TEXT_COMMANDS.map(({ key, label }) => [key, label] as const);
  const grid = GRID_COMMANDS.map(({ key, about }) => [key, about] as const);
  const all = [
    ...KEYS,
    ['Chosen words', marks] as const,
    ['In the text', others] as const,
    ['Collation', [...GRID_MOVES, ...grid]] as const,
  ];
  openDialog(
    'Keys',
    [
      el(
        'div',
        { class: 'keys' },
        ...all.map(([title, rows]) =>
          el(
            'section',
            {},
            el('h3', {}, title),
            el(
              'dl',
              {},
              ...rows.flatMap(([key, label]) => [
                el('dt', {}, el('kbd', {}, key)),
                el('dd', {}, label),
              ]),
            ),
          ),
        ),
      ),
    ],
    { wide: true },
  );
}

/**
 * Both texts of a place that was changed twice; the editor can copy the rejected text from here.
 */
export function showConflict(message: string, mine: string, now: string): void {
  const draft = el('textarea', { rows: '5', readonly: true, 'aria-label': 'Your change' });
  draft.value = mine;
  openDialog(
    'Changed by somebody else too',
    [
      el('p', {}, `${message}. Nothing was written; the document is shown as it is now.`),
      el('h3', {}, 'Your change'),
      draft,
      el('h3', {}, 'The current text'),
      el('pre', {}, now),
    ],
    { wide: true },
  );
  draft.select();
}
