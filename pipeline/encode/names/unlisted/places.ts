/** Places by the words in their names: "River", "-gasse", "Potsdamer Platz". */
import type { NameToken } from '../words/tokens.ts';
import type { NameRun } from './model.ts';
import { beginsSentence, type OrdinaryWords } from './words/words.ts';

export function placeWordAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): NameRun | undefined {
  const { placeAfter, placeBefore, placeEndings } = words.sets;
  const token = tokens[at] as NameToken;
  const place = (end: number): NameRun => ({ from: at, end, kind: 'place', rule: 'place-word' });
  for (const ending of placeEndings) {
    const rest = token.key.length - ending.length;
    if (rest < 3 || !token.key.endsWith(ending) || words.isNever(token)) continue;
    if (!words.isOrdinary(token) || isStreetAddress(tokens, at) || isLane(token, words))
      return place(at + 1);
  }
  const next = tokens[at + 1];
  if (!next || taken[at + 1] || !next.capital) return undefined;
  if (!/^\.? $/.test(next.gap)) return undefined;
  const isSaint = /^(?:st|sankt|sanct)$/.test(token.key) && words.lexicon.capitalNouns;
  if (placeBefore.has(token.key) && (isSaint || !words.isOrdinary(next))) return place(at + 2);
  if (next.gap === ' ' && placeAfter.has(next.key) && !words.isNever(token))
    if (!words.isOrdinary(token) || isHouse(tokens, at, words) || isLocated(tokens, at, words))
      return place(at + 2);
  return undefined;
}

/** "Davies’ Meadows", "Mr. Body’s Fields"; "his Majesty’s Gardens" are no name. */
export function possessedPlaceAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): NameRun | undefined {
  for (let end = at + 1; end < at + 4; end++) {
    const token = tokens[end];
    const owner = tokens[end - 1] as NameToken;
    if (!token?.capital || taken[end]) return undefined;
    if (/^['’]s? $/.test(token.gap))
      return words.sets.placeAfter.has(token.key) && (end > at + 1 || !words.isPlain(owner))
        ? { from: at, end: end + 1, kind: 'place', rule: 'place-word' }
        : undefined;
    if (end > at + 1 || !words.isTitle(owner)) {
      if (token.gap !== ' ' || !words.isForename(owner)) return undefined;
    } else if (!/^\.? $/.test(token.gap)) return undefined;
  }
  return undefined;
}

/** "Potsdamer Platz", "Reading Fair": the adjective of a town, or its name within a sentence. */
function isLocated(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  if (words.lexicon.capitalNouns) return words.isOfCity(tokens[at] as NameToken);
  return words.placeAt(tokens, at) !== undefined && !beginsSentence(tokens, at, words);
}

/** "went to see Grove Cottage". */
function isHouse(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const token = tokens[at] as NameToken;
  return /^(?:cottage|farm|manor)$/.test(tokens[at + 1]?.key ?? '') && !words.isTitle(token);
}

/** "Kantstraße 34", "Rossmarkt 20.": a house number after it, and nothing counted by it. */
function isStreetAddress(tokens: readonly NameToken[], at: number): boolean {
  const next = tokens[at + 1];
  const after = tokens[at + 2];
  if (next?.gap !== ' ' || !/^\d{1,3}$/.test(next.text)) return false;
  return after?.gap !== ' ';
}

/** "Schweighofgasse", behind a forename. */
export function isStreet({ key }: NameToken, { lexicon, sets }: OrdinaryWords): boolean {
  if (!lexicon.capitalNouns) return false;
  return ['gasse', 'strasse', 'platz'].some(
    (ending) => sets.placeEndings.has(ending) && key.endsWith(ending) && key.length > ending.length,
  );
}

/** "Kochgasse", "Gürtelstraße": a lane with a name of its own, not "Hauptstraße", "Sackgasse". */
function isLane({ key }: NameToken, words: OrdinaryWords): boolean {
  const first = /^(.{3,})(?:gasse|strasse)$/.exec(key)?.[1];
  return first !== undefined && !words.sets.kindsOfStreets.has(first);
}

/** "Pötzleinsdorf": no dictionary has the word, and it ends as settlements do. */
export function isSettlement(token: NameToken, words: OrdinaryWords): boolean {
  if (words.isOrdinary(token) || token.shout) return false;
  return [...words.sets.settlementEndings].some(
    (ending) => token.key.length > ending.length + 2 && token.key.endsWith(ending),
  );
}

/**
 * "im Burgtheater", "in der Oper": the house, into which one goes. "Das Burgtheater hat angenommen"
 * is the organization.
 */
export function isVisited(
  tokens: readonly NameToken[],
  from: number,
  last: number,
  { sets }: OrdinaryWords,
): boolean {
  const end = tokens[last]?.key.replace(/s$/, '') ?? '';
  if (![...sets.venues].some((venue) => end.endsWith(venue))) return false;
  const before = tokens[from - 1];
  if (!before || tokens[from]?.gap !== ' ') return false;
  const two = `${tokens[from - 2]?.key ?? ''}_${before.key}`;
  return sets.intoPrepositions.has(before.key) || sets.intoPrepositions.has(two);
}
