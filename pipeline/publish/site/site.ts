/**
 * The site as data: documents, entries, contents and the edition's statements about itself.
 *
 * All addresses begin with `/`, the top of the site; pages make them relative. `openSite`
 * (open-site.ts) creates it.
 */
import type { Finding } from '../../core/finding.ts';
import type { HeaderStatement } from '../../edition/about/statements.ts';
import type { EditionMetadata } from '../../formats/document.ts';
import type { EditionFacts } from '../../model/facts.ts';
import type { ThemeError } from '../../model/theme.ts';
import type { HeaderData, ProsePart } from '../../transform/model.ts';
import type { Odd } from '../encoding/odd.ts';
import type { SiteHistory } from '../history/site-history.ts';
import type { Interface } from '../interface/strings.ts';
import {
  type ContentsHeading,
  headingsOf,
  type OutlineChapter,
  outlineAround,
} from '../lists/outline.ts';
import type { PhilologicalLists } from '../philology/lists.ts';
import {
  type Branch,
  type Chapter,
  type ChapterPlace,
  chapterPlaces,
  chaptersOf,
} from './order.ts';
import type { CopiedFile, SiteDocument, SiteEntry, SiteIndex } from './site-model.ts';

/** Divisions that are on a page of another name, and the names of the program's own pages. */
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
  'key',
  'downloads',
  'interfaces',
  'help',
  'encoding',
  'compare',
  '404',
  'search',
  'versions',
]);

/** What a site is made of; `order`: of the documents, under its headings. */
type SiteParts = Pick<
  Site,
  | 'edition'
  | 'facts'
  | 'interface'
  | 'documents'
  | 'indexes'
  | 'prose'
  | 'files'
  | 'history'
  | 'editionMetadata'
  | 'letters'
  | 'themeStyles'
  | 'proseError'
  | 'statements'
  | 'report'
  | 'searchDefaults'
  | 'odd'
  | 'philology'
  | 'findings'
> & { readonly order: readonly Branch[] };

/** More documents than these are listed in pages, and the contents show only chapters. */
const MOST_IN_CONTENTS = 400;

export class Site {
  readonly edition: HeaderData;
  /** The edition's own facts, used for the metadata. */
  readonly facts: EditionFacts;
  readonly interface: Interface;
  readonly documents: readonly SiteDocument[];
  readonly indexes: readonly SiteIndex[];
  readonly entries: readonly SiteEntry[];
  /** The divisions of edition.xml, in its order. */
  readonly prose: readonly ProsePart[];
  /** Files that are copied unchanged, by their addresses. */
  readonly files: ReadonlyMap<string, CopiedFile>;
  /** The published addresses. */
  readonly history: SiteHistory;
  /** The edition's own metadata, in every format. */
  readonly editionMetadata: EditionMetadata;
  /**
   * The file around the index of letters; null if the edition does not meet the format's
   * requirements (outputs/data/cmif.ts).
   */
  readonly letters: string | null;
  /** The edition's own style sheet, which follows the program's. */
  readonly themeStyles: string | null;
  /** Why the prose was not made by the edition's own stylesheet, if there is one. */
  readonly proseError: ThemeError | null;
  /** Statements of the header that the page about the edition shows. */
  readonly statements: readonly HeaderStatement[];
  /** Where readers can report an error: `mailto:…` or an address on the web. */
  readonly report: string | null;
  /** Switches of the search that are on from the start. */
  readonly searchDefaults: readonly string[];
  /** The description of the encoding; null if the edition has no own description. */
  readonly odd: Odd | null;
  readonly philology: PhilologicalLists;
  /** About the list of literature, and registers without pages. */
  readonly findings: readonly Finding[];
  /** The documents in the edition's order, under its chapters. */
  readonly chapters: readonly Chapter<SiteDocument>[];
  /** The kinds that the documents name at all. */
  readonly inUse: readonly SiteIndex[];
  /** The documents with witnesses in their headers. */
  readonly witnessed: readonly SiteDocument[];
  /** Whether any document is under another or under a heading. */
  readonly hasChapters: boolean;
  readonly #places: ReadonlyMap<string, number>;
  readonly #entries: ReadonlyMap<string, SiteEntry>;
  readonly #chapterPlaces: ReadonlyMap<string, ChapterPlace<SiteDocument>>;

  constructor(parts: SiteParts) {
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
    this.proseError = parts.proseError;
    this.statements = parts.statements;
    this.report = parts.report;
    this.searchDefaults = parts.searchDefaults;
    this.odd = parts.odd;
    this.philology = parts.philology;
    this.findings = parts.findings;
    this.history = parts.history;
    this.#places = new Map(parts.documents.map(({ id }, place) => [id, place]));
    this.#chapterPlaces = chapterPlaces(this.chapters);
    this.#entries = new Map(this.entries.map((entry) => [entry.id, entry]));
    this.inUse = parts.indexes.filter(({ entries }) => entries.length > 0);
    this.witnessed = parts.documents.filter(({ witnesses }) => witnesses.length > 0);
    this.hasChapters = this.chapters.some(({ under }) => under.length > 0);
  }

  /** The common files of the edition: schemas, and pictures in the documents' folders. */
  get sharedFiles(): readonly string[] {
    return [...this.files.keys()].filter((address) => /^\/(?:schema|pictures)\//.test(address));
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

  /**
   * Divisions that are pages of their own; the introduction is on the home page, the rights on
   * the page about the edition. Of several of one type (ignoring capitals), the first one.
   */
  get prosePages(): readonly ProsePart[] {
    const names = new Set(ON_OTHER_PAGES);
    return this.prose.filter(({ type }) => {
      const name = type.toLowerCase();
      if (!/^[\w-]+$/.test(type) || names.has(name)) return false;
      names.add(name);
      return true;
    });
  }

  /** The chapters around a document, outermost first. */
  wayTo(id: string): readonly Chapter<SiteDocument>[] {
    return this.#chapterPlaces.get(id)?.way ?? [];
  }

  /** The contents of a document's heading, if it is a chapter's page. */
  under(id: string): readonly Chapter<SiteDocument>[] {
    return this.#chapterPlaces.get(id)?.chapter.under ?? [];
  }

  /**
   * The number of documents, without the front and back matter of their volumes, and without the
   * pages of chapters.
   */
  get documentCount(): number {
    return this.documents.filter((document) => this.isProper(document)).length;
  }

  /** Neither front or back matter of a volume nor the page of a chapter. */
  isProper({ id, header }: SiteDocument): boolean {
    return !header.matter && this.under(id).length === 0;
  }

  /**
   * The chapters with their documents, if these fit on one page; else empty, as without chapters.
   */
  get contents(): readonly Chapter<SiteDocument>[] {
    return this.hasChapters && this.documents.length <= MOST_IN_CONTENTS ? this.chapters : [];
  }

  /** Only the chapters, if the edition has too many documents for one page; else empty. */
  get headings(): readonly ContentsHeading[] {
    return this.hasChapters && this.documents.length > MOST_IN_CONTENTS
      ? headingsOf(this.chapters)
      : [];
  }

  /** The chapters around a document, and their siblings. */
  outline(id: string): readonly OutlineChapter[] {
    const place = this.#chapterPlaces.get(id);
    return place ? outlineAround(place) : [];
  }

  /** The document before (-1) or after (+1) another. */
  neighbour(id: string, step: number): SiteDocument | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.documents[place + step];
  }
}
