import type { StandardFacts } from '../model/facts.ts';
import type { CriterionEvidence } from '../model/model.ts';

/** How a criterion is judged. */

export type JudgeCriterion = (facts: StandardFacts) => CriterionEvidence;
