/**
 * A line on the terminal that tells how far a run is.
 *
 * In: the number of documents done. Out: one line, rewritten in place, on a terminal only: a log or a pipe gets nothing of it.
 */

/** How often the line is rewritten, in milliseconds. */
const PAUSE = 100;

const CLEAR_LINE = '\r\u001b[2K';

export class Progress {
  readonly #total: number;
  readonly #terminal: NodeJS.WriteStream | undefined;
  #shown = 0;

  /** `total`: how many documents there are. For a single one there is nothing to tell. */
  constructor(total: number, terminal: NodeJS.WriteStream = process.stderr) {
    this.#total = total;
    this.#terminal = terminal.isTTY && total > 1 ? terminal : undefined;
  }

  /** `done` documents are finished, `id` the last of them. */
  at(done: number, id: string): void {
    const now = performance.now();
    if (!this.#terminal || now - this.#shown < PAUSE) return;
    this.#shown = now;
    const line = `${done} of ${this.#total} documents (${Math.floor((100 * done) / this.#total)} %), ${id}`;
    this.#terminal.write(`${CLEAR_LINE}${line.slice(0, (this.#terminal.columns ?? 80) - 1)}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown > 0) this.#terminal?.write(CLEAR_LINE);
  }
}
