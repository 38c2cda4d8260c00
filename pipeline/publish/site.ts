/**
 * The site as data: what Eleventy's layouts in site/ are filled with.
 *
 * In: an edition and the documents that may be published. Out: a `Site`: documents in order, indexes of entries with back-links,
 * the edition's prose, and the files to be copied beside the pages. All addresses begin with `/`, the top of the site; a layout
 * makes them relative.
 */
import { basename } from 'node:path';
import { type Edition, filesIn } from '../edition.ts';
import type { DocumentMetadata, EditionFacts, EditionMetadata, Fragments } from '../transform/metadata.ts';
import type {
  DocumentHtml,
  EntryData,
  FileData,
  HeaderData,
  HeadingData,
  IndexKind,
  ProsePart,
  WitnessData,
} from '../transform/model.ts';
import { openTransformer } from '../transform/transform.ts';
import { backLinks, type DocumentBackLinks } from './back-links.ts';
import { type ChronologyPage, chronology } from './chronology.ts';
import { spokenOf } from './correspondence.ts';
import { type EntryPage, entryPages, type IndexPage, indexPages } from './lists.ts';
import { navigation, type Section, sectionOf } from './navigation.ts';
import { type Branch, byOrder, type Chapter, chapterOf, chaptersOf, readOrder, wayTo } from './order.ts';
import { lettersFile } from './outputs/cmif.ts';
import { type MapPage, mapPage } from './pictures/map-page.ts';
import { type NetworkPage, networkPage } from './pictures/network-page.ts';
import { relativeAddress } from './relative.ts';
import { NO_HISTORY, type SiteHistory } from './release/history.ts';
import { type MovedPage, movedPages } from './release/moved.ts';
import { pagesOf } from './release/pages.ts';
import { FACETS } from './search.ts';
import { type SideBySide, sideBySide, withoutNumbers } from './side-by-side.ts';
import { nameSlugs, type PublishedSlugs } from './slugs.ts';
import { type Interface, openInterface } from './strings.ts';

export interface SiteDocument {
  readonly id: string;
  /** Path of the TEI file that the page is made from. */
  readonly path: string;
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
  readonly html: DocumentHtml;
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

/** A kind's folder, in the order in which the navigation lists them. */
const FOLDERS: readonly (readonly [IndexKind, string])[] = [
  ['person', 'persons'],
  ['place', 'places'],
  ['org', 'organizations'],
  ['term', 'terms'],
  ['date', 'dates'],
  ['source', 'sources'],
];

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

/** A class, and no plain object, so that Eleventy hands it on as it is instead of copying it for every page. */
export class Site {
  readonly edition: HeaderData;
  readonly interface: Interface;
  readonly documents: readonly SiteDocument[];
  readonly indexes: readonly SiteIndex[];
  readonly entries: readonly SiteEntry[];
  /** The divisions of edition.xml, in its order. */
  readonly prose: readonly ProsePart[];
  /** Files to be copied as they are: address to path. */
  readonly files: ReadonlyMap<string, string>;
  readonly navigation: readonly Section[];
  /** What was published before. */
  readonly history: SiteHistory;
  /** A document's TEI beside its text; made when its page is, since a volume's would fill the memory. */
  readonly sideBySide: (document: SiteDocument) => SideBySide;
  /** What the metadata of all documents are made with. */
  readonly facts: EditionFacts;
  /** A document's metadata and its text in every format; made when they are asked for, and not kept. */
  readonly metadata: (document: SiteDocument) => DocumentMetadata;
  /** The edition's own. */
  readonly editionMetadata: EditionMetadata;
  /** Null where no place has coordinates, and where nobody wrote to or about anyone. */
  readonly map: MapPage | null;
  readonly network: NetworkPage | null;
  /** The file around the index of letters; null where the edition lacks what its format requires (outputs/cmif.ts). */
  readonly letters: string | null;
  /** A document's passages and pages as TEI files of their own; likewise. */
  readonly fragments: (document: SiteDocument) => Fragments;
  /** The documents in the edition's order, under its chapters. */
  readonly chapters: readonly Chapter<SiteDocument>[];
  readonly #documents: ReadonlyMap<string, SiteDocument>;
  readonly #entries: ReadonlyMap<string, SiteEntry>;

