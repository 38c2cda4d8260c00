/** A page that has or had an address. */
import type { RegisteredPage } from '../../edition/register.ts';

export type PastPage = Omit<RegisteredPage, 'since'>;

/**
 * Pages about versions change with each version and are not part of one; the releases themselves
 * are in folders with a `v`.
 */
const OF_VERSIONS = /^(versions\.(html|json)$|versions\/|v\d[\d.]*\/)/;

export function isOfVersions(address: string): boolean {
  return OF_VERSIONS.test(address);
}

/**
 * Statements of texts have a page only as long as a text makes them, and no identifier in the TEI.
 */
const STATED = new Set(['date', 'source', 'index']);

export function isStated({ kind }: PastPage): boolean {
  return STATED.has(kind);
}
