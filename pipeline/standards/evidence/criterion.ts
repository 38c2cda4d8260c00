import type { StandardFacts } from '../facts.ts';
import type { CriterionEvidence } from '../model.ts';

/** How a criterion is judged. */

export type JudgeCriterion = (facts: StandardFacts) => CriterionEvidence;
