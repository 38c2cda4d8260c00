/**
 * The facts of a document and of the edition, from which all formats are written
 * (pipeline/formats). The stylesheet xslt/metadata/facts.xsl reads them from the TEI; formats/facts
 * adds addresses and identifiers. `null` means that the file does not state it.
 */
import type { NamedEntry } from './entry-facts.ts';
import type { Identifier } from './identifier.ts';

/**
 * Somebody who wrote, received, edited or helped. The parts of a name are marked in the TEI, or
 * divided by the only comma of the name ("Doe, Jane").
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
  readonly identifiers: readonly Identifier[];
  readonly certainty: string | null;
}

/** A party that the statements of a header name, with its role. */
export interface Responsible extends Party {
  /** The statement that names it. */
  readonly statement: 'author' | 'editor' | 'principal' | 'respStmt' | 'publisher';
  /** @role of author and editor, or the words of resp. */
  readonly role: string | null;
  readonly email: string | null;
  readonly affiliation: string | null;
  /** A further name within one author or editor, which may be another name of the first. */
  readonly further: boolean;
  /** Named by seriesStmt: of the edition that the document belongs to. */
  readonly series: boolean;
  /** Sixteen digits with hyphens. */
  readonly orcid: string | null;
}

export interface DateFacts {
  readonly text: string | null;
  /**
   * For a citation: the day written out in the language of the interface if it is known, else the
   * header's words.
   */
  readonly words: string | null;
  readonly when: string | null;
  readonly start: string | null;
  readonly end: string | null;
  /** Whether it lasted from `start` to `end`; else it was at some time between. */
  readonly lasting: boolean;
  /** Only approximately (@precision, @cert, "c. 1750"). */
  readonly circa: boolean;
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
  readonly identifiers: readonly Identifier[];
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
  readonly identifiers: readonly Identifier[];
  readonly collections: readonly string[];
  readonly shelfmark: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly settlement: string | null;
  readonly form: string | null;
  readonly text: string | null;
}

export interface PrintFacts {
  /** The title of the volume as a whole, if that says more than `title`. */
  readonly whole: string | null;
  readonly series: string | null;
  readonly subseries: string | null;
  /** "Volume XXXI". */
  readonly volume: string | null;
  /** "XXXI". */
  readonly volumeNumber: string | null;
  /** "31". */
  readonly volumeArabic: string | null;
  /** Of a journal. */
  readonly issue: string | null;
  readonly journal: boolean;
  readonly title: string | null;
  readonly editors: readonly Party[];
  readonly place: string | null;
  readonly publisher: string | null;
  readonly issued: string | null;
  /** The document's number. */
  readonly document: string | null;
  readonly pages: { readonly from: string; readonly to: string; readonly text: string } | null;
  readonly identifiers: readonly Identifier[];
  readonly address: string | null;
}

export interface Licence {
  readonly target: string | null;
  readonly text: string | null;
}

/** TEI's prefixDef: how an identifier with this prefix becomes an address (Guidelines SA.2.3). */
export interface PrefixDefinition {
  readonly ident: string;
  /** Regular expression and replacement as XPath has them. */
  readonly pattern: string;
  readonly replacement: string;
}

/** The program that encoded a document. */
export interface Application {
  readonly name: string;
  readonly version: string | null;
}

/** A part of a title; `level` as in TEI's title if the part is a title itself. */
export interface TitleRun {
  readonly text: string;
  readonly level: string | null;
}

/** Facts that both a document and the edition have. */
interface Facts {
  readonly id: string;
  readonly title: string;
  /** The title if the header has one: without one, `title` is the identifier. */
  readonly statedTitle: string | null;
  /** The title in parts, if there are titles within it. */
  readonly titleRuns: readonly TitleRun[] | null;
  readonly subtitle: string | null;
  /** Everyone in the statements, in the order of the header. */
  readonly responsible: readonly Responsible[];
  /** Of the digital edition. */
  readonly editors: readonly Responsible[];
  readonly translators: readonly Responsible[];
  readonly contributors: readonly Responsible[];
  readonly print: PrintFacts | null;
  readonly licence: Licence | null;
  readonly rights: readonly string[];
  readonly status: string | null;
  /** BCP 47, the text's own first. */
  readonly languages: readonly string[];
  readonly version: string | null;
  /** W3C date of publication. */
  readonly issued: string | null;
  /** The publication statement's own value (date/@when), whatever its form. */
  readonly published: string | null;
  readonly publisher: string | null;
  readonly publisherParty: Responsible | null;
  /** All that publicationStmt gives. */
  readonly identifiers: readonly Identifier[];
  /** Without a resolver: `10.5281/zenodo.1234`. */
  readonly doi: string | null;
  readonly uri: string | null;
  /** On the web; null if the edition has no address. An edition's ends with `/`. */
  readonly address: string | null;
  readonly abstract: string | null;
  /** prefixDef: how a prefixed identifier becomes an address. */
  readonly prefixes: readonly PrefixDefinition[];
  /** The program that encoded it. */
  readonly application: Application | null;
}

export interface Funder {
  readonly name: string | null;
  readonly identifiers: readonly Identifier[];
  readonly grant: string | null;
}

export interface EditionFacts extends Facts {
  /** A folder of TEI without edition.xml, named after the folder. */
  readonly folder: boolean;
  /** Where it is published. */
  readonly place: string | null;
  /**
   * In a paragraph: the abstract, the project's description, else the beginning of the
   * introduction.
   */
  readonly description: string | null;
  readonly sampling: string | null;
  readonly practice: string | null;
  readonly funders: readonly Funder[];
  readonly email: string | null;
  readonly keywords: readonly string[];
  /** ÖFOS, as addresses of ARCHE's vocabulary. */
  readonly disciplines: readonly string[];
}

/** A place and a day of a correspAction. */
export interface CorrespondenceFacts {
  readonly place: PlaceFacts | null;
  readonly date: DateFacts | null;
}

export interface DocumentFacts extends Facts {
  /** Of its page, from the top of the site. */
  readonly path: string;
  readonly n: string | null;
  /** "typescript". */
  readonly form: string | null;
  /** "Letters of Ann": what a letter or an article is a part of, as its own header says. */
  readonly container: string | null;
  /** "Memorandum". */
  readonly genre: string | null;
  readonly authors: readonly Responsible[];
  /** Whether it was sent: whether the header has a correspDesc. */
  readonly corresponds: boolean;
  readonly senders: readonly Party[];
  readonly recipients: readonly Party[];
  readonly sent: CorrespondenceFacts;
  readonly received: CorrespondenceFacts;
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
