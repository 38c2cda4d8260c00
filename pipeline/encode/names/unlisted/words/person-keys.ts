/** A person's name in keys, and whether two names may be one person's. */
import { sameForename } from '../../persons/forms/given-names.ts';

/** A person's name in keys: "W. H. Page" is `w`, `h` and `page`. */
export interface NameKeys {
  readonly given: readonly string[];
  readonly surname: string;
}

export function keysOfPerson(keys: readonly string[]): NameKeys {
  const words = keys.filter((key) => !/^(?:jr|sr|ii|iii|von|van|de|du|la|of)$/.test(key));
  return { given: words.slice(0, -1), surname: words.at(-1) ?? '' };
}

/** The forenames of two names of one surname may be one person's: "W. H." and "Walter Hines". */
export function mayBeSamePerson(one: readonly string[], other: readonly string[]): boolean {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const a = one[at] ?? '';
    const b = other[at] ?? '';
    const initial = a.length === 1 || b.length === 1;
    if (initial ? a[0] !== b[0] : !sameForename(a, b)) return false;
  }
  return true;
}
