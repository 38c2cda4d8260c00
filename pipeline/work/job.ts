/**
 * A kind of work that worker threads do: a function from a stage, with a name.
 *
 * Inputs, results and the shared values of a run cross between threads, so they are plain data.
 */
import type { Finding } from '../core/finding.ts';

/** Each job is about one file. */
export interface JobInput {
  readonly path: string;
}

export interface Job<Input extends JobInput, Result, Shared> {
  /** The name by which the worker thread finds it. */
  readonly name: string;
  run(input: Input, shared: Shared): Promise<Result>;
  /** Findings about the file that an error contains; an internal error is rethrown. */
  findings(error: unknown, path: string): readonly Finding[];
}

// biome-ignore lint/suspicious/noExplicitAny: a table of jobs holds jobs of any types.
export type AnyJob = Job<any, any, any>;

/** A batch: jobs of one kind that a thread does one after the other. */
export interface Batch<Input, Shared> {
  readonly shared: Shared;
  readonly inputs: readonly Input[];
}

/** The results in the order of the inputs; undefined for a job that failed. */
export interface BatchResult<Result> {
  readonly results: readonly (Result | undefined)[];
  readonly findings: readonly Finding[];
}

/**
 * Does a batch. A job that fails does not stop the others. Findings are returned, not thrown: an
 * error would lose them on its way between threads.
 */
export async function runBatch<Input extends JobInput, Result, Shared>(
  job: Job<Input, Result, Shared>,
  { shared, inputs }: Batch<Input, Shared>,
): Promise<BatchResult<Result>> {
  const results: (Result | undefined)[] = [];
  const findings: Finding[] = [];
  for (const input of inputs) {
    try {
      results.push(await job.run(input, shared));
    } catch (error) {
      findings.push(...job.findings(error, input.path));
      results.push(undefined);
    }
  }
  return { results, findings };
}
