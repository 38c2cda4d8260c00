/**
 * Distributed Text Services 1.0 as files, level 0: entry and collection.
 * https://dtsapi.org/specifications/
 *
 * Takes the site. Returns /dts/index.json (the entry) and /dts/collection…: the edition with its
 * documents, page by page. The answers about one document: dts-document.ts. A server of files
 * ignores parameters, so they are parts of the path, given by a URI template
 * (`collection{/id}{;nav,page}.json`). The Document endpoint is the TEI itself: /documents/d1.xml.
 * The context is a name, never fetched.
 */
import { posix } from 'node:path';
import { formatJson, jsonWithList, type OutputFolder } from '../../../core/files/output-folder.ts';
import type { DocumentFacts } from '../../../model/facts.ts';
import type { HeaderData } from '../../../transform/model.ts';
import { textEnding } from '../../addresses/site-addresses.ts';
import { siteReference } from '../../addresses/web-address.ts';
import { hasPassages } from '../../site/open/passages.ts';
import type { Site } from '../../site/site.ts';
import type { SiteDocument } from '../../site/site-model.ts';

export const DTS_ENTRY = '/dts/index.json';

export const DTS = { '@context': 'https://dtsapi.org/context/v1.0.json', dtsVersion: '1.0' };

/** How many documents one answer lists. */
const LISTED = 500;

/** `listed`: for tests, which cannot have 500 documents. */
export function writeDts(site: Site, folder: OutputFolder, listed: number = LISTED): void {
  const about = dtsEdition(site);
  folder.write(DTS_ENTRY, formatJson(entry(site, about)));
  const pages = Math.max(1, Math.ceil(site.documents.length / listed));
  // The same answer has several addresses: with and without optional parameters.
  for (const top of ['/dts/collection', `/dts/collection/${about.id}`]) {
    const parents = `${top};nav=parents.json`;
    folder.write(parents, formatJson({ ...collection(about, parents), member: [] }));
    for (const nav of ['', ';nav=children']) {
      for (let page = 0; page <= pages; page++) {
        const address = (n: number): string => `${top}${nav}${n === 0 ? '' : `;page=${n}`}.json`;
        const shown = page || 1;
        const members = site.documents.slice((shown - 1) * listed, shown * listed);
        const view = pages > 1 && { view: pagination(about, address, page, pages) };
        const open = { ...collection(about, address(page)), ...view };
        folder.writePieces(
          address(page),
          jsonWithList(open, 'member', membersOf(about, members, address(page))),
        );
      }
    }
  }
}

function entry(site: Site, about: DtsEdition): unknown {
  const at = (path: string): string => template(about, path, DTS_ENTRY);
  // Passages of a document with thousands of them are not files: then only the templates of single
  // documents can state which documents have passages.
  const allInPassages =
    hasPassages(site) && site.documents.every(({ fragments }) => fragments !== null);
  return {
    ...DTS,
    '@id': siteReference(about, DTS_ENTRY, DTS_ENTRY),
    '@type': 'EntryPoint',
    collection: `${at('/dts/collection')}{/id}{;nav,page}.json`,
    navigation: `${at('/dts/navigation')}{/resource${allInPassages ? ',ref' : ''}}{;tree,down}.json`,
    document: `${at('/documents')}{/resource${allInPassages ? ',ref}{;tree' : ''}}.xml`,
  };
}

/** The members of answers about the edition. */
export interface DtsEdition {
  readonly edition: Pick<HeaderData, 'title' | 'subtitle' | 'address'>;
  readonly id: string;
  /** How many documents it has. */
  readonly count: number;
}

/**
 * The identifier is the edition's own; a document with the same name has the address of that name,
 * so then the edition has another.
 */
export function dtsEdition(site: Site): DtsEdition {
  const { title, subtitle, address } = site.edition;
  const id = site.edition.id || 'edition';
  return {
    edition: { title, subtitle, address },
    id: site.document(id) ? `${id}-edition` : id,
    count: site.documents.length,
  };
}

