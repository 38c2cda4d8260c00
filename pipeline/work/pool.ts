/**
 * Work on many documents, by all cores.
 *
 * In: jobs of one kind, each about a document, and what they have in common. Out: the results in
 * the order of the jobs, whatever order they were done in. A few jobs are done in this thread,
 * since a thread of its own has to load the stylesheets first.
 */
import { statSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
import { type Finding, InputFault } from '../core/finding.ts';
import type { JobKind, JobOf, ResultOf, SharedOf, Task } from './kinds.ts';
import type { Done } from './worker.ts';

/** Jobs that are done at home. */
const FEW = 12;

/**
 * Jobs that a thread takes at a time: enough that passing them on costs little, few enough that all
 * threads end together.
 */
const HANDFUL = 4;

/**
 * Room for what a thread makes and drops, in MiB: a stylesheet makes much, and with less room a
 * third of the time goes into clearing up.
 */
const YOUNG = 96;

/** Memory that a thread needs at most, in MiB. */
const THREAD = 400;

/**
 * A document may need so many times its size; one that needs more than a thread has is done at
 * home.
 */
const NEEDED = 200;

export interface PoolMeans {
  /** How many threads; by default one a core, as far as the memory allows. */
  readonly width?: number;
  /** How many jobs are done at home. */
  readonly few?: number;
  /** Memory that a thread may use, in MiB. */
  readonly room?: number;
}

type Work = <Kind extends JobKind>(task: Task<Kind>) => Promise<Done<Kind>>;

export class Pool {
  readonly #width: number;
  readonly #few: number;
  readonly #room: number;
  #threads: Promise<Piscina> | undefined;

  constructor({ width = widthHere(), few = FEW, room = THREAD }: PoolMeans = {}) {
    this.#width = width;
    this.#few = few;
    this.#room = room;
  }

  /** Whether so many jobs are done at home, and a core has nothing to do meanwhile. */
  spares(count: number): boolean {
    return count > 0 && this.#width > 1 && !this.#useThreads(count);
  }

  /**
   * Does the jobs. `done` is told after each handful how many are finished. Throws an `InputFault`
   * with the findings of all jobs that have no result.
   */
  async run<Kind extends JobKind>(
    kind: Kind,
    shared: SharedOf<Kind>,
    jobs: readonly JobOf<Kind>[],
    done: (count: number) => void = () => {},
  ): Promise<ResultOf<Kind>[]> {
    const results: ResultOf<Kind>[] = new Array(jobs.length);
    const findings: [at: number, found: readonly Finding[]][] = [];
    let finished = 0;
    /** `places`: of the jobs. `lanes`: how many handfuls are under way at once. */
    const work = async (places: readonly number[], lanes: number, how: Work): Promise<void> => {
      let next = 0;
      const lane = async (): Promise<void> => {
        while (next < places.length) {
          const some = places.slice(next, next + HANDFUL);
          next += some.length;
          const made = await how<Kind>({
            kind,
            shared,
            jobs: some.map((at) => jobs[at] as JobOf<Kind>),
          });
          if (made.findings.length > 0) findings.push([some[0] as number, made.findings]);
          for (const [at, place] of some.entries()) {
            const result = made.results[at];
            if (result !== undefined) results[place] = result;
          }
          finished += some.length;
          done(finished);
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
    };
    const all = [...jobs.keys()];
    const toThreads = this.#useThreads(jobs.length)
      ? all.filter((at) => !this.#isHeavy(jobs[at] as JobOf<Kind>))
      : [];
    const atHome =
      toThreads.length === 0 ? all : all.filter((at) => this.#isHeavy(jobs[at] as JobOf<Kind>));
    // One handful waits for each thread, so that none is idle.
    if (toThreads.length > 0)
      await work(toThreads, 2 * this.#width, async (task) => (await this.#pool()).run(task));
    if (atHome.length > 0) await work(atHome, 1, (await import('./worker.ts')).default);
    if (findings.length > 0) {
      throw new InputFault(
        findings.sort(([one], [other]) => one - other).flatMap(([, found]) => found),
      );
    }
    return results;
  }

  /** Threads that have loaded what many jobs needed do a few as well. */
  #useThreads(count: number): boolean {
    return this.#width > 1 && (count > this.#few || this.#threads !== undefined);
  }

  #isHeavy({ path }: { readonly path: string }): boolean {
    return NEEDED * (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > this.#room * 2 ** 20;
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
      resourceLimits: { maxOldGenerationSizeMb: this.#room, maxYoungGenerationSizeMb: YOUNG },
    });
  }
}

/** `SIGLUM_THREADS` says it, for one of several processes on a machine. */
function widthHere(): number {
  const named = Number(process.env['SIGLUM_THREADS']);
  if (named >= 1) return Math.floor(named);
  // In a container there may be less than the machine has; where nothing is set, it is told as
  // nothing or as more than there is.
  const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  const room = Math.floor(memory / 2 ** 21 / THREAD);
  return Math.max(1, Math.min(availableParallelism(), room));
}
