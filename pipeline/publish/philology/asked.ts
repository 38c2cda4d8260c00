/** The indexes in edition.xml; null if it names none. Comments do not count. */
export function askedIndexes(text: string): readonly string[] | null {
  const found = /<\?siglum-indexes\s([^?]*)\?>/.exec(text.replace(/<!--[\s\S]*?-->/g, ''));
  if (!found) return null;
  return (found[1] ?? '').split(/[\s,]+/).filter((name) => name !== '' && name !== 'none');
}
