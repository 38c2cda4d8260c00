/**
 * A file's fingerprint: what shows, without reading the file, that its content may have changed.
 *
 * Whoever writes into a file changes its ctime, which nobody can set. But two changes within one
 * tick of the clock have the same time: a fingerprint counts only when the file had been at rest
 * before it was read.
 */
import { statSync } from 'node:fs';

/** Size in bytes; mtime and ctime in nanoseconds. */
export type Fingerprint = readonly [size: string, written: string, changed: string];

/** Some file systems know only whole seconds, and those two at a time. Milliseconds. */
const GRAIN = 3000;

/** Nothing where there is no file. */
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
 * Whether a file with this fingerprint had stood unchanged for long enough when it was read.
 * `read`: when its reading began, in milliseconds.
 */
export function wasAtRest(look: Fingerprint | undefined, read: number): boolean {
  return look !== undefined && Math.max(Number(look[1]), Number(look[2])) / 1e6 < read - GRAIN;
}
