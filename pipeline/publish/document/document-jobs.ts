/**
 * The job that makes the page of a document, with everything in the rest of the site that the page
 * depends on: the addresses of the entries, documents and pictures that the document refers to.
 */

import { type PictureFile, pictureFile } from '../../edition/pointers/pictures-beside.ts';
import { pointedAt } from '../../formats/facts/identifiers.ts';
import type { KnownEntry } from '../../model/entry-facts.ts';
import { isEntityKind } from '../../model/kinds.ts';
import type { Places } from '../../model/places.ts';
import type { FileSummary } from '../../transform/data-job.ts';
import type { EntryData } from '../../transform/model.ts';
import type { Referrer } from '../../transform/site-stages.ts';
import { relativeAddress } from '../addresses/relative.ts';
import { documentAddress, sourceAddress, teiAddress } from '../addresses/site-addresses.ts';
import type { PointerWords } from '../pointers/pointer-words.ts';
import type { Source } from '../site/open/read-files.ts';
import type { DocumentJob } from './document-job.ts';

/** The rest of the site, as documents refer to it. */
export interface SiteReferences {
  /**
   * Of entries by identifier and of documents by file name: their pages, from the site's top, and
   * relative to a document's page.
   */
  readonly addresses: ReadonlyMap<string, string>;
  readonly fromDocuments: ReadonlyMap<string, string>;
  /** The entry that a reference resolves to. */
  readonly entry: (reference: string) => EntryData | undefined;
  /** The words of pointers without words. */
  readonly words: PointerWords;
  /**
   * Whether a file has no `xml:id` of its own, so that its passages' anchors are the whole
   * identifiers (xslt/lib/addresses/anchors.xsl).
   */
  readonly isUnnamed: (written: string) => boolean;
  /** For pointers to a file with the same name as another (document-targets.ts). */
  readonly byFolder: (source: Source) => Record<string, string>;
  /** The documents that refer to a part that is shown because of these references. */
  readonly referrers: (source: Source) => readonly Referrer[];
}

/** A document, with its references to the rest of the site. */
export function documentJobOf(
  source: Source,
  id: string,
  { addresses, fromDocuments, entry, words, isUnnamed, byFolder, referrers }: SiteReferences,
  pictures: ReadonlyMap<string, PictureFile>,
): DocumentJob {
  const { path, summary, renamed } = source;
  const { refersTo, active, isFragment } = summary;
  const target = (key: string): string => renamed.get(key) ?? key;
  const used = refersTo.filter((key) => addresses.has(target(key))).sort();
  const own: Record<string, string> = {};
  const entries: Record<string, string> = {};
  for (const key of used) {
    own[key] = fromDocuments.get(target(key)) as string;
    if (isUnnamed(key)) own[`${key}#`] = '';
    if (!key.endsWith('.xml') && !key.includes('#'))
      entries[key] = (addresses.get(target(key)) as string).slice(1);
  }
  Object.assign(own, schemeAddresses(refersTo.filter((key) => !addresses.has(target(key)))));
  Object.assign(own, words(source));
  Object.assign(own, byFolder(source));
  for (const [name, { address }] of pictures)
    own[name] = relativeAddress(address, documentAddress(id));
  const places: Places = {
    page: documentAddress(id).slice(1),
    tei: teiAddress(id, active).slice(1),
    entries,
    known: namedEntriesOf(source, entry),
  };
  return {
    path,
    hash: source.hash,
    surroundings: { addresses: own, places, ...(isFragment && { referrers: referrers(source) }) },
    page: relativeAddress(documentAddress(id), sourceAddress(id)),
  };
}

/**
 * Pointers with the prefix of a common scheme (`gnd:118540238`, `geonames:2761369`) that no entry
 * has, with their addresses on the web, under `web:` and the pointer. A prefix that the header
 * declares takes precedence.
 */
function schemeAddresses(pointers: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const pointer of pointers) {
    if (!/^[a-z][\w.-]*:/i.test(pointer) || /^https?:/i.test(pointer)) continue;
    const [identifier] = pointedAt([pointer], []);
    if (identifier?.address) found[`web:${pointer}`] = identifier.address;
  }
  return found;
}

/** The entries of other files that a document names. Dates and sources are none of a file. */
function namedEntriesOf(
  { summary: { entries: own, refersTo, mentions }, renamed }: Source,
  entry: SiteReferences['entry'],
): Record<string, KnownEntry> {
  const inText = new Set(mentions.map(([reference]) => reference));
  const namedEntries: Record<string, KnownEntry> = {};
  for (const reference of refersTo) {
    if (own.includes(reference) || renamed.has(reference)) continue;
    const found = entry(reference);
    if (!found || found.identifiers.length === 0) continue;
    const { id, kind, name, identifiers } = found;
    if (!isEntityKind(kind)) continue;
    namedEntries[reference] = { id, kind, name, identifiers, inText: inText.has(reference) };
  }
  return namedEntries;
}

/** By the document's names for them. */
export function picturesOf(
  path: string,
  { pictures }: FileSummary,
  root: string,
): Map<string, PictureFile> {
  return new Map(
    pictures.flatMap((name) => {
      const found = pictureFile(name, path, root);
      return 'path' in found ? [[name, found] as const] : [];
    }),
  );
}

export function addressesFrom(
  page: string,
  addresses: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map([...addresses].map(([key, address]) => [key, relativeAddress(address, page)]));
}
