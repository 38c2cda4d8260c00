/**
 * The role of an element of a page in a document: a block, an anchor, a page mark, a list of notes.
 */

import { wordList } from '../../../core/text.ts';
import type { HtmlNotes } from './html-notes.ts';
import {
  type HtmlElement,
  htmlAttribute,
  htmlClasses,
  htmlText,
  isHtmlElement,
  isHtmlText,
} from './html-tree.ts';

const PAGE_MARK = /^\[Page[ \u00a0]([^\][\s]{1,20})\]$/;

const PAGE_CLASS = /^tei-pb\d*$/;

export const BLOCKS = new Set(
  wordList(`
    address article blockquote body caption center dd div dl dt fieldset figcaption figure h1 h2 h3
    h4 h5 h6 hr main ol p pre section table tbody tfoot thead ul
  `),
);

/** The number of the note for an anchor, or for an element that contains only an anchor. */
export function soleAnchor(element: HtmlElement, notes: HtmlNotes): string | undefined {
  const own = notes.anchors.get(element);
  if (own !== undefined) return own;
  const filled = element.childNodes.filter((node) => !isHtmlText(node) || node.value.trim() !== '');
  const only = filled.length === 1 ? filled[0] : undefined;
  if (!only || !isHtmlElement(only) || BLOCKS.has(element.tagName) || element.tagName === 'li')
    return undefined;
  return soleAnchor(only, notes);
}

/** The page that begins here. */
export function pageOf(element: HtmlElement): string | undefined {
  if (element.tagName !== 'a' && element.tagName !== 'span') return undefined;
  const text = htmlText(element).trim();
  const marked = PAGE_MARK.exec(text)?.[1];
  if (marked !== undefined) return marked;
  return htmlClasses(element).some((name) => PAGE_CLASS.test(name))
    ? htmlAttribute(element, 'data-n')
    : undefined;
}

export function isListOfNotes(element: HtmlElement): boolean {
  return (
    /^doc-(?:footnotes|endnotes)$/.test(htmlAttribute(element, 'role') ?? '') ||
    htmlClasses(element).some((name) => /^(?:foot|end)notes$/i.test(name))
  );
}
