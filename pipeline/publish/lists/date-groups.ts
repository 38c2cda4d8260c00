/** The year, month and day of a W3C date as keys, and groups of neighbours with the same key. */

/** Groups neighbours with the same key. */
export function groupByKey<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): { key: string; items: Item[] }[] {
  const all: { key: string; items: Item[] }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = all.at(-1);
    if (last?.key === key) last.items.push(item);
    else all.push({ key, items: [item] });
  }
  return all;
}

export function yearKey(at: string): string {
  return /^-?\d{4,}/.exec(at)?.[0] ?? at;
}

export function monthOf(at: string): string {
  return /^-?\d{4,}-\d\d/.exec(at)?.[0] ?? yearKey(at);
}

export function dayKey(at: string): string {
  return at.replace(/T.*/, '');
}
