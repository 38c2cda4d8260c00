/**
 * The kinds of work that threads do: what a job is, what its result is, what all jobs of a run
 * share.
 *
 * A kind is a module of its stage, `worker.ts` names its function. Jobs and results cross between
 * threads, so they are plain values.
 */

import type { CheckJob, CheckShared } from '../check/check-job.ts';
import type { Finding } from '../core/finding.ts';
import type { DocumentJob, DocumentShared } from '../publish/document-job.ts';
import type { DataJob, DataShared } from '../transform/data-job.ts';

export interface Kinds {
  check: { job: CheckJob; result: readonly Finding[] | null; shared: CheckShared };
  data: { job: DataJob; result: string; shared: DataShared };
  document: { job: DocumentJob; result: string; shared: DocumentShared };
}

export type JobKind = keyof Kinds;
export type JobOf<Kind extends JobKind> = Kinds[Kind]['job'];
export type ResultOf<Kind extends JobKind> = Kinds[Kind]['result'];
export type SharedOf<Kind extends JobKind> = Kinds[Kind]['shared'];

export interface Task<Kind extends JobKind = JobKind> {
  readonly kind: Kind;
  readonly shared: SharedOf<Kind>;
  readonly jobs: readonly JobOf<Kind>[];
}