/** The members of answers about a document. */
export interface DtsDocument
  extends Pick<SiteDocument, 'id' | 'title' | 'address' | 'teiAddress' | 'active'> {
  readonly language: string | null;
  /** Whether each passage is a file of its own. */
  readonly inPassages: boolean;
}

export function dtsDocument(document: SiteDocument): DtsDocument {
  const { id, title, address, teiAddress, active, header, fragments } = document;
  const { language } = header;
  return { id, title, address, teiAddress, active, language, inPassages: fragments !== null };
}

/** The edition as a collection. `file`: the file that contains it. */
export function collection(about: DtsEdition, file: string): Record<string, unknown> {
  const { id, count } = about;
  const { title, subtitle } = about.edition;
  return {
    ...DTS,
    '@id': id,
    '@type': 'Collection',
    title: title ?? id,
    ...(subtitle && { description: subtitle }),
    totalParents: 0,
    totalChildren: count,
    collection: `${template(about, '/dts/collection', file)}{/id}{;nav,page}.json`,
  };
}

/**
 * An address that a template extends: of a file or folder that need not exist itself, relative to
 * `file`.
 */
function template(about: DtsEdition, address: string, file: string): string {
  const folder = siteReference(about, posix.dirname(address), file).replace(/\/$/, '');
  const name = encodeURIComponent(posix.basename(address));
  return folder === '' ? name : `${folder}/${name}`;
}

/** A document as a resource, with the members that lists contain. */
export function resource(
  about: DtsEdition,
  document: DtsDocument,
  file: string,
): Record<string, unknown> {
  const { id, title, teiAddress, inPassages, active } = document;
  const at = (path: string): string => template(about, `${path}/${id}`, file);
  return {
    '@id': id,
    '@type': 'Resource',
    title,
    totalParents: 1,
    totalChildren: 0,
    collection: `${at('/dts/collection')}{;nav}.json`,
    navigation: `${at('/dts/navigation')}${inPassages ? '{/ref}' : ''}{;tree,down}.json`,
    document: `${at('/documents')}${inPassages ? '{/ref}{;tree}' : ''}.xml${textEnding(active)}`,
    download: siteReference(about, teiAddress, file),
    mediaTypes: ['application/tei+xml'],
  };
}

/**
 * Dublin Core's terms, in the form of `dublinCore`: texts with their language, addresses, plain
 * values.
 */
export function dublinCoreMembers(facts: DocumentFacts): Record<string, unknown> {
  const lang = facts.languages[0];
  const texts = (
    values: readonly (string | null | undefined)[],
  ): { lang?: string; value: string }[] =>
    values.flatMap((value) => (value ? [{ ...(lang && { lang }), value }] : []));
  const all: Record<string, readonly unknown[]> = {
    title: texts([facts.title]),
    creator: texts(facts.authors.map(({ name }) => name)),
    contributor: texts(facts.editors.map(({ name }) => name)),
    publisher: texts([facts.publisher]),
    created: [facts.date?.range].flatMap((range) => range ?? []),
    type: texts([facts.genre]),
    language: facts.languages,
    license: [facts.licence?.target].flatMap((target) => target ?? []),
    rights: texts(facts.rights),
    identifier: [facts.uri].flatMap((uri) => uri ?? []),
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
}

function* membersOf(
  about: DtsEdition,
  documents: readonly SiteDocument[],
  file: string,
): Generator<unknown> {
  for (const document of documents) yield resource(about, dtsDocument(document), file);
}

/** `page` 0: the first one, by the address without a number. A page that does not exist is null. */
function pagination(
  about: DtsEdition,
  address: (page: number) => string,
  page: number,
  pages: number,
): unknown {
  const shown = page || 1;
  const at = (n: number): string | null =>
    n < 1 || n > pages ? null : siteReference(about, address(n), address(page));
  return {
    '@id': siteReference(about, address(page), address(page)),
    '@type': 'Pagination',
    first: at(1),
    previous: at(shown - 1),
    next: at(shown + 1),
    last: at(pages),
  };
}
