/**
 * Aligns the passages of two texts.
 *
 * @typedef {{ id: string, text: string }} Passage
 */

/** With more pairs of passages than this, their words are not compared. */
const MOST = 400_000;

/**
 * By the pairs that the encoding states, by equal identifiers, else by their words.
 *
 * @param {Passage[]} left @param {Passage[]} right @param {[string, string][]} pairs identifiers on
 * the left and on the right @returns {[Passage | null, Passage | null][]}
 */
export function alignPassages(left, right, pairs) {
  const partners = new Map(pairs);
  const ids = new Map(right.map(({ id }, at) => [id, at]));
  // Two texts with alignments in the encoding may still use the same identifiers.
  const isStated = left.some(({ id }) => ids.has(partners.get(id)));
  const byId = (id) => (id === '' || isStated ? undefined : ids.get(id));
  const own = left.map(({ id }) => ids.get(partners.get(id)) ?? byId(id));
  const known = own.filter((at) => at !== undefined).length;
  if (isStated || known >= Math.min(left.length, right.length) / 3)
    return inOrder(left, right, own);
  return left.length * right.length > MOST ? byPlace(left, right) : byWords(left, right);
}

/**
 * `own`: for each passage on the left the place of its partner. Partners out of order are shown
 * alone.
 */
function inOrder(left, right, own) {
  const rows = [];
  let next = 0;
  for (const [at, passage] of left.entries()) {
    const partner = own[at];
    if (partner === undefined || partner < next) {
      rows.push([passage, null]);
      continue;
    }
    for (; next < partner; next++) rows.push([null, right[next]]);
    rows.push([passage, right[partner]]);
    next = partner + 1;
  }
  for (; next < right.length; next++) rows.push([null, right[next]]);
  return rows;
}

function byPlace(left, right) {
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, at) => [left[at] ?? null, right[at] ?? null]);
}

/**
 * The pairs in the same order that share most words (Needleman and Wunsch, without a cost for
 * gaps).
 */
function byWords(left, right) {
  const [ones, others] = [left, right].map((all) =>
    all.map(({ text }) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))),
  );
  const like = (a, b) => {
    let both = 0;
    for (const word of a) if (b.has(word)) both += 1;
    const share = (2 * both) / Math.max(1, a.size + b.size);
    return share > 0.2 ? share : 0;
  };
  const width = right.length + 1;
  const best = new Float32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j],
        best[i * width + j + 1],
        best[(i + 1) * width + j + 1] + like(ones[i], others[j]),
      );
  const rows = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const here = best[i * width + j];
    if (here === best[(i + 1) * width + j]) rows.push([left[i++], null]);
    else if (here === best[i * width + j + 1]) rows.push([null, right[j++]]);
    else rows.push([left[i++], right[j++]]);
  }
  for (; i < left.length; i++) rows.push([left[i], null]);
  for (; j < right.length; j++) rows.push([null, right[j]]);
  // Passages without a partner at the same place are side by side, so that less scrolling is
  // needed.
  return rows;
}
