/**
 * What a build reads back of a document when it makes a page of it: a site of thousands of
 * documents does not fit into memory.
 *
 * In: a kind of result and its key. Out: the value. Those read last are held, since a layout asks
 * for a document's parts one by one.
 */
import type { Results } from '../cache/results.ts';

/** Values held of each kind. */
const HELD = 24;

/**
 * A result that a former step has made is gone or no longer whole: another run took it away, or the
 * disk is at fault.
 */
export class LostResult extends Error {
  override readonly name = 'LostResult';
}

export class Kept {
  readonly #results: Results;
  /**
   * The first that was not there: what throws it out of a layout may tell it in words of its own.
   */
  lost: LostResult | undefined;
  readonly #held = new Map<string, Map<string, unknown>>();

  constructor(results: Results) {
    this.#results = results;
  }

  /** Throws a `LostResult`. */
  read<Value>(kind: string, key: string): Value {
    const held = this.#held.get(kind) ?? new Map<string, unknown>();
    this.#held.set(kind, held);
    const known = held.get(key) as Value | undefined;
    if (known !== undefined) return known;
    const value = this.#results.get<Value>(kind, key);
    if (value === undefined) {
      this.lost = new LostResult(`${kind} ${key}`);
      throw this.lost;
    }
    held.set(key, value);
    const [oldest] = held.keys();
    if (held.size > HELD && oldest !== undefined) held.delete(oldest);
    return value;
  }

  /** The same for what is made at once. */
  keepNow<Value>(kind: string, key: string, make: () => Value): Value {
    const known = this.#results.get<Value>(kind, key);
    if (known !== undefined) return known;
    const value = make();
    this.#results.put(kind, key, value);
    return value;
  }

  /** See `Results.keep`. */
  keep<Value>(kind: string, key: string, make: () => Promise<Value>): Promise<Value> {
    return this.#results.keep(kind, key, make);
  }
}
