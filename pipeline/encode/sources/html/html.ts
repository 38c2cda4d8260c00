/**
 * A document's page as saved from history.state.gov.
 *
 * Takes the HTML of the page. Returns the document's reading text. The site renders its TEI through
 * TEI Publisher: the document is in `#content-inner`, notes are list items to which numbered links
 * lead, page beginnings are links with the text "[Page 338]". A page of another site works too if
 * it has the same form; without a known container, its `main`, `article` or body is read.
 */
import { parse } from 'parse5';
import type { ReadingText } from '../reading-text.ts';
import { readHtmlTree } from './html-reading.ts';
import {
  type HtmlElement,
  type HtmlParent,
  htmlAttribute,
  htmlClasses,
  htmlElementsBelow,
} from './html-tree.ts';

/** Elements that may contain the document, the most certain first. */
const CONTAINERS: readonly ((element: HtmlElement) => boolean)[] = [
  (element) => htmlAttribute(element, 'id') === 'content-inner',
  (element) => htmlAttribute(element, 'id') === 'content-container',
  (element) => htmlClasses(element).some((name) => /^tei-div\d*$/.test(name)),
  (element) => element.tagName === 'main',
  (element) => element.tagName === 'article',
  (element) => element.tagName === 'body',
];

/**
 * Reads a saved page. `path` is the file name in messages. @throws InputError if the page contains
 * no document.
 */
export function readHtml(html: string, path: string): ReadingText {
  return readHtmlTree(containerOf(parse(html)), path);
}

function containerOf(page: HtmlParent): HtmlParent {
  const elements = [...htmlElementsBelow(page)];
  for (const fits of CONTAINERS) {
    const found = elements.find(fits);
    if (found) return found;
  }
  return page;
}
