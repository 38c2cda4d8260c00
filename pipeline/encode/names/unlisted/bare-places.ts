/** Decides whether a word is a place, by all occurrences of the word and by its neighbours. */
import type { NameToken } from '../words/tokens.ts';
import { isBesideCapital, isWorkedAt, type SearchState, type WordEvidence } from './evidence.ts';
import type { DecidedName } from './model.ts';
import { isDetermined } from './words/determined.ts';
import { hasDictionary } from './words/ordinary.ts';
import type { OrdinaryWords } from './words/words.ts';

export function isPlace(
  search: SearchState,
  at: number,
  rank: 'listed' | 'large' | 'small',
  own: WordEvidence | undefined,
): boolean {
  const { tokens, words, taken } = search;
  const token = tokens[at] as NameToken;
  const before = tokens[at - 1];
  const word = before && token.gap === ' ' && !before.capital ? before.key : '';
  const afterPreposition = words.sets.placePrepositions.has(word);
  const surname = own?.surname ?? 0;
  const next = tokens[at + 1];
  // "Kennedy Round": part of a longer name.
  const inName = next?.gap === ' ' && next.capital && taken[at + 1] === true;
  // "Beaumont & Fletcher": a pair of authors, a firm.
  if (/^ & $/.test(next?.gap ?? '') && next?.capital && !words.placeAt(tokens, at + 1))
    return false;
  // "Buffalo Bill".
  if (rank !== 'listed' && next?.gap === ' ' && words.isForename(next)) return false;
  if (rank === 'listed') {
    return (
      !inName && (surname === 0 || afterPreposition || isLikelier(own) || isRarelySurname(own))
    );
  }
  // "went to Reading", more than once: a town with a name that is also a word.
  if (afterPreposition && isRepeatedPlace(search, at, own)) return true;
  if (words.isPlain(token)) return false;
  // "López Mateos": a small town is not the first word of a longer name.
  const isFirst = next?.gap === ' ' && next.capital && !words.isOrdinary(next);
  if (rank === 'small' && isFirst && !words.lexicon.capitalNouns) return false;
  if (words.isForename(token) && !afterPreposition) return false;
  if (rank === 'large')
    return (
      !words.isListed(token) &&
      (surname === 0 || (afterPreposition && isLikelier(own)) || isRarelySurname(own))
    );
  if (surname > 0 || words.isListed(token)) return false;
  if (words.isInDictionary(token)) return afterPreposition && (own?.determined ?? 0) === 0;
  const person = own?.person ?? 0;
  // "bei" precedes both persons and places.
  if (afterPreposition) return person <= (own?.place ?? 0) * 2;
  return person === 0 && !isDetermined(tokens, at, words) && !words.isForename(token);
}

function isRepeatedPlace(
  { tokens, words }: SearchState,
  at: number,
  own: WordEvidence | undefined,
): boolean {
  const token = tokens[at] as NameToken;
  if (words.lexicon.capitalNouns || !own || own.place < 2 || own.surname > 0) return false;
  if (token.shout || words.isNever(token) || words.isTitle(token)) return false;
  return own.place * 2 > own.total && !isBesideCapital(tokens, at);
}

/** The word is more often after "in" than used for a person. */
function isLikelier(own: WordEvidence | undefined): boolean {
  return own !== undefined && own.place > own.person + own.surname;
}

/** "Argentina", "Vientiane": one name that ends with it makes no surname of all the others. */
function isRarelySurname(own: WordEvidence | undefined): boolean {
  if (!own || own.surname * 3 >= own.total) return false;
  return own.person <= own.surname || own.place > own.surname;
}

