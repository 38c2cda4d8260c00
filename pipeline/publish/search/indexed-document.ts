/** What is indexed of a document for the search, cached by the document's page. */
import { hashOf, programHash, type Results } from '../../cache/results.ts';
import { cachedNow, type Readable } from '../../cache/stored.ts';
import type { DocumentHtml } from '../../transform/model.ts';
import { escapeText } from '../../xml/escape.ts';
import { NOTES, type PagePassage, pagePassages } from './page-text.ts';
import { type DocumentIndex, documentIndex } from './word-index.ts';

/** The cache's name for what is indexed of a document. */
const SEARCH = 'search-forms';

/** What is indexed of a document. */
interface IndexedDocument extends DocumentIndex {
  readonly passages: readonly PagePassage[];
}

/** The page of a document. */
export interface IndexedPage {
  readonly title: string;
  readonly html: Readable<DocumentHtml>;
}

export function indexedDocument({ html, title }: IndexedPage, cache: Results): IndexedDocument {
  const key = hashOf(programHash(), html.hash, title);
  return cachedNow(cache, SEARCH, key, () => {
    const passages = pagePassages(wordsOfPage(html.read(), title));
    return { passages, ...documentIndex(passages) };
  });
}

/** A page's heading, text and notes. As on the page, the title heads a text without a heading. */
function wordsOfPage(html: DocumentHtml, title: string): string {
  return (
    `${html.heading || `<h1>${escapeText(title)}</h1>`}${html.text}<ol ` +
    `${NOTES}="">${html.notes}</ol>`
  );
}
