/**
 * What is made of a document's and the edition's facts, and passages as files: the types that the
 * site works with. The formats themselves are written by pipeline/formats.
 */

export type { Citation } from '../formats/citations/rich-text.ts';
export type {
  CitableUnit,
  CitationStyle,
  DocumentMetadata,
  EditionMetadata,
} from '../formats/document.ts';
export type { LettersFile } from '../formats/web/cmif.ts';
export type { Link } from '../formats/web/signposting.ts';
export type {
  DateFacts,
  DocumentFacts,
  EditionFacts,
  Party,
  Places,
  PrintFacts,
} from '../model/facts.ts';

/** Passages and pages as TEI files of their own: id and file, in the order of the text. */
export interface Fragments {
  readonly passages: readonly (readonly [id: string, tei: string])[];
  readonly pages: readonly (readonly [id: string, tei: string])[];
}
