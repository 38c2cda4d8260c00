/** The pages of an index: its entries under their headings. */

import { type IndexPage, indexPages, type Jump } from '../lists/lists.ts';
import { type ListedEntry, listedEntry } from './listed.ts';
import type { PageKind } from './page.ts';

interface IndexGroup {
  readonly heading: string;
  readonly anchor: string;
  /** Whether it began on the page before. */
  readonly continued: boolean;
  readonly entries: readonly (ListedEntry & { readonly documents: number })[];
}

export interface IndexInput {
  readonly folder: string;
  /** From 1. */
  readonly number: number;
  readonly jumpLinks: readonly Jump[];
  readonly pages: readonly Jump[];
  readonly groups: readonly IndexGroup[];
}

export const indexListPages: PageKind<IndexPage, IndexInput> = {
  items: ({ site }) => site.inUse.flatMap(indexPages),
  address: ({ address }) => address,
  input: ({ site }, { index, number, jumps, pages, groups }) => ({
    folder: index.folder,
    number,
    jumpLinks: jumps,
    pages,
    groups: groups.map(({ heading, anchor, continued, entries }) => ({
      heading,
      anchor,
      continued,
      entries: entries.map((entry) => ({
        ...listedEntry(site, entry),
        documents: entry.written.length,
      })),
    })),
  }),
};
