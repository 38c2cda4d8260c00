/**
 * The results of the stylesheets: the data and the HTML of one TEI file, made by
 * xslt/data/document.xsl and xslt/html/document.xsl.
 *
 * Everything is computed from the TEI. `null` means that a file does not state it.
 */
import type { Licence, PrefixDefinition } from '../model/facts.ts';
import type { Identifier } from '../model/identifier.ts';
import type { IndexKind } from '../model/kinds.ts';

/**
 * Words in a header that name someone or something; `entry` is the authority entry's identifier.
 */
export interface NamedInHeader {
  readonly text: string;
  readonly entry: string | null;
}

interface DateData {
  readonly text: string;
  /** W3C date or part of one: `1964-05`. For sorting. */
  readonly earliest: string | null;
  /** The limits in words. */
  readonly dating: string | null;
  readonly certainty: string | null;
}

export interface HeaderData {
  readonly id: string;
  readonly n: string | null;
  /** The file contains only front or back matter of a volume: a preface, an index. */
  readonly matter: boolean;
  readonly language: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly form: string | null;
  /** The document's subject, in its own words. */
  readonly subject: string | null;
  /** Its pages in the printed source: `44–47`. */
  readonly pages: string | null;
  readonly date: DateData | null;
  /** Of a document that is not a letter. */
  readonly authors: readonly NamedInHeader[];
  readonly sent: readonly NamedInHeader[];
  readonly received: readonly NamedInHeader[];
  /** Where the document was written. */
  readonly places: readonly NamedInHeader[];
  readonly editors: readonly string[];
  /** The first e-mail address of an editor. */
  readonly email: string | null;
  readonly edition: string | null;
  /** The number of the edition, and the day of its edition statement. */
  readonly editionNumber: string | null;
  readonly editionDate: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** The same as a W3C date. */
  readonly publishedOn: string | null;
  readonly identifier: string | null;
  /**
   * The address of the edition on the web, with a slash at its end: an identifier that begins with
   * https://.
   */
  readonly address: string | null;
  readonly licence: Licence | null;
  readonly rights: readonly string[];
  readonly status: string | null;
  /** The changes of the file with their dates (a W3C date or part of one), the latest first. */
  readonly changes: readonly ChangeData[];
  readonly prefixes: readonly PrefixDefinition[];
}

export interface ChangeData {
  readonly when: string;
  readonly text: string;
}

export interface HeadingData {
  readonly anchor: string;
  readonly text: string;
  /** 1 for a heading directly within the document. */
  readonly level: number;
}

/** Words of an entry; parts may refer to other entries. */
export interface WordsData {
  readonly runs: readonly NamedInHeader[];
  readonly dating?: string | null;
}

export interface LifeDate {
  /** The entry's own words, if it has any. */
  readonly words: string | null;
  /** The limits in words. */
  readonly dating: string | null;
  readonly when: string | null;
  /** Earliest and latest, if the date is not known more precisely. */
  readonly limits: readonly string[];
  readonly note: string | null;
}

interface NameData {
  readonly text: string;
  readonly type: string | null;
  readonly language: string | null;
  /** A person's forenames and surnames, if the entry distinguishes them. */
  readonly given: string | null;
  readonly family: string | null;
}

export interface EntryData {
  readonly id: string;
  readonly kind: IndexKind;
  readonly type: string | null;
  readonly name: string;
  /** The text for the page's address: the name, without a word of the interface. */
  readonly addressName: string;
  /** As in an index: surname first. */
  readonly sortName: string;
  /** The sort key in an index. */
  readonly filedAs: string;
  /** The heading in the index, if the index has headings: a year, a kind of source. */
  readonly group: string | null;
  readonly names: readonly NameData[];
  readonly birth: LifeDate | null;
  readonly death: LifeDate | null;
  readonly offices: readonly WordsData[];
  readonly affiliations: readonly WordsData[];
  readonly descriptions: readonly WordsData[];
  readonly within: readonly NamedInHeader[];
  /** "latitude longitude", decimal degrees (WGS 84). */
  readonly coordinates: string | null;
  readonly identifiers: readonly Identifier[];
}

/** A block of text, a paragraph say, that mentions entries: as the stylesheet gives it. */
export interface MentionBlock extends MentionPassage {
  /** The text, in the pieces of the TEI. */
  readonly text: readonly string[];
  /** `from`, `to`: how many pieces come before the mention, and before the text after it. */
  readonly mentions: readonly {
    readonly entry: string;
    readonly from: number;
    readonly to: number;
    readonly certainty: string | null;
  }[];
}

interface MentionPassage {
  /** The passage's anchor on the document's page. */
  readonly anchor: string;
  /** The passage's element: `p`, `note`, `head`, … */
  readonly block: string;
  /** The number of the note around the passage, or of the passage itself. */
  readonly n: string | null;
}

/** A mention in its block. */
export interface MentionData extends MentionPassage {
  readonly entry: string;
  readonly certainty: string | null;
  /** The text of the whole block on one line: each sequence of white space is one space. */
  readonly text: string;
  /** The places of the mention and of the sentences around it in that text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
}

export interface WitnessData {
  readonly siglum: string | null;
  /** On the document's page; null if the TEI gives the witness no identifier. */
  readonly anchor: string | null;
  /** Its archive and shelfmark, or a description in words. */
  readonly description: string;
}

export interface FileData {
  readonly header: HeaderData;
  readonly contents: readonly HeadingData[];
  readonly entries: readonly EntryData[];
  readonly mentions: readonly MentionData[];
  readonly witnesses: readonly WitnessData[];
}

/** An element without a template: shown on the page, and reported to the editor. */
export interface Unforeseen {
  readonly element: string;
  readonly count: number;
  /** `xml:id` of the first passage that contains it; empty if there is none. */
  readonly passage: string;
}

/** The parts of a document's page, as HTML. */
export interface DocumentHtml {
  readonly heading: string;
  readonly text: string;
  readonly notes: string;
  readonly noteCount: number;
  /** Whether the notes have room beside the text. */
  readonly notesFit: boolean;
  readonly apparatus: string;
  readonly witnesses: string;
  /** The heading above them. */
  readonly witnessWords: string;
  /**
   * The witnesses with readings that the running text can show; `n`: the number of their classes,
   * w1 to w12.
   */
  readonly readable: readonly { readonly n: number; readonly siglum: string }[];
  readonly record: string;
  readonly unforeseen: readonly Unforeseen[];
}

/** A division of edition.xml: a page of prose. */
export interface ProsePart {
  readonly type: string;
  readonly id: string;
  readonly heading: string;
  readonly html: string;
}

/** Passages and pages as TEI files of their own: id and file, in the order of the text. */
export interface Fragments {
  readonly passages: readonly (readonly [id: string, tei: string])[];
  readonly pages: readonly (readonly [id: string, tei: string])[];
}
