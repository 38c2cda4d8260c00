/**
 * Whether two names may be of one person, place or other entry.
 *
 * `same`: each word of the shorter name is in the longer one, whole or as an initial; `similar`:
 * they share a word, a surname say.
 */
export function likenessOf(one: string, other: string): 'same' | 'similar' | 'different' {
  const [shorter = [], longer = []] = [wordsOf(one), wordsOf(other)].sort(
    (a, b) => a.length - b.length,
  );
  const words = new Set(longer);
  const initials = new Set(longer.map(initialOf));
  const short = new Set(longer.filter((word) => word === initialOf(word)));
  const isIn = (word: string): boolean =>
    words.has(word) ||
    (word === initialOf(word) && initials.has(word)) ||
    short.has(initialOf(word));
  if (shorter.every(isIn)) return 'same';
  return shorter.some((word) => words.has(word)) ? 'similar' : 'different';
}

function initialOf(word: string): string {
  return [...word][0] ?? '';
}

function wordsOf(names: string): string[] {
  return names.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
