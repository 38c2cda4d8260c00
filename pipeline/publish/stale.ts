/**
 * Which pages have to be laid out: of documents and entries, of which there are many, those that have changed. All others always are.
 *
 * In: the site, and the former one. Out: the documents, the documents beside their TEI, and the pages of entries that cannot be taken over.
 */
import type { FormerSite } from './former-site.ts';
import type { EntryPage } from './lists.ts';
import type { Site, SiteDocument } from './site.ts';

/** A class, and no plain object, so that Eleventy hands it on as it is. */
export class StalePages {
  readonly documents: readonly SiteDocument[];
  readonly sources: readonly SiteDocument[];
  readonly entryPages: readonly EntryPage[];

  /** From which outputs, too, take over what they can. */
  readonly former: FormerSite;

  /** Told, before anything else is written, where the pages have been laid out. */
  readonly laidOut: (folder: string) => void;

  /**
   * `touched`: addresses of pages that are changed after they were laid out, so that they cannot be taken over. `laidOut`: told of the
   * folder and of the pages in it that were stale.
   */
  constructor(
    site: Site,
    former: FormerSite,
    touched: ReadonlySet<string>,
    laidOut: (folder: string, addresses: readonly string[]) => void = () => undefined,
  ) {
    this.former = former;
    const isStale = (address: string, key: string): boolean => {
      if (touched.has(address)) return true;
      const page = `page ${address}`;
      if (former.takeOver(page, key)) return false;
      former.made(page, key, [address]);
      return true;
    };
    this.documents = site.documents.filter((document) => isStale(document.address, site.keyOf(document)));
    this.sources = site.documents.filter((document) => isStale(document.sourceAddress, site.keyOf(document)));
    this.entryPages = site.entryPages.filter((page) => isStale(page.address, site.keyOf(page)));
    const addresses = [
      ...this.documents.map(({ address }) => address),
      ...this.sources.map(({ sourceAddress }) => sourceAddress),
      ...this.entryPages.map(({ address }) => address),
    ];
    this.laidOut = (folder) => laidOut(folder, addresses);
  }
}
