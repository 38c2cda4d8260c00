/**
 * The data of a site: documents, entries and their indexes, the files that are copied.
 *
 * Lists, pages and outputs use these values; none of them needs the whole site. A document's HTML,
 * its metadata and the sentences of its mentions are read from the cache when they are needed.
 */
import { Readable, type Stored, type StoredReference } from '../../cache/stored.ts';
import type { DocumentMetadata } from '../../formats/document.ts';
import type { IndexKind } from '../../model/kinds.ts';
import { type BackLink, isInNote, mergedLinks } from '../../transform/back-links.ts';
import type { EntryMentions, FileMentions } from '../../transform/data-job.ts';
import type {
  DocumentHtml,
  Fragments,
  HeaderData,
  HeadingData,
  WitnessData,
} from '../../transform/model.ts';
import type { ActiveContent } from '../../xml/active.ts';
import { documentAddress, sourceAddress, teiAddress } from '../addresses/site-addresses.ts';
import type { DocumentPage } from '../document/document-job.ts';
import type { SideBySide } from '../document/side-by-side.ts';
import type {
  EntryId,
  ResolvedEntry,
  ResolvedHeader,
  ResolvedSummary,
} from '../pointers/resolve.ts';

export interface SiteDocument {
  readonly id: string;
  /** Path of the TEI file that the page is made from. */
  readonly path: string;
  /** Path of the file that is published as its TEI (composed.ts). */
  readonly teiFile: string;
  /** Hash of the TEI file. */
  readonly hash: string;
  readonly address: string;
  readonly teiAddress: string;
  /** Content of the TEI file that a browser would run. */
  readonly active: ActiveContent | null;
  /** The page with the TEI beside the text. */
  readonly sourceAddress: string;
  readonly title: string;
  readonly header: ResolvedHeader;
  readonly contents: readonly HeadingData[];
  /**
   * Identifiers of the entries that the text or the header names, each once, in the order of the
   * text.
   */
  readonly named: readonly EntryId[];
  /** Identifiers of the entries in its own text, without the editors' titles and notes. */
  readonly spokenOf: readonly EntryId[];
  readonly witnesses: readonly WitnessData[];
  readonly page: Pick<DocumentPage, 'noteCount' | 'unforeseen' | 'themeError'>;
  readonly html: Stored<DocumentHtml>;
  /** In every format. */
  readonly metadata: Stored<DocumentMetadata>;
  /** The parts of the page beside the TEI. */
  readonly sideBySide: Stored<SideBySide>;
  /** Its passages and pages as TEI files; null if they are not files of their own. */
  readonly fragments: Stored<Fragments> | null;
}

/** The data of a document in `openSite`. */
interface DocumentParts {
  readonly id: string;
  readonly path: string;
  readonly teiFile: string;
  readonly hash: string;
  /** Its references to entries are resolved. */
  readonly summary: ResolvedSummary;
  readonly page: DocumentPage;
}

export function siteDocument(
  { id, path, teiFile, hash, summary, page }: DocumentParts,
  stored: <Value>(reference: StoredReference<Value>) => Stored<Value>,
): SiteDocument {
  const { header, contents, named, spokenOf, witnesses, active } = summary;
  const { noteCount, unforeseen, themeError } = page;
  return {
    id,
    path,
    teiFile,
    hash,
    address: documentAddress(id),
    teiAddress: teiAddress(id, active),
    active,
    sourceAddress: sourceAddress(id),
    title: header.title ?? id,
    header,
    contents,
    named,
    spokenOf,
    witnesses,
    page: { noteCount, unforeseen, themeError },
    html: stored(page.html),
    metadata: stored(page.metadata),
    sideBySide: stored(page.beside),
    fragments: page.fragments && stored(page.fragments),
  };
}

/** How many documents' mentions are cached in memory: entries request them in any order. */
const FILES_IN_MEMORY = 500;

/** The mentions of documents, read once as far as memory allows. */
export class MentionReader {
  readonly #loaded = new Map<Stored<FileMentions>, FileMentions>();

  read(of: Stored<FileMentions>): FileMentions {
    const cached = this.#loaded.get(of);
    if (cached) return cached;
    const read = of.read();
    this.#loaded.set(of, read);
    const [oldest] = this.#loaded.keys();
    if (this.#loaded.size > FILES_IN_MEMORY && oldest) this.#loaded.delete(oldest);
    return read;
  }
}

/**
 * Where a text names an entry: in itself, in its notes, or in front and back matter of a volume.
 */
export const REGIONS = ['text', 'notes', 'matter'] as const;

export type Region = (typeof REGIONS)[number];

/**
 * The sentences of one region of a document that name an entry. There are as many of these objects
 * as names in all documents, so each is small.
 */
export class DocumentBackLinks extends Readable<readonly BackLink[]> {
  /** How often the document names the entry, and in how many sentences. */
  readonly count: number;
  readonly sentences: number;
  /** Of the sentences. */
  readonly hash: string;
  readonly region: Region;
  /** The document's words for the entry, usually one name. */
  readonly #references: readonly string[];
  readonly #document: DocumentMentions;

  /** `mentions`: by each of the document's references to the entry. */
  constructor(document: DocumentMentions, mentions: readonly EntryMentions[], region: Region) {
    super();
    this.region = region;
    let [count, sentences] = [0, 0];
    for (const [, all, ofAll, , inNotes, sentencesInNotes] of mentions) {
      if (region !== 'notes') [count, sentences] = [count + all, sentences + ofAll];
      const sign = { text: -1, notes: 1, matter: 0 }[region];
      [count, sentences] = [count + sign * inNotes, sentences + sign * sentencesInNotes];
    }
    this.count = count;
    this.sentences = sentences;
    this.hash = [...mentions.map(([, , , hash]) => hash), region].join('-');
    this.#references = mentions.map(([reference]) => reference);
    this.#document = document;
  }

  /** The document's identifier. */
  get document(): string {
    return this.#document.id;
  }

  read(): readonly BackLink[] {
    const { reader, mentions } = this.#document;
    const read = reader.read(mentions);
    const all = mergedLinks(this.#references.map((reference) => read[reference] ?? []));
    if (this.region === 'matter') return all;
    return all.filter((link) => isInNote(link) === (this.region === 'notes'));
  }
}

/**
 * By region the sentences of a document that name an entry. `matter`: of a volume's front or back
 * matter.
 */
export function backLinks(
  document: DocumentMentions,
  mentions: readonly EntryMentions[],
  matter: boolean,
): DocumentBackLinks[] {
  const regions: readonly Region[] = matter ? ['matter'] : ['text', 'notes'];
  return regions
    .map((region) => new DocumentBackLinks(document, mentions, region))
    .filter(({ sentences }) => sentences > 0);
}

/** The places of a document's mentions. */
export interface DocumentMentions {
  readonly id: string;
  readonly mentions: Stored<FileMentions>;
  readonly reader: MentionReader;
}

export interface SiteEntry extends ResolvedEntry {
  readonly address: string;
  /** Region by region, each in the order of the documents. */
  readonly mentions: readonly DocumentBackLinks[];
  readonly mentionCount: number;
  /**
   * Identifiers of the documents that a person or an organization sent or received, or that were
   * written at a place.
   */
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

export interface CopiedFile {
  readonly path: string;
  /** Of its content. */
  readonly hash: string;
}

/** The data that exist before the site is assembled. */
export interface Headers {
  readonly edition: HeaderData;
  readonly documents: readonly { readonly header: HeaderData }[];
}
