/**
 * The site as data: what the layouts in site/ and the outputs are filled with.
 *
 * It holds of every document what lists, indexes and navigation need. A document's HTML, its
 * metadata and the sentences of its mentions are read back when they are asked for. All addresses
 * begin with `/`, the top of the site; a layout makes them relative. `openSite` (open-site.ts)
 * makes it.
 */
import { digestOf, digestOfValue } from '../../cache/results.ts';
import type { ThemeFault } from '../../theme/model.ts';
import type {
  DocumentMetadata,
  EditionFacts,
  EditionMetadata,
  Fragments,
} from '../../transform/metadata.ts';
import type { HeaderData, ProsePart } from '../../transform/model.ts';
import type { Kept, LostResult } from '../kept.ts';
import { type ChronologyPage, chronology } from '../pages/chronology.ts';
import { FACETS } from '../pages/facets.ts';
import { type EntryPage, entryPages, type IndexPage, indexPages } from '../pages/lists.ts';
import { navigation, type Section, sectionOf } from '../pages/navigation.ts';
import { documentTitles, entryTitles } from '../pages/page-titles.ts';
import type { Interface } from '../pages/strings.ts';
import { type MapPage, mapPage } from '../pictures/map-page.ts';
import { type NetworkPage, networkPage } from '../pictures/network-page.ts';
import type { SiteHistory } from '../release/history.ts';
import { type MovedPage, movedPages } from '../release/moved.ts';
import { pagesOf } from '../release/pages.ts';
import {
  type Branch,
  type Chapter,
  type ContentsHeading,
  chaptersOf,
  headingsOf,
  type OutlineChapter,
  outlineAround,
  type Standing,
  standings,
} from './order.ts';
import type {
  CopiedFile,
  DocumentBackLinks,
  SiteDocument,
  SiteEntry,
  SiteIndex,
} from './site-model.ts';

/** Divisions that stand on a page of another name, and the names of the program's own pages. */
const ON_OTHER_PAGES = new Set([
  'introduction',
  'rights',
  'index',
  'indexes',
  'chronology',
  'map',
  'network',
  'about',
  'witnesses',
  'cite',
  'downloads',
  'interfaces',
  '404',
  'search',
  'versions',
]);

export interface SiteParts {
  /** Digest of the program. */
  readonly program: string;
  readonly kept: Kept;
  readonly edition: HeaderData;
  readonly facts: EditionFacts;
  readonly interface: Interface;
  readonly documents: readonly SiteDocument[];
  readonly indexes: readonly SiteIndex[];
  readonly prose: readonly ProsePart[];
  readonly files: ReadonlyMap<string, CopiedFile>;
  readonly history: SiteHistory;
  readonly editionMetadata: EditionMetadata;
  readonly letters: string | null;
  readonly order: readonly Branch[];
  /** The edition's own style sheet. */
  readonly themeStyles: string | null;
  /** Why the prose was not made by the edition's own stylesheet, where there is one. */
  readonly proseFault: ThemeFault | null;
}

/** Where the picture of the network is kept. */
const NETWORK = 'network';

/** More documents than these are listed in pages, and the contents show chapters alone. */
const MOST_IN_CONTENTS = 400;

/**
 * A class, and no plain object, so that Eleventy hands it on as it is instead of copying it for
 * every page.
 */
