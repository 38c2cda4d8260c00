/**
 * What is made of each document for the site: a list of stylesheets, each with the parameters that
 * it takes.
 *
 * Takes what a document needs to know of the rest of the site. Returns for each stylesheet its
 * parameters; what it makes is kept under these, under the document's content, the strings of the
 * interface and the program. A further output of XSLT for every document is one more line here.
 */

import type { DocumentMetadata } from '../formats/document.ts';
import { type DocumentRead, documentMetadata } from '../formats/document.ts';
import type { LettersFile } from '../formats/web/cmif.ts';
import type { EditionFacts } from '../model/facts.ts';
import type { Places } from '../model/places.ts';
import type { Strings } from './transform.ts';

/**
 * The part of a document's surroundings that it refers to: what it does not name cannot change it.
 */
export interface DocumentSurroundings {
  /**
   * Where entries (by identifier) and documents (by file name) are, seen from the document's page.
   */
  readonly addresses: Readonly<Record<string, string>>;
  readonly places: Places;
  /** Of a document that is shown because others refer to it: these. */
  readonly referrers?: readonly Referrer[];
}

/** A document that refers to the one at hand; its address is seen from the latter's page. */
export interface Referrer {
  readonly title: string;
  readonly address: string;
}

/** What is the same for all documents of a site. */
export interface SiteSurroundings {
  readonly strings: Strings;
  readonly edition: EditionFacts;
  /** The file that lists the edition's letters; null where there is none. */
  readonly cmif: Pick<LettersFile, 'source'> | null;
  /** Whether the passages of each document are files of their own. */
  readonly passages: boolean;
}

interface SiteStage {
  readonly name: 'html' | 'metadata' | 'fragments';
  /**
   * Whether a document of the site has it; where it is omitted, every one. `metadata`: made by an
   * earlier stage.
   */
  wanted?(site: SiteSurroundings, metadata: DocumentMetadata): boolean;
  /** Below xslt/. */
  readonly stylesheet: string;
  parameters(
    document: DocumentSurroundings,
    site: SiteSurroundings,
  ): Readonly<Record<string, unknown>>;
  /** What is made of the stylesheet's result; the result itself where this is missing. */
  finish?(result: unknown, document: DocumentSurroundings, site: SiteSurroundings): unknown;
}

/**
 * Up to this many passages and pages of a document are files of their own
 * (publish/outputs/data/dts.ts). A play has thousands of verses, and each would have five files;
 * there a client has the passages' identifiers and the whole TEI.
 */
const MOST_PASSAGES = 1000;

export const SITE_STAGES: readonly SiteStage[] = [
  {
    name: 'html',
    stylesheet: 'html/document.xsl',
    parameters: ({ addresses, referrers = [] }, { strings }) => ({
      strings,
      addresses,
      referrers,
      numbered: true,
    }),
  },
  {
    name: 'metadata',
    stylesheet: 'metadata/document.xsl',
    parameters: ({ addresses }, { strings }) => ({
      strings,
      // The words of pointers alone: where a page is does not matter to its text.
      addresses: Object.fromEntries(
        Object.entries(addresses).filter(([key]) => /\?(?:words|name)$/.test(key)),
      ),
    }),
    finish: (read, { places }, { strings, edition, cmif }) =>
      documentMetadata(read as DocumentRead, { strings, edition, places, cmif }),
  },
  {
    name: 'fragments',
    wanted: (site, { passages, pages }) =>
      site.passages && passages.length + pages.length <= MOST_PASSAGES,
    stylesheet: 'metadata/fragments.xsl',
    parameters: () => ({}),
  },
];
