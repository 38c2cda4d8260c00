/** What the metadata of a document need to know of the rest of the site. */
import type { KnownEntry } from './entry-facts.ts';

/** Where a document's files are: paths from the top of the site, without a stroke before them. */
export interface Places {
  readonly page: string;
  readonly tei: string;
  /** Pages of the entries that the document names, by identifier. */
  readonly entries: Readonly<Record<string, string>>;
  /**
   * The entries of other files that the document names, by what it calls them: an identifier, or
   * addresses in authority files (f:entry-id).
   */
  readonly known?: Readonly<Record<string, KnownEntry>>;
}
