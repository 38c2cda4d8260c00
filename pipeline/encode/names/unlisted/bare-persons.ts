/** Decides whether a single word is a person, by all occurrences of the word. */
import { pattern } from '../../../core/text.ts';
import { commonForename } from '../persons/forms/given-names.ts';
import { HYPHEN, type NameToken } from '../words/tokens.ts';
import {
  isBesideCapital,
  type SearchState,
  type SearchTokens,
  saysPerson,
  type WordEvidence,
} from './evidence.ts';
import type { RuleName } from './model.ts';
import { isDetermined } from './words/determined.ts';
import { hasDictionary } from './words/ordinary.ts';
import { NO_PARTICLE } from './words/surname-end.ts';
import { beginsSentence, type OrdinaryWords } from './words/words.ts';

export function personRule(
  { tokens, words, role, taken }: SearchState,
  at: number,
  own: WordEvidence | undefined,
): RuleName | undefined {
  const token = tokens[at] as NameToken;
  if (isCounted(tokens, at, taken)) return undefined;
  const beginning = beginsSentence(tokens, at, words);
  const beside = isBesideCapital(tokens, at);
  const ordinary = words.isOrdinary(token);
  if (own && own.surname > 0 && (own.sure > 0 || !words.placeAt(tokens, at))) {
    if (token.shout && own.shout >= own.surname && role === 'text') return undefined;
    if (!ordinary) return 'surname-again';
    // A dictionary word that these texts never write in lower case.
    if (!words.isPlain(token) && own.sure > 0 && (!beginning || own.surname > 1))
      return words.lexicon.capitalNouns && !isBare(tokens, at, words) ? undefined : 'surname-again';
    // "bedankte Zweig sich", if the text has "Stefan Zweig".
    if (words.lexicon.capitalNouns && own.sure > 0 && !words.isNever(token))
      if (words.lexicon.isCommon(token.key) && !words.isUsed(token) && isBare(tokens, at, words))
        return 'surname-again';
    const isSure = own.sure > 0 && !beginning && !beside;
    const free = !words.lexicon.capitalNouns && !isDetermined(tokens, at, words);
    if (isSure && free && isOnlySurname(token, words)) return 'surname-again';
  }
  if (own && isNickname(token, own, words)) {
    const isSubject = saysPerson(tokens, at, words) || own.person * 2 > own.total;
    if ((!beginning || isSubject) && (!beside || isAddressed(tokens, at))) return 'person-context';
  }
  const next = tokens[at + 1];
  if (isListedForename(tokens, at, words)) return 'forename-alone';
  if (ordinary || token.shout || token.text.length < 2) return undefined;
  const isForename =
    isForenameOrGenitive(token, words) && (words.lexicon.capitalNouns || commonForename(token.key));
  const isNameBehind =
    next?.gap === ' ' &&
    next.capital &&
    !taken[at + 1] &&
    !(words.lexicon.capitalNouns && words.isOrdinary(next));
  if (isForename && !isNameBehind) return 'forename-alone';
  if (isPairOfUnknown({ tokens, words, taken }, at)) return 'bare-name';
  // Without a dictionary an unknown word is not evidence.
  if (!own || !hasDictionary(words.tag)) return undefined;
  if (isNamedWoman(tokens, at, own, words)) return 'person-context';
  if (isDetermined(tokens, at, words) && (own.person < 1 || words.lexicon.capitalNouns))
    return undefined;
  if (words.lexicon.capitalNouns && !isBare(tokens, at, words) && own.person < 1) return undefined;
  if (own.inRun * 2 > own.total && runLength(tokens, at, words) < 2) return undefined;
  if (own.determined * 3 > own.total || own.place > own.person) return undefined;
  if (saysPerson(tokens, at, words)) return 'person-context';
  if (own.person >= 1 && own.person >= own.place * 2) return 'bare-name';
  // If all nouns have capitals, a word that no dictionary has is a name.
  const free =
    !beginning ||
    own.person > 0 ||
    own.total - own.beginning > 1 ||
    (words.lexicon.capitalNouns && isSubject(tokens, at));
  const isRare = words.lexicon.capitalNouns && free && own.place === 0;
  return isRare ? 'bare-name' : undefined;
}

/** "that Souvanna Phouma needs": two words that no dictionary has, within an English sentence. */
function isPairOfUnknown(search: SearchTokens, at: number): boolean {
  const { tokens, words } = search;
  const before = tokens[at - 1];
  if (words.tag !== 'en' || beginsSentence(tokens, at, words) || isDetermined(tokens, at, words))
    return false;
  // "of Muong Soui" may be a place as well.
  if (!before || !/^(?:that|by|with|under|whom|if|when|because|while|as)$/.test(before.key))
    return false;
  const count = runOfUnknown(search, at);
  const next = tokens[at + count];
  return count === 2 && tokens[at + 1]?.gap === ' ' && !(next?.gap === ' ' && next.capital);
}

/** "200 Lire", "120 Frdr.": a unit after a number that is not a date. */
function isCounted(tokens: readonly NameToken[], at: number, taken: readonly boolean[]): boolean {
  return (
    tokens[at]?.gap === ' ' && /^\d+$/.test(tokens[at - 1]?.text ?? '') && taken[at - 1] !== true
  );
}

/** "Dear Drum", "Poor Mossy". */
function isAddressed(tokens: readonly NameToken[], at: number): boolean {
  const next = tokens[at + 1];
  return /^(?:dear|poor)$/.test(tokens[at - 1]?.key ?? '') && !(next?.gap === ' ' && next.capital);
}

