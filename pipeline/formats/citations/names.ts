/**
 * Names as bibliographies write them. A party with an undivided name is never divided: it is
 * written unchanged.
 */
import type { Party } from '../../model/facts.ts';
import { isEastAsian } from '../facts/names-in-parts.ts';
import { joined } from '../writing/values.ts';

/** "de la Cruz"; null if the parts are not known. */
export function familyName({ family, particle }: Party): string | null {
  return family === null ? null : joined([particle, family], ' ');
}

/** "Fox, Edward J., Jr." */
export function inverted(party: Party): string {
  if (party.family === null || isEastAsian(party)) return party.name;
  return [familyName(party), party.given, party.suffix].filter((part) => part !== null).join(', ');
}

/** "Fox, E. J., Jr." */
export function invertedWithInitials(party: Party): string {
  if (party.family === null || isEastAsian(party)) return party.name;
  const given = party.given && initials(party.given);
  return [familyName(party), given, party.suffix].filter((part) => part !== null).join(', ');
}

/** "E. J. Fox Jr." */
export function initialsFirst(party: Party): string {
  if (party.family === null || isEastAsian(party)) return party.name;
  const given = party.given && initials(party.given);
  return joined([given, familyName(party), party.suffix], ' ') as string;
}

/** "Jean-Paul Q." is "J.-P. Q.", "E.J." is "E. J." */
function initials(given: string): string {
  return given
    .split(/\s+|(?<=\.)(?=\p{L})/u)
    .filter(Boolean)
    .map((name) =>
      name
        .split('-')
        .filter(Boolean)
        .map((part) => `${[...part][0]}.`)
        .join('-'),
    )
    .join(' ');
}

/** "A", "A and B", "A, B and C": the last two joined by `last`; null for an empty list. */
export function joinNames(names: readonly string[], last: string): string | null {
  if (names.length <= 1) return names[0] ?? null;
  return names.slice(0, -1).join(', ') + last + names.at(-1);
}

const MOST = 20;

/** The names of the APA: "A, & B", "A, B, & C"; of more than 20 the first 19 and the last. */
export function apaNames(names: readonly string[], lastOfTwo: string): string | null {
  if (names.length <= 2) return joinNames(names, lastOfTwo);
  if (names.length <= MOST) return joinNames(names, ', & ');
  return `${names.slice(0, MOST - 1).join(', ')}, … ${names.at(-1)}`;
}

/**
 * "A", "A and B", "A et al." for three or more, as in notes (Chicago 18, 13.23) and works cited
 * (MLA 9, 5.7); null for an empty list.
 */
export function fewNames(names: readonly string[], last: string): string | null {
  return names.length > 2 ? `${names[0]} et al.` : joinNames(names, last);
}

/** "[Ann Lee?]" for a conjectured author (Chicago 18, 13.77). */
export function markedName({ name, certainty }: Party): string {
  return certainty === 'low' ? `[${name}?]` : name;
}
