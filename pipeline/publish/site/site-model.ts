/**
 * What a site is made of, as values: documents, entries and their indexes, the files that are
 * copied.
 *
 * In: what is known of each when the site is put together. Out: values that lists, pictures and
 * outputs work on; none of them knows the site. A document's HTML, its metadata and the sentences
 * of its mentions are read back when they are asked for.
 */
import { digestOf } from '../../cache/results.ts';
import type { BackLink } from '../../transform/back-links.ts';
import { type FileMentions, type FileSummary, MENTIONS } from '../../transform/data-job.ts';
import type { DocumentMetadata, Fragments } from '../../transform/metadata.ts';
import type {
  DocumentHtml,
  HeaderData,
  HeadingData,
  IndexKind,
  WitnessData,
} from '../../transform/model.ts';
import type { ActiveContent } from '../../xml/active.ts';
import { BESIDE, FRAGMENTS, HTML, METADATA, type PageSummary } from '../document-job.ts';
import type { Kept } from '../kept.ts';
import type { SideBySide } from '../pages/side-by-side.ts';
import type {
  EntryId,
  ResolvedEntry,
  ResolvedHeader,
  ResolvedSummary,
} from '../pointers/resolve.ts';

/** What is known of a document when the site is put together. */
export interface DocumentParts {
  readonly id: string;
  readonly path: string;
  /** Path of the file that is published as its TEI (composed.ts). */
  readonly teiFile: string;
  /** Digest of the file. */
  readonly digest: string;
  /** Its references to entries are resolved. */
  readonly summary: ResolvedSummary;
  readonly page: PageSummary;
  /** Under which its results are kept. */
  readonly keys: { readonly data: string; readonly page: string };
}

export class SiteDocument {
  readonly id: string;
  /** Path of the TEI file that the page is made from. */
  readonly path: string;
  /** Path of the file that is published as its TEI (composed.ts). */
  readonly teiFile: string;
  /** Of the TEI file. */
  readonly digest: string;
  readonly address: string;
  readonly teiAddress: string;
  /** What of the TEI file a browser would run. */
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
  /**
   * Identifiers of the entries of which its own text speaks, the editors' titles and notes aside.
   */
  readonly spokenOf: readonly EntryId[];
  readonly witnesses: readonly WitnessData[];
  /** Digests of what is read back, and what a build has to tell of it. */
  readonly page: PageSummary;
  readonly #keys: DocumentParts['keys'];
  readonly #kept: Kept;

  constructor({ id, path, teiFile, digest, summary, page, keys }: DocumentParts, kept: Kept) {
    this.id = id;
    this.path = path;
    this.teiFile = teiFile;
    this.digest = digest;
    this.address = documentAddress(id);
    this.teiAddress = teiAddress(id, summary.active);
    this.active = summary.active;
    this.sourceAddress = sourceAddress(id);
    this.title = summary.header.title ?? id;
    this.header = summary.header;
    this.contents = summary.contents;
    this.witnesses = summary.witnesses;
    this.named = summary.named;
    this.spokenOf = summary.spokenOf;
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

  /** Whether each passage is a file of its own. */
  get inPassages(): boolean {
    return this.page.fragments !== null;
  }

  /** Its passages and pages as TEI files of their own. */
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

/**
 * An entry's mentions in one document. There are as many as there are names in all documents, so it
 * holds little.
 */
export class DocumentBackLinks {
  /** How often the document names the entry, and in how many sentences. */
  readonly count: number;
  readonly sentences: number;
  /** Digest of the sentences. */
  readonly digest: string;
  readonly entry: string;
  readonly #of: SiteDocument;

  constructor(
    of: SiteDocument,
    [entry, count, sentences, digest]: FileSummary['mentions'][number],
  ) {
    this.count = count;
    this.sentences = sentences;
    this.digest = digest;
    this.entry = entry;
    this.#of = of;
  }

  /** The document's identifier. */
  get document(): string {
    return this.#of.id;
  }

  get links(): readonly BackLink[] {
    return this.#of.linksTo(this.entry);
  }
}

export interface SiteEntry extends ResolvedEntry {
  readonly address: string;
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
  readonly digest: string;
}

/** What is known before the site is put together. */
export interface Headers {
  readonly edition: HeaderData;
  readonly documents: readonly { readonly header: HeaderData }[];
}

/** In a folder of its own, since any name may be a document's. */
export function sourceAddress(id: string): string {
  return `/documents/tei/${id}.html`;
}

/**
 * A file that a browser would run is published as plain text, which none runs: a host of static
 * files sends no headers that forbid it.
 */
export function teiAddress(id: string, active: unknown): string {
  return `/documents/${id}.xml${textEnding(active)}`;
}

export function textEnding(active: unknown): string {
  return active ? '.txt' : '';
}

export function documentAddress(id: string): string {
  // The list of all documents is at index.html already.
  return id.toLowerCase() === 'index' ? `/documents/${id}_.html` : `/documents/${id}.html`;
}
