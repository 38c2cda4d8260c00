/**
 * What stands beside the pages, in the order in which it is written.
 *
 * In: the site and the folder that Eleventy has filled. Out: files in it. An output is a function
 * in a module of its own; this list is the only place that knows them all. Each is a part of the
 * site for itself, and made anew only where something that it has read has changed; so what can be
 * written of each document for itself is.
 */
import { writeAssets } from './assets.ts';
import { writeBeacon } from './outputs/beacon.ts';
import { writeCollected, writeDocument } from './outputs/documents.ts';
import { writeDts } from './outputs/dts.ts';
import { writeFeed } from './outputs/feed.ts';
import { writeLinkedData } from './outputs/linked-data.ts';
import { writeLinkedPlaces } from './outputs/linked-places.ts';
import { writeLlms } from './outputs/llms.ts';
import { writeEditionReferences } from './outputs/references.ts';
import { writeSitemap } from './outputs/sitemap.ts';
import { copyFileAt, writeFileAt } from './outputs/stream.ts';
import { writeSearchIndex } from './search/search.ts';
import type { Site } from './site/site.ts';
import type { CopiedFile, SiteDocument } from './site/site-model.ts';

/** The edition's own style sheet. */
const THEME_STYLES = '/assets/theme.css';

export type Output = OfSite | OfDocument;

export interface OfSite {
  readonly name: string;
  /**
   * What reads files, of which nobody writes down that it does, is made every time; what reads the
   * site's folder, when all else is there.
   */
  readonly lists?: 'files' | 'folder';
  write(site: Site, folder: string): void | Promise<void>;
}

interface OfDocument {
  readonly name: string;
  writeOf(site: Site, document: SiteDocument, folder: string): void;
}

/** The sitemap is the last one: it lists the pages that are there. */
export const OUTPUTS: readonly Output[] = [
  { name: 'assets', write: (_site, folder) => writeAssets(folder) },
  { name: 'theme', write: writeThemeStyles },
  { name: 'files', lists: 'files', write: copyFiles },
  { name: 'document', writeOf: writeDocument },
  { name: 'collected', write: writeCollected },
  { name: 'edition-references', write: writeEditionReferences },
  { name: 'dts', write: (site, folder) => writeDts(site, folder) },
  { name: 'linked-data', write: writeLinkedData },
  { name: 'linked-places', write: writeLinkedPlaces },
  { name: 'beacon', write: writeBeacon },
  { name: 'feed', write: writeFeed },
  { name: 'llms', write: writeLlms },
  { name: 'search', write: (site, folder) => writeSearchIndex(site, folder) },
  { name: 'sitemap', lists: 'folder', write: (site, folder) => writeSitemap(site, folder) },
];

function writeThemeStyles({ themeStyles }: Site, folder: string): void {
  if (themeStyles !== null) writeFileAt(folder, THEME_STYLES, themeStyles);
}

/**
 * The documents name their schema as ../schema/…; so it is found from the site too. An address has
 * its letters encoded, a file's name has not.
 */
function copyFiles(site: Site, folder: string): void {
  for (const address of site.sharedFiles)
    copyFileAt(folder, decodeURIComponent(address), (site.files.get(address) as CopiedFile).path);
}
