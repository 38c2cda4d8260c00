/** The commands of the grid: a key, a button and what it does. One row a command. */

type GridAction =
  | 'align'
  | 'regularize'
  | 'type'
  | 'lemma'
  | 'clear'
  | 'next'
  | 'previous'
  | 'turn';

export interface GridCommand {
  readonly key: string;
  readonly label: string;
  readonly about: string;
  readonly does: GridAction;
}

export const GRID_COMMANDS: readonly GridCommand[] = [
  {
    key: 'a',
    label: 'Align with …',
    about: 'align the words with others: then choose these, Enter',
    does: 'align',
  },
  {
    key: 'r',
    label: 'Regularize',
    about: 'the word counts as another: here, in the witness, everywhere',
    does: 'regularize',
  },
  { key: 't', label: 'Type', about: 'substantive or orthographic', does: 'type' },
  { key: 'l', label: 'Lemma', about: 'this reading is the lemma', does: 'lemma' },
  { key: 'x', label: 'Remove', about: 'remove the decisions about the words', does: 'clear' },
  { key: 'n', label: 'Next', about: 'next place where the witnesses differ', does: 'next' },
  { key: 'N', label: 'Previous', about: 'previous such place', does: 'previous' },
  { key: 'w', label: 'Turn', about: 'witnesses as columns or as rows', does: 'turn' },
];

export const GRID_MOVES: readonly (readonly [key: string, label: string])[] = [
  ['↑ ↓ ← →', 'move'],
  ['Shift ↑ ↓ ← →', 'choose several words of a witness'],
  ['Alt ↑ ↓ ← →', 'align the word with the place before or after'],
  ['Home End', 'first, last place on the page'],
  ['Esc', 'cancel, or back to the text'],
];