export class Site {
  readonly edition: HeaderData;
  /** What edition.xml says of the edition: what the metadata are made with. */
  readonly facts: EditionFacts;
  readonly interface: Interface;
  readonly documents: readonly SiteDocument[];
  readonly indexes: readonly SiteIndex[];
  readonly entries: readonly SiteEntry[];
  /** The divisions of edition.xml, in its order. */
  readonly prose: readonly ProsePart[];
  /** Files to be copied as they are, by their addresses. */
  readonly files: ReadonlyMap<string, CopiedFile>;
  readonly navigation: readonly Section[];
  /** What was published before. */
  readonly history: SiteHistory;
  /** The edition's own metadata, in every format. */
  readonly editionMetadata: EditionMetadata;
  /** Null where no place has coordinates, and where nobody wrote to or about anyone. */
  readonly map: MapPage | null;
  readonly network: readonly NetworkPage[];
  /**
   * The file around the index of letters; null where the edition lacks what its format requires
   * (outputs/cmif.ts).
   */
  readonly letters: string | null;
  /** The edition's own style sheet, which is read after the program's. */
  readonly themeStyles: string | null;
  readonly proseFault: ThemeFault | null;
  /** The documents in the edition's order, under its chapters. */
  readonly chapters: readonly Chapter<SiteDocument>[];
  /** The kinds that the documents name at all. */
  readonly inUse: readonly SiteIndex[];
  /** The documents whose headers list witnesses. */
  readonly witnessed: readonly SiteDocument[];
  /** Whether any document stands under another or under a heading. */
  readonly hasChapters: boolean;
  /** By identifiers of documents and of entries the titles of their pages. */
  readonly #documentTitles: ReadonlyMap<string, string>;
  readonly #entryTitles: ReadonlyMap<string, string>;
  readonly #program: string;
  readonly #kept: Kept;
  readonly #places: ReadonlyMap<string, number>;
  readonly #entries: ReadonlyMap<string, SiteEntry>;
  readonly #standings: ReadonlyMap<string, Standing<SiteDocument>>;

  constructor(parts: SiteParts) {
    this.#program = parts.program;
    this.#kept = parts.kept;
    this.edition = parts.edition;
    this.facts = parts.facts;
    this.interface = parts.interface;
    this.documents = parts.documents;
    this.chapters = chaptersOf(parts.order, parts.documents);
    this.indexes = parts.indexes;
    this.entries = parts.indexes.flatMap(({ entries }) => entries);
    this.prose = parts.prose;
    this.files = parts.files;
    this.editionMetadata = parts.editionMetadata;
    this.letters = parts.letters;
    this.themeStyles = parts.themeStyles;
    this.proseFault = parts.proseFault;
    this.history = parts.history;
    this.#places = new Map(parts.documents.map(({ id }, place) => [id, place]));
    this.#standings = standings(this.chapters);
    this.#entries = new Map(this.entries.map((entry) => [entry.id, entry]));
    this.#documentTitles = documentTitles(parts.documents);
    this.#entryTitles = new Map(parts.indexes.flatMap(({ entries }) => [...entryTitles(entries)]));
    this.map = mapPage(this.entries.filter(({ kind }) => kind === 'place'));
    this.network = networkPage(
      this.documents,
      (id) => this.entry(id),
      // The forces take as long as some documents.
      (ties, names, draw) =>
        this.#kept.keepNow(NETWORK, digestOf(this.#program, digestOfValue([ties, names])), draw),
    );
    this.inUse = parts.indexes.filter(({ entries }) => entries.length > 0);
    this.witnessed = parts.documents.filter(({ witnesses }) => witnesses.length > 0);
    this.hasChapters = this.chapters.some(({ under }) => under.length > 0);
    this.navigation = navigation({
      interface: parts.interface,
      indexes: this.inUse,
      prosePages: this.prosePages,
      witnessed: this.witnessed,
      pictures: { map: this.map !== null, network: this.network.length > 0 },
      versions: parts.history.versions,
    });
  }

  /** The pages at addresses that were published and have another place now, or none. */
  get moved(): readonly MovedPage[] {
    return movedPages(this.history, pagesOf(this));
  }

