/** The languages in which names are searched, and their words as sets of keys. */

import { germanUnlisted } from '../../../languages/de/unlisted.ts';
import { englishUnlisted } from '../../../languages/en/unlisted.ts';
import { spanishUnlisted } from '../../../languages/es/unlisted.ts';
import { frenchUnlisted } from '../../../languages/fr/unlisted.ts';
import type { UnlistedWords } from '../../../languages/model/unlisted-words.ts';
import { wordKeySet } from '../../words/tokens.ts';

export type UnlistedSets = Readonly<Record<keyof UnlistedWords, ReadonlySet<string>>>;

function setsOf(words: UnlistedWords): UnlistedSets {
  return Object.fromEntries(
    Object.entries(words).map(([name, list]) => [name, wordKeySet(list)]),
  ) as UnlistedSets;
}

const SETS: ReadonlyMap<string, UnlistedSets> = new Map([
  ['en', setsOf(englishUnlisted)],
  ['de', setsOf(germanUnlisted)],
  ['fr', setsOf(frenchUnlisted)],
  ['es', setsOf(spanishUnlisted)],
]);

/** A well-known place in another language than the text's: "Wien", "Venezia". */
export function isPlaceElsewhere(key: string): boolean {
  return [...SETS.values()].some(({ places }) => places.has(key));
}

/** The words of a language; undefined for a language in which names are not searched. */
export function unlistedWords(tag: string): UnlistedSets | undefined {
  return SETS.get(tag);
}
