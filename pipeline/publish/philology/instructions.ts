/** What instructions in edition.xml say about the indexes of words and about the search. */

/** The indexes in edition.xml; null if it names none. */
export function askedIndexes(text: string): readonly string[] | null {
  return wordsOfInstruction(text, 'siglum-indexes');
}

/** What can be switched in the search: names of its fields. */
export const SEARCH_FOLDINGS = ['capitals', 'accents', 'uv'] as const;

/** The switches of the search that are on from the start: `<?siglum-search uv?>` in edition.xml. */
export function searchDefaults(text: string): readonly string[] {
  const stated = wordsOfInstruction(text, 'siglum-search') ?? [];
  return SEARCH_FOLDINGS.filter((name) => stated.includes(name));
}

/** The words of a processing instruction; null if there is none. Comments do not count. */
function wordsOfInstruction(text: string, target: string): string[] | null {
  const found = new RegExp(`<\\?${target}\\s([^?]*)\\?>`).exec(
    text.replace(/<!--[\s\S]*?-->/g, ''),
  );
  if (!found) return null;
  return (found[1] ?? '').split(/[\s,]+/).filter((name) => name !== '' && name !== 'none');
}
