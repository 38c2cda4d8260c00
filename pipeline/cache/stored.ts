/**
 * Large values that a stage passes on without having them in memory: the stage writes the value to
 * the cache and returns a reference; the next stage reads it from there when it needs it.
 *
 * This limits the memory of a build: the HTML of 30,000 documents does not fit into 2 GB.
 */
import { LostValue } from '../core/files/lost-cache.ts';
import type { Results } from './results.ts';

declare const value: unique symbol;

/** Where a value is in the cache. Plain data, so that it can cross between threads. */
export interface StoredReference<Value> {
  readonly kind: string;
  readonly key: string;
  /** Hash of the value: two values are equal if their hashes are. */
  readonly hash: string;
  readonly [value]?: Value;
}

/** Writes a value to the cache. */
export function store<Value>(
  cache: Results,
  kind: string,
  key: string,
  stored: Value,
): StoredReference<Value> {
  return { kind, key, hash: cache.put(kind, key, stored) };
}

/** Whether the cache has the value; with `verify`, whether it is undamaged too. */
export function isStored(cache: Results, { kind, key }: StoredReference<unknown>, verify = false) {
  return cache.has(kind, key, verify);
}

/** A value that is read when it is needed. In JSON it is its hash. */
export abstract class Readable<Value> {
  abstract readonly hash: string;

  /** Throws a `LostValue`. */
  abstract read(): Value;

  toJSON(): string {
    return this.hash;
  }
}

/** A value in the cache. */
export class Stored<Value> extends Readable<Value> {
  readonly #cache: Results;
  readonly #reference: StoredReference<Value>;

  constructor(cache: Results, reference: StoredReference<Value>) {
    super();
    this.#cache = cache;
    this.#reference = reference;
  }

  get hash(): string {
    return this.#reference.hash;
  }

  read(): Value {
    const { kind, key } = this.#reference;
    const read = this.#cache.get<Value>(kind, key);
    if (read === undefined) throw new LostValue(`the cache has lost ${kind} ${key}`);
    return read;
  }
}

/** A value in which all references have been replaced by the values read. */
type Loaded<Data> =
  Data extends Readable<infer Value>
    ? Value
    : Data extends (infer Item)[] | readonly (infer Item)[]
      ? readonly Loaded<Item>[]
      : Data extends object
        ? { readonly [Key in keyof Data]: Loaded<Data[Key]> }
        : Data;

/** `data`: plain objects and arrays with values to be read among them. */
export function loaded<Data>(data: Data): Loaded<Data> {
  return load(data) as Loaded<Data>;
}

function load(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (data instanceof Readable) return data.read();
  if (Array.isArray(data)) return data.map(load);
  return Object.fromEntries(Object.entries(data).map(([key, one]) => [key, load(one)]));
}

/** The cached value, or one that is made now. */
export function cachedNow<Value>(
  cache: Results,
  kind: string,
  key: string,
  make: () => Value,
): Value {
  const cached = cache.get<Value>(kind, key);
  if (cached !== undefined) return cached;
  const value = make();
  cache.put(kind, key, value);
  return value;
}
