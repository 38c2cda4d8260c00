/**
 * A process for work on untrusted input, with limits of time and memory.
 *
 * Takes the kind of work, then one question after the other. Returns the answers; a `LimitError` if
 * a question takes too long or too much memory. The process has ended then, and the next question
 * starts another. A thread would not do: if its memory is used up, V8 may end the whole process.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Finding } from '../../core/finding.ts';
import { builtScript } from '../../core/program-folder.mjs';

/** The result of a schema. `ofSchema`: the findings are about the schema. */
interface LimitedResult {
  readonly findings: readonly Finding[];
  readonly ofSchema: boolean;
}

/** The kinds of work: their questions and answers. */
export interface LimitedWork {
  /** Without `text` the stylesheet is only compiled. `skip`: numbers of rules. */
  readonly rules: {
    readonly question: {
      readonly stylesheet: string;
      readonly cache: string;
      readonly text?: string;
      readonly skip?: readonly number[];
    };
    readonly answer:
      | { readonly results: readonly string[] }
      | { readonly failed: string; readonly step: number }
      | { readonly errors: readonly Finding[] };
  };
  /** `schema`: a path. Without a document it is only compiled. */
  readonly grammar: {
    readonly question: {
      readonly schema: string;
      readonly document?: { readonly text: string; readonly path: string };
    };
    readonly answer: LimitedResult;
  };
}

export type LimitedKind = keyof LimitedWork;

export interface ProcessLimits {
  /**
   * Seconds of processor time for one step of a question, and for the whole question. The
   * preparation before the first step counts only for the whole question.
   */
  readonly step: number;
  readonly whole: number;
  /** Of the JavaScript heap. */
  readonly megabytes: number;
  /** Seconds of processor time until it is ready. */
  readonly start: number;
}

/** The first message to the process. */
export interface ProcessSetup {
  readonly work: LimitedKind;
  readonly limits: ProcessLimits;
}

/** Work that exceeded a limit. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
  /** The step of the process at that time. */
  readonly step: number;

  /** `what`: "takes more than 5 seconds". */
  constructor(what: string, step: number) {
    super(what);
    this.step = step;
  }
}

/** Settings for the location of the cache; the process gets no others. */
const SETTINGS = [
  'SIGLUM_CACHE',
  'XDG_CACHE_HOME',
  'HOME',
  'LOCALAPPDATA',
  'USERPROFILE',
  'SystemRoot',
  'TMPDIR',
  'TEMP',
];

export class LimitedProcess<Kind extends LimitedKind> {
  readonly #work: Kind;
  readonly #limits: ProcessLimits;
  #running: Running | undefined;
  /** One question after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(work: Kind, limits: ProcessLimits) {
    this.#work = work;
    this.#limits = limits;
  }

  /** Starts the process before the first question. */
  prepare(): void {
    this.#running ??= new Running({ work: this.#work, limits: this.#limits });
  }

  /** Rejects with a `LimitError`. */
  ask(question: LimitedWork[Kind]['question']): Promise<LimitedWork[Kind]['answer']> {
    const answer = this.#last.then(async () => {
      this.prepare();
      try {
        return await (this.#running as Running).ask(question);
      } catch (error) {
        this.dispose();
        throw error;
      }
    });
    this.#last = answer.catch(() => {});
    return answer as Promise<LimitedWork[Kind]['answer']>;
  }

  dispose(): void {
    this.#running?.end();
    this.#running = undefined;
  }
}

class Running {
  readonly #child: ChildProcess;
  readonly #reports: Readable;
  readonly #ready: Promise<unknown>;
  readonly #ended: Promise<never>;
  #step = 0;
  #limit: string | undefined;

  constructor(setup: ProcessSetup) {
    this.#child = fork(builtScript('limited-process'), [], {
      execArgv: [`--max-old-space-size=${setup.limits.megabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'],
      env: Object.fromEntries(
        SETTINGS.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
      ),
    });
    this.#reports = this.#child.stdio[4] as Readable;
    this.#ended = new Promise((_, reject) => {
      const what = `takes more than ${setup.limits.megabytes} MB of memory`;
      this.#child.once('error', (error) =>
        reject(new LimitError(`cannot be started (${error.message})`, 0)),
      );
      // After the last report has been read.
      this.#child.once('close', () => reject(new LimitError(this.#limit ?? what, this.#step)));
    });
    this.#ended.catch(() => {});
    createInterface({ input: this.#reports }).on('line', (line) => {
      if (/^\d+$/.test(line)) this.#step = Number(line);
      else this.#limit = line;
    });
    this.#ready = this.#answer();
    this.#ready.catch(() => {});
    this.#child.send(setup, () => {});
    this.#hold(false);
  }

  async ask(question: object): Promise<unknown> {
    this.#hold(true);
    try {
      await this.#ready;
      this.#step = 0;
      const answer = this.#answer();
      this.#child.send(question, () => {});
      return await answer;
    } finally {
      this.#hold(false);
    }
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }

  #answer(): Promise<unknown> {
    return Promise.race([
      new Promise((resolve) => this.#child.once('message', resolve)),
      this.#ended,
    ]);
  }

  /** This process stays alive while a question is open. */
  #hold(wait: boolean): void {
    const pipe = this.#reports as Readable & { ref?(): void; unref?(): void };
    for (const handle of [this.#child, this.#child.channel, pipe]) {
      if (wait) handle?.ref?.();
      else handle?.unref?.();
    }
  }
}
