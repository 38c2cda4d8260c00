/** The values that the steps of a collation pass on: tokens, witnesses, the aligned table. */
import type { AlignedFormKind } from '../align/forms.ts';

/** A part of a token's text that an editor of the transcription has marked. */
export interface TokenMark {
  /** TEI element: `unclear`, `supplied`, or `gap` for a run of missing letters. */
  readonly element: 'unclear' | 'supplied' | 'gap';
  /** Offsets in the token's text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface WitnessToken {
  /** As the witness has it; `ANY_RUN` represents a gap. */
  readonly text: string;
  readonly kind: AlignedFormKind;
  /** White space follows it. */
  readonly space: boolean;
  /** Index of its block. */
  readonly block: number;
  readonly marks: readonly TokenMark[];
  /** What the transcription gives as its regular form (`reg`, `expan`). */
  readonly regular?: string;
  /** What it gives as the correction of an error (`corr`). */
  readonly corrected?: string;
  /** The number that the transcription states here: of a verse, a line, a section. */
  readonly label?: string;
  /** Its place in its file. */
  readonly place: TokenPlace;
}

export interface TokenPlace {
  /** From 1; of the element or line in which the token begins. */
  readonly line: number;
  readonly column: number;
  /** XPath of the element in which it begins, and its offset in the words of that element. */
  readonly xpath?: string;
  readonly offset?: number;
}

/** A division or a stanza that encloses blocks. */
export interface Container {
  readonly element: 'div' | 'lg';
  /** Number of the container in its witness. */
  readonly index: number;
  readonly n?: string;
  readonly type?: string;
}

/** A paragraph, heading or line of verse. */
export interface WitnessBlock {
  readonly element: 'p' | 'head' | 'l' | 'ab';
  readonly n?: string;
  readonly containers: readonly Container[];
}

/** One text to be collated: a witness, or the state of a witness before its corrections. */
export interface Witness {
  /** `B`, or `B (a.c.)` for the state before correction. */
  readonly siglum: string;
  /** This is an earlier state of the witness with this siglum. */
  readonly earlierStateOf?: string;
  /** The file name in messages. */
  readonly path: string;
  readonly title?: string;
  readonly language?: string;
  readonly tokens: readonly WitnessToken[];
  readonly blocks: readonly WitnessBlock[];
  /** Notes of the file, which are not collated. */
  readonly notes: number;
}

/** The alignment: by witness the index of its token in each column, or -1. */
export interface CollationTable {
  readonly witnesses: readonly Witness[];
  /** Index of the witness that defines the structure and, without other rules, the lemma. */
  readonly base: number;
  readonly length: number;
  readonly cells: readonly Int32Array[];
  /** By witness the normalized form of each token, which decides the types of readings. */
  readonly normal: readonly (readonly string[])[];
}

export function tokenAt(
  table: CollationTable,
  witness: number,
  column: number,
): WitnessToken | undefined {
  const at = table.cells[witness]?.[column] ?? -1;
  return at < 0 ? undefined : table.witnesses[witness]?.tokens[at];
}
