/**
 * The site as data: what the layouts in site/ and the outputs are filled with.
 *
 * It holds of every document what lists, indexes and navigation need. A document's HTML, its metadata and the sentences of its mentions are
 * read back when they are asked for. All addresses begin with `/`, the top of the site; a layout makes them relative. `openSite`
 * (open-site.ts) makes it.
 */
import { digestOf, digestOfValue } from '../results.ts';
import type { BackLink } from '../transform/back-links.ts';
import { type FileMentions, type FileSummary, MENTIONS } from '../transform/data-job.ts';
import type { DocumentMetadata, EditionFacts, EditionMetadata, Fragments } from '../transform/metadata.ts';
import type {
  DocumentHtml,
  EntryData,
  HeaderData,
  HeadingData,
  IndexKind,
  ProsePart,
  WitnessData,
} from '../transform/model.ts';
import { type ChronologyPage, chronology } from './chronology.ts';
import { BESIDE, FRAGMENTS, HTML, METADATA, type PageSummary } from './document-job.ts';
import type { Kept, LostResult } from './kept.ts';
import { type EntryPage, entryPages, type IndexPage, indexPages } from './lists.ts';
import { navigation, type Section, sectionOf } from './navigation.ts';
import { type Branch, type Chapter, chapterOf, chaptersOf, wayTo } from './order.ts';
import { type MapPage, mapPage } from './pictures/map-page.ts';
import { type NetworkPage, networkPage } from './pictures/network-page.ts';
import type { SiteHistory } from './release/history.ts';
import { type MovedPage, movedPages } from './release/moved.ts';
import { pagesOf } from './release/pages.ts';
import { FACETS } from './search.ts';
import type { SideBySide } from './side-by-side.ts';
import type { Interface } from './strings.ts';

/** What is known of a document when the site is put together. */
export interface DocumentParts {
  readonly id: string;
  readonly path: string;
  /** Digest of the file. */
  readonly digest: string;
  readonly summary: FileSummary;
  readonly page: PageSummary;
  /** Those of the entries named, and of those spoken of, that have a page. */
  readonly named: readonly string[];
  readonly spokenOf: readonly string[];
  /** Under which its results are kept. */
  readonly keys: { readonly data: string; readonly page: string };
}

export class SiteDocument {
  readonly id: string;
  /** Path of the TEI file that the page is made from. */
  readonly path: string;
  /** Of the TEI file. */
  readonly digest: string;
  readonly address: string;
  readonly teiAddress: string;
  /** The page with the TEI beside the text. */
  readonly sourceAddress: string;
  readonly title: string;
  readonly header: HeaderData;
  readonly contents: readonly HeadingData[];
  /** Identifiers of the entries that the text or the header names, each once, in the order of the text. */
  readonly named: readonly string[];
  /** Identifiers of the entries of which its own text speaks, the editors' titles and notes aside. */
  readonly spokenOf: readonly string[];
  readonly witnesses: readonly WitnessData[];
  /** Digests of what is read back, and what a build has to tell of it. */
  readonly page: PageSummary;
  readonly #keys: DocumentParts['keys'];
  readonly #kept: Kept;

  constructor({ id, path, digest, summary, page, named, spokenOf, keys }: DocumentParts, kept: Kept) {
    this.id = id;
    this.path = path;
    this.digest = digest;
    this.address = documentAddress(id);
    this.teiAddress = `/documents/${id}.xml`;
    this.sourceAddress = sourceAddress(id);
    this.title = summary.header.title ?? id;
    this.header = summary.header;
    this.contents = summary.contents;
    this.witnesses = summary.witnesses;
    this.named = named;
    this.spokenOf = spokenOf;
    this.page = page;
    this.#keys = keys;
    this.#kept = kept;
  }

  /** Digest of all that its HTML, metadata and passages are made from. */
  get key(): string {
    return digestOf(this.#keys.page, this.#keys.data);
  }

  get html(): DocumentHtml {
    return this.#kept.read(HTML, this.#keys.page);
  }

  /** In every format. */
  get metadata(): DocumentMetadata {
    return this.#kept.read(METADATA, this.#keys.page);
  }

  /** Its passages and pages as TEI files of their own, where the edition has an address on the web. */
  get fragments(): Fragments {
    return this.#kept.read(FRAGMENTS, this.#keys.page);
  }

  get sideBySide(): SideBySide {
    return this.#kept.read(BESIDE, this.#keys.page);
  }

  /** The sentences that name an entry. */
  linksTo(entry: string): readonly BackLink[] {
    return this.#kept.read<FileMentions>(MENTIONS, this.#keys.data)[entry] ?? [];
  }
}

/** An entry's mentions in one document. */
export class DocumentBackLinks {
  /** The document's identifier. */
  readonly document: string;
  /** How often it names the entry, and in how many sentences. */
  readonly count: number;
  readonly sentences: number;
  /** Digest of the sentences. */
  readonly digest: string;
  readonly entry: string;
  readonly #of: SiteDocument;

