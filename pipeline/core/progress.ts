/**
 * A line on the terminal that shows how far a run is, how fast it goes, and how long it will take.
 *
 * Takes the number of documents done. Returns one line, rewritten in place, on a terminal only: a
 * log or a pipe gets nothing of it.
 */

/** How often the line is rewritten, in milliseconds. */
const PAUSE = 100;

const CLEAR_LINE = '\r\u001b[2K';

export class Progress {
  readonly #total: number;
  readonly #terminal: NodeJS.WriteStream | undefined;
  #shown = 0;

  /** `total`: how many documents there are. For a single document nothing is shown. */
  constructor(total: number, terminal: NodeJS.WriteStream = process.stderr) {
    this.#total = total;
    this.#terminal = terminal.isTTY && total > 1 ? terminal : undefined;
  }

  /** `done` documents are finished; `id` is the last of them. */
  at(done: number, id: string): void {
    const now = performance.now();
    if (!this.#terminal || now - this.#shown < PAUSE) return;
    this.#shown = now;
    const line =
      `${done} of ${this.#total} documents (${Math.floor((100 * done) / this.#total)} %), ` +
      `${id}`;
    this.#terminal.write(`${CLEAR_LINE}${line.slice(0, (this.#terminal.columns ?? 80) - 1)}`);
  }

  /** Removes the line. */
  end(): void {
    if (this.#shown > 0) this.#terminal?.write(CLEAR_LINE);
  }
}

/** Called with the number of files done in a step and their total: `checked`, `transformed`. */
export type ReportProgress = (step: string, done: number, of: number) => void;

/** The steps of a build, one after the other. */
export class Steps {
  readonly #terminal: NodeJS.WriteStream | undefined;
  #step = '';
  #begun: number;
  #shown = 0;
  readonly #now: () => number;

  /** `now`: a clock, in milliseconds. */
  constructor(
    terminal: NodeJS.WriteStream = process.stderr,
    now: () => number = () => performance.now(),
  ) {
    this.#terminal = terminal.isTTY ? terminal : undefined;
    this.#now = now;
    this.#begun = now();
  }

  readonly at: ReportProgress = (step, done, of) => {
    const now = this.#now();
    // A step begins when the previous one ends.
    if (step !== this.#step) this.#begun = Math.max(this.#begun, this.#shown);
    this.#step = step;
    if (!this.#terminal || of < 2 || (now - this.#shown < PAUSE && done < of)) return;
    this.#shown = now;
    const line =
      `${done} of ${of} ${step} (${Math.floor((100 * done) / of)} ` +
      `%)${pace(done, of, now - this.#begun)}`;
    this.#terminal.write(`${CLEAR_LINE}${line.slice(0, (this.#terminal.columns ?? 80) - 1)}`);
  };

  /** Removes the line. */
  end(): void {
    if (this.#shown > 0) this.#terminal?.write(CLEAR_LINE);
  }
}

/**
 * No estimate is shown before this many milliseconds: the first second says nothing about the rest.
 */
const SOON = 1000;

/** `, 12/s, 3 min 20 s left`. `time`: how long the step has taken, in milliseconds. */
function pace(done: number, of: number, time: number): string {
  if (time < SOON || done === 0) return '';
  const rate = (1000 * done) / time;
  const left = Math.ceil((of - done) / rate);
  const minutes = Math.floor(left / 60);
  const wait = minutes > 0 ? `${minutes} min ${left % 60} s` : `${left} s`;
  const rounded = rate < 10 ? rate.toFixed(1) : Math.round(rate);
  return `, ${rounded}/s${done < of ? `, ${wait} left` : ''}`;
}
