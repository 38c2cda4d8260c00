/** All evidence by its key, in one table. */
import type { StandardFacts } from '../facts.ts';
import type { CriterionEvidence } from '../model.ts';
import { EDITION_EVIDENCE } from './edition.ts';
import { SITE_EVIDENCE } from './site.ts';
import { STATEMENT_EVIDENCE } from './statements.ts';
import { TEXT_EVIDENCE } from './texts.ts';

export type JudgeCriterion = (facts: StandardFacts) => CriterionEvidence;

export const EVIDENCE: ReadonlyMap<string, JudgeCriterion> = new Map(
  [STATEMENT_EVIDENCE, EDITION_EVIDENCE, TEXT_EVIDENCE, SITE_EVIDENCE].flatMap((part) =>
    Object.entries<JudgeCriterion>(part),
  ),
);
