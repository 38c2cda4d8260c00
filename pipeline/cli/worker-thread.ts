/** What a worker thread can do: the jobs of all stages by name. */
import { CHECK_JOB } from '../check/check-job.ts';
import { DOCUMENT_JOB } from '../publish/document/document-job.ts';
import { LABEL_JOB } from '../publish/pointers/label-job.ts';
import { DATA_JOB } from '../transform/data-job.ts';
import { type AnyJob, type BatchResult, runBatch } from '../work/job.ts';
import type { Task } from '../work/pool.ts';

const JOBS: ReadonlyMap<string, AnyJob> = new Map(
  [CHECK_JOB, DATA_JOB, DOCUMENT_JOB, LABEL_JOB].map((job): [string, AnyJob] => [job.name, job]),
);

export default function work({ job, batch }: Task): Promise<BatchResult<unknown>> {
  return runBatch(JOBS.get(job) as AnyJob, batch as never);
}
