/**
 * Divides a name that is in one piece. Only a single comma divides it ("Doe, Jane"); without one
 * nothing is guessed. Offices and institutions are never divided.
 */
import { pattern } from '../../core/text.ts';
import type { Party } from '../../model/facts.ts';

type PartyName = Pick<Party, 'name' | 'kind' | 'family' | 'given'>;

/** Words after a comma that show an office or an institution. */
const INSTITUTION = pattern('i')`
    \b(?:department|ministry|office|bureau|university|institute?|embassy|committee|council|division|
    library|archives?|society|universität|universidad|université|institut|ministerium|ministerio|
    ministère|inc|ltd|gmbh|llc)\b
  `;

/** Suffixes, titles and places of birth may follow a comma, too. */
const NO_GIVEN_NAME = pattern('i')`
    ^(?:(?:jr|sr|esq|ph\.? ?d|m\.? ?d|s\.? ?j|o\.? ?p|o\.? ?s\.? ?b)\.?|[ivx]+|(?:of|von|de|di|the|
    from|earl|duke|count|king|queen|bishop|pope|saint)\b.*)$
  `;

/** Whether a name is written in Chinese characters or kana, the family name first. */
const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u;

/** The years of a life after a name, as in catalogues: "(1822–1898)", ", 1560?-1613". */
const LIFE = pattern('u')`
    [,\s]+(?:\((?=[^()]*\d)[^()\p{L}]*(?:(?:b|d|fl|ca?|geb|gest|um)\.?[^()\p{L}]*)*\)|(?:(?:b|d|fl|
    ca?)\.\s*\d{3,4}\??|\d{3,4}\??\s*[-–]\s*(?:\d{3,4}\??)?)\.?)$
  `;

/** `name`, `family` and `given`, if they differ from the statement. */
export function partsOfName({ name: stated, kind, family, given }: PartyName): Partial<Party> {
  if (kind === 'org') return {};
  const name = stated.replace(LIFE, '').trim() || stated;
  const bare = name === stated ? {} : { name };
  if (family !== null) {
    const eastern = EAST_ASIAN.test(family) && given !== null && EAST_ASIAN.test(given);
    return eastern ? { name: `${family}${given}` } : bare;
  }
  const [first = '', second = '', ...more] = name.split(/,\s+/);
  const isInParts =
    first !== '' &&
    second !== '' &&
    more.length === 0 &&
    !name.endsWith(',') &&
    !/[,;]/.test(first + second);
  if (!isInParts || INSTITUTION.test(name) || NO_GIVEN_NAME.test(second) || /\d/.test(name))
    return bare;
  return { name: `${second} ${first}`, family: first, given: second };
}

/**
 * The parties of a statement that names several: "Roe, Jane; Doe, Al". A statement with an
 * identifier or a pointer is one party.
 */
export function partiesInStatement<T extends PartyName & { readonly pointers: readonly string[] }>(
  stated: T,
): readonly T[] {
  if (stated.kind === 'org' || stated.family !== null || stated.pointers.length > 0)
    return [stated];
  const names = stated.name.split(/\s*;\s+/).filter((name) => name !== '');
  const all = names.length < 2 ? joinedNames(stated.name) : names;
  return all.length < 2 ? [stated] : all.map((name) => ({ ...stated, name }));
}

/** "Jane Roe", "Víctor de la Paz": at least two words, all with a capital except particles. */
const FULL_NAME = pattern('u')`
    ^\p{Lu}[\p{L}.’'-]*(?:\s+(?:(?:de|la|las|los|del|della|di|da|do|dos|van|von|der|den|zu|le|du|y|
    al)\b|\p{Lu}[\p{L}.’'-]*))*\s+\p{Lu}[\p{L}.’'-]+$
  `;

/** Names in one string: "Jane Roe and Al Doe"; empty if any part is not a whole name. */
function joinedNames(text: string): string[] {
  if (INSTITUTION.test(text)) return [];
  const sides = text.split(/,?\s+(?:and|und|et|&)\s+/);
  if (sides.length < 2) return [];
  const names = sides.flatMap((side, at) => (at < sides.length - 1 ? side.split(/,\s+/) : [side]));
  return names.every((name) => FULL_NAME.test(name)) ? names : [];
}

/** Whether the family name comes first without a comma. */
export function isEastAsian({ family, given }: Pick<Party, 'family' | 'given'>): boolean {
  return EAST_ASIAN.test(family ?? '') && EAST_ASIAN.test(given ?? '');
}
