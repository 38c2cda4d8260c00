/**
 * For each element that a document uses: how often, and the first place as it is written there.
 */
import { readFileSync } from 'node:fs';
import { hashOf, programHash, type Results } from '../../cache/results.ts';
import { cachedNow } from '../../cache/stored.ts';
import { shownPath } from '../../core/finding.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { attribute, readTree, TEI, type TreeElement } from '../../xml/tree.ts';
import type { SiteDocument } from '../site/site-model.ts';

/** Letters of an example; what is longer ends in "…". */
const LENGTH = 200;

export interface Example {
  readonly element: string;
  readonly count: number;
  readonly markup: string;
  /** The anchor of the passage around it; empty where it stands in none. */
  readonly anchor: string;
}

/** Nothing for a file that cannot be read as one document. */
export function examplesIn(
  { teiFile, hash }: Pick<SiteDocument, 'teiFile' | 'hash'>,
  cache: Results,
): readonly Example[] {
  return cachedNow(cache, 'examples', hashOf(programHash(), hash), () => {
    try {
      return collect(readTree({ path: shownPath(teiFile), content: readFileSync(teiFile) }));
    } catch {
      return [];
    }
  });
}

function collect(root: TreeElement): readonly Example[] {
  const found = new Map<string, { count: number; markup: string; anchor: string }>();
  const visit = (element: TreeElement, anchor: string): void => {
    const here = attribute(element, 'xml:id') ?? anchor;
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

/** The element as it is written, on one line, cut where it is long. */
function markupOf(element: TreeElement): string {
  let left = LENGTH;
  const write = (node: TreeElement | string): string => {
    if (left <= 0) return '';
    if (typeof node === 'string') {
      const text = escapeText(node.replace(/\s+/g, ' '));
      const shown = text.length > left ? `${text.slice(0, left)}…` : text;
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
