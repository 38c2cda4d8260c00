/**
 * The information in HTML elements about blocks: headings and quotations, numbers of items,
 * spanning cells.
 */

import type { SourceBlock, SourceCell } from '../reading-text.ts';
import { listNumber } from '../word/numbering.ts';
import { type HtmlElement, htmlAttribute, isHtmlElement } from './html-tree.ts';

export function sourceBlockOf({ tagName }: HtmlElement): SourceBlock | undefined {
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  if (heading !== undefined) return { heading: Number(heading) };
  return tagName === 'blockquote' ? { quote: true } : undefined;
}

/** Puts the numbers that a browser shows before the items of an ordered list into `labels`. */
export function labelItems(list: HtmlElement, labels: Map<HtmlElement, string>): void {
  if (list.tagName !== 'ol') return;
  const format = htmlAttribute(list, 'type') ?? '1';
  let number = Number(htmlAttribute(list, 'start') ?? 1);
  for (const item of list.childNodes) {
    if (!isHtmlElement(item) || item.tagName !== 'li') continue;
    const value = htmlAttribute(item, 'value');
    if (value !== undefined && /^-?\d+$/.test(value)) number = Number(value);
    labels.set(item, `${listNumber(format, number++)}.`);
  }
}

export function cellOf(cell: HtmlElement): SourceCell {
  const spans = (name: string): number => {
    const count = Number(htmlAttribute(cell, name) ?? 1);
    return Number.isInteger(count) && count > 1 && count <= 1000 ? count : 1;
  };
  const [cols, rows] = [spans('colspan'), spans('rowspan')];
  return {
    ...(cols > 1 ? { cols } : {}),
    ...(rows > 1 ? { rows } : {}),
    ...(cell.tagName === 'th' ? { label: true } : {}),
  };
}
