/**
 * Work on many documents, by all cores.
 *
 * In: jobs of one kind, each about a document, and what they have in common. Out: the results in the order of the jobs, whatever order they were
 * done in. A few jobs are done in this thread, since a thread of its own has to load the stylesheets first.
 */
import { availableParallelism, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
import { type Finding, InputFault } from '../finding.ts';
import type { JobKind, JobOf, ResultOf, SharedOf } from './kinds.ts';
import type { Done } from './worker.ts';

/** Jobs that are done at home. */
const FEW = 12;

/** Jobs that a thread takes at a time: enough that passing them on costs little, few enough that all threads end together. */
const HANDFUL = 4;

/** Room for what a thread makes and drops, in MiB: a stylesheet makes much, and with less room a third of the time goes into clearing up. */
const YOUNG = 96;

/** Memory that a thread needs at most, in MiB. */
const THREAD = 400;

export class Pool {
  readonly #width: number;
  readonly #few: number;
  #threads: Promise<Piscina> | undefined;

  /** `width`: how many threads; by default one a core, as far as the memory allows. `few`: how many jobs are done at home. */
  constructor(width = widthHere(), few = FEW) {
    this.#width = width;
    this.#few = few;
  }

  /** Does the jobs. `done` is told after each handful how many are finished. Throws an `InputFault` with the findings of all jobs that have no result. */
  async run<Kind extends JobKind>(
    kind: Kind,
    shared: SharedOf<Kind>,
    jobs: readonly JobOf<Kind>[],
    done: (count: number) => void = () => {},
  ): Promise<ResultOf<Kind>[]> {
    if (jobs.length === 0) return [];
    const atHome = this.#width < 2 || (jobs.length <= this.#few && !this.#threads);
    const work = atHome ? (await import('./worker.ts')).default : undefined;
    const results: ResultOf<Kind>[] = new Array(jobs.length);
    const findings: [at: number, found: readonly Finding[]][] = [];
    let finished = 0;
    let next = 0;
    const lane = async (): Promise<void> => {
      while (next < jobs.length) {
        const from = next;
        const some = jobs.slice(from, from + HANDFUL);
        next += some.length;
        const task = { kind, shared, jobs: some };
        const made = (work ? await work<Kind>(task) : await (await this.#pool()).run(task)) as Done<Kind>;
        if (made.findings.length > 0) findings.push([from, made.findings]);
        for (const [at, result] of made.results.entries()) if (result !== undefined) results[from + at] = result;
        finished += some.length;
        done(finished);
      }
    };
    // One handful waits for each thread, so that none is idle.
    await Promise.all(Array.from({ length: work ? 1 : 2 * this.#width }, lane));
    if (findings.length > 0) {
      throw new InputFault(findings.sort(([one], [other]) => one - other).flatMap(([, found]) => found));
    }
    return results;
  }

  async close(): Promise<void> {
    await (await this.#threads)?.destroy();
    this.#threads = undefined;
  }

  #pool(): Promise<Piscina> {
    this.#threads ??= this.#open();
    return this.#threads;
  }

  async #open(): Promise<Piscina> {
    const { Piscina } = await import('piscina');
    return new Piscina({
      filename: fileURLToPath(new URL('boot.mjs', import.meta.url)),
      minThreads: this.#width,
      maxThreads: this.#width,
      resourceLimits: { maxOldGenerationSizeMb: THREAD, maxYoungGenerationSizeMb: YOUNG },
    });
  }
}

/** `SIGLUM_THREADS` says it, for one of several processes on a machine. */
function widthHere(): number {
  const named = Number(process.env['SIGLUM_THREADS']);
  if (named >= 1) return Math.floor(named);
  // In a container there may be less than the machine has; where nothing is set, it is told as nothing or as more than there is.
  const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  const room = Math.floor(memory / 2 ** 21 / THREAD);
  return Math.max(1, Math.min(availableParallelism(), room));
}
