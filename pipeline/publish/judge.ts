/**
 * Which documents may be published.
 *
 * In: an edition. Out: the documents that `check` finds no error in, and all that it found.
 */
import { type CheckMeans, checkFiles, filesOf } from '../check/check.ts';
import { type Edition, filesIn } from '../edition.ts';
import { type Finding, shownPath } from '../finding.ts';

export interface Judged {
  /** Paths. */
  readonly documents: readonly string[];
  readonly findings: readonly Finding[];
}

/** Throws an `InputFault` where the edition's schema is at fault. */
export async function judge(edition: Edition, means: CheckMeans): Promise<Judged> {
  const { findings } = await checkFiles(edition, filesOf(edition), means);
  const faulty = new Set(findings.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const documents = filesIn(edition.documents, '.xml').filter((path) => !faulty.has(shownPath(path)));
  return { documents, findings };
}
