/**
 * Addresses within the site, as seen from one of its pages.
 *
 * Takes addresses that begin with `/`, the top of the site. Returns relative ones, so that the site
 * works under any address, and from a folder without a server.
 */
import { posix } from 'node:path';

/** `/persons/x.html` seen from `/documents/d1.html` is `../persons/x.html`; an anchor stays. */
export function relativeAddress(address: string, page: string): string {
  const [path = '', anchor] = address.split('#');
  // Eleventy names the first page of a folder after the folder.
  const folder = page.endsWith('/') ? page : posix.dirname(page);
  const way = posix.relative(folder, path);
  return encodeURI(way) + (anchor === undefined ? '' : `#${anchor}`);
}

/** The page that a host shows for a missing address, at any depth. */
export const MISSING_PAGE = '/404.html';

/** Whether it is that page, or the one in the folder of a language. */
export function isMissingPage(address: string): boolean {
  return /^\/(?:[a-z]{2,3}(?:-[\w-]+)?\/)?404\.html$/.test(address);
}

/**
 * The address of a page as the page for missing addresses writes it: from the root of the host,
 * since a relative one would be resolved against the missing address. `site`: the edition's address
 * on the web; without one, the site is assumed to be at the host's root.
 */
export function rootedAddress(address: string, site: string | null): string {
  const root =
    site !== null && URL.canParse(site) ? new URL(site).pathname.replace(/\/*$/, '/') : '/';
  const [path = '', anchor] = address.split('#');
  return root + encodeURI(path.slice(1)) + (anchor === undefined ? '' : `#${anchor}`);
}
