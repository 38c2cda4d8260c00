/**
 * The names of the entries' pages.
 *
 * Takes entries. Returns for each a name that can be in an address, different from all others,
 * independent of the order of the entries.
 */

import slugify from 'slugify';
import { byCodeUnit } from '../../../core/text.ts';

interface Nameable {
  readonly id: string;
  readonly addressName: string;
}

/** Published names: they stay, and are not reused. */
export interface PublishedSlugs {
  /** Identifier to name. */
  readonly assigned: ReadonlyMap<string, string>;
  readonly taken: ReadonlySet<string>;
}

const NOTHING_PUBLISHED: PublishedSlugs = { assigned: new Map(), taken: new Set() };

/** Names that the pages of an index use themselves. */
const TAKEN = new Set(['index']);

/**
 * "Víctor Paz Estenssoro" is `victor-paz-estenssoro`; entries with the same name, and names without
 * a letter, get their identifier too.
 */
export function nameSlugs(
  entries: readonly Nameable[],
  { assigned, taken }: PublishedSlugs = NOTHING_PUBLISHED,
): Map<string, string> {
  const unnamed = entries.filter(({ id }) => !assigned.has(id));
  const plain = new Map(unnamed.map(({ id, addressName }) => [id, slug(addressName)]));
  const uses = new Map<string, number>();
  for (const name of plain.values()) uses.set(name, (uses.get(name) ?? 0) + 1);
  const used = new Set<string>(taken);
  const named = new Map(
    entries.flatMap(({ id }) => (assigned.has(id) ? [[id, assigned.get(id) as string]] : [])),
  );
  for (const id of [...plain.keys()].sort(byCodeUnit)) {
    const name = plain.get(id) as string;
    const alone = name !== '' && uses.get(name) === 1 && !TAKEN.has(name) && !used.has(name);
    let candidate = alone ? name : [name, slug(id)].filter(Boolean).join('-');
    // Two identifiers may differ in letters that an address does not distinguish.
    for (
      let n = 2;
      used.has(candidate) || (!alone && uses.has(candidate)) || candidate === '';
      n += 1
    ) {
      candidate = [name, slug(id), String(n)].filter(Boolean).join('-');
    }
    used.add(candidate);
    named.set(id, candidate);
  }
  return named;
}

/** Characters; a name as long as a sentence is not useful. */
const LONGEST = 80;

/** A letter that the package does not know without its diacritics: Ḥ is H. It would be dropped. */
function withoutSigns(letter: string): string {
  if (!/\p{L}/u.test(letter) || slugify(letter, { strict: true }) !== '') return letter;
  return letter.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Cut between words. */
export function slug(words: string): string {
  const plain = [...words.normalize('NFC').replace(/_/g, '-')].map(withoutSigns).join('');
  const whole = slugify(plain, { lower: true, strict: true, trim: true });
  if (whole.length <= LONGEST) return whole;
  const cut = whole.slice(0, LONGEST + 1).lastIndexOf('-');
  return whole.slice(0, cut > 0 ? cut : LONGEST);
}
