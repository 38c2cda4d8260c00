/** Sorts edits of a file, checks them against one another, and applies them. */
import { type Edit, PatchRefusal } from './model.ts';

/** In the order of the file. Throws a `PatchRefusal` where two overlap. */
export function orderedEdits(edits: readonly Edit[]): Edit[] {
  const sorted = edits
    .map((edit, at) => ({ edit, at }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.at - b.at)
    .map(({ edit }) => edit);
  for (const [at, edit] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next && next.start < edit.end)
      throw new PatchRefusal('two changes are about the same words');
  }
  return sorted;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let made = '';
  let from = 0;
  for (const { start, end, text: added } of orderedEdits(edits)) {
    made += text.slice(from, start) + added;
    from = end;
  }
  return made + text.slice(from);
}
