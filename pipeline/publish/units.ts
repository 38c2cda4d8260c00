/**
 * The parts that a site is made of: pages, and what stands beside them.
 *
 * In: what a part does while it is made. Out: which of the site's values it has read, and which
 * files it has written; so that a later build takes the files over as long as the site still gives
 * the same (former.ts).
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** A part that is being made. */
export interface Unit {
  readonly name: string;
  /** Readings of the site, by number (reads.ts). */
  readonly reads: Set<number>;
  /** Addresses. */
  readonly files: Set<string>;
}

/** A part that was made. */
export interface MadeUnit {
  readonly name: string;
  readonly reads: Uint32Array;
  readonly files: readonly string[];
}

/** Between the addresses of a part: none of them holds it. */
const CUT = '\n';

/**
 * Parts that were made. Of thousands of documents they have read millions of values, so the numbers
 * of all stand in one row; and have hundreds of thousands of files, so the addresses of a part are
 * one text.
 */
export class MadeUnits {
  readonly #names: string[] = [];
  readonly #files: string[] = [];
  readonly #ends: number[] = [];
  #reads = new Uint32Array(1024);

  get count(): number {
    return this.#names.length;
  }

  add({ name, reads, files }: Unit): void {
    const from = this.#ends.at(-1) ?? 0;
    const end = from + reads.size;
    if (end > this.#reads.length) {
      const more = new Uint32Array(2 * end);
      more.set(this.#reads);
      this.#reads = more;
    }
    let at = from;
    for (const read of reads) this.#reads[at++] = read;
    this.#names.push(name);
    this.#files.push([...files].join(CUT));
    this.#ends.push(end);
  }

  *[Symbol.iterator](): Generator<MadeUnit> {
    for (const [at, name] of this.#names.entries()) {
      const reads = this.#reads.subarray(this.#ends[at - 1] ?? 0, this.#ends[at]);
      const files = this.#files[at] as string;
      yield { name, reads, files: files === '' ? [] : files.split(CUT) };
    }
  }
}

const making = new AsyncLocalStorage<Unit>();

export function openUnit(name: string): Unit {
  return { name, reads: new Set(), files: new Set() };
}

export function inUnit<Result>(unit: Unit, work: () => Result): Result {
  return making.run(unit, work);
}

/** Whoever writes a file of a site says so. */
export function written(address: string): void {
  making.getStore()?.files.add(address);
}
