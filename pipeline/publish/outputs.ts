/**
 * What stands beside the pages, in the order in which it is written.
 *
 * In: the site and the folder that Eleventy has filled. Out: files in it. An output is a function in a module of its own; this list is
 * the only place that knows them all.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAssets } from './assets.ts';
import type { FormerSite } from './former-site.ts';
import { writeBeacon } from './outputs/beacon.ts';
import { writeDocuments } from './outputs/documents.ts';
import { writeDts } from './outputs/dts.ts';
import { writeFeed } from './outputs/feed.ts';
import { writeLinkedData } from './outputs/linked-data.ts';
import { writeLinkedPlaces } from './outputs/linked-places.ts';
import { writeLlms } from './outputs/llms.ts';
import { writeEditionReferences } from './outputs/references.ts';
import { writeSitemap } from './outputs/sitemap.ts';
import { writeSearchIndex } from './search.ts';
import type { Site } from './site.ts';

/** `former`: what can be taken over of the site that stands in the place. */
export type Output = (site: Site, folder: string, former: FormerSite) => void | Promise<void>;

/** The sitemap is the last one: it lists the pages that are there. */
export const OUTPUTS: readonly Output[] = [
  (_site, folder) => writeAssets(folder),
  copyFiles,
  writeSearchIndex,
  writeDocuments,
  writeEditionReferences,
  (site, folder) => writeDts(site, folder),
  writeLinkedData,
  writeLinkedPlaces,
  writeBeacon,
  writeFeed,
  writeLlms,
  (site, folder) => writeSitemap(site, folder),
];

/** The edition's own files: TEI, schemas. */
function copyFiles(site: Site, folder: string, former: FormerSite): void {
  for (const [address, { path, digest }] of site.files) {
    const part = `copy ${address}`;
    if (former.takeOver(part, digest)) continue;
    const target = join(folder, address);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, target);
    former.made(part, digest, [address]);
  }
}
