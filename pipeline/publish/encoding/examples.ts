/**
 * For each element that the documents use: how often, and the first place as it is written there.
 */
import { foldSpace, shortened } from '../../core/text.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { TEI } from '../../xml/namespaces.ts';
import { attribute, type TreeElement } from '../../xml/tree.ts';
import { pageAnchors } from '../philology/anchor.ts';

/** Letters of an example; longer ones are truncated with "…". */
const LENGTH = 200;

export interface Example {
  readonly element: string;
  readonly count: number;
  readonly markup: string;
  /** The anchor of the passage around it; empty if there is none. */
  readonly anchor: string;
}

/** `root`: of a TEI document. */
export function examplesIn(root: TreeElement): readonly Example[] {
  const found = new Map<string, { count: number; markup: string; anchor: string }>();
  const anchorFor = pageAnchors(root);
  const visit = (element: TreeElement, anchor: string): void => {
    const own = attribute(element, 'xml:id');
    const here = own === undefined ? anchor : anchorFor(own);
    if (element.uri === TEI) {
      const known = found.get(element.local);
      if (known) known.count += 1;
      else found.set(element.local, { count: 1, markup: markupOf(element), anchor: here });
    }
    // A header has no passages on the page.
    const inside = element.local === 'text' ? '' : here;
    for (const child of element.children)
      if (typeof child !== 'string') visit(child, element.local === 'teiHeader' ? '' : inside);
  };
  visit(root, '');
  return [...found].map(([element, one]) => ({ element, ...one }));
}

/** The element as it is written, on one line, truncated if it is long. */
function markupOf(element: TreeElement): string {
  let left = LENGTH;
  const write = (node: TreeElement | string): string => {
    if (left <= 0) return '';
    if (typeof node === 'string') {
      const text = escapeText(foldSpace(node));
      const shown = shortened(text, left);
      left -= text.length;
      return shown;
    }
    const attributes = node.attributes
      .map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`)
      .join('');
    left -= node.name.length + attributes.length + 2;
    const inner = node.children.map(write).join('');
    const cut = left <= 0 && inner === '' && node.children.length > 0 ? '…' : inner;
    return cut === ''
      ? `<${node.name}${attributes}/>`
      : `<${node.name}${attributes}>${cut}</${node.name}>`;
  };
  return write(element);
}
