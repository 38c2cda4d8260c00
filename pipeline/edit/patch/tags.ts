/** Writes tags for the patch core. */
import { foldSpace } from '../../core/text.ts';
import { escapeAttribute } from '../../xml/escape.ts';
import { TEI } from '../../xml/namespaces.ts';

import type { TreeElement } from '../../xml/tree.ts';
import { ancestry, elementAtStart, type SourceDocument } from '../source/document.ts';
import { type Attributes, PatchRefusal } from './model.ts';

/** An element's name with the prefix of the TEI namespace at this place of the file. */
export function teiName(local: string, around: TreeElement): string {
  for (const element of ancestry(around))
    if (element.uri === TEI) return element.name.replace(/[^:]*$/, local);
  throw new PatchRefusal('this place is in no TEI element');
}

export function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${attributeText(value)}"`))
    .join('');
}

/** White space other than spaces would be read back as spaces. */
function attributeText(value: string): string {
  return escapeAttribute(foldSpace(value));
}

/** @throws Refusal if no element begins there. */
export function elementAt(document: SourceDocument, at: number): TreeElement {
  const element = elementAtStart(document.root, at);
  if (!element)
    throw new PatchRefusal('there is no element at this place any more; reload the document');
  return element;
}

export function isEmptyTag({ startEnd, end }: TreeElement): boolean {
  return startEnd === end;
}
