/** The passages and words of a document that are searched, cached by the document's page. */
import { hashOf, programHash, type Results } from '../../cache/results.ts';
import { cachedNow, type Readable } from '../../cache/stored.ts';
import type { DocumentHtml } from '../../transform/model.ts';
import { escapeText } from '../../xml/escape.ts';
import { NOTES, type PagePassage, pagePassages } from './page-text.ts';
import { type DocumentIndex, documentIndex } from './word-index.ts';

/** The page of a document. */
export interface IndexedPage {
  readonly title: string;
  readonly html: Readable<DocumentHtml>;
}

/** The passages of a document. */
export function indexedPassages(page: IndexedPage, cache: Results): readonly PagePassage[] {
  return cachedNow(cache, 'search-passages', keyOf(page), () =>
    pagePassages(wordsOfPage(page.html.read(), page.title)),
  );
}

/** The words of a document. They are cached separately from the passages, which are larger. */
export function indexedWords(page: IndexedPage, cache: Results): DocumentIndex {
  return cachedNow(cache, 'search-words', keyOf(page), () =>
    documentIndex(indexedPassages(page, cache)),
  );
}

function keyOf({ html, title }: IndexedPage): string {
  return hashOf(programHash(['pipeline']), html.hash, title);
}

/** A page's heading, text and notes. As on the page, the title heads a text without a heading. */
function wordsOfPage(html: DocumentHtml, title: string): string {
  return (
    `${html.heading || `<h1>${escapeText(title)}</h1>`}${html.text}<ol ` +
    `${NOTES}="">${html.notes}</ol>`
  );
}