  /**
   * Of the files that belong to no one document: schemas, and pictures that lie beside the
   * documents.
   */
  get sharedFiles(): readonly string[] {
    return [...this.files.keys()].filter((address) => /^\/(?:schema|pictures)\//.test(address));
  }

  /** The documents and the dates of which they speak, in the order of time. */
  get chronology(): readonly ChronologyPage[] {
    return chronology(
      this.documents,
      this.entries.filter(({ kind }) => kind === 'date'),
    );
  }

  get indexPages(): readonly IndexPage[] {
    return this.inUse.flatMap(indexPages);
  }

  get entryPages(): readonly EntryPage[] {
    const nameOf = (id: string): string => this.document(id)?.header.n ?? id;
    return this.entries.flatMap((entry) => entryPages(entry, nameOf));
  }

  /** The pages of pictures, each in a list that is empty where there is none. */
  get pictures(): { readonly map: readonly MapPage[]; readonly network: readonly NetworkPage[] } {
    return { map: this.map ? [this.map] : [], network: this.network };
  }

  /** Whether pages name the edition's own style sheet. */
  get hasThemeStyles(): boolean {
    return this.themeStyles !== null;
  }

  /** The section of the navigation that a page belongs to. */
  sectionOf(key: string | undefined): Section | undefined {
    return sectionOf(this.navigation, key);
  }

  /** What a search can be narrowed by. */
  get facets(): readonly string[] {
    return FACETS;
  }

  /** Set where something kept was not whole. */
  get lost(): LostResult | undefined {
    return this.#kept.lost;
  }

  /** What an output makes of `from`, kept from run to run. */
  async keep<Value>(kind: string, from: unknown, make: () => Promise<Value>): Promise<Value> {
    return this.#kept.keep(kind, digestOf(this.#program, digestOfValue(from)), make);
  }

  /** A document's metadata and its text in every format; read back when they are asked for. */
  metadata(document: SiteDocument): DocumentMetadata {
    return document.metadata;
  }

  /** A document's passages and pages as TEI files of their own. */
  fragments(document: SiteDocument): Fragments {
    return document.fragments;
  }

  document(id: string): SiteDocument | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.documents[place];
  }

  /** The title of a document's page, which no other document has. */
  documentTitle(id: string): string | undefined {
    return this.#documentTitles.get(id);
  }

  /** The title of an entry's page, which no other entry of its kind has. */
  entryTitle(id: string): string | undefined {
    return this.#entryTitles.get(id);
  }

  entry(id: string): SiteEntry | undefined {
    return this.#entries.get(id);
  }

  /** An entry's mentions in a document. Those of an entry stand in the order of the documents. */
  mention(entry: string, document: string): DocumentBackLinks | undefined {
    const mentions = this.#entries.get(entry)?.mentions ?? [];
    const wanted = this.#places.get(document) ?? -1;
    let [from, to] = [0, mentions.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const found = mentions[middle] as DocumentBackLinks;
      const place = this.#places.get(found.document) as number;
      if (place === wanted) return found;
      if (place < wanted) from = middle + 1;
      else to = middle;
    }
    return undefined;
  }

  /** The division of edition.xml of a type: `introduction`, `rights`. */
  part(type: string): ProsePart | undefined {
    return this.prose.find((part) => part.type === type);
  }

  /**
   * Divisions that are pages of their own; the introduction stands on the home page, the rights on
   * the page about the edition.
   */
  get prosePages(): readonly ProsePart[] {
    return this.prose.filter(({ type }) => /^[\w-]+$/.test(type) && !ON_OTHER_PAGES.has(type));
  }

  /** The chapters in which a document stands, outermost first. */
  wayTo(id: string): readonly Chapter<SiteDocument>[] {
    return this.#standings.get(id)?.way ?? [];
  }

  /** What stands under a document's heading, where it is a chapter's page. */
  under(id: string): readonly Chapter<SiteDocument>[] {
    return this.#standings.get(id)?.chapter.under ?? [];
  }

  /**
   * The chapters with their documents, as far as these can stand on one page; else empty, as
   * without chapters.
   */
  /**
   * How many documents there are, without the front and back matter of the volumes that they come
   * from.
   */
  get documentCount(): number {
    return this.documents.filter(({ header }) => !header.matter).length;
  }

  get contents(): readonly Chapter<SiteDocument>[] {
    return this.hasChapters && this.documents.length <= MOST_IN_CONTENTS ? this.chapters : [];
  }

  /** The chapters alone, of an edition whose documents are too many for one page; else empty. */
  get headings(): readonly ContentsHeading[] {
    return this.hasChapters && this.documents.length > MOST_IN_CONTENTS
      ? headingsOf(this.chapters)
      : [];
  }

  /** The chapters around a document and those beside them. */
  outline(id: string): readonly OutlineChapter[] {
    const standing = this.#standings.get(id);
    return standing ? outlineAround(standing) : [];
  }

  /** The document before (-1) or after (+1) another. */
  neighbour(id: string, step: number): SiteDocument | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.documents[place + step];
  }
}
