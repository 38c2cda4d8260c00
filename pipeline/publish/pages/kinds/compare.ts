/** The page that shows two texts side by side. */
import { correspondingPairs } from '../../compare/corresponding.ts';
import { singlePage } from '../model/page.ts';
import { type DocumentLink, documentLink } from '../rows/listed.ts';
import { variantsAddress, witnessedDocuments } from './variants.ts';

/** Documents that the page lists if scripts are off, and pairs. */
const NAMED = 100;

interface CompareInput {
  /** The numbers of the releases, the newest first. */
  readonly versions: readonly string[];
  readonly documents: readonly DocumentLink[];
  /** Pages of two documents with corresponding passages. */
  readonly pairs: readonly { readonly address: string; readonly titles: readonly string[] }[];
  /** Pages of the witnesses of one document. */
  readonly witnessed: readonly { readonly address: string; readonly title: string }[];
}

export const comparePage = singlePage(
  '/compare.html',
  ({ site, cache }): CompareInput => ({
    versions: site.history.versions.map(({ number }) => number),
    documents: site.documents.slice(0, NAMED).map(documentLink),
    pairs: correspondingPairs(site.documents, cache)
      .slice(0, NAMED)
      .map(({ address, left, right }) => ({ address, titles: [left.title, right.title] })),
    witnessed: witnessedDocuments(site.documents)
      .slice(0, NAMED)
      .map((one) => ({ address: variantsAddress(one), title: one.title })),
  }),
);
