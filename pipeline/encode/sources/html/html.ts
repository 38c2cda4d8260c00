/**
 * A document's page as saved from history.state.gov.
 *
 * Takes the HTML of the page. Returns the document's reading text. The site renders its TEI through
 * TEI Publisher: the document lies in `#content-inner`, notes are list items to which numbered
 * links lead, page beginnings are links that read "[Page 338]". A page of another site will do as
 * well if it follows the same customs; where none of the known containers is found, its `main`,
 * `article` or body is read.
 */
import { parse } from 'parse5';
import type { ReadingText } from '../reading-text.ts';
import { readHtmlTree } from './html-reading.ts';
import {
  attribute,
  classesOf,
  elementsBelow,
  type HtmlElement,
  type HtmlParent,
} from './html-tree.ts';

/** Where the document may lie in its page, the surest first. */
const CONTAINERS: readonly ((element: HtmlElement) => boolean)[] = [
  (element) => attribute(element, 'id') === 'content-inner',
  (element) => attribute(element, 'id') === 'content-container',
  (element) => classesOf(element).some((name) => /^tei-div\d*$/.test(name)),
  (element) => element.tagName === 'main',
  (element) => element.tagName === 'article',
  (element) => element.tagName === 'body',
];

/**
 * Reads a saved page. `path` is what messages call the file.
 * @throws InputError where the page holds no document.
 */
export function readHtml(html: string, path: string): ReadingText {
  return readHtmlTree(containerOf(parse(html)), path);
}

function containerOf(page: HtmlParent): HtmlParent {
  const elements = [...elementsBelow(page)];
  for (const fits of CONTAINERS) {
    const found = elements.find(fits);
    if (found) return found;
  }
  return page;
}
