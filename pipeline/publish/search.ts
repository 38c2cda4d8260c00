/**
 * The index of the full-text search: Pagefind's, read by its own script in the reader's browser (site/assets/search.js).
 *
 * In: the site. Out: `search/` beside the pages. A record is a document: its text and its notes as they stand on the page, without what
 * the page adds to them. Facets are the entries that it names, its year and its form; they stand in a file of their own, since the order in
 * which Pagefind writes its own filters changes from run to run (DESIGN, law 6).
 */
import { gunzipSync } from 'node:zlib';
import { listed } from '../listed.ts';
import { digestOfValue } from '../results.ts';
import { inShare } from '../share.ts';
import { FACETS, type Facet } from './facets.ts';
import { writeFileAt } from './outputs/stream.ts';
import type { InParts } from './outputs.ts';
import type { Site } from './site.ts';
import type { SiteDocument } from './site-model.ts';

/** Elements of a page that are no part of the document: numbers of notes, marks of passages, readings of other witnesses. */
const NOT_TEXT = ['.added', '[data-pagefind-ignore]'];

/** Pagefind brings interfaces of its own; the search page uses none of them. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** What the first part has for all. */
const PROGRAM = /^(pagefind(-worker)?\.js|wasm\..*)$/;

/** What makes Pagefind find something in a page, tags aside. */
const WORD = /[\p{L}\p{N}](?![^<]*>)/u;

/** About so many documents are indexed together: few enough that after an edit little is indexed anew. */
const TOGETHER = 50;

/** So many documents wait before Pagefind, so that it has work while this process has other. */
const WAITING = 50;

/** As many parts as a reader's browser is asked to fetch. */
const MOST_PARTS = 16;

/** Where a part's files are kept; and its records, which are read for all parts before the first file is written. */
const SEARCH = 'search';
const RECORDS = 'search-records';

/** Of an index of some of the documents: paths in its folder, and contents in base64. */
type Files = readonly (readonly [path: string, content: string])[];

/** By documents' identifiers those that Pagefind gives their records. */
type Records = Readonly<Record<string, string>>;

/** What is kept of an index. */
interface Part {
  /** What it is made from. */
  readonly from: unknown;
  files(): Promise<Files>;
  records(): Promise<Records>;
}

/**
 * The first part is the index that the page opens, with the programs; it fetches the others from search/parts/. A document's part follows
 * from its name, so that a document more or less changes one part; the files of the others are taken over. `together`: for tests, which have few
 * documents. Throws where Pagefind cannot index a document.
 */
export async function writeSearchIndex(
  site: Site,
  output: string,
  together: number = TOGETHER,
  inParts: InParts = (_from, work) => work(),
): Promise<void> {
  const language = mainLanguage(site);
  const count = Math.min(MOST_PARTS, Math.max(1, Math.ceil(site.documents.length / together)));
  const parts = partsOf(site, count);
  const apart = new Map<string, number>();
  const records = await recordsIn(parts, apart, site, language);
  const facets = { parts: parts.length, facets: facetsByRecord(site, records) };
  writeFileAt(output, '/search/facets.json', `${JSON.stringify(facets)}\n`);
  // One part after the other: all files together may not fit into memory.
  for (const [at, part] of parts.entries()) {
    const top = at === 0 ? '/search' : `/search/parts/${at + 1}`;
    const { from, files } = indexOnce(part, apart, site, language);
    await inParts(digestOfValue([top, from]), async () => {
      for (const [path, content] of await files()) {
        if (UNUSED.test(path) || (at > 0 && PROGRAM.test(path))) continue;
        writeFileAt(output, `${top}/${path}`, Buffer.from(content, 'base64'));
      }
    });
  }
}

/** The documents part by part; at least one part, and no other without documents. */
function partsOf(site: Site, of: number): (readonly SiteDocument[])[] {
  const ids = site.documents.map(({ id }) => id);
  const parts = Array.from({ length: of }, (_, at) => {
    const own = new Set(inShare(ids, { at: at + 1, of }));
    return site.documents.filter(({ id }) => own.has(id));
  });
  return of === 1 ? parts : parts.filter(({ length }) => length > 0);
}

/**
 * What Pagefind calls the documents' records, by their identifiers. It calls them by short digests: in one index it keeps them apart itself, but of
 * 30,000 documents in several some have the same. In `apart` is noted which documents get a mark that makes their digest another.
 */
async function recordsIn(
  parts: readonly (readonly SiteDocument[])[],
  apart: Map<string, number>,
  site: Site,
  language: string,
): Promise<Map<string, string>> {
  const records = new Map<string, string>();
  const taken = new Set<string>();
  for (const part of parts) {
    let own = await indexOnce(part, apart, site, language).records();
    for (;;) {
      const same = Object.entries(own).filter(([, record]) => taken.has(record));
      if (same.length === 0) break;
      for (const [id] of same) apart.set(id, (apart.get(id) ?? 0) + 1);
      own = await indexOnce(part, apart, site, language).records();
    }
    for (const [id, record] of Object.entries(own)) {
      records.set(id, record);
      taken.add(record);
    }
  }
  return records;
}

/** A part's index, made where it is not kept. Whoever asks for its records has its files kept too. */
function indexOnce(
  documents: readonly SiteDocument[],
  apart: ReadonlyMap<string, number>,
  site: Site,
  language: string,
): Part {
  const from = [language, documents.map(({ id, key }) => [id, key, ...(apart.has(id) ? [apart.get(id)] : [])])];
  const files = (): Promise<Files> => site.keep(SEARCH, from, () => indexOf(documents, apart, language));
  return {
    from,
    files,
    records: () => site.keep(RECORDS, from, async () => recordsOf(documents, await files())),
  };
}

