/**
 * Which documents may be published.
 *
 * In: an edition. Out: the documents that `check` finds no error in, and all that it found.
 */
import { beginCheck, type CheckMeans, filesOf } from '../check/check.ts';
import { type Edition, filesIn } from '../edition.ts';
import { type Finding, shownPath } from '../finding.ts';
import type { Pool } from '../work/pool.ts';

export interface Judged {
  /** Paths. */
  readonly documents: readonly string[];
  readonly findings: readonly Finding[];
}

/** A judgement that is under way. */
export interface Judging {
  /** Whether a thread does the most of it. */
  readonly apart: boolean;
  /** Rejects with an `InputFault` where the edition's schema is at fault. */
  readonly judged: Promise<Judged>;
}

/** Throws an `InputFault` where the edition's schema cannot be read. */
export function judge(edition: Edition, means: CheckMeans & { readonly pool: Pool }): Judging {
  const { apart, result } = beginCheck(edition, filesOf(edition), means);
  const judged = result.then(({ findings }): Judged => {
    const faulty = new Set(findings.filter(({ severity }) => severity === 'error').map(({ path }) => path));
    const documents = filesIn(edition.documents, '.xml').filter((path) => !faulty.has(shownPath(path)));
    return { documents, findings };
  });
  return { apart, judged };
}
