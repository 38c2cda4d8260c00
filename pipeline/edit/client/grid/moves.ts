/** What the keys of the cursor do in the grid. */
import type { GridView } from '../base/types.ts';
import type { GridPlace } from './table.ts';

/**
 * To a place, perhaps choosing the words on the way; or, with the Alt key, the words to the next
 * ones on the left (-1) or right (1).
 */
type GridMove =
  | { readonly to: GridPlace; readonly extend: boolean }
  | { readonly alignBeside: number };

/** Steps across the witnesses and along the columns, if each witness is a column. */
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** `turned`: each witness is a row. Undefined if the key moves nothing. */
export function moveOfKey(
  { key, shiftKey, altKey }: KeyboardEvent,
  { witness, column }: GridPlace,
  { from, columns }: GridView,
  turned: boolean,
): GridMove | undefined {
  const step = STEPS[key];
  if (step) {
    const [across, along] = turned ? [step[1], step[0]] : step;
    if (altKey) return along === 0 ? undefined : { alignBeside: along };
    return { to: { witness: witness + across, column: column + along }, extend: shiftKey };
  }
  if (key === 'Home') return { to: { witness, column: from }, extend: false };
  if (key === 'End') return { to: { witness, column: from + columns.length - 1 }, extend: false };
  return undefined;
}
