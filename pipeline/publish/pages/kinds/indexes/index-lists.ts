/** The pages of an index: its entries under their headings. */
import { type IndexPage, indexPages, type Jump } from '../../../lists/lists.ts';
import type { PageKind } from '../../model/page.ts';
import { COUNTS, type EntryCounts, entryCounts } from '../../rows/entry-counts.ts';
import { type ListedEntry, listedEntry } from '../../rows/listed.ts';

interface IndexGroup {
  readonly heading: string;
  readonly anchor: string;
  /** Whether it began on the page before. */
  readonly continued: boolean;
  readonly entries: readonly (ListedEntry & { readonly counts: EntryCounts })[];
}

interface IndexInput {
  /** The numbers that any entry of the page has: the columns of its table. */
  readonly columns: readonly (keyof EntryCounts)[];
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
    columns: COUNTS.filter((column) =>
      groups.some(({ entries }) => entries.some((entry) => entryCounts(entry)[column] > 0)),
    ),
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
        counts: entryCounts(entry),
      })),
    })),
  }),
};
