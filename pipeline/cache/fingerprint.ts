/**
 * A file's fingerprint: what shows, without reading the file, that its content may have changed.
 *
 * Writing to a file changes its ctime, which programs cannot set. But two changes within one tick
 * of the clock have the same time: a fingerprint counts only if the file had not changed for a
 * while before it was read.
 */
import { statSync } from 'node:fs';

/** Size in bytes; mtime and ctime in nanoseconds. */
export type Fingerprint = readonly [size: string, written: string, changed: string];

/** Milliseconds: some file systems store times in steps of two seconds. */
const GRAIN = 3000;

/** Undefined if there is no file. */
export function fingerprint(path: string): Fingerprint | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat && [String(stat.size), String(stat.mtimeNs), String(stat.ctimeNs)];
}

export function sameFingerprint(
  one: Fingerprint | undefined,
  other: Fingerprint | undefined,
): boolean {
  return one !== undefined && String(one) === String(other);
}

/**
 * Whether a file with this fingerprint had been unchanged for long enough when it was read. `read`:
 * when reading began, in milliseconds.
 */
export function wasAtRest(look: Fingerprint | undefined, read: number): boolean {
  return look !== undefined && Math.max(Number(look[1]), Number(look[2])) / 1e6 < read - GRAIN;
}
