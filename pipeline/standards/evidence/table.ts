/** All evidence by its key, in one table. */
import type { StandardFacts } from '../facts.ts';
import type { Evidence } from '../model.ts';
import { EDITION_EVIDENCE } from './edition.ts';
import { SITE_EVIDENCE } from './site.ts';
import { STATEMENT_EVIDENCE } from './statements.ts';
import { TEXT_EVIDENCE } from './texts.ts';

export type Judge = (facts: StandardFacts) => Evidence;

export const EVIDENCE: ReadonlyMap<string, Judge> = new Map(
  [STATEMENT_EVIDENCE, EDITION_EVIDENCE, TEXT_EVIDENCE, SITE_EVIDENCE].flatMap((part) =>
    Object.entries<Judge>(part),
  ),
);
