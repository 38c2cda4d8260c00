/**
 * FAIR Signposting (signposting.org/FAIR), level 1: typed links for the page's head; level 2: the
 * same and those of the related resources as a set of links (RFC 9264, application/linkset+json).
 *
 * `cite-as` leads back to the page: its DOI, else its own address. An edition without an address
 * has relative references, which a server completes.
 */
import type { DocumentFacts, EditionFacts } from '../../model/facts.ts';
import type { Places } from '../../model/places.ts';
import { doiAddress, encodeIri } from '../facts/schemes.ts';
import { present, unique } from '../writing/values.ts';

/** A typed link (RFC 8288), relative to the page. */
export interface TypedLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

/** Descriptions of a page by file extension: media types from the documentation of the formats. */
const DESCRIPTIONS = [
  ['.csl.json', 'application/vnd.citationstyles.csl+json'],
  ['.bib', 'application/x-bibtex'],
  ['.ris', 'application/x-research-info-systems'],
] as const;

export function documentLinks(
  facts: DocumentFacts,
  edition: EditionFacts | null,
  { page, tei }: Pick<Places, 'page' | 'tei'>,
): TypedLink[] {
  const here = (path: string): string => fromPage(page, path);
  const described = DESCRIPTIONS.flatMap(([ending, type]) =>
    link('describedby', here(beside(page, ending)), type),
  );
  return [
    ...link('cite-as', facts.doi === null ? (facts.address ?? here(page)) : doiAddress(facts.doi)),
    ...facts.authors.flatMap(({ identifiers, address }) =>
      link('author', identifiers.find((one) => one.address !== null)?.address ?? address),
    ),
    ...described,
    ...link('describedby', here(tei), 'application/tei+xml'),
    ...link('item', here(tei), 'application/tei+xml'),
    ...link('collection', here('index.html'), 'text/html'),
    ...link('license', (facts.licence ?? edition?.licence)?.target),
    ...link('type', 'https://schema.org/AboutPage'),
    ...link('type', 'https://schema.org/CreativeWork'),
    ...link('linkset', here(beside(page, '.linkset.json')), 'application/linkset+json'),
  ];
}

/** `items`: the paths of the documents' pages. */
export function editionLinks(facts: EditionFacts, items: readonly string[]): TypedLink[] {
  const cff = facts.editors.length > 0 || facts.publisher !== null;
  const cite = facts.doi === null ? (facts.address ?? 'index.html') : doiAddress(facts.doi);
  return [
    ...link('cite-as', cite),
    ...facts.editors.flatMap(({ orcid, identifiers }) =>
      link(
        'author',
        orcid ? `https://orcid.org/${orcid}` : identifiers.find((one) => one.address)?.address,
      ),
    ),
    ...DESCRIPTIONS.flatMap(([ending, type]) => link('describedby', `edition${ending}`, type)),
    ...(cff ? link('describedby', 'CITATION.cff', 'application/yaml') : []),
    ...items.flatMap((item) => link('item', item, 'text/html')),
    ...link('license', facts.licence?.target),
    ...link('type', 'https://schema.org/AboutPage'),
    ...link('type', 'https://schema.org/Dataset'),
    ...link('linkset', 'linkset.json', 'application/linkset+json'),
  ];
}

/**
 * The set of links: those of the page, and for each linked resource the link back. `page`: the path
 * of the page from the top of the site; `address`: of the edition.
 */
export function linkset(
  page: string,
  links: readonly TypedLink[],
  address: string | null,
): Readonly<Record<string, unknown>> {
  const name = page.replace(/^.*\//, '');
  const inFile = (reference: string): string =>
    address !== null && !/^[a-z]+:/.test(reference)
      ? encodeIri(new URL(reference, address + page).href)
      : reference;
  const here = inFile(name);
  const target = ({ href, type }: TypedLink): object => present({ href: inFile(href), type });
  const shown = links.filter(({ rel }) => rel !== 'linkset');
  const own = Object.fromEntries(
    unique(shown.map(({ rel }) => rel)).map((relation) => [
      relation,
      shown.filter(({ rel }) => rel === relation).map(target),
    ]),
  );
  const resources = links.filter(({ rel }) => BACK.has(rel));
  const back = unique(resources.map(({ href }) => href)).map((href) => ({
    anchor: inFile(href),
    ...Object.fromEntries(
      unique(resources.filter((one) => one.href === href).map(({ rel }) => rel)).map((rel) => [
        BACK.get(rel),
        [{ href: here, type: 'text/html' }],
      ]),
    ),
  }));
  return { linkset: [{ anchor: here, ...own }, ...back] };
}

/** The relation that leads back. */
const BACK: ReadonlyMap<string, string> = new Map([
  ['item', 'collection'],
  ['describedby', 'describes'],
]);

function link(rel: string, href: string | null | undefined, type?: string): TypedLink[] {
  return href ? [{ rel, href, ...(type && { type }) }] : [];
}

/** "documents/d149.html" with another extension. */
function beside(page: string, ending: string): string {
  return page === '' ? '' : page.replace(/\.html$/, '') + ending;
}

/** A path from the top of the site, relative to the page. */
function fromPage(page: string, path: string): string {
  if (path === '') return '';
  const folders = page.split('/').slice(0, -1);
  const here = folders.map((folder) => `${folder}/`).join('');
  const inFolder = here !== '' && path.startsWith(here);
  return encodeIri(inFolder ? path.slice(here.length) : '../'.repeat(folders.length) + path);
}
