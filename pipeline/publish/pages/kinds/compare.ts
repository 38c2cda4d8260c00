/** The page that shows two texts side by side. */
import { singlePage } from '../model/page.ts';
import { type DocumentLink, documentLink } from '../rows/listed.ts';

/** Documents that the page lists if scripts are off. */
const NAMED = 100;

export interface CompareInput {
  /** The numbers of the releases, the newest first. */
  readonly versions: readonly string[];
  readonly documents: readonly DocumentLink[];
}

export const comparePage = singlePage(
  '/compare.html',
  ({ site }): CompareInput => ({
    versions: site.history.versions.map(({ number }) => number),
    documents: site.documents.slice(0, NAMED).map(documentLink),
  }),
);
