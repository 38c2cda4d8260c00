/**
 * The files that the search page reads (site/assets/search.js).
 *
 * In: the site. Out: `search/index.json` with documents, facets and the ranges of the shards;
 * `search/words/N.json`, the index of words; `search/text/…`, a document's passages, from which the
 * page takes the words around what was found.
 *
 * The index is Siglum's own. Pagefind, which was here before, answers with prefixes and stems of a
 * word that does not occur, unasked, and its index does not tell which result is one.
 */

import { listed } from '../../core/multimap.ts';
import { FACET_KINDS, type FacetKind } from '../../model/kinds.ts';
import { escaped } from '../outputs/feed.ts';
import { writeFileAt } from '../outputs/stream.ts';
import { FACETS, type Facet } from '../pages/facets.ts';
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';
import { type PagePassage, passagesOf } from './page-text.ts';
import { type DocumentWords, documentWords, WordIndex } from './word-index.ts';

/** The cache's name for what is indexed of a document. */
const SEARCH = 'search';

/** Numbers and letters in a shard: about 50 KB, a third of that packed. */
const SHARD_SIZE = 16_000;

/** What is indexed of a document. */
interface IndexedDocument {
  readonly passages: readonly PagePassage[];
  readonly words: DocumentWords;
}

/** `shardSize`: smaller in tests, whose editions are small. */
export async function writeSearchIndex(
  site: Site,
  output: string,
  shardSize = SHARD_SIZE,
): Promise<void> {
  const index = new WordIndex();
  for (const [number, document] of site.documents.entries()) {
    const { passages, words } = await indexedDocument(site, document);
    index.add(number, words);
    writeFileAt(
      output,
      textAddress(document),
      `${JSON.stringify(passages.map(({ id, text }) => [id, text]))}\n`,
    );
  }
  const shards: string[] = [];
  for (const { first, words } of index.shards(shardSize)) {
    writeFileAt(
      output,
      `/search/words/${shards.length}.json`,
      `${JSON.stringify(Object.fromEntries(words))}\n`,
    );
    shards.push(first);
  }
  const documents = site.documents.map((document) => ({
    page: document.address.slice(1),
    text: textAddress(document).slice(1),
    title: document.title,
    date: document.header.date?.text ?? '',
    number: document.header.n ?? '',
  }));
  const root = { documents, facets: facetsOf(site), shards };
  writeFileAt(output, '/search/index.json', `${JSON.stringify(root)}\n`);
}

function indexedDocument(site: Site, document: SiteDocument): Promise<IndexedDocument> {
  return site.keep(SEARCH, document.key, async () => {
    const passages = passagesOf(wordsOfPage(document));
    return { passages, words: documentWords(passages) };
  });
}

/** A page's heading, text and notes. As on the page, the title heads a text without a heading. */
function wordsOfPage({ html, title }: SiteDocument): string {
  return `${html.heading || `<h1>${escaped(title)}</h1>`}${html.text}<ol>${html.notes}</ol>`;
}

function textAddress({ address }: SiteDocument): string {
  return address.replace(/^\/documents\//, '/search/text/').replace(/\.html$/, '.json');
}

/** Facet by facet and value by value the numbers of the documents that have it. */
function facetsOf(site: Site): Record<string, Record<string, number[]>> {
  const facets = new Map(FACETS.map((name) => [name, new Map<string, number[]>()]));
  for (const [number, document] of site.documents.entries()) {
    for (const [name, values] of Object.entries(valuesOf(document, site))) {
      const known = facets.get(name as Facet);
      for (const value of new Set(values)) if (known) listed(known, value, number);
    }
  }
  return Object.fromEntries(
    [...facets].map(([name, values]) => [name, Object.fromEntries(values)]),
  );
}

function valuesOf({ named, header }: SiteDocument, site: Site): Record<Facet, string[]> {
  const names = (kind: string): string[] =>
    named.flatMap((id) => {
      const entry = site.entry(id);
      return entry?.kind === kind ? [entry.sortName] : [];
    });
  const year = /^-?\d{4,}/.exec(header.date?.earliest ?? '')?.[0];
  return {
    ...(Object.fromEntries(FACET_KINDS.map((kind) => [kind, names(kind)])) as Record<
      FacetKind,
      string[]
    >),
    year: year ? [year] : [],
    form: header.form ? [header.form] : [],
  };
}
