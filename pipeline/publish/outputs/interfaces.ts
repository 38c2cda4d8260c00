/**
 * The site's interfaces for machines: one list, for the page that describes them, the links in the
 * pages' heads and llms.txt.
 *
 * Takes the site. Returns each interface with its address, the media type of its files and the key
 * of the words that describe it (`interface.KEY` and `interface.KEY.about` among the strings).
 * Interfaces without data in the edition are not in the list; missing.ts reports them to the
 * editor.
 */

import { CMIF } from '../site/open/letters.ts';
import { hasPassages } from '../site/open/passages.ts';
import type { Site } from '../site/site.ts';
import { dumps } from './data/beacon.ts';
import { DTS_ENTRY } from './data/dts.ts';
import { describedIndexes } from './data/linked-data.ts';
import { indexedPlaces, LINKED_PLACES } from './data/linked-places.ts';
import { FEED, hasFeed } from './feed.ts';
import { collectedFiles } from './references.ts';
import { SITEMAP } from './sitemap.ts';
import { markdownAddress, textFileAddress } from './texts.ts';

export interface InterfaceFile {
  readonly key: string;
  /** Values for the words: the kind of entries, the name of an authority file. */
  readonly of?: string;
  readonly address: string;
  readonly mediaType: string;
  /** Whether `address` only shows the form: `{id}` means a document's identifier. */
  readonly pattern?: true;
}

/** The media types of reference managers' formats. */
const REFERENCE_TYPES: ReadonlyMap<string, string> = new Map([
  ['BibTeX', 'application/x-bibtex'],
  ['BibLaTeX', 'application/x-bibtex'],
  ['RIS', 'application/x-research-info-systems'],
  ['CSL-JSON', 'application/vnd.citationstyles.csl+json'],
]);

/** In the order in which the page shows them. */
export function interfaces(site: Site): readonly InterfaceFile[] {
  const whole = site.edition.address !== null;
  const kinds = describedIndexes(site).map(({ folder }) => ({
    folder,
    of: site.interface.say(folder),
  }));
  return [
    { key: 'tei', address: '/documents/{id}.xml', mediaType: 'application/tei+xml', pattern: true },
    { key: 'text', address: textFileAddress('{id}'), mediaType: 'text/plain', pattern: true },
    {
      key: 'markdown',
      address: markdownAddress('{id}'),
      mediaType: 'text/markdown',
      pattern: true,
    },
    {
      key: hasPassages(site) ? 'dts' : 'dts.whole',
      address: DTS_ENTRY,
      mediaType: 'application/ld+json',
    },
    ...one(site.letters !== null, { key: 'cmif', address: CMIF, mediaType: 'application/tei+xml' }),
    ...kinds.flatMap(({ folder, of }): InterfaceFile[] => [
      { key: 'jsonld', of, address: `/data/${folder}.jsonld`, mediaType: 'application/ld+json' },
      { key: 'turtle', of, address: `/data/${folder}.ttl`, mediaType: 'text/turtle' },
    ]),
    ...one(indexedPlaces(site).length > 0, {
      key: 'places',
      address: LINKED_PLACES,
      mediaType: 'application/geo+json',
    }),
    ...(whole ? [...dumps(site).keys()] : []).map((address): InterfaceFile => {
      const of = /-([^/]+)\.txt$/.exec(address)?.[1] ?? '';
      return {
        key: 'beacon',
        of: site.interface.strings[`idno.${of}`] ?? of,
        address,
        mediaType: 'text/plain',
      };
    }),
    ...collectedFiles().map(({ name, address }): InterfaceFile => {
      return {
        key: 'references',
        of: name,
        address,
        mediaType: REFERENCE_TYPES.get(name) ?? 'text/plain',
      };
    }),
    ...one(hasFeed(site), { key: 'feed', address: FEED, mediaType: 'application/atom+xml' }),
    ...one(whole, { key: 'sitemap', address: SITEMAP, mediaType: 'application/xml' }),
    { key: 'llms', address: '/llms.txt', mediaType: 'text/markdown' },
  ];
}

function one(there: boolean, file: InterfaceFile): InterfaceFile[] {
  return there ? [file] : [];
}
