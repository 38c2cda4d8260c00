/**
 * The file of a collation, `collation.yaml`: how its witnesses are compared, and what an editor has
 * decided. A person or a program can write it.
 */
import type { Stage } from '../normalize/stages.ts';

export type Method = 'parallel' | 'double-end-point';
export type ReadingType = 'substantive' | 'orthographic';

/** The place of a decision: words of a witness, identified by themselves and their neighbours. */
export interface WitnessReference {
  readonly witness: string;
  /** The words as the witness has them; several with spaces between. */
  readonly words: string;
  /** Words right before and after, if the words occur more than once. */
  readonly before?: string;
  readonly after?: string;
  /** Which of several equal places, from 1. */
  readonly n?: number;
}

interface DecidedAt {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly column: number;
  /** Who has decided; stated as `resp` in the result. */
  readonly resp?: string;
}

/** Words that are in the same columns: the first with the first, and so on. */
export interface AlignRule extends DecidedAt {
  readonly kind: 'align';
  readonly places: readonly WitnessReference[];
}

/** A form that counts as another: at one place, in one witness, or everywhere. */
export interface RegularizeRule extends DecidedAt {
  readonly kind: 'regularize';
  readonly from: string;
  readonly to: string;
  readonly witness?: string;
  readonly at?: WitnessReference;
}

/** What kind of variant the reading at a place is. */
export interface TypeRule extends DecidedAt {
  readonly kind: 'type';
  readonly at: WitnessReference;
  readonly as: ReadingType;
}

/** The reading at a place is the lemma. */
export interface LemmaRule extends DecidedAt {
  readonly kind: 'lemma';
  readonly at: WitnessReference;
}

export type Rule = AlignRule | RegularizeRule | TypeRule | LemmaRule;

export interface Settings {
  /** The file name in messages. */
  readonly path?: string;
  /** Sigla and files, relative to the file of the collation. */
  readonly witnesses: ReadonlyMap<string, string>;
  readonly base?: string;
  readonly method?: Method;
  /** Where the TEI goes, relative to the file of the collation and inside of its folder. */
  readonly out?: string;
  readonly title?: string;
  readonly lemma: 'base' | 'majority';
  readonly alignBy: readonly Stage[];
  readonly typeBy: readonly Stage[];
  readonly rules: readonly Rule[];
}
