/**
 * The past of an edition for its site: addresses that must stay, pages that have moved, versions.
 *
 * Takes nothing for an edition that has published nothing. Returns plain values, for `openSite`.
 */
import { KINDS } from '../../model/kinds.ts';
import type { Past } from './moved.ts';
import { type ChangesPage, changesPages, type Version } from './versions.ts';

export interface SiteHistory extends Past {
  /**
   * Published entries: identifier to address. They keep it, whatever their name is now, as long as
   * they are defined.
   */
  readonly entries: ReadonlyMap<string, string>;
  /** Addresses that no other page may have: with a leading `/`. */
  readonly taken: ReadonlySet<string>;
  /** The newest one first. */
  readonly versions: readonly Version[];
  readonly changes: readonly ChangesPage[];
}

/** Of an edition that has published nothing, or if only its present state matters. */
export const NO_HISTORY: SiteHistory = history(
  {
    register: { folder: '', releases: [], pages: [], document: () => undefined },
    redirects: {
      path: '',
      all: [],
      passagesOf: () => [],
      of: () => undefined,
      end: ({ outcome }) => outcome,
    },
    releases: [],
  },
  [],
);

const ENTRIES = new Set<string>(KINDS.map(({ kind }) => kind));

/** `versions`: the first one first. */
export function history(past: Past, versions: readonly Version[]): SiteHistory {
  const { pages } = past.register;
  const published = pages.filter(
    ({ kind, address }) => ENTRIES.has(kind) && !past.redirects.of(address, null),
  );
  return {
    ...past,
    entries: new Map(published.map(({ id, address }) => [id, `/${address}`])),
    taken: new Set(pages.map(({ address }) => `/${address}`)),
    versions: [...versions].reverse(),
    changes: changesPages(versions),
  };
}
