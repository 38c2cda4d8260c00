/** The text of a document in document order, as a list in which offsets can be found. */
import type { TreeElement } from '../../xml/tree.ts';
import {
  childrenAndRuns,
  isElementNode,
  type SourceDocument,
  type SourceRange,
} from './document.ts';
import { hasOwnText, isShown } from './roles.ts';

/** A run of text, the element that it is in, and the block around that. */
export interface PlacedRun extends SourceRange {
  readonly parent: TreeElement;
  readonly block: TreeElement;
}

const cache = new WeakMap<SourceDocument, readonly PlacedRun[]>();

/** All runs of text that are shown; cached for each document. */
export function textRuns(document: SourceDocument): readonly PlacedRun[] {
  const before = cache.get(document);
  if (before) return before;
  const runs: PlacedRun[] = [];
  const add = (element: TreeElement, around: TreeElement): void => {
    if (!isShown(element)) return;
    const block = hasOwnText(element) ? element : around;
    for (const node of childrenAndRuns(element, document.text))
      if (isElementNode(node)) add(node, block);
      else if (node.kind === 'text')
        runs.push({ start: node.start, end: node.end, parent: element, block });
  };
  add(document.root, document.root);
  cache.set(document, runs);
  return runs;
}

/** The index of the first run that ends at or after an offset; the number of runs if none does. */
export function runIndex(runs: readonly PlacedRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as PlacedRun).end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
