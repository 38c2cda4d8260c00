/**
 * How the cost of something grows: the exponent e of cost = c · n^e.
 *
 * Takes a cost for each of several counts. Returns the exponent between the smallest and the
 * largest count, with the fixed cost taken off.
 */

/**
 * Growth up to this exponent counts as linear: it allows for `n log n` and the noise of a busy
 * machine.
 */
export const IN_STEP = 1.2;

/** `fixed`: the cost of almost nothing. `least`: smaller values are only noise. */
export function exponent(
  fixed: number,
  small: number,
  large: number,
  times: number,
  least: number,
): number {
  const first = Math.max(small - fixed, least);
  const last = Math.max(large - fixed, least);
  return Math.log(last / first) / Math.log(times);
}

/** Milliseconds of processor time, all threads of the process; the least of `repeats`. */
export function processorTime(work: () => void, repeats: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < repeats; n += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
