// @ts-check
/**
 * How a file looks from outside: what tells, without reading it, that its content is another one.
 *
 * In: a path. Out: size and moments. Whoever writes into a file changes the moment at which
 * anything about it was changed, which nobody can set. But two changes within one tick of the clock
 * have the same moment: a look counts only when the file had been at rest before it was read.
 * JavaScript, since the compiled program itself is found so.
 */
import { statSync } from 'node:fs';

/**
 * @typedef {readonly [size: string, written: string, changed: string]} Look Moments in nanoseconds.
 */

/** Some file systems know only whole seconds, and those two at a time. Milliseconds. */
const GRAIN = 3000;

/**
 * Nothing where there is no file.
 *
 * @param {string} path
 * @returns {Look | undefined}
 */
export function lookAt(path) {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat && [String(stat.size), String(stat.mtimeNs), String(stat.ctimeNs)];
}

/**
 * @param {Look | undefined} one
 * @param {Look | undefined} other
 */
export function looksSame(one, other) {
  return one !== undefined && String(one) === String(other);
}

/**
 * Whether a file with this look has stood unchanged for long enough when it was read.
 *
 * @param {Look | undefined} look
 * @param {number} read When its reading began, in milliseconds.
 */
export function wasAtRest(look, read) {
  return look !== undefined && Math.max(Number(look[1]), Number(look[2])) / 1e6 < read - GRAIN;
}
