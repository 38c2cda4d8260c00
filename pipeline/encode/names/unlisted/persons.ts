/** Persons by form: title and name, forename and surname, initials, signatures and salutations. */
import type { Token } from '../tokens.ts';
import type { Run } from './find.ts';
import type { NamePassage, RuleName } from './model.ts';
import { beginsSentence, type Words } from './words.ts';

const HYPHEN = /^[-\u2010\u2011=]$/;

/** Words of a name at most: longer runs of capitals are headings. */
const MOST_WORDS = 7;

export function personAt(
  tokens: readonly Token[],
  at: number,
  taken: readonly boolean[],
  words: Words,
  role: NamePassage['role'],
): Run | undefined {
  const free = (index: number) => !taken[index];
  let from = at;
  while (free(from) && isTitle(tokens, from, words) && follows(tokens, from + 1, words)) from++;
  const titled = from > at;
  let end = from;
  let forenames = 0;
  let initials = 0;
  for (; end - from < MOST_WORDS && free(end); end++) {
    const token = tokens[end];
    if (!token || (end > from && !follows(tokens, end, words))) break;
    if (token.initial && !token.text.match(/^\p{L}$/u)) break;
    const isGiven = words.isForename(token) && isUsable(tokens, end, words, end > from || titled);
    if (token.initial && hasStop(tokens, end)) initials++;
    else if (isGiven) forenames++;
    else break;
  }
  const given = end;
  end = surnameEnd(tokens, end, from, free, words, titled);
  // "Charles Francis Adams": the last of several forenames may be the surname.
  if (end === given && forenames >= 2) {
    return { from, end, kind: 'person', rule: 'forename-surname', titleFrom: at };
  }
  if (end === given && titled && forenames === 1 && initials === 0)
    return { from, end, kind: 'person', rule: 'title-name', titleFrom: at };
  if (end === given) return undefined;
  const rule = ruleOf(tokens, { from, given, end, titled, forenames, initials }, words, role);
  return rule ? { from, end, kind: 'person', rule, titleFrom: at } : undefined;
}

interface Parts {
  readonly from: number;
  readonly given: number;
  readonly end: number;
  readonly titled: boolean;
  readonly forenames: number;
  readonly initials: number;
}

function ruleOf(
  tokens: readonly Token[],
  { from, given, end, titled, forenames, initials }: Parts,
  words: Words,
  role: NamePassage['role'],
): RuleName | undefined {
  const surname = tokens.slice(given, end);
  if (titled) {
    const isPlace = forenames + initials === 0 && words.placeAt(tokens, given) > 0;
    const courtesy = words.isCourtesy(tokens[from - 1] as Token);
    if (isPlace && !courtesy) return undefined;
    const doubtful = surname.length === 1 && words.isOrdinary(surname[0] as Token);
    // "Minister Resident", "Herr Redakteur": an office, unless courtesy or a forename is there.
    if (doubtful && forenames + initials === 0 && (!courtesy || words.lexicon.capitalNouns))
      return undefined;
    return 'title-name';
  }
  if (forenames > 0) return 'forename-surname';
  if (initials > 0) {
    if (isNumberOrShip(tokens.slice(from, given)) || tokens[from - 1]?.initial) return undefined;
    if (!words.lexicon.capitalNouns || initials > 1) return 'initials-surname';
    return surname.some((token) => words.isOrdinary(token)) ? undefined : 'initial-surname';
  }
  if (role === 'text') return undefined;
  if (surname.some((token) => words.isOrdinary(token))) return undefined;
  if (words.placeAt(tokens, given) > 0) return undefined;
  return role === 'signed' ? 'signature' : 'salutation';
}

/** Where the surname that begins at `at` ends; `at` where there is none. */
function surnameEnd(
  tokens: readonly Token[],
  at: number,
  from: number,
  free: (index: number) => boolean,
  words: Words,
  titled: boolean,
): number {
  let end = at;
  const more = (index: number) =>
    index < tokens.length && free(index) && (index === from || follows(tokens, index, words));
  while (more(end) && isParticle(tokens[end], words) && end - at < 3) end++;
  const most = words.lexicon.capitalNouns
    ? titled && at === from
      ? 2
      : 1
    : titled || at > from
      ? 2
      : 3;
  let count = 0;
  while (more(end) && count < most) {
    const token = tokens[end] as Token;
    if (!token.capital || token.initial || words.isNever(token) || words.isTitle(token)) break;
    // After one surname an ordinary word ends the name: "Mr. Page Ambassador".
    if (count > 0 && words.isOrdinary(token)) break;
    end++;
    count++;
    while (HYPHEN.test(tokens[end]?.gap ?? '') && tokens[end]?.capital && free(end)) end++;
  }
  return count > 0 ? end : at;
}

/** Particles in the middle of titles and pairs only: “Duke of Devonshire”, “Olga und Arthur”. */
const NO_PARTICLE = /^(?:of|and|und|y|e|am|zu|zum|zur|the)$/;

function isParticle(token: Token | undefined, words: Words): boolean {
  return token !== undefined && words.lexicon.isParticle(token.key) && !NO_PARTICLE.test(token.key);
}

function isTitle(tokens: readonly Token[], at: number, words: Words): boolean {
  const token = tokens[at];
  return token !== undefined && words.isTitle(token) && !token.initial;
}

/**
 * An ordinary word at the beginning of a sentence is no forename: "Will Congress …", "Mark this".
 */
function isUsable(tokens: readonly Token[], at: number, words: Words, within: boolean): boolean {
  const token = tokens[at] as Token;
  if (words.isNever(token)) return false;
  return within || !words.lexicon.isCommon(token.key) || !beginsSentence(tokens, at, words);
}

function hasStop(tokens: readonly Token[], at: number): boolean {
  const gap = tokens[at + 1]?.gap ?? '';
  return /^\.? ?$/.test(gap);
}

/** The token belongs to the same run as the one before: no comma, no end of a sentence between. */
function follows(tokens: readonly Token[], at: number, words: Words): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || !before) return false;
  if (token.gap === ' ') return true;
  if (HYPHEN.test(token.gap)) return token.capital;
  if (token.gap !== '. ' && token.gap !== '.') return false;
  return (
    before.initial || words.isTitle(before) || /^(?:wm|geo|chas|thos|jas|jno|st)$/.test(before.key)
  );
}

/**
 * "S. S. Falaba" and "H. M. S. Hood" are ships, "I. Wollzeile" is an address, "P. S." no person.
 */
function isNumberOrShip(initials: readonly Token[]): boolean {
  return /^(?:s ?s|h m s|u s s|p s|[ivx]|n b)$/.test(initials.map(({ key }) => key).join(' '));
}
