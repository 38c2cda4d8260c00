/**
 * The parts that a site is made of: pages, and what stands beside them.
 *
 * In: what a part does while it is made. Out: which of the site's values it has read, and which files it has written; so that a later build
 * takes the files over as long as the site still gives the same (former.ts).
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Unit {
  readonly name: string;
  /** Readings of the site (reads.ts). */
  readonly reads: Set<string>;
  /** Addresses. */
  readonly files: Set<string>;
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
