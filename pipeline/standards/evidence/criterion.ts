import type { StandardFacts } from '../model/facts.ts';
import type { CriterionEvidence } from '../model/model.ts';

/** The verdicts on a criterion. */

export type JudgeCriterion = (facts: StandardFacts) => CriterionEvidence;
