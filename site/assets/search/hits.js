/**
 * Places found, document by document: united, intersected, near one another.
 *
 * A hit is the number of its first word and how many words it has; `Found` has the hits of each
 * document by its number, in their order.
 *
 * @typedef {import('./search-index.js').Found} Found
 */

/** @param {[number, number]} hit @param {number[]} ranges a first place and a number of words … */
export function inRanges([start, length], ranges) {
  for (let at = 0; at < ranges.length; at += 2)
    if (start >= ranges[at] && start + length <= ranges[at] + ranges[at + 1]) return true;
  return false;
}

/** @param {Found[]} parts @returns {Found} */
export function union(parts) {
  const all = new Map();
  for (const part of parts)
    for (const [document, hits] of part) all.set(document, merged(all.get(document) ?? [], hits));
  return all;
}

/** @param {Found[]} parts @returns {Found} */
export function intersection([first, ...others]) {
  const both = new Map();
  for (const [document, hits] of first) {
    if (!others.every((other) => other.has(document))) continue;
    both.set(
      document,
      others.reduce((all, other) => merged(all, other.get(document)), hits),
    );
  }
  return both;
}

/** Hits of both parts that are at most so many words from one of the other. */
export function near([left, right], distance) {
  const found = new Map();
  for (const [document, ones] of left) {
    const others = right.get(document) ?? [];
    // A word is not near itself.
    const close = ([start, length], [from, words]) =>
      start < from
        ? from - (start + length - 1) <= distance
        : start > from && start - (from + words - 1) <= distance;
    const hits = merged(
      ones.filter((one) => others.some((other) => close(one, other))),
      others.filter((other) => ones.some((one) => close(one, other))),
    );
    if (hits.length > 0) found.set(document, hits);
  }
  return found;
}

/** In order, the same hit once. */
function merged(one, other) {
  return [...one, ...other]
    .sort(([a, words], [b, others]) => a - b || words - others)
    .filter(([start, words], at, all) => start !== all[at - 1]?.[0] || words !== all[at - 1]?.[1]);
}
