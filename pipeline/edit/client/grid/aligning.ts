/** Which words of another witness the chosen words are aligned with. */
import type { GridDecision, GridView, GridWords } from '../base/types.ts';
import { cellAt, hasColumn, wordCount } from './cells.ts';
import type { GridPlace } from './table.ts';

/**
 * Aligns the words with those at a cell; at an empty cell with another witness there. Undefined if
 * no other witness has a word there.
 */
export function alignmentWith(
  view: GridView,
  words: GridWords,
  { witness, column }: GridPlace,
): GridDecision | undefined {
  const { base, witnesses } = view;
  const isOther = witness !== words.witness && cellAt(view, { witness, column }) !== undefined;
  const candidates = isOther ? [witness] : [base, ...witnesses.keys()];
  const other = candidates.find(
    (one) => one !== words.witness && cellAt(view, { witness: one, column }),
  );
  if (other === undefined) return undefined;
  // As many columns as the witness has words for.
  let to = column;
  for (let rest = wordCount(view, words) - 1; rest > 0; rest--) {
    let next = to + 1;
    while (hasColumn(view, next) && !cellAt(view, { witness: other, column: next })) next++;
    if (!hasColumn(view, next)) break;
    to = next;
  }
  return { type: 'align', words, with: { witness: other, from: column, to } };
}

/** The next place, to the left (-1) or right (1), in which another witness has a word. */
export function placeBeside(view: GridView, words: GridWords, step: number): GridPlace {
  let column = (step > 0 ? words.to : words.from) + step;
  const isTaken = (): boolean =>
    view.witnesses.some(
      (_, one) => one !== words.witness && cellAt(view, { witness: one, column }),
    );
  while (hasColumn(view, column) && !isTaken()) column += step;
  return { witness: words.witness, column };
}
