/** Copies of parts of the edition's header, for the documents that are written. */

import { ownAttributes, teiChildren } from '../../../authorities/element-text.ts';
import { foldSpace } from '../../../core/text.ts';
import type { TreeElement } from '../../../xml/tree.ts';
import { element, type OutputElement } from './element.ts';
import { mayHoldText } from './serialize.ts';

const copies = new WeakMap<TreeElement, OutputElement>();

/** A part of the header for every document, white space folded. Copied once. */
export function copied(source: TreeElement | undefined): OutputElement | undefined {
  if (source === undefined) return undefined;
  const copy = copies.get(source) ?? copyOf(source);
  copies.set(source, copy);
  return copy;
}

function copyOf(source: TreeElement): OutputElement {
  const children = teiChildren(source).map((child) =>
    typeof child === 'string' ? foldSpace(child) : copyOf(child),
  );
  const prose =
    mayHoldText(source.local) ||
    children.some((child) => typeof child === 'string' && child.trim() !== '');
  const content = prose ? trimmed(children) : children.filter((child) => typeof child !== 'string');
  const attributes = ownAttributes(source).map(({ name, value }) => [name, value] as const);
  return element(source.local, Object.fromEntries(attributes), ...content);
}

function trimmed(
  children: readonly (OutputElement | string | undefined)[],
): (OutputElement | string | undefined)[] {
  return children.map((child, index) => {
    if (typeof child !== 'string') return child;
    const left = index === 0 ? child.trimStart() : child;
    return index === children.length - 1 ? left.trimEnd() : left;
  });
}
