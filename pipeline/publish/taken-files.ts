/**
 * The files that a new site takes over from the former one.
 *
 * In: the folders of both, and addresses. Out: the same file under the new folder's name, until the
 * former folder goes; nothing ever writes into it. A thread does it, while this one goes on: of a
 * large site an edit leaves thousands of files as they are.
 */
import { Worker } from 'node:worker_threads';

/** So many addresses go over at a time. */
const TOGETHER = 200;

export class TakenFiles {
  readonly #from: string;
  readonly #to: string;
  #waiting: string[] = [];
  #thread: { readonly worker: Worker; readonly ended: Promise<void> } | undefined;

  constructor(from: string, to: string) {
    this.#from = from;
    this.#to = to;
  }

  add(addresses: readonly string[]): void {
    this.#waiting.push(...addresses);
    if (this.#waiting.length >= TOGETHER) this.#send();
  }

  /**
   * Resolves when all files are there; rejects with the error of the first that could not be taken.
   * More may be added afterwards.
   */
  async allThere(): Promise<void> {
    if (this.#waiting.length > 0) this.#send();
    const thread = this.#thread;
    this.#thread = undefined;
    thread?.worker.postMessage(null);
    await thread?.ended;
  }

  #send(): void {
    this.#thread ??= this.#open();
    this.#thread.worker.postMessage(this.#waiting.join('\n'));
    this.#waiting = [];
  }

  #open(): { readonly worker: Worker; readonly ended: Promise<void> } {
    const worker = new Worker(new URL('take-over.mjs', import.meta.url), {
      workerData: { from: this.#from, to: this.#to },
    });
    const ended = new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
    // Waited for by `allThere`.
    ended.catch(() => {});
    return { worker, ended };
  }
}
