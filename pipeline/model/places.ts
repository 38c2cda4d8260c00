/** What the metadata of a document use of the rest of the site. */
import type { KnownEntry } from './entry-facts.ts';

/** Paths of a document's files, from the top of the site, without a leading slash. */
export interface Places {
  readonly page: string;
  readonly tei: string;
  /** Pages of the entries that the document names, by identifier. */
  readonly entries: Readonly<Record<string, string>>;
  /**
   * The entries of other files that the document names, by the document's name for them: an
   * identifier, or addresses in authority files (f:entry-id).
   */
  readonly known?: Readonly<Record<string, KnownEntry>>;
}