  constructor(
    parts: Pick<
      Site,
      | 'edition'
      | 'interface'
      | 'documents'
      | 'indexes'
      | 'prose'
      | 'files'
      | 'sideBySide'
      | 'facts'
      | 'metadata'
      | 'editionMetadata'
      | 'history'
      | 'fragments'
      | 'letters'
    > & { readonly order: readonly Branch[] },
  ) {
    this.edition = parts.edition;
    this.interface = parts.interface;
    this.documents = parts.documents;
    this.chapters = chaptersOf(parts.order, parts.documents);
    this.indexes = parts.indexes;
    this.entries = parts.indexes.flatMap(({ entries }) => entries);
    this.prose = parts.prose;
    this.files = parts.files;
    this.sideBySide = parts.sideBySide;
    this.facts = parts.facts;
    this.metadata = parts.metadata;
    this.editionMetadata = parts.editionMetadata;
    this.#documents = new Map(parts.documents.map((document) => [document.id, document]));
    this.#entries = new Map(this.entries.map((entry) => [entry.id, entry]));
    this.map = mapPage(this.entries.filter(({ kind }) => kind === 'place'));
    this.network = networkPage(this.documents, (id) => this.entry(id));
    this.history = parts.history;
    this.fragments = parts.fragments;
    this.letters = parts.letters;
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

  document(id: string): SiteDocument | undefined {
    return this.#documents.get(id);
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
    return this.documents[this.documents.findIndex((document) => document.id === id) + step];
  }
}

/** Transforms an edition. `paths`: the documents to publish; `language`: tag of the interface's. Throws an `InputFault` where a file cannot be read. */
export async function openSite(
  edition: Edition,
  paths: readonly string[],
  language?: string,
  history: SiteHistory = NO_HISTORY,
): Promise<Site> {
  const transformer = await openTransformer(edition.cache);
  const header = transformer.data(edition.header, {}, []).header;
  const spoken = openInterface(language ?? header.language);
  const { strings } = spoken;
  const read = (path: string): FileData => transformer.data(path, strings, header.prefixes);

  const order = readOrder(edition);
  const sources = [...paths]
    .sort(byOrder(order, byDocumentId))
    .map((path) => ({ path, id: documentId(path), data: read(path) }));
  const known = entriesById([...filesIn(edition.authorities, '.xml').map(read), ...sources.map(({ data }) => data)]);
  const entries = entriesToPublish(
    known,
    sources.map(({ data }) => data),
    history.entries.keys(),
  );
  const indexes = makeIndexes(entries, sources, history);
  const addresses = new Map<string, string>();
  for (const { entries } of indexes) for (const { id, address } of entries) addresses.set(id, address);
  for (const { id } of sources) addresses.set(`${id}.xml`, documentAddress(id));
  // All documents lie in one folder, and see the rest from there.
  const fromDocuments = { strings, addresses: addressesFrom(documentAddress(''), addresses) };
  const fromHome = { strings, addresses: addressesFrom('/index.html', addresses) };

  const made = new Map(sources.map(({ path }) => [path, transformer.numbered(path, fromDocuments)]));
  const numbered = (path: string): DocumentHtml => made.get(path) as DocumentHtml;
  const documents = sources.map(({ path, id, data }): SiteDocument => {
    const address = documentAddress(id);
    return {
      id,
      path,
      address,
      teiAddress: `/documents/${id}.xml`,
      sourceAddress: sourceAddress(id),
      title: data.header.title ?? id,
      header: data.header,
      contents: data.contents,
      named: entriesNamed(data).filter((entry) => addresses.has(entry)),
      spokenOf: spokenOf(data.mentions).filter((entry) => addresses.has(entry)),
      witnesses: data.witnesses,
      html: withoutNumbers(numbered(path)),
    };
  });
  const facts = transformer.editionFacts(edition.header);
  const cmif = lettersFile(facts, { edition: header, documents });
  return new Site({
    edition: header,
    facts,
    letters: cmif && transformer.letters(edition.header, { cmif }),
    fragments: ({ path }) => transformer.fragments(path),
    metadata: ({ path, address, teiAddress, named }) => {
      const entries = Object.fromEntries(named.map((id) => [id, (addresses.get(id) as string).slice(1)]));
      const places = { page: address.slice(1), tei: teiAddress.slice(1), entries };
      return transformer.metadata(path, { strings, edition: facts, places, ...(cmif && { cmif }) });
    },
    editionMetadata: transformer.editionMetadata(edition.header, {
      strings,
      edition: facts,
      documents: documents.map(({ address }) => ({ path: address.slice(1) })),
    }),
    interface: spoken,
    history,
    order,
    documents,
    indexes,
    prose: transformer.prose(edition.header, fromHome),
    sideBySide: ({ path, address, sourceAddress: here }) =>
      sideBySide(path, numbered(path), relativeAddress(address, here), spoken),
    files: new Map([
      ...documents.map(({ teiAddress, path }): [string, string] => [teiAddress, path]),
      // The documents name their schema as ../schema/…; so it is found from the site too.
      ...[edition.rng, edition.sch].map((path): [string, string] => [`/schema/${basename(path)}`, path]),
    ]),
  });
}

/** In a folder of its own, since any name may be a document's. */
function sourceAddress(id: string): string {
  return `/documents/tei/${id}.html`;
}

function documentAddress(id: string): string {
  // The list of all documents is at index.html already.
  return id.toLowerCase() === 'index' ? `/documents/${id}_.html` : `/documents/${id}.html`;
}

/** `d149` for `…/d149.xml`. */
function documentId(path: string): string {
  return basename(path, '.xml');
}

/** In the order of their numbers: d2 before d10. */
function byDocumentId(one: string, other: string): number {
  return documentId(one).localeCompare(documentId(other), 'en', { numeric: true }) || (one < other ? -1 : 1);
}

function addressesFrom(page: string, addresses: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...addresses].map(([key, address]) => [key, relativeAddress(address, page)]));
}

