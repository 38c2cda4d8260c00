/**
 * What the stylesheets of xslt/metadata give: the facts of a document and of the edition, and each
 * format made from them.
 *
 * Nothing here is computed from anything but the TEI and the paths of the site's files. `null`
 * stands for what a file does not say.
 */
import type { EntityKind } from '../authorities/model.ts';
import type { IdentifierData } from './model.ts';

/**
 * Somebody who wrote, received, edited or helped. The parts of a name are those that the TEI marks,
 * never guessed.
 */
export interface Party {
  readonly name: string;
  readonly kind: 'person' | 'org';
  readonly family: string | null;
  readonly given: string | null;
  /** "de la". */
  readonly particle: string | null;
  /** "Jr.". */
  readonly suffix: string | null;
  /** The authority entry's identifier. */
  readonly entry: string | null;
  /** Of the entry's page; absolute. */
  readonly address: string | null;
  readonly identifiers: readonly IdentifierData[];
  readonly certainty: string | null;
}

export interface Editor extends Party {
  /** Sixteen digits with hyphens. */
  readonly orcid: string | null;
  readonly email: string | null;
}

export interface Contributor extends Party {
  readonly role: string | null;
}

export interface DateFacts {
  readonly text: string | null;
  /**
   * For a citation: the day written out in the language of the interface where it is known, else
   * the header's words.
   */
  readonly words: string | null;
  readonly when: string | null;
  readonly start: string | null;
  readonly end: string | null;
  /** Whether it lasted from `start` to `end`; else it lies somewhere between. */
  readonly lasting: boolean;
  /** ISO 8601 interval, `..` for an unknown limit. */
  readonly range: string | null;
  /** ISO 8601-2:2019, level 2. */
  readonly edtf: string | null;
  readonly certainty: string | null;
}

export interface PlaceFacts {
  readonly text: string;
  readonly entry: string | null;
  readonly address: string | null;
  readonly identifiers: readonly IdentifierData[];
  /** "latitude longitude", decimal degrees (WGS 84). */
  readonly coordinates: string | null;
  readonly certainty: string | null;
}

export interface ArchiveFacts {
  readonly siglum: string | null;
  /** In the header's words. */
  readonly repository: string | null;
  /** The entry's full name. */
  readonly name: string | null;
  readonly entry: string | null;
  readonly address: string | null;
  readonly identifiers: readonly IdentifierData[];
  readonly collections: readonly string[];
  readonly shelfmark: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly settlement: string | null;
  readonly form: string | null;
  readonly text: string | null;
}

export interface PrintFacts {
  /** The title by which the volume is known as a whole, where that says more than `title`. */
  readonly whole: string | null;
  readonly series: string | null;
  readonly subseries: string | null;
  /** "Volume XXXI". */
  readonly volume: string | null;
  /** "XXXI". */
  readonly volumeNumber: string | null;
  /** "31". */
  readonly volumeArabic: string | null;
  readonly title: string | null;
  readonly editors: readonly Party[];
  readonly place: string | null;
  readonly publisher: string | null;
  readonly issued: string | null;
  /** The document's number. */
  readonly document: string | null;
  readonly pages: { readonly from: string; readonly to: string; readonly text: string } | null;
  readonly identifiers: readonly IdentifierData[];
  readonly address: string | null;
}

export interface Licence {
  readonly target: string | null;
  readonly text: string | null;
}

/** An authority entry that a text names. */
export interface NamedEntry {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly address: string | null;
  readonly identifiers: readonly IdentifierData[];
}

/** What a document and the edition both have. */
interface Facts {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly editors: readonly Editor[];
  readonly contributors: readonly Contributor[];
  readonly print: PrintFacts | null;
  readonly licence: Licence | null;
  readonly rights: readonly string[];
  readonly status: string | null;
  /** BCP 47, the text's own first. */
  readonly languages: readonly string[];
  readonly version: string | null;
  /** W3C date of publication. */
  readonly issued: string | null;
  readonly publisher: string | null;
  /** Without a resolver: `10.5281/zenodo.1234`. */
  readonly doi: string | null;
  readonly uri: string | null;
  /** On the web; null where the edition has no address. An edition's ends with `/`. */
  readonly address: string | null;
  readonly abstract: string | null;
}

