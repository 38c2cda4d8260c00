/**
 * A grammar in a thread of its own: compiling it takes as long as all else that is done of an edited document, and can be done beside it.
 *
 * In: the path of a schema; then documents, one after the other. Out: findings, as `RelaxNg` gives them.
 */
import { Worker } from 'node:worker_threads';
import { type Finding, InputFault } from '../finding.ts';
import { readTree } from '../xml/tree.ts';
import { RelaxNg } from './relaxng.ts';

/** What crosses to the thread. */
export interface GrammarJob {
  readonly text: string;
  /** As it is shown. */
  readonly path: string;
}

/** What comes back. `atFault`: the findings are about the schema. */
export interface GrammarResult {
  readonly findings: readonly Finding[];
  readonly atFault: boolean;
}

/** What the thread does. */
export function judgeBy(schema: string): (job: GrammarJob) => Promise<GrammarResult> {
  const compiling = RelaxNg.compile(schema);
  // Told to whoever asks.
  compiling.catch(() => {});
  return async ({ text, path }) => {
    try {
      const grammar = await compiling;
      return { findings: grammar.validate(text, readTree({ path, content: text }), path), atFault: false };
    } catch (fault) {
      if (fault instanceof InputFault) return { findings: fault.findings, atFault: true };
      throw fault;
    }
  };
}

export class ThreadGrammar {
  readonly #thread: Worker;
  /** Rejects when the thread has ended. */
  readonly end: Promise<never>;
  /** What was asked last: one answer after the other. */
  #last: Promise<unknown> = Promise.resolve();

  /** `schema`: its path. It is compiled at once. */
  constructor(schema: string) {
    this.#thread = new Worker(new URL('grammar-thread.mjs', import.meta.url), { workerData: schema });
    this.end = new Promise((_, reject) => {
      this.#thread.once('error', reject);
      this.#thread.once('exit', () => reject(new Error('the thread that judges by the grammar has ended')));
    });
    this.end.catch(() => {});
    this.#thread.unref();
  }

  /** Rejects with an `InputFault` where the schema is at fault. */
  validate(text: string, path: string): Promise<Finding[]> {
    const answer = this.#last.then(() => this.#ask({ text, path }));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async dispose(): Promise<void> {
    await this.#thread.terminate();
  }

  async #ask(job: GrammarJob): Promise<Finding[]> {
    // As long as it is asked something, the process waits for it.
    this.#thread.ref();
    const answer = new Promise<GrammarResult>((resolve) => this.#thread.once('message', resolve));
    this.#thread.postMessage(job);
    try {
      const { findings, atFault } = await Promise.race([answer, this.end]);
      if (atFault) throw new InputFault(findings);
      return [...findings];
    } finally {
      this.#thread.unref();
    }
  }
}
