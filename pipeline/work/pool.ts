/**
 * The worker pool: does jobs about many documents on all cores.
 *
 * A few jobs are done in the main thread, because each worker thread has to load the stylesheets
 * first.
 */
import { statSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import type { Piscina } from 'piscina';
import { type Finding, InputError } from '../core/finding.ts';
import { builtScript } from '../core/program-folder.mjs';
import { type Batch, type BatchResult, type Job, type JobInput, runBatch } from './job.ts';

/** Up to this number, jobs are done in the main thread. */
const FEW = 12;

/**
 * How many jobs a thread takes at a time: enough that sending them costs little, few enough that
 * all threads finish together.
 */
const BATCH = 4;

/**
 * Young generation of a thread's heap, in MiB: a stylesheet makes much garbage, and with less
 * memory a third of the time goes into garbage collection.
 */
const YOUNG = 96;

/** The most memory that a thread needs, in MiB. */
const THREAD = 400;

/**
 * A document may need this many times its size in memory; one that needs more than a thread has is
 * done in the main thread.
 */
const NEEDED = 200;

interface PoolOptions {
  /** Number of threads; by default one per core, as far as memory allows. */
  readonly width?: number;
  /** How many jobs are done in the main thread. */
  readonly few?: number;
  /** Memory that a thread may use, in MiB. */
  readonly room?: number;
}

/** The data sent to a thread. */
export interface Task {
  readonly job: string;
  readonly batch: Batch<unknown, unknown>;
}

export class Pool {
  readonly #width: number;
  readonly #few: number;
  readonly #room: number;
  #threads: Promise<Piscina> | undefined;

  constructor({ width = defaultWidth(), few = FEW, room = THREAD }: PoolOptions = {}) {
    this.#width = width;
    this.#few = few;
    this.#room = room;
  }

  /** Whether this many jobs are done in the main thread while another core is idle. */
  spares(count: number): boolean {
    return count > 0 && this.#width > 1 && !this.#useThreads(count);
  }

  /**
   * Does a job for each of the inputs, and returns the results in the order of the inputs. `done`
   * is called after each batch with the number of jobs that are finished. Throws an `InputError`
   * with the findings of all jobs that failed.
   */
  async run<Input extends JobInput, Result, Shared>(
    job: Job<Input, Result, Shared>,
    shared: Shared,
    inputs: readonly Input[],
    done: (count: number) => void = () => {},
  ): Promise<Result[]> {
    const results: Result[] = new Array(inputs.length);
    const findings: [at: number, found: readonly Finding[]][] = [];
    let finished = 0;
    type Work = (batch: Batch<Input, Shared>) => Promise<BatchResult<Result>>;
    /** `places`: of the inputs. `lanes`: how many batches are under way at once. */
    const work = async (places: readonly number[], lanes: number, how: Work): Promise<void> => {
      let next = 0;
      const lane = async (): Promise<void> => {
        while (next < places.length) {
          const some = places.slice(next, next + BATCH);
          next += some.length;
          const made = await how({ shared, inputs: some.map((at) => inputs[at] as Input) });
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
    const all = [...inputs.keys()];
    const toThreads = this.#useThreads(inputs.length)
      ? all.filter((at) => !this.#isHeavy(inputs[at] as Input))
      : [];
    const inMain =
      toThreads.length === 0 ? all : all.filter((at) => this.#isHeavy(inputs[at] as Input));
    // One batch waits for each thread, so that none is idle.
    if (toThreads.length > 0) {
      await work(toThreads, 2 * this.#width, async (batch) => {
        const task: Task = { job: job.name, batch };
        return (await this.#pool()).run(task) as Promise<BatchResult<Result>>;
      });
    }
    if (inMain.length > 0) await work(inMain, 1, (batch) => runBatch(job, batch));
    if (findings.length > 0) {
      throw new InputError(
        findings.sort(([one], [other]) => one - other).flatMap(([, found]) => found),
      );
    }
    return results;
  }

  /** Threads that are already running take small runs too. */
  #useThreads(count: number): boolean {
    return this.#width > 1 && (count > this.#few || this.#threads !== undefined);
  }

  #isHeavy({ path }: JobInput): boolean {
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
      filename: builtScript('worker'),
      minThreads: this.#width,
      maxThreads: this.#width,
      resourceLimits: { maxOldGenerationSizeMb: this.#room, maxYoungGenerationSizeMb: YOUNG },
    });
  }
}

/** `SIGLUM_THREADS` sets it, for one of several processes on a machine. */
function defaultWidth(): number {
  const named = Number(process.env['SIGLUM_THREADS']);
  if (named >= 1) return Math.floor(named);
  // A container may have less memory than the machine; without a limit, the value is missing or
  // larger than the machine's memory.
  const memory = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  const room = Math.floor(memory / 2 ** 21 / THREAD);
  return Math.max(1, Math.min(availableParallelism(), room));
}
