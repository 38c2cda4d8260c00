/** Documents found, by their dates. */

/** The year of a document; undefined where it has no date. */
function yearOf({ at }) {
  const year = /^-?\d{4,}/.exec(at)?.[0];
  return year === undefined ? undefined : Number(year);
}

/** `from`, `to`: years; empty or null: no limit. */
export function isInYears(document, from, to) {
  if (!from && !to) return true;
  const year = yearOf(document);
  return year !== undefined && (!from || year >= Number(from)) && (!to || year <= Number(to));
}

/** Documents without a date come last; at one moment the order of the edition holds. */
export function byDate(documents) {
  return ({ document: one }, { document: other }) => {
    const [first, second] = [documents[one], documents[other]];
    const [a, b] = [yearOf(first) ?? Infinity, yearOf(second) ?? Infinity];
    if (a !== b) return a < b ? -1 : 1;
    return first.at < second.at ? -1 : first.at > second.at ? 1 : one - other;
  };
}
