/**
 * The names of the entries' pages.
 *
 * In: entries. Out: for each a name that can stand in an address, different from all others, not hanging on the order in which
 * the entries come.
 */
import slugify from 'slugify';

export interface Nameable {
  readonly id: string;
  readonly addressName: string;
}

/** Names that the pages of an index have themselves. */
const TAKEN = new Set(['index']);

/** "Víctor Paz Estenssoro" is `victor-paz-estenssoro`; entries of one name, and names without a letter, get their identifier too. */
export function nameSlugs(entries: readonly Nameable[]): Map<string, string> {
  const plain = new Map(entries.map(({ id, addressName }) => [id, slug(addressName)]));
  const uses = new Map<string, number>();
  for (const name of plain.values()) uses.set(name, (uses.get(name) ?? 0) + 1);
  const used = new Set<string>();
  const named = new Map<string, string>();
  for (const id of [...plain.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    const name = plain.get(id) as string;
    const alone = name !== '' && uses.get(name) === 1 && !TAKEN.has(name);
    let candidate = alone ? name : [name, slug(id)].filter(Boolean).join('-');
    // Two identifiers may differ in letters that an address does not tell apart.
    for (let n = 2; used.has(candidate) || (!alone && uses.has(candidate)) || candidate === ''; n += 1) {
      candidate = [name, slug(id), String(n)].filter(Boolean).join('-');
    }
    used.add(candidate);
    named.set(id, candidate);
  }
  return named;
}

/** Characters; a name as long as a sentence helps nobody. */
const LONGEST = 80;

/** Cut between words. */
function slug(words: string): string {
  const whole = slugify(words.replace(/_/g, '-'), { lower: true, strict: true, trim: true });
  if (whole.length <= LONGEST) return whole;
  const cut = whole.slice(0, LONGEST + 1).lastIndexOf('-');
  return whole.slice(0, cut > 0 ? cut : LONGEST);
}
