/**
 * What a thread does: the jobs of a handful, one after the other.
 *
 * In: a task. Out: its results, or the findings of a fault of the input, since an error would lose them on its way between threads.
 */
import { type Finding, InputFault } from '../finding.ts';
import { documentJob } from '../publish/document-job.ts';
import { dataJob } from '../transform/data-job.ts';
import type { JobKind, JobOf, ResultOf, SharedOf, Task } from './kinds.ts';

type Doing<Kind extends JobKind> = (job: JobOf<Kind>, shared: SharedOf<Kind>) => Promise<ResultOf<Kind>>;

const DOING: { readonly [Kind in JobKind]: Doing<Kind> } = { data: dataJob, document: documentJob };

export type Done<Kind extends JobKind> =
  | { readonly results: readonly ResultOf<Kind>[] }
  | { readonly fault: readonly Finding[] };

export default async function work<Kind extends JobKind>({ kind, shared, jobs }: Task<Kind>): Promise<Done<Kind>> {
  const results: ResultOf<Kind>[] = [];
  try {
    for (const job of jobs) results.push(await DOING[kind](job, shared));
    return { results };
  } catch (error) {
    if (error instanceof InputFault) return { fault: error.findings };
    throw error;
  }
}
