import type {
  ArchiveFacts,
  DateFacts,
  Licence,
  Party,
  PrintFacts,
  TitleRun,
} from '../../model/facts.ts';

/** The data that a citation style or a format for reference managers is written from. */

export interface CitableReference {
  /** The edition itself. */
  readonly whole: boolean;
  readonly id: string;
  /** For LaTeX, of ASCII letters and digits: "read1964d149". */
  readonly key: string;
  readonly title: string;
  /** The title in parts, if there are titles within it. */
  readonly titleRuns: readonly TitleRun[] | null;
  /** The document's number, unless it is a reprint from a volume with its own numbers. */
  readonly number: string | null;
  readonly containerTitle: string | null;
  readonly genre: string | null;
  readonly language: string | null;
  readonly abstract: string | null;
  readonly authors: readonly Party[];
  readonly editors: readonly Party[];
  readonly translators: readonly Party[];
  readonly recipients: readonly Party[];
  readonly publisher: string | null;
  readonly place: string | null;
  readonly issued: string | null;
  readonly version: string | null;
  readonly url: string | null;
  readonly doi: string | null;
  readonly written: DateFacts | null;
  readonly writtenIn: string | null;
  /** The printed volume, unless the edition cites itself as that volume. */
  readonly print: PrintFacts | null;
  readonly archive: ArchiveFacts | null;
  readonly licence: Licence | null;
  readonly rights: readonly string[];
  /** Facts that no field of these formats can contain, in sentences. */
  readonly notes: readonly string[];
}
