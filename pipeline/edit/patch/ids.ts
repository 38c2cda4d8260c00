/** New identifiers of passages: in the document's own form, and never one that was used before. */
import { escapePattern } from '../../core/text.ts';
import { attribute, type TreeElement, walk } from '../../xml/tree.ts';
import { ancestry, type SourceDocument } from '../source/document.ts';

/**
 * An identifier for a new element beside `near`: its document's name, a letter, and the next
 * number. `letter`: of the kind, as `p` in `d149-p3`.
 */
export function newPassageId(document: SourceDocument, near: TreeElement, letter: string): string {
  const stem = stemOf(document, near);
  const pattern = new RegExp(`^${escapePattern(stem)}${letter}(\\d+)$`);
  let highest = 0;
  const used = new Set<string>();
  for (const element of walk(document.root)) {
    const id = attribute(element, 'xml:id');
    if (id === undefined) continue;
    used.add(id);
    highest = Math.max(highest, Number(pattern.exec(id)?.[1] ?? 0));
  }
  for (let number = highest + 1; ; number++)
    if (!used.has(`${stem}${letter}${number}`)) return `${stem}${letter}${number}`;
}

/** `d149-` of `d149-p3`; the document's own identifier if no passage has one. */
function stemOf({ root }: SourceDocument, near: TreeElement): string {
  for (const element of ancestry(near)) {
    const id = attribute(element, 'xml:id');
    const stem = id && /^(.*-)[a-z]+\d*$/i.exec(id)?.[1];
    if (stem) return stem;
  }
  const id = attribute(root, 'xml:id');
  return id ? `${id}-` : '';
}