/** The first to define an entry defines it: the authority files, then the documents, which carry copies. */
function entriesById(files: readonly FileData[]): Map<string, EntryData> {
  const known = new Map<string, EntryData>();
  for (const { entries } of files) for (const entry of entries) if (!known.has(entry.id)) known.set(entry.id, entry);
  return known;
}

function entriesNamed({ mentions, header }: FileData): string[] {
  const named = [...mentions, ...header.sent, ...header.received, ...header.places];
  return [...new Set(named.flatMap(({ entry }) => entry ?? []))];
}

/** The entries that the documents name, those that were published before, and those that these entries name in turn. */
function entriesToPublish(
  known: ReadonlyMap<string, EntryData>,
  documents: readonly FileData[],
  published: Iterable<string>,
): EntryData[] {
  const wanted = new Map<string, EntryData>();
  const want = (id: string | null): void => {
    const entry = id === null || wanted.has(id) ? undefined : known.get(id);
    if (!entry) return;
    wanted.set(entry.id, entry);
    const words = [...entry.offices, ...entry.affiliations, ...entry.descriptions].flatMap(({ runs }) => runs);
    for (const named of [...words, ...entry.within]) want(named.entry);
  };
  for (const document of documents) for (const entry of entriesNamed(document)) want(entry);
  for (const entry of published) want(entry);
  return [...wanted.values()];
}

function makeIndexes(
  entries: readonly EntryData[],
  documents: readonly { id: string; data: FileData }[],
  history: SiteHistory,
): SiteIndex[] {
  const links = backLinks(new Map(documents.map(({ id, data }) => [id, data.mentions])));
  const filed = new Intl.Collator('en', { numeric: true });
  const documentsWhere = (test: (header: HeaderData) => boolean): string[] =>
    documents.filter(({ data }) => test(data.header)).map(({ id }) => id);
  return FOLDERS.map(([kind, folder]) => {
    const ofKind = entries.filter((entry) => entry.kind === kind);
    const slugs = nameSlugs(ofKind, publishedSlugs(history, `/${folder}/`));
    const described = ofKind.map((entry): SiteEntry => {
      const mentions = links.get(entry.id) ?? [];
      return {
        ...entry,
        address: `/${folder}/${slugs.get(entry.id)}.html`,
        mentions,
        mentionCount: mentions.flatMap(({ links }) => links).flatMap(({ runs }) => runs.filter(({ marked }) => marked))
          .length,
        sent: documentsWhere(({ sent }) => sent.some((named) => named.entry === entry.id)),
        received: documentsWhere(({ received }) => received.some((named) => named.entry === entry.id)),
        written: documentsWhere(({ places }) => places.some((named) => named.entry === entry.id)),
      };
    });
    described.sort(
      (a, b) =>
        filed.compare(a.group ?? '', b.group ?? '') || filed.compare(a.filedAs, b.filedAs) || (a.id < b.id ? -1 : 1),
    );
    return { kind, folder, address: `/${folder}/index.html`, entries: described };
  });
}

/** The names that entries of a folder have been published under, and all that were ever given in it. */
function publishedSlugs({ entries, taken }: SiteHistory, folder: string): PublishedSlugs {
  const slug = (address: string): string => address.slice(folder.length, -'.html'.length);
  const here = (address: string): boolean => address.startsWith(folder);
  return {
    kept: new Map([...entries].filter(([, address]) => here(address)).map(([id, address]) => [id, slug(address)])),
    taken: new Set([...taken].filter(here).map(slug)),
  };
}
