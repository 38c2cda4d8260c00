/**
 * The index of the full-text search: Pagefind's, read by its own script in the reader's browser (site/assets/search.js).
 *
 * In: the site. Out: `search/` beside the pages. A record is a document: its text and its notes as they stand on the page, without what
 * the page adds to them. Facets are the entries that it names, its year and its form; they stand in a file of their own, since the order in
 * which Pagefind writes its own filters changes from run to run (DESIGN, law 6).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Site, SiteDocument } from './site.ts';

/** The facets, in the order in which the search page offers them. */
export const FACETS = ['person', 'place', 'org', 'year', 'form'] as const;
type Facet = (typeof FACETS)[number];

/** Elements of a page that are no part of the document: numbers of notes, marks of passages, readings of other witnesses. */
const NOT_TEXT = ['.added', '[data-pagefind-ignore]'];

/** Pagefind brings interfaces of its own; the search page uses none of them. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** Throws where Pagefind cannot index a document. */
export async function writeSearchIndex(site: Site, output: string): Promise<void> {
  const language = mainLanguage(site);
  const { index, errors } = await createIndex({ forceLanguage: language, excludeSelectors: NOT_TEXT });
  if (!index) throw new Error(errors.join('; '));
  for (const document of site.documents) {
    const { errors } = await index.addHTMLFile({
      url: document.address.slice(1),
      content: record(document, language),
    });
    if (errors.length > 0) throw new Error(`${document.path}: ${errors.join('; ')}`);
  }
  const { files } = await index.getFiles();
  const facets = facetsByRecord(site, files);
  mkdirSync(join(output, 'search'), { recursive: true });
  writeFileSync(join(output, 'search', 'facets.json'), `${JSON.stringify(facets)}\n`);
  for (const { path, content } of files) {
    if (UNUSED.test(path)) continue;
    const target = join(output, 'search', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  await close();
}

/** The document as Pagefind is to see it. */
function record(document: SiteDocument, language: string): string {
  const { html, title, header } = document;
  const about = { title, date: header.date?.text ?? '', number: header.n ?? '' };
  const meta = Object.entries(about).map(
    ([name, value]) => `<i data-pagefind-meta="${name}[data-value]" data-value="${escaped(value)}"></i>`,
  );
  const body = `${html.heading}${html.text}<ol>${html.notes}</ol>`;
  return `<!doctype html><html lang="${language}"><body><main data-pagefind-body>${meta.join('')}${body}</main></body></html>`;
}

/** Facet by facet and value by value the records that have it, by the identifiers that Pagefind gives them. */
function facetsByRecord(
  site: Site,
  files: readonly { path: string; content: Uint8Array }[],
): Record<string, Record<string, string[]>> {
  const records = new Map<string, string>();
  for (const { path, content } of files) {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id) records.set(fragmentAddress(content), id);
  }
  const facets = new Map<string, Map<string, string[]>>(FACETS.map((name) => [name, new Map()]));
  for (const document of site.documents) {
    const id = records.get(document.address.slice(1));
    if (!id) throw new Error(`${document.path}: Pagefind made no record of it`);
    for (const [name, values] of Object.entries(facetsOf(document, site))) {
      const known = facets.get(name) as Map<string, string[]>;
      for (const value of new Set(values)) known.set(value, [...(known.get(value) ?? []), id]);
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
