/**
 * The files that the search page reads (site/assets/search/search.js).
 *
 * Takes the site. Returns `search/index.json` with documents, facets and the ranges of the shards;
 * `search/words/N.json`, the index of words; `search/fields.json`, the places of headings, notes
 * and names of persons; `search/text/…`, a document's passages, from which the page takes the
 * context of results.
 *
 * The index is Siglum's own. Pagefind, used earlier, returns results for prefixes and stems of a
 * word that does not occur, and its index does not show which results these are.
 */
import type { Results } from '../../cache/results.ts';
import type { OutputFolder } from '../../core/files/output-folder.ts';
import { addToList } from '../../core/multimap.ts';
import { FACET_KINDS, type FacetKind } from '../../model/kinds.ts';
import { FACETS, type Facet } from '../lists/facets.ts';
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';
import { type IndexedPage, indexedPassages, indexedWords } from './indexed-document.ts';
import { type DocumentFields, WordIndex } from './word-index.ts';

/** Numbers and letters in a shard: about 50 KB, a third of that when compressed. */
const SHARD_SIZE = 16_000;

interface SearchIndexInput {
  readonly documents: readonly SearchDocument[];
}

interface SearchDocument extends IndexedPage {
  readonly address: string;
  readonly date: string;
  /** The beginning of the date, for sorting: `1964-05`. */
  readonly at: string;
  readonly number: string;
  /** Names of senders and addressees: matches in them rank higher. */
  readonly people: string;
  /** Whether it is front or back matter of a volume, which ranks lower. */
  readonly matter: boolean;
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
}

export function searchInput(site: Site): SearchIndexInput {
  return {
    documents: site.documents.map((document) => ({
      address: document.address,
      title: document.title,
      date: document.header.date?.text ?? '',
      at: document.header.date?.earliest ?? '',
      number: document.header.n ?? '',
      people: [...document.header.sent, ...document.header.received]
        .map(({ text }) => text)
        .join(', '),
      matter: document.header.matter,
      html: document.html,
      facets: valuesOf(document, site),
    })),
  };
}

/** What the text of a document in the search is made from. */
interface SearchTextInput extends IndexedPage {
  readonly address: string;
}

export function searchTextInput({ address, title, html }: SearchTextInput): SearchTextInput {
  return { address, title, html };
}

export function writeSearchText(page: SearchTextInput, output: OutputFolder, cache: Results): void {
  const passages = indexedPassages(page, cache).map(({ id, text }) => [id, text]);
  output.write(textAddress(page), `${JSON.stringify(passages)}\n`);
}

/** `cache`: for the search data of each document. */
export function writeSearchIndex(
  { documents }: SearchIndexInput,
  output: OutputFolder,
  cache: Results,
): void {
  const index = new WordIndex();
  const fields: DocumentFields[] = [];
  for (const [number, document] of documents.entries()) {
    const { words, fields: own } = indexedWords(document, cache);
    fields.push(own);
    index.add(number, words);
  }
  const shards: string[] = [];
  const vocabulary: string[] = [];
  for (const { first, words } of index.shards(SHARD_SIZE)) {
    output.write(
      `/search/words/${shards.length}.json`,
      `${JSON.stringify(Object.fromEntries(words))}\n`,
    );
    shards.push(first);
    vocabulary.push([...words.keys()].join(' '));
  }
  const listed = documents.map((document) => ({
    page: document.address.slice(1),
    text: textAddress(document).slice(1),
    title: document.title,
    date: document.date,
    at: document.at,
    number: document.number,
    ...(document.people !== '' && { people: document.people }),
    ...(document.matter && { matter: true }),
  }));
  const root = { documents: listed, facets: facetsOf(documents), shards };
  output.write('/search/index.json', `${JSON.stringify(root)}\n`);
  // Only a pattern without a beginning needs it.
  output.write('/search/vocabulary.json', `${JSON.stringify(vocabulary)}\n`);
  // Only a search within a field needs it.
  output.write('/search/fields.json', `${JSON.stringify(fields)}\n`);
}

function textAddress({ address }: Pick<SearchDocument, 'address'>): string {
  return address.replace(/^\/documents\//, '/search/text/').replace(/\.html$/, '.json');
}

/** The numbers of the documents, by facet and value. */
function facetsOf(documents: readonly SearchDocument[]): Record<string, Record<string, number[]>> {
  const facets = new Map(FACETS.map((name) => [name, new Map<string, number[]>()]));
  for (const [number, document] of documents.entries()) {
    for (const [name, values] of Object.entries(document.facets)) {
      const known = facets.get(name as Facet);
      for (const value of new Set(values)) if (known) addToList(known, value, number);
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
