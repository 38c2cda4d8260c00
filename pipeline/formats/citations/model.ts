import type {
  ArchiveFacts,
  DateFacts,
  Licence,
  Party,
  PrintFacts,
  TitleRun,
} from '../../model/facts.ts';

/** What a citation style or a format for reference managers is written from. */

export interface CitableReference {
  /** The edition itself. */
  readonly whole: boolean;
  readonly id: string;
  /** For LaTeX, of ASCII letters and digits: "read1964d149". */
  readonly key: string;
  readonly title: string;
  /** The title in stretches, where titles are within it. */
  readonly titleRuns: readonly TitleRun[] | null;
  /** The document's number, where it is no reprint of a volume with numbers of its own. */
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
  /** The printed volume, where the edition does not cite itself as that very volume. */
  readonly print: PrintFacts | null;
  readonly archive: ArchiveFacts | null;
  readonly licence: Licence | null;
  readonly rights: readonly string[];
  /** What no field of such a format has room for, in sentences. */
  readonly notes: readonly string[];
}