async function indexOf(
  documents: readonly SiteDocument[],
  apart: ReadonlyMap<string, number>,
  language: string,
): Promise<Files> {
  const files = await untilEnded(pagefindFiles(documents, apart, language));
  return files.map(({ path, content }) => [path, Buffer.from(content).toString('base64')] as const).sort(byPath);
}

function recordsOf(documents: readonly SiteDocument[], files: Files): Records {
  const byAddress = new Map<string, string>();
  for (const [path, content] of files) {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id) byAddress.set(fragmentAddress(Buffer.from(content, 'base64')), id);
  }
  const records = documents.flatMap((document) => {
    const { id, address, path } = document;
    const known = byAddress.get(address.slice(1));
    // Of a page without a word, an empty text whose title is signs say, it makes none.
    if (known === undefined && WORD.test(wordsOf(document))) throw new Error(`${path}: Pagefind made no record of it`);
    return known === undefined ? [] : [[id, known]];
  });
  return Object.fromEntries(records);
}

/** The files of an index of its own. Pagefind's process ends with it, which gives back the memory that it holds on to. */
async function pagefindFiles(
  documents: readonly SiteDocument[],
  apart: ReadonlyMap<string, number>,
  language: string,
): Promise<readonly { readonly path: string; readonly content: Uint8Array }[]> {
  const { close, createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: language, excludeSelectors: NOT_TEXT });
  if (!index) throw new Error(errors.join('; '));
  for (let from = 0; from < documents.length; from += WAITING) {
    await Promise.all(
      documents.slice(from, from + WAITING).map(async (document) => {
        const content = record(document, apart.get(document.id), language);
        const { errors } = await index.addHTMLFile({ url: document.address.slice(1), content });
        if (errors.length > 0) throw new Error(`${document.path}: ${errors.join('; ')}`);
      }),
    );
  }
  const { files } = await index.getFiles();
  await close();
  return files;
}

/** Where the system ends Pagefind's process, nobody answers any more, and this one would end without a word. */
async function untilEnded<Value>(work: Promise<Value>): Promise<Value> {
  let ended = (): void => {};
  const nothing = new Promise<never>((_, reject) => {
    ended = () => reject(new Error('Pagefind ended before the search index was made, most likely for want of memory'));
    process.once('beforeExit', ended);
  });
  try {
    return await Promise.race([work, nothing]);
  } finally {
    process.off('beforeExit', ended);
  }
}

/** Pagefind gives its files in the order in which its threads finish them. */
function byPath([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}

/** The document as Pagefind is to see it. */
function record(document: SiteDocument, apart: number | undefined, language: string): string {
  const { title, header } = document;
  const mark = apart === undefined ? {} : { apart: String(apart) };
  const about = { title, date: header.date?.text ?? '', number: header.n ?? '', ...mark };
  const meta = Object.entries(about).map(
    ([name, value]) => `<i data-pagefind-meta="${name}[data-value]" data-value="${escaped(value)}"></i>`,
  );
  return `<!doctype html><html lang="${language}"><body><main data-pagefind-body>${meta.join('')}${wordsOf(document)}</main></body></html>`;
}

/** A page's heading, text and notes. As on the page, the title heads a text that has no heading of its own. */
function wordsOf({ html, title }: SiteDocument): string {
  return `${html.heading || `<h1>${escaped(title)}</h1>`}${html.text}<ol>${html.notes}</ol>`;
}

/** Facet by facet and value by value the records that have it. */
function facetsByRecord(site: Site, records: ReadonlyMap<string, string>): Record<string, Record<string, string[]>> {
  const facets = new Map<string, Map<string, string[]>>(FACETS.map((name) => [name, new Map()]));
  for (const document of site.documents) {
    const record = records.get(document.id);
    if (record === undefined) continue;
    for (const [name, values] of Object.entries(facetsOf(document, site))) {
      const known = facets.get(name) as Map<string, string[]>;
      for (const value of new Set(values)) listed(known, value, record);
    }
  }
  return Object.fromEntries([...facets].map(([name, values]) => [name, Object.fromEntries(values)]));
}

/** A fragment is JSON behind a mark, packed. */
function fragmentAddress(content: Uint8Array): string {
  const text = gunzipSync(content).toString('utf8');
  return (JSON.parse(text.slice(text.indexOf('{'))) as { url: string }).url;
}

function facetsOf({ named, header }: SiteDocument, site: Site): Record<Facet, string[]> {
  const names = (kind: string): string[] =>
    named.flatMap((id) => {
      const entry = site.entry(id);
      return entry?.kind === kind ? [entry.sortName] : [];
    });
  const year = /^\d{4}/.exec(header.date?.earliest ?? '')?.[0];
  return {
    person: names('person'),
    place: names('place'),
    org: names('org'),
    year: year ? [year] : [],
    form: header.form ? [header.form] : [],
  };
}

/** The language of most documents: what words are reduced to their stems by. */
function mainLanguage({ documents }: Site): string {
  const uses = new Map<string, number>();
  for (const { header } of documents) {
    const language = /^[a-z]{2,3}/.exec(header.language ?? '')?.[0] ?? 'en';
    uses.set(language, (uses.get(language) ?? 0) + 1);
  }
  return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? 'en';
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
