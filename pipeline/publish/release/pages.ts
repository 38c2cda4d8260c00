/**
 * The pages of a site, and the anchors on them.
 *
 * Takes the site as data, and the folder with its pages. Returns every page's address with its
 * content; the identifiers on a page from its HTML, since a browser finds these, whatever the TEI
 * says.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../core/files/files-below.ts';
import type { ProsePart } from '../../transform/model.ts';
import { isMissingPage } from '../addresses/relative.ts';
import { isOfVersions, type PastPage } from '../history/page.ts';
import type { SiteDocument, SiteEntry, SiteIndex } from '../site/site-model.ts';

/** The parts of a site that have pages. */
interface Paged {
  readonly documents: readonly SiteDocument[];
  readonly inUse: readonly SiteIndex[];
  readonly entries: readonly SiteEntry[];
  readonly prosePages: readonly ProsePart[];
}

/** The pages of documents, entries, indexes and prose. */
export function sitePages(site: Paged): PastPage[] {
  const page = (address: string, kind: string, id: string): PastPage => ({
    address: address.slice(1),
    kind,
    id,
  });
  return [
    ...site.documents.flatMap(({ id, address, sourceAddress }) => [
      page(address, 'document', id),
      page(sourceAddress, 'tei', id),
    ]),
    ...site.inUse.map(({ address, folder }) => page(address, 'index', folder)),
    ...site.entries.map(({ address, kind, id }) => page(address, kind, id)),
    ...site.prosePages.map(({ type }) => page(`/${type}.html`, 'prose', type)),
  ];
}

/**
 * All pages in the folder except those at `moved` addresses; those that `pagesOf` does not list are
 * the program's own.
 */
export function pagesIn(folder: string, site: Paged, moved: readonly string[]): PastPage[] {
  const known = new Map(sitePages(site).map((page) => [page.address, page]));
  const isMoved = new Set(moved);
  return filesBelow(folder)
    .filter(
      (path) =>
        path.endsWith('.html') &&
        !isMissingPage(`/${path}`) &&
        !isOfVersions(path) &&
        !isMoved.has(path),
    )
    .map((address) => known.get(address) ?? { address, kind: 'page', id: '' });
}

/** Undefined if there is no such page. */
export function anchorsOn(folder: string, address: string): Set<string> | undefined {
  const path = join(folder, address);
  if (!existsSync(path)) return undefined;
  return new Set(
    [...readFileSync(path, 'utf8').matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id as string),
  );
}
