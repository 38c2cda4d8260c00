/** Sets, changes and removes attributes of one start tag; the rest of the tag stays unchanged. */

import { escapeAttribute } from '../../xml/escape.ts';
import type { TreeElement } from '../../xml/tree.ts';
import type { SourceDocument } from '../source/document.ts';
import type { Attributes, Edit } from './model.ts';

/** White space before it, name, equals sign, value with its quotation marks. */
export const ATTRIBUTE = /(\s+)([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** `undefined` removes an attribute. A value that is already there is not written again. */
export function attributeEdits(
  { text }: SourceDocument,
  element: TreeElement,
  attributes: Attributes,
): Edit[] {
  const from = element.start + 1 + element.name.length;
  const tag = text.slice(from, element.startEnd);
  const edits: Edit[] = [];
  const found = new Set<string>();
  let after = from;
  for (const match of tag.matchAll(ATTRIBUTE)) {
    const [whole, , name = '', quoted = ''] = match;
    const end = from + match.index + whole.length;
    after = end;
    if (!(name in attributes)) continue;
    found.add(name);
    const value = attributes[name];
    const before = element.attributes.find((one) => one.name === name)?.value;
    if (value === before) continue;
    if (value === undefined) edits.push({ start: from + match.index, end, text: '' });
    else edits.push({ start: end - quoted.length, end, text: `"${escapeAttribute(value)}"` });
  }
  const added = Object.entries(attributes).filter(
    ([name, value]) => value !== undefined && !found.has(name),
  );
  const words = added.map(([name, value = '']) => ` ${name}="${escapeAttribute(value)}"`).join('');
  return words === '' ? edits : [...edits, { start: after, end: after, text: words }];
}
