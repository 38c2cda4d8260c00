/**
 * Names that no list has: for the editor's worklist, never marked.
 *
 * Takes a passage's tokens and the mentions found. Returns doubts for capitalized words after a
 * title or a common forename that are not a listed name, an office, or a word that the document
 * also writes in lower case ("General Assembly", "Mr. President").
 */
import { wordList } from '../../../core/text.ts';
import type { Doubt } from '../../engine/model.ts';
import type { NameIndex } from '../index/name-index.ts';
import { isInstitutional, isPlaceName, type Lexicon } from '../words/lexicon.ts';
import type { NameToken } from '../words/tokens.ts';
import { isParticle } from './forms/forms.ts';
import { commonForename } from './forms/given-names.ts';
import type { ReadPassage } from './short-names.ts';

/** Words that follow a title without being a name. */
export const NO_NAME: ReadonlySet<string> = new Set(
  wordList(`
    assembly staff counsel secretariat manager accounting designate pro elect services order orders
    conference agreement board from at in of and to for is was has had will said the a an on by with
    or s defense defence
  `),
);

/** Titles that are the beginning of longer terms: "Air Force", "Foreign Relations". */
export const BEFORE_OFFICES: ReadonlySet<string> = new Set(
  wordList(`
    air field vice rear group wing squadron foreign under acting deputy assistant provisional chief
    representative delegation delegate hon honorable christian roman
  `),
);

/** Doubts of kind `unknown` without candidates; ranges that the caller has taken are omitted. */
export function findUnlisted(
  reads: readonly ReadPassage[],
  { words, lowerCase }: NameIndex,
): Doubt[] {
  return reads.flatMap((read) => unlistedIn(read, lowerCase, words));
}

function unlistedIn(read: ReadPassage, common: ReadonlySet<string>, words: Lexicon): Doubt[] {
  const { passage, tokens } = read;
  const doubts: Doubt[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || !leads(token, words) || read.taken(token)) continue;
    const titled = words.isTitle(token.key);
    const last = nameAfter(read, at, common, words);
    if (last === undefined) continue;
    const first = titled ? at + 1 : at;
    doubts.push({
      passage: passage.id,
      start: tokens[first]?.start ?? 0,
      end: tokens[last]?.end ?? 0,
      kind: 'unknown',
      candidates: [],
      rule: titled ? 'person/unlisted-after-title' : 'person/unlisted-after-forename',
    });
    at = last;
  }
  return doubts;
}

function leads(token: NameToken, words: Lexicon): boolean {
  if (!token.capital || token.shout || token.initial) return false;
  if (BEFORE_OFFICES.has(token.key)) return false;
  return (
    words.isTitle(token.key) ||
    (commonForename(token.key) && !words.isCommon(token.key) && !words.isMonth(token.key))
  );
}

/** The last word of an unknown name that follows a title or a forename. */
function nameAfter(
  { tokens, taken }: ReadPassage,
  at: number,
  common: ReadonlySet<string>,
  words: Lexicon,
): number | undefined {
  let last: number | undefined;
  for (let i = at + 1; i <= at + 4; i++) {
    const token = tokens[i];
    if (!token || taken(token) || !/^\.?\s{1,2}$/.test(token.gap)) break;
    if (token.gap.startsWith('.') && i > at + 1 && !tokens[i - 1]?.initial) break;
    if (isParticle(token.key) && tokens[i + 1]?.capital) continue;
    if (!token.capital || !(token.initial || isNameLike(token, common, words))) break;
    if (!token.initial) last = i;
  }
  return last;
}

function isNameLike(token: NameToken, common: ReadonlySet<string>, words: Lexicon): boolean {
  const { key } = token;
  if (token.shout || NO_NAME.has(key) || common.has(key) || words.isTitle(key)) return false;
  return !(
    isInstitutional(key) ||
    words.isMonth(key) ||
    isPlaceName(key) ||
    words.makesThing(key) ||
    /\d/.test(key)
  );
}
