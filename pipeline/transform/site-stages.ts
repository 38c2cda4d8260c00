/**
 * The stylesheets that run on each document for the site, with their parameters.
 *
 * Takes the document's context in the site. Returns for each stylesheet its parameters; its result
 * is cached by these, by the document's content, the strings of the interface and the program. A
 * further output of XSLT for every document is one more line here.
 */

import type { DocumentMetadata } from '../formats/document.ts';
import { type DocumentRead, documentMetadata } from '../formats/document.ts';
import type { LettersFile } from '../formats/web/cmif.ts';
import type { EditionFacts } from '../model/facts.ts';
import type { Places } from '../model/places.ts';
import type { Strings } from './transform.ts';

/** The part of the site that a document refers to: it does not depend on the rest. */
export interface DocumentSurroundings {
  /**
   * The addresses of entries (by identifier) and documents (by file name), relative to the
   * document's page.
   */
  readonly addresses: Readonly<Record<string, string>>;
  readonly places: Places;
  /** The documents that refer to this one, if it is shown because of these references. */
  readonly referrers?: readonly Referrer[];
}

/** A document that refers to this one; its address is relative to this one's page. */
export interface Referrer {
  readonly title: string;
  readonly address: string;
}

/** Data that all documents of a site share. */
export interface SiteSurroundings {
  readonly strings: Strings;
  readonly edition: EditionFacts;
  /** The file that lists the edition's letters; null if there is none. */
  readonly cmif: Pick<LettersFile, 'source'> | null;
  /** Whether the passages of each document are files of their own. */
  readonly passages: boolean;
}

interface SiteStage {
  readonly name: 'html' | 'metadata' | 'fragments';
  /**
   * Whether a document of the site has it; if omitted, every one has. `metadata`: made by an
   * earlier stage.
   */
  wanted?(site: SiteSurroundings, metadata: DocumentMetadata): boolean;
  /** Below xslt/. */
  readonly stylesheet: string;
  parameters(
    document: DocumentSurroundings,
    site: SiteSurroundings,
  ): Readonly<Record<string, unknown>>;
  /** Converts the stylesheet's result; if missing, the result itself is used. */
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
      // Only the words of pointers: the page's address does not matter to its text.
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
