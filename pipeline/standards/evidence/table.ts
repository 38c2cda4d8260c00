import type { JudgeCriterion } from './criterion.ts';
import { EDITION_EVIDENCE } from './edition.ts';
import { SITE_EVIDENCE } from './site.ts';
import { STATEMENT_EVIDENCE } from './statements.ts';
import { TEXT_EVIDENCE } from './texts.ts';

export const EVIDENCE: ReadonlyMap<string, JudgeCriterion> = new Map(
  [STATEMENT_EVIDENCE, EDITION_EVIDENCE, TEXT_EVIDENCE, SITE_EVIDENCE].flatMap((part) =>
    Object.entries<JudgeCriterion>(part),
  ),
);
