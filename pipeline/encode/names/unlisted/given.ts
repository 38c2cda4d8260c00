/** The forenames and initials at the beginning of a person's name. */
import type { NameToken } from '../words/tokens.ts';
import { continues } from './words/surname-end.ts';
import { beginsSentence, type OrdinaryWords } from './words/words.ts';

const MOST_WORDS = 7; // Longer sequences of capitals are headings.

interface GivenNames {
  /** The token after them. */
  readonly end: number;
  readonly forenames: number;
  readonly initials: number;
}

export function givenNames(
  tokens: readonly NameToken[],
  from: number,
  free: (index: number) => boolean,
  words: OrdinaryWords,
  titled: boolean,
): GivenNames {
  let forenames = 0;
  let initials = 0;
  let end = from;
  for (; end - from < MOST_WORDS && free(end); end++) {
    const token = tokens[end];
    if (!token || (end > from && !continues(tokens, end, words))) break;
    if (token.initial && !token.text.match(/^\p{L}$/u)) break;
    const isGiven = words.isForename(token) && isUsable(tokens, end, words, end > from || titled);
    // "I John Blackwood", "A Juan Pérez": a word of one letter, not an initial.
    const isWord = end === from && !titled && words.lexicon.isCommon(token.key);
    if (token.initial && isWord && !tokens[end + 1]?.gap.startsWith('.')) break;
    if (token.initial && hasStop(tokens, end)) initials++;
    else if (isGiven) forenames++;
    else if (forenames > 0 && isInside(tokens, end, free, words)) continue;
    else break;
  }
  return { end, forenames, initials };
}

/**
 * "Johann Isaak von Gerning", "Ernst Ahasverus Heinrich", "Anna Gräfin von Lehndorff": after a
 * German forename a word that no dictionary has, or a title, if the name continues behind it.
 */
function isInside(
  tokens: readonly NameToken[],
  at: number,
  free: (index: number) => boolean,
  words: OrdinaryWords,
): boolean {
  const token = tokens[at] as NameToken;
  const [next, after] = tokens.slice(at + 1, at + 3);
  if (!words.lexicon.capitalNouns || !token.capital || token.shout || !next || !free(at + 1))
    return false;
  if (next.gap !== ' ') return false;
  const isParticle = /^(?:von|v|zu)$/.test(next.key) && !next.capital;
  const isLong =
    isParticle &&
    after?.capital === true &&
    /^\.? $/.test(after.gap) &&
    !words.placeAt(tokens, at + 2);
  if (words.isTitle(token)) return isParticle && words.lexicon.isNoble(token.key);
  if (words.isOrdinary(token) || words.placeAt(tokens, at)) return false;
  return isLong || (words.isForename(next) && !words.isListed(next));
}

/**
 * An ordinary word at the beginning of a sentence is not a forename: "Will Congress …", "Mark
 * this".
 */
function isUsable(
  tokens: readonly NameToken[],
  at: number,
  words: OrdinaryWords,
  within: boolean,
): boolean {
  const token = tokens[at] as NameToken;
  if (words.isNever(token)) return false;
  return within || !words.lexicon.isCommon(token.key) || !beginsSentence(tokens, at, words);
}

function hasStop(tokens: readonly NameToken[], at: number): boolean {
  const gap = tokens[at + 1]?.gap ?? '';
  return gap.startsWith('.') || /^ ?$/.test(gap);
}
