/**
 * The data for the inputs of pages: the site, and lists that are derived from the whole of it, each
 * made once.
 */
import { hashOf, hashOfValue, programHash, type Results } from '../../../cache/results.ts';
import { cachedNow } from '../../../cache/stored.ts';
import { OWN_FILES_ONLY, type PageOptions } from '../../../edition/site-options.ts';
import type { HomePicture } from '../../facsimile/home-picture.ts';
import { hasChronology } from '../../lists/chronology.ts';
import { hasEncodingPage, navigation, type Section } from '../../lists/navigation.ts';
import { documentTitles, entryTitles } from '../../lists/page-titles.ts';
import { type WaysOn, waysOn } from '../../lists/ways-on.ts';
import { type MapPage, mapPage } from '../../pictures/map-page.ts';
import { type NetworkPage, networkPage } from '../../pictures/network-page.ts';
import { NOTHING, type TakeAlong } from '../../print/prints.ts';
import type { Site } from '../../site/site.ts';

export class PageContext {
  readonly site: Site;
  /** By identifiers of documents and of entries, the titles of their pages. */
  readonly documentTitles: ReadonlyMap<string, string>;
  readonly entryTitles: ReadonlyMap<string, string>;
  /** Null if no place has coordinates. */
  readonly map: MapPage | null;
  /** Empty if there is no correspondence. */
  readonly network: readonly NetworkPage[];
  readonly navigation: readonly Section[];
  readonly cache: Results;
  readonly waysOn: WaysOn;
  /** The PDFs and EPUBs beside the pages. */
  readonly takeAlong: TakeAlong;
  /** What pages may load from other hosts. */
  readonly pageOptions: PageOptions;
  /** Null where no document has a picture. */
  readonly picture: HomePicture | null;

  /** `cache`: for slow computations: the picture of the network, examples of the encoding. */
  constructor(
    site: Site,
    cache: Results,
    takeAlong = NOTHING,
    pageOptions: PageOptions = OWN_FILES_ONLY,
    picture: HomePicture | null = null,
  ) {
    this.site = site;
    this.takeAlong = takeAlong;
    this.pageOptions = pageOptions;
    this.picture = picture;
    this.cache = cache;
    this.documentTitles = documentTitles(site.documents);
    this.entryTitles = new Map(
      site.indexes.flatMap(({ entries }) => [...entryTitles(entries, site.interface)]),
    );
    this.map = mapPage(site.entries.filter(({ kind }) => kind === 'place'));
    this.network = networkPage(
      site.documents,
      (id) => site.entry(id),
      (ties, names, draw) =>
        cachedNow(
          cache,
          'network',
          hashOf(programHash(['pipeline']), hashOfValue([ties, names])),
          draw,
        ),
    );
    this.waysOn = waysOn(site.documents);
    this.navigation = navigation({
      interface: site.interface,
      indexes: site.inUse,
      prosePages: site.prosePages,
      witnessed: site.witnessed,
      pictures: { map: this.map !== null, network: this.network.length > 0 },
      hasDates: hasChronology(
        site.documents,
        site.entries.filter(({ kind }) => kind === 'date'),
      ),
      versions: site.history.versions,
      philological: site.philology.kinds,
      describesEncoding: hasEncodingPage(site),
    });
  }
}