  constructor(of: SiteDocument, [entry, count, sentences, digest]: FileSummary['mentions'][number]) {
    this.document = of.id;
    this.count = count;
    this.sentences = sentences;
    this.digest = digest;
    this.entry = entry;
    this.#of = of;
  }

  get links(): readonly BackLink[] {
    return this.#of.linksTo(this.entry);
  }
}

export interface SiteEntry extends EntryData {
  readonly address: string;
  readonly mentions: readonly DocumentBackLinks[];
  readonly mentionCount: number;
  /** Identifiers of the documents that a person or an organization sent or received, or that were written at a place. */
  readonly sent: readonly string[];
  readonly received: readonly string[];
  readonly written: readonly string[];
}

export interface SiteIndex {
  readonly kind: IndexKind;
  /** Also the key of its strings: `persons`. */
  readonly folder: string;
  readonly address: string;
  readonly entries: readonly SiteEntry[];
}

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

export interface CopiedFile {
  readonly path: string;
  /** Of its content. */
  readonly digest: string;
}

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
}

/** What is known before the site is put together. */
export interface Headers {
  readonly edition: HeaderData;
  readonly documents: readonly { readonly header: HeaderData }[];
}

/** A class, and no plain object, so that Eleventy hands it on as it is instead of copying it for every page. */
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
  readonly network: NetworkPage | null;
  /** The file around the index of letters; null where the edition lacks what its format requires (outputs/cmif.ts). */
  readonly letters: string | null;
  /** The documents in the edition's order, under its chapters. */
  readonly chapters: readonly Chapter<SiteDocument>[];
  readonly #program: string;
  readonly #kept: Kept;
  readonly #places: ReadonlyMap<string, number>;
  readonly #entries: ReadonlyMap<string, SiteEntry>;

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
    this.history = parts.history;
    this.#places = new Map(parts.documents.map(({ id }, place) => [id, place]));
    this.#entries = new Map(this.entries.map((entry) => [entry.id, entry]));
    this.map = mapPage(this.entries.filter(({ kind }) => kind === 'place'));
    this.network = networkPage(this.documents, (id) => this.entry(id));
    this.navigation = navigation({
      interface: parts.interface,
      indexes: this.inUse,
      prosePages: this.prosePages,
      witnessed: this.witnessed,
      pictures: { map: this.map !== null, network: this.network !== null },
      versions: parts.history.versions,
    });
  }

  /** The kinds that the documents name at all. */
  get inUse(): readonly SiteIndex[] {
    return this.indexes.filter(({ entries }) => entries.length > 0);
  }

  /** The documents whose headers list witnesses. */
  get witnessed(): readonly SiteDocument[] {
    return this.documents.filter(({ witnesses }) => witnesses.length > 0);
  }

  /** The pages at addresses that were published and have another place now, or none. */
  get moved(): readonly MovedPage[] {
    return movedPages(this.history, pagesOf(this));
  }

  get schemaAddresses(): readonly string[] {
    return [...this.files.keys()].filter((address) => address.startsWith('/schema/'));
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
    return { map: this.map ? [this.map] : [], network: this.network ? [this.network] : [] };
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

  entry(id: string): SiteEntry | undefined {
    return this.#entries.get(id);
  }

  /** The division of edition.xml of a type: `introduction`, `rights`. */
  part(type: string): ProsePart | undefined {
    return this.prose.find((part) => part.type === type);
  }

  /** Divisions that are pages of their own; the introduction stands on the home page, the rights on the page about the edition. */
  get prosePages(): readonly ProsePart[] {
    return this.prose.filter(({ type }) => /^[\w-]+$/.test(type) && !ON_OTHER_PAGES.has(type));
  }

  /** Whether any document stands under another or under a heading. */
  get hasChapters(): boolean {
    return this.chapters.some(({ under }) => under.length > 0);
  }

  /** The chapters in which a document stands, outermost first. */
  wayTo(id: string): readonly Chapter<SiteDocument>[] {
    return wayTo(this.chapters, id);
  }

  /** What stands under a document's heading, where it is a chapter's page. */
  under(id: string): readonly Chapter<SiteDocument>[] {
    return chapterOf(this.chapters, id)?.under ?? [];
  }

  /** The document before (-1) or after (+1) another. */
  neighbour(id: string, step: number): SiteDocument | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.documents[place + step];
  }
}

/** In a folder of its own, since any name may be a document's. */
export function sourceAddress(id: string): string {
  return `/documents/tei/${id}.html`;
}

export function documentAddress(id: string): string {
  // The list of all documents is at index.html already.
  return id.toLowerCase() === 'index' ? `/documents/${id}_.html` : `/documents/${id}.html`;
}
