/** The types of `siglum check --standards`: lists of criteria, evidence and verdicts. */

/**
 * `reviewer`: only a reader of the texts can judge it, the program shows what it knows; `none`: the
 * material does not call for it.
 */
export type CriterionState = 'met' | 'partly' | 'missing' | 'reviewer' | 'none';

/** Where to mend it. */
export interface EvidencePlace {
  /** As messages show it. */
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  /** The element that says it, as it is written in edition.xml. */
  readonly element: string;
}

/** The program's evidence about one question. */
export interface CriterionEvidence {
  readonly state: CriterionState;
  /** One clause in plain words: what was found, or what is not there. */
  readonly why: string;
  /** Only where something can be mended. */
  readonly mend?: EvidencePlace;
}

/** A point of a list. */
export interface Criterion {
  /** The number or name that the original list gives the point. */
  readonly point: string;
  /** In our own words. */
  readonly asks: string;
  /** Keys of the evidence that answers it (evidence/table.ts). */
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