/** "with Drum", "from Drum": a word that these texts use as a name only. */
function isNickname(token: NameToken, own: WordEvidence, words: OrdinaryWords): boolean {
  if (words.isPlain(token) || words.lexicon.capitalNouns || token.shout) return false;
  return own.person >= 2 && own.person * 5 >= own.total && own.inRun * 4 < own.total;
}

/** "Heini", "Lotte": a forename of German writers, though a dictionary has it as a noun. */
function isListedForename(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  if (!words.lexicon.capitalNouns || !commonForename(token.key) || words.isPlain(token))
    return false;
  if (words.isListed(token) && !isBare(tokens, at, words)) return false;
  return !token.shout && !(next?.gap === ' ' && next.capital && !words.isOrdinary(next));
}

/** "Olga", "Olgas". */
function isForenameOrGenitive(token: NameToken, words: OrdinaryWords): boolean {
  if (words.isForename(token)) return true;
  if (!words.lexicon.capitalNouns || !token.key.endsWith('s')) return false;
  return words.isForename({ ...token, key: token.key.slice(0, -1) });
}

/** An ordinary word that is a common surname, alone in its sentence: "met with Young at nine". */
function isOnlySurname(token: NameToken, words: OrdinaryWords): boolean {
  const { lexicon, sets } = words;
  return (
    !words.isNever(token) &&
    (!words.isUsed(token) || lexicon.isCommon(token.key)) &&
    (!lexicon.isTitle(token.key) || lexicon.isCommon(token.key)) &&
    !sets.organizations.has(token.key) &&
    !lexicon.isClosed(token.key)
  );
}

/**
 * "die Krall", "mit der Golovin": an actress, if the word has no other article and no ending of
 * feminine nouns.
 */
function isNamedWoman(
  tokens: readonly NameToken[],
  at: number,
  own: WordEvidence,
  words: OrdinaryWords,
): boolean {
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  if (!words.lexicon.capitalNouns || token.gap !== ' ') return false;
  if (!/^(?:die|der)$/.test(tokens[at - 1]?.key ?? '')) return false;
  if (own.article < own.determined || own.place > 0 || words.placeAt(tokens, at)) return false;
  if (HYPHEN.test(next?.gap ?? '') || (next?.gap === ' ' && next.capital)) return false;
  // "vor der Prem.": abbreviated.
  if (token.text.length < 5 && next?.gap.startsWith('.')) return false;
  return !/(?:e|en|ik|ur|ie|in|inn|ei|at|enz|anz)$/.test(token.key);
}

/** "Sudermann erscheint", "Sonnenthal küsste": a verb follows, and the word itself is not one. */
function isSubject(tokens: readonly NameToken[], at: number): boolean {
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  if (/(?:t|te|ten|en|st|ig|lich|isch|los|sam|bar|haft)$/.test(token.key)) return false;
  if (next?.gap !== ' ' || next.capital || NO_VERB.test(next.key)) return false;
  return /^(?:\p{L}{2,}(?:t|te)|ge\p{L}{3,}en)$/u.test(next.key);
}
const NO_VERB = pattern('')`
    ^(?:mit|seit|nicht|fast|jetzt|erst|selbst|sonst|sogar|heute|leicht|recht|gut|acht|statt|samt|
    nebst|oft|insbesondere|zuerst|zuletzt|meist|bereits|hatte|weit|immerfort|dort|sofort|fort)$
  `;

/** No article, possessive or adjective precedes the German noun. */
function isBare(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const token = tokens[at] as NameToken;
  const before = tokens[at - 1];
  if (!before || token.gap !== ' ') return true;
  if (words.lexicon.isDeterminer(before.key)) return false;
  if (words.lexicon.isClosed(before.key)) return true;
  // "Neue Historiette", but "Gestern Kafka", "Frau Kulka".
  const isNoun = before.capital && (words.isListed(before) || words.isForename(before));
  return isNoun || words.isTitle(before) || !isInflected(before.key);
}

/** Ends like an adjective before a noun: "guten", "tiefer"; verbs in "-te" do not count. */
function isInflected(key: string): boolean {
  return /e[nmrs]?$/.test(key) && !/te$/.test(key);
}

/** A name of several words that are not ordinary ones: "Souvanna Phouma". */
export function runOfUnknown({ tokens, words, taken }: SearchTokens, at: number): number {
  let count = 1;
  for (let next = tokens[at + 1]; next && count < 4; next = tokens[at + count]) {
    const after = tokens[at + count + 1];
    const isParticle = !next.capital && words.lexicon.isParticle(next.key) && next.key.length > 1;
    // "Couve de Murville".
    if (isParticle && next.gap === ' ' && after?.gap === ' ' && after.capital) {
      if (NO_PARTICLE.test(next.key) || words.isOrdinary(after) || taken[at + count + 1]) break;
      count += 2;
      continue;
    }
    const joined = next.gap === ' ' || HYPHEN.test(next.gap);
    if (!joined || !next.capital || taken[at + count] || next.shout) break;
    if (words.isOrdinary(next) || words.isTitle(next) || words.placeAt(tokens, at + count)) break;
    count++;
  }
  return count;
}

function runLength(tokens: readonly NameToken[], at: number, words: OrdinaryWords): number {
  const next = tokens[at + 1];
  return next?.gap === ' ' && next.capital && !words.isOrdinary(next) ? 2 : 1;
}
