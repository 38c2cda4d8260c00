/** Counts the differences in the markup of a document between two releases, by element name. */

import { foldSpace } from '../../core/text.ts';
import { elementsIn, type TreeElement } from '../../xml/tree.ts';

export interface MarkupChange {
  readonly element: string;
  readonly more: number;
  readonly fewer: number;
  /** Elements that are in both, with other attributes. */
  readonly other: number;
}

/**
 * Elements by name: how many were added or removed, and how many have other attributes; in a header
 * also other words (`words`).
 */
export function markupChanges(
  before: TreeElement | undefined,
  after: TreeElement | undefined,
  previousId: string,
  presentId: string,
  words = false,
): MarkupChange[] {
  const was = signatures(before, previousId, words);
  const is = signatures(after, presentId, words);
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return names.flatMap((element) => {
    const out = surplus(was.get(element), is.get(element));
    const into = surplus(is.get(element), was.get(element));
    const other = Math.min(out, into);
    return out + into === 0 ? [] : [{ element, more: into - other, fewer: out - other, other }];
  });
}

/** Element name, then attributes (and words) with how often they occur. */
function signatures(
  root: TreeElement | undefined,
  id: string,
  words: boolean,
): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  const visit = (element: TreeElement): void => {
    const attributes = element.attributes
      .map(({ name, value }) => `${name}=${value.replaceAll(`${id}-`, '')}`)
      .sort()
      .join('\n');
    const own = words
      ? foldSpace(element.children.filter((child) => typeof child === 'string').join(''))
      : '';
    const ofName = all.get(element.local) ?? new Map<string, number>();
    const signature = `${attributes}\n\n${own}`;
    ofName.set(signature, (ofName.get(signature) ?? 0) + 1);
    all.set(element.local, ofName);
    for (const child of elementsIn(element)) visit(child);
  };
  if (root) visit(root);
  return all;
}

function surplus(
  of: ReadonlyMap<string, number> = new Map(),
  over: ReadonlyMap<string, number> = new Map(),
): number {
  let count = 0;
  for (const [signature, n] of of) count += Math.max(0, n - (over.get(signature) ?? 0));
  return count;
}
