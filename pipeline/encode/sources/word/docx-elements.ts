/** Elements of a Word document that only hold others, those without words, and text boxes. */
import type { TreeElement } from '../../../xml/tree.ts';
import { officeChildren } from './office-file.ts';

/** Elements that only contain others. */
export const HOLDERS = new Set([
  'smartTag',
  'customXml',
  'sdt',
  'sdtContent',
  'dir',
  'bdo',
  'Choice',
  'fldSimple',
  'hyperlink',
]);

export const DROPPED: Readonly<Record<string, string>> = {
  drawing: 'a drawing or picture',
  pict: 'a drawing or picture',
  object: 'an embedded object',
  sym: 'a sign of a symbol font',
  ruby: 'a ruby annotation',
  altChunk: 'another file embedded in this one',
};

/** The contents of text boxes, without those nested in them. */
export function* boxesIn(element: TreeElement): Generator<TreeElement> {
  for (const child of officeChildren(element)) {
    if (child.local === 'txbxContent') yield child;
    else if (child.local !== 'Fallback') yield* boxesIn(child);
  }
}
