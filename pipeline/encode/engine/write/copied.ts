/** Copies of parts of a header that was read, for the documents that are written. */

import { type Element, teiChildren } from '../../../authorities/element.ts';
import { element, type OutputElement } from './element.ts';
import { mayHoldText } from './serialize.ts';

const copies = new WeakMap<Element, OutputElement>();

/** A part of the header as it is to be in every document, white space folded. Copied once. */
export function copied(source: Element | undefined): OutputElement | undefined {
  if (source === undefined) return undefined;
  const copy = copies.get(source) ?? { ...copyOf(source), shared: true as const };
  copies.set(source, copy);
  return copy;
}

function copyOf(source: Element): OutputElement {
  const children = teiChildren(source).map((child) =>
    typeof child === 'string' ? child.replace(/\s+/g, ' ') : copyOf(child),
  );
  const prose =
    mayHoldText(source.name) ||
    children.some((child) => typeof child === 'string' && child.trim() !== '');
  const content = prose ? trimmed(children) : children.filter((child) => typeof child !== 'string');
  return element(source.name, Object.fromEntries(source.attributes), ...content);
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
