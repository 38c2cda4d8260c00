/** The types of `siglum check --standards`: lists of criteria, evidence and verdicts. */

/**
 * `reviewer`: only a reader of the texts can decide, the program shows its evidence; `none`: the
 * material does not need it.
 */
export type CriterionState = 'met' | 'partly' | 'missing' | 'reviewer' | 'none';

/** The place to correct it. */
export interface EvidencePlace {
  /** The file name in messages. */
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  /** The element for the statement, as it is written in edition.xml. */
  readonly element: string;
}

/** The program's evidence about one question. */
export interface CriterionEvidence {
  readonly state: CriterionState;
  /** One clause in plain words: what was found, or what is missing. */
  readonly why: string;
  /** Only if something can be corrected. */
  readonly place?: EvidencePlace;
}

/** A point of a list. */
export interface Criterion {
  /** The number or name of the point in the original list. */
  readonly point: string;
  /** In our own words. */
  readonly asks: string;
  /** Keys of the evidence for it (evidence/table.ts). */
  readonly by: readonly string[];
}

export interface StandardList {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly address: string;
  readonly criteria: readonly Criterion[];
}

export interface CriterionVerdict extends Criterion {
  readonly state: CriterionState;
  readonly evidence: readonly (CriterionEvidence & { readonly key: string })[];
}

export interface JudgedList extends Omit<StandardList, 'criteria'> {
  readonly verdicts: readonly CriterionVerdict[];
  readonly counts: Readonly<Record<CriterionState, number>>;
}