export function isOtherPlace(
  { tokens, words }: SearchState,
  at: number,
  own: WordEvidence,
): boolean {
  const token = tokens[at] as NameToken;
  const before = tokens[at - 1];
  if (!hasDictionary(words.tag)) return false;
  // "in Johnson's office", "married to Aleen's dog".
  if (!words.lexicon.capitalNouns && /^['’]s?\b/.test(tokens[at + 1]?.gap ?? '')) return false;
  if (isHome(tokens, at, words)) return true;
  // "im Innern", "im Riedhof": with an article the word is more often a common noun.
  const isEntered = words.lexicon.capitalNouns && /^(?:im|ins)$/.test(tokens[at - 1]?.key ?? '');
  if (isEntered && own.place < 2) return false;
  if (words.isOrdinary(token) || token.shout || token.text.length < 3 || own.surname > 0)
    return false;
  const next = tokens[at + 1];
  if (next?.gap === ' ' && next.capital && !words.lexicon.capitalNouns) return false;
  if (!before || before.capital || token.gap !== ' ' || isWorkedAt(tokens, at)) return false;
  return words.sets.placePrepositions.has(before.key) && own.place >= own.person;
}

/** "went to Town": a common noun with a capital, after a preposition and without an article. */
function isHome(tokens: readonly NameToken[], at: number, { sets }: OrdinaryWords): boolean {
  const token = tokens[at] as NameToken;
  const before = tokens[at - 1];
  if (!sets.placesAlone.has(token.key) || token.gap !== ' ' || !before) return false;
  return sets.placePrepositions.has(before.key) && !isBesideCapital(tokens, at);
}

/** "Addis Ababa, Harrar, Jijiga and Diredawa": beside a known place in a list. */
export function inPlaces(
  search: SearchState,
  at: number,
  isPlaceAt: readonly boolean[],
): DecidedName | undefined {
  const { tokens, words, evidence } = search;
  const token = tokens[at] as NameToken;
  const inItinerary = isInItinerary(search, at, isPlaceAt);
  if (inItinerary) return { kind: 'place', rule: 'place-list', count: 1 };
  if (words.isOrdinary(token) || token.shout || token.text.length < 3 || words.isForename(token))
    return undefined;
  const own = evidence.get(token.key);
  if ((own && (own.surname > 0 || own.person > 0)) || words.placeAt(tokens, at)) return undefined;
  const isListed = (other: number, gap: string) =>
    (gap === ', ' || gap === ',') &&
    (isPlaceAt[other] === true ||
      words.placeAt(tokens, other)?.rank === 'listed' ||
      words.placeAt(tokens, other)?.rank === 'large');
  const isJoined =
    /^(?:and|or|und|oder|et|y)$/.test(tokens[at - 1]?.key ?? '') && isPlaceAt[at - 2] === true;
  const isMember =
    isListed(at - 1, token.gap) || isListed(at + 1, tokens[at + 1]?.gap ?? '') || isJoined;
  return isMember ? { kind: 'place', rule: 'place-list', count: 1 } : undefined;
}

/**
 * "Caprile ― Fedaja ― Alba": three single words or more between dashes, most of which no dictionary
 * has, or one of which is a place. Persons are none of them.
 */
function isInItinerary(
  { tokens, words, evidence }: SearchState,
  at: number,
  isPlaceAt: readonly boolean[],
): boolean {
  if (!words.lexicon.capitalNouns) return false;
  const isDash = (index: number) => /^ [-–—―] $/.test(tokens[index]?.gap ?? '');
  let from = at;
  while (at - from < 4 && isDash(from)) from--;
  let end = at + 1;
  while (end - at < 4 && isDash(end)) end++;
  const stations = tokens.slice(from, end);
  if (stations.length < 3) return false;
  const isName = (token: NameToken) =>
    token.capital && !token.initial && !token.shout && !words.isPlain(token);
  const isListed = (token: NameToken, one: number) =>
    words.isListed(token) && !words.placeAt(tokens, from + one);
  const isPerson = ({ key }: NameToken) => {
    const { surname = 0, person = 0 } = evidence.get(key) ?? {};
    return surname + person > 0;
  };
  if (!stations.every((token) => isName(token) && !isPerson(token))) return false;
  const known = stations.some(
    (_, one) => isPlaceAt[from + one] === true || words.placeAt(tokens, from + one) !== undefined,
  );
  const unknown = stations.filter(
    (token) => !words.isOrdinary(token) && !words.isForename(token),
  ).length;
  if (stations.some(isListed)) return unknown * 3 >= stations.length * 2;
  return known || unknown * 3 >= stations.length;
}

/** "von Mattuglie nach Abbazia", "from Capua to Rome": the other end of a journey to a place. */
export function isDeparture({ tokens, words, evidence }: SearchState, at: number): boolean {
  const token = tokens[at] as NameToken;
  const [to, other] = tokens.slice(at + 1, at + 3);
  if (words.isOrdinary(token) || words.isForename(token) || token.text.length < 3) return false;
  if ((evidence.get(token.key)?.surname ?? 0) > 0 || token.gap !== ' ') return false;
  const isFrom = /^(?:von|from|de)$/.test(tokens[at - 1]?.key ?? '');
  const isTo = to?.gap === ' ' && /^(?:nach|bis|über|uber|to|a)$/.test(to.key);
  if (!isFrom || !isTo || other?.gap !== ' ') return false;
  const rank = words.placeAt(tokens, at + 2)?.rank;
  return rank === 'listed' || rank === 'large' || (to.key === 'nach' && !words.isOrdinary(other));
}
