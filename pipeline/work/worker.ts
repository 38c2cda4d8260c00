/**
 * What a thread does: the jobs of a handful, one after the other.
 *
 * In: a task. Out: its results and the findings of the jobs that have none, since an error would
 * lose them on its way between threads. A job whose file cannot be read or transformed does not
 * stop the others.
 */
import { checkJob } from '../check/check-job.ts';
import type { Finding } from '../core/finding.ts';
import { documentJob } from '../publish/document-job.ts';
import { dataJob } from '../transform/data-job.ts';
import { failureFindings } from '../transform/failed.ts';
import type { JobKind, JobOf, ResultOf, SharedOf, Task } from './kinds.ts';

type Doing<Kind extends JobKind> = (
  job: JobOf<Kind>,
  shared: SharedOf<Kind>,
) => Promise<ResultOf<Kind>>;

const DOING: { readonly [Kind in JobKind]: Doing<Kind> } = {
  check: checkJob,
  data: dataJob,
  document: documentJob,
};

export interface Done<Kind extends JobKind> {
  /** In the order of the jobs; undefined for a job that has findings. */
  readonly results: readonly (ResultOf<Kind> | undefined)[];
  readonly findings: readonly Finding[];
}

export default async function work<Kind extends JobKind>({
  kind,
  shared,
  jobs,
}: Task<Kind>): Promise<Done<Kind>> {
  const results: (ResultOf<Kind> | undefined)[] = [];
  const findings: Finding[] = [];
  for (const job of jobs) {
    try {
      results.push(await DOING[kind](job, shared));
    } catch (error) {
      findings.push(...failureFindings(error, job.path));
      results.push(undefined);
    }
  }
  return { results, findings };
}
