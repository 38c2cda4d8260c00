/**
 * Addresses within the site, as seen from one of its pages.
 *
 * In: addresses that begin with `/`, the top of the site. Out: relative ones, so that the site works under any address, and from
 * a folder without a server.
 */
import { posix } from 'node:path';

/** `/persons/x.html` seen from `/documents/d1.html` is `../persons/x.html`; an anchor goes along. */
export function relativeAddress(address: string, page: string): string {
  const [path = '', anchor] = address.split('#');
  // Eleventy calls the first page of a folder by the folder's name.
  const folder = page.endsWith('/') ? page : posix.dirname(page);
  const way = posix.relative(folder, path);
  return encodeURI(way) + (anchor === undefined ? '' : `#${anchor}`);
}
