/**
 * Addresses for machines.
 *
 * Takes an address within the site (`/documents/d1.html`). Returns the whole address on the web, if
 * the edition's header states its address; else, for formats that allow it, a relative one, which
 * is resolved when the file is read from its server.
 */

import type { HeaderData } from '../../transform/model.ts';
import { relativeAddress } from './relative.ts';

/** An edition that may state its address on the web. */
interface Addressed {
  readonly edition: Pick<HeaderData, 'address'>;
}

/**
 * `https://example.org/edition/documents/d1.html`; null for an edition without an https address.
 */
export function webAddress({ edition }: Addressed, address: string): string | null {
  if (edition.address === null) return null;
  const [path = '', anchor] = address.slice(1).split('#');
  return edition.address + encodeURI(path) + (anchor === undefined ? '' : `#${encodeURI(anchor)}`);
}

/**
 * The address on the web, else a relative one, seen from `file`, the site's file that contains it.
 */
export function siteReference(site: Addressed, address: string, file: string): string {
  return webAddress(site, address) ?? relativeAddress(address, file);
}
