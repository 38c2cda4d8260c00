/** Whether words that a list has are ordinary words, or a part of a title, where they stand. */
import type { NameIndex } from '../index/name-index.ts';
import type { Phrase } from '../index/phrase-trie.ts';
import { commonForename } from '../persons/forms/given-names.ts';
import { allLanguages } from '../words/lexicon.ts';
import { amongCapitals } from '../words/surroundings.ts';
import type { NameToken } from '../words/tokens.ts';

/** "the Duke of Wellington", "Prince Michael of Kent": these are not places. */
export function isInTitle(tokens: readonly NameToken[], at: number, { words }: NameIndex): boolean {
  const particle = tokens[at - 1];
  const linked =
    particle !== undefined &&
    !particle.capital &&
    (particle.key === 'of' || words.isParticle(particle.key)) &&
    tokens[at]?.gap === ' ';
  if (!linked) return false;
  // Up to two forenames may be between the title and the place.
  for (let before = at - 2; before >= Math.max(0, at - 4); before--) {
    const token = tokens[before];
    if (!token || tokens[before + 1]?.gap !== ' ') return false;
    if (words.isNoble(token.key)) return token.capital || words.isParticle(particle.key);
    if (!token.capital) return false;
  }
  return false;
}

/**
 * "Alexander von Humboldt", "Renée de France", "Schmidt-Lötzen": the place is in the name of a
 * person.
 */
export function isInPersonsName(
  tokens: readonly NameToken[],
  at: number,
  { words, phrases }: NameIndex,
): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before) return false;
  if (token.gap === '-')
    return before.capital && before.text.length > 2 && !phrases.next.has(before.key);
  const forename = tokens[at - 2];
  return (
    token.gap === ' ' &&
    before.gap === ' ' &&
    !before.capital &&
    allLanguages.isParticle(before.key) &&
    forename?.capital === true &&
    commonForename(forename.key) &&
    !words.isCommon(forename.key)
  );
}

/**
 * "USE", "THIS" among words in capitals: there, an abbreviation that is also a word of the language
 * is that word.
 */
export function isWordInCapitals(
  { abbreviation, form }: Phrase,
  tokens: readonly NameToken[],
  at: number,
  index: NameIndex,
): boolean {
  const token = tokens[at];
  // An organization is often listed by its letters alone: "US", "WHO".
  if (
    !(abbreviation || /^\p{Lu}{2,}$/u.test(form)) ||
    !token?.capital ||
    !(token.shout || token.initial) ||
    !amongCapitals(tokens, at)
  )
    return false;
  // "VIET S" and "S/P" in capitals are treated as elsewhere: a letter is separate only if its
  // neighbours allow it.
  return index.words.isCommon(token.key) || index.lowerCase.has(token.key);
}

/**
 * "Nice weather" at the beginning of a sentence or among words in capitals, in a document that has
 * "nice" too: the capital is not evidence.
 */
export function opensAsWord(
  tokens: readonly NameToken[],
  at: number,
  { words, lowerCase }: NameIndex,
): boolean {
  const token = tokens[at];
  if (!token?.capital || words.capitalNouns || !lowerCase.has(token.key)) return false;
  return opensSentence(tokens, at) || (token.shout && amongCapitals(tokens, at));
}

function opensSentence(tokens: readonly NameToken[], at: number): boolean {
  return at === 0 || /[.?!]['"’”)]*\s|\n/.test(tokens[at]?.gap ?? '');
}

/** "Of" is a town in Turkey, and in a text always the preposition. */
export function isPreposition(
  { abbreviation, form }: Phrase,
  token: NameToken | undefined,
  { words }: NameIndex,
): boolean {
  return !abbreviation && !/^\p{Lu}{2,}$/u.test(form) && words.isClosed(token?.key ?? '');
}

/**
 * "WHO goes there", "showed US the way": the letters are a word of the language in capitals, unless
 * an article or a preposition is before them, or a noun behind: "the US", "in US waters".
 */
export function mayBeEmphasis(
  tokens: readonly NameToken[],
  at: number,
  { words }: NameIndex,
): boolean {
  const token = tokens[at];
  if (!token?.shout || !words.isClosed(token.key)) return false;
  const before = tokens[at - 1];
  const isBehindWord = before !== undefined && token.gap === ' ' && !opensSentence(tokens, at);
  // "said that WHO goes there": a question may follow any word but an article.
  if (words.isQuestionWord(token.key)) return !isBehindWord || !words.isDeterminer(before.key);
  if (isBehindWord && words.isClosed(before.key)) return false;
  const next = tokens[at + 1];
  return next?.gap !== ' ' || words.isClosed(next.key);
}
