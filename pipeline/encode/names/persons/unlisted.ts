/**
 * Names that no list holds: for the editor's worklist, never tagged.
 *
 * In: a passage's tokens and the mentions found. Out: doubts, where a title or a common forename is followed by capitalized words that
 * are no known name, no office and no word that the document also writes in lower case ("General Assembly", "Mr. President").
 */
import { officeWord } from '../../../authority/titles.ts';
import type { Doubt } from '../../engine/model.ts';
import { isInstitutional, isMonth, isPlaceName, isWord, makesThing } from '../context-words.ts';
import type { Token } from '../tokens.ts';
import { isParticle } from './forms.ts';
import { commonForename } from './given-names.ts';
import type { Read } from './short-names.ts';

/** Follow a title without being a name. */
const NO_NAME = new Set(
  'assembly staff counsel secretariat manager accounting designate pro elect services order orders conference agreement board from at in of and to for is was has had will said the a an on by with or s'.split(
    ' ',
  ),
);

/** Parts of titles that another word of the title follows, or that stand before much else: "Air Force", "Foreign Relations". */
const BEFORE_OFFICES = new Set(
  'air field vice rear group wing squadron foreign under acting deputy assistant provisional chief representative delegation delegate hon honorable christian roman'.split(
    ' ',
  ),
);

/** Doubts of kind `unknown` without candidates; what the caller calls taken is left out. */
export function findUnlisted(reads: readonly Read[]): Doubt[] {
  const common = lowerCaseWords(reads);
  return reads.flatMap((read) => unlistedIn(read, common));
}

/** Words that the document writes in lower case somewhere. */
function lowerCaseWords(reads: readonly Read[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { tokens } of reads) for (const token of tokens) if (!token.capital) words.add(token.key);
  return words;
}

function unlistedIn(read: Read, common: ReadonlySet<string>): Doubt[] {
  const { passage, tokens } = read;
  const doubts: Doubt[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || !leads(token) || read.taken(token)) continue;
    const titled = officeWord(token.key);
    const last = nameAfter(read, at, common);
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

function leads(token: Token): boolean {
  if (!token.capital || token.shout || token.initial) return false;
  if (BEFORE_OFFICES.has(token.key)) return false;
  return officeWord(token.key) || (commonForename(token.key) && !isWord(token.key) && !isMonth(token.key));
}

/** The last word of an unknown name that follows a title or a forename. */
function nameAfter({ tokens, taken }: Read, at: number, common: ReadonlySet<string>): number | undefined {
  let last: number | undefined;
  for (let i = at + 1; i <= at + 4; i++) {
    const token = tokens[i];
    if (!token || taken(token) || !/^\.?\s{1,2}$/.test(token.gap)) break;
    if (token.gap.startsWith('.') && i > at + 1 && !tokens[i - 1]?.initial) break;
    if (isParticle(token.key) && tokens[i + 1]?.capital) continue;
    if (!token.capital || !(token.initial || isNameLike(token, common))) break;
    if (!token.initial) last = i;
  }
  return last;
}

function isNameLike(token: Token, common: ReadonlySet<string>): boolean {
  const { key } = token;
  if (token.shout || NO_NAME.has(key) || common.has(key) || officeWord(key)) return false;
  return !(isInstitutional(key) || isMonth(key) || isPlaceName(key) || makesThing(key) || /\d/.test(key));
}