export interface EditionFacts extends Facts {
  /** Where it is published. */
  readonly place: string | null;
}

export interface DocumentFacts extends Facts {
  /** Of its page, from the top of the site. */
  readonly path: string;
  readonly n: string | null;
  /** "typescript". */
  readonly form: string | null;
  /** "Memorandum". */
  readonly genre: string | null;
  readonly authors: readonly Party[];
  /** Whether it was sent: whether the header has a correspDesc. */
  readonly corresponds: boolean;
  readonly senders: readonly Party[];
  readonly recipients: readonly Party[];
  readonly date: DateFacts | null;
  /** Where it was written. */
  readonly place: PlaceFacts | null;
  readonly archives: readonly ArchiveFacts[];
  readonly teiAddress: string | null;
  /** In the order of the text. */
  readonly named: readonly NamedEntry[];
  /** "803 words". */
  readonly extent: string | null;
}

/** Where a document's files are: paths from the top of the site, without a stroke before them. */
export interface Places {
  readonly page: string;
  readonly tei: string;
  /** Pages of the entries that the document names, by identifier. */
  readonly entries: Readonly<Record<string, string>>;
}

/** A passage or a page that can be cited: a citable unit of Distributed Text Services. */
export interface CitableUnit {
  /** The anchor on the document's page: `p3`. */
  readonly id: string;
  /** `paragraph`, `note`, `section`, `page` … */
  readonly type: string;
  /** From 1. */
  readonly level: number;
  /** The id of the passage that holds it. */
  readonly parent: string | null;
  /** A heading's words, the number of a note or a page. */
  readonly title: string | null;
}

/** Passages and pages as TEI files of their own: id and file, in the order of the text. */
export interface Fragments {
  readonly passages: readonly (readonly [id: string, tei: string])[];
  readonly pages: readonly (readonly [id: string, tei: string])[];
}

/** The index of letters as its entries need to know it. */
export interface LettersFile {
  /** The `xml:id` of the edition in it. */
  readonly source: string;
  /** Its address on the web. */
  readonly file: string;
  /** When it last changed: a W3C date. */
  readonly changed: string;
}

export type CitationStyle = 'chicago' | 'mla' | 'apa';

export interface Citation {
  /**
   * An element of class `locator` stands empty for a passage; one of class `address` holds the
   * address.
   */
  readonly html: string;
  readonly text: string;
}

/** A typed link (RFC 8288), as the page refers to it. */
export interface Link {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

/** What a document and the edition are both given in. */
interface Metadata {
  readonly citations: Readonly<Record<CitationStyle, Citation>>;
  /** CSL-JSON, one item. */
  readonly csl: Readonly<Record<string, unknown>>;
  /** One entry, a file's content; as are `biblatex` and `ris`. */
  readonly bibtex: string;
  readonly biblatex: string;
  readonly ris: string;
  /** JSON-LD. */
  readonly schemaOrg: Readonly<Record<string, unknown>>;
  readonly links: readonly Link[];
  /** RFC 9264. */
  readonly linkset: Readonly<Record<string, unknown>>;
}

export interface DocumentMetadata extends Metadata {
  readonly facts: DocumentFacts;
  readonly tags: readonly { readonly name: string; readonly content: string }[];
  /**
   * A `correspDesc` of TEI, as the Correspondence Metadata Interchange Format has it; null without
   * sender and recipient.
   */
  readonly letter: string | null;
  /** In document order; pages overlap with passages, and are a tree of their own. */
  readonly passages: readonly CitableUnit[];
  readonly pages: readonly CitableUnit[];
  /** The reading text, in the form in which it is read for encoding. */
  readonly text: string;
  /** The text as Markdown, with the facts of its citation as YAML before it. */
  readonly markdown: string;
}

export interface EditionMetadata extends Metadata {
  readonly facts: EditionFacts;
  /** CITATION.cff; null where the edition names neither editor nor publisher. */
  readonly cff: string | null;
}
