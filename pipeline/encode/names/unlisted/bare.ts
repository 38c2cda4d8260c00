/**
 * The second look, when it is known what all texts show of each word: bare surnames, places of one
 * word, forenames alone, and words that only their surroundings make a name.
 */
import { commonForename } from '../persons/given-names.ts';
import type { Token } from '../tokens.ts';
import { type Evidence, isBesideCapital, saysPerson, type WordEvidence } from './evidence.ts';
import { isShouting, nameOf, type SearchedPassage } from './find.ts';
import type { FoundName, ProposedKind, RuleName } from './model.ts';
import { hasDictionary } from './ordinary.ts';
import { beginsSentence, type Words } from './words.ts';

interface Decided {
  readonly kind: ProposedKind;
  readonly rule: RuleName;
  /** How many tokens the name has. */
  readonly count: number;
}

interface Looking {
  readonly tokens: readonly Token[];
  readonly words: Words;
  readonly evidence: Evidence;
  readonly taken: readonly boolean[];
  readonly role: SearchedPassage['passage']['role'];
}

export function searchAgain(
  { passage, words, tokens, names, taken: before }: SearchedPassage,
  evidence: Evidence,
): readonly FoundName[] {
  const found = [...names];
  const taken = [...before];
  const isPerson = kindAt(tokens, names, 'person');
  const isPlaceAt = kindAt(tokens, names, 'place');
  if (isShouting(tokens) && passage.role === 'text') return found;
  const looking: Looking = { tokens, words, evidence, taken, role: passage.role };
  for (const [at, token] of tokens.entries()) {
    if (taken[at] || !token.capital || words.isNever(token)) continue;
    const decided =
      inPlaces(looking, at, isPlaceAt) ?? decide(looking, at) ?? inList(looking, at, isPerson);
    if (!decided) continue;
    for (let one = at; one < at + decided.count; one++) {
      taken[one] = true;
      isPerson[one] = decided.kind === 'person';
      isPlaceAt[one] = decided.kind === 'place';
    }
    const { kind, rule, count } = decided;
    found.push(nameOf({ from: at, end: at + count, kind, rule }, passage, tokens, words));
  }
  return found.sort((one, other) => one.start - other.start);
}

function kindAt(
  tokens: readonly Token[],
  names: readonly FoundName[],
  wanted: ProposedKind,
): boolean[] {
  const persons = names.filter(({ kind }) => kind === wanted).sort((a, b) => a.start - b.start);
  return tokens.map(({ start, end }) => {
    while (persons[0] !== undefined && persons[0].end <= start) persons.shift();
    return persons[0] !== undefined && start >= persons[0].start && end <= persons[0].end;
  });
}

function decide(looking: Looking, at: number): Decided | undefined {
  const { tokens, words, evidence } = looking;
  const token = tokens[at] as Token;
  const own = evidenceFor(token, words, evidence);
  const place = words.placeAt(tokens, at);
  if (place && isPlace(looking, at, place.rank, own))
    return { kind: 'place', rule: 'gazetteer', count: place.count };
  if (isQuoted(tokens, at)) return undefined;
  if (isShortened(tokens, at)) {
    if (!words.lexicon.capitalNouns) return undefined;
    const count = isPairOfInitials(tokens, at) ? 2 : 1;
    return count === 2 || isInitialOfPerson(looking, at, own)
      ? { kind: 'person', rule: 'person-context', count }
      : undefined;
  }
  const rule =
    place?.rank === 'listed' && !(own && own.surname > 0)
      ? undefined
      : personRule(looking, at, own);
  if (rule) {
    const count = runOfUnknown(looking, at);
    return { kind: 'person', rule, count };
  }
  if (own && isOtherPlace(looking, at, own))
    return { kind: 'place', rule: 'place-context', count: 1 };
  return undefined;
}

/** „Anatol“: a single word in quotation marks is a work's title. */
function isQuoted(tokens: readonly Token[], at: number): boolean {
  return /[„“"»«]$/.test(tokens[at]?.gap ?? '') && /^[“”"«»]/.test(tokens[at + 1]?.gap ?? '');
}

/** "F. ist da", "Mz. Rh.", "Absch. souper": letters or a beginning, and a full stop. */
function isShortened(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (token.initial) return true;
  if (!next?.gap.startsWith('.')) return false;
  return token.text.length < 3 || (next.gap === '. ' && !next.capital && /^\p{L}/u.test(next.text));
}

/** "mit F.", "bei Mz.": German diaries name persons so. */
function isInitialOfPerson(
  { tokens, words }: Looking,
  at: number,
  own: WordEvidence | undefined,
): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (token.text.length > 2 || /^\d/.test(next?.text ?? '')) return false;
  if (next && !/^\.|^['’]?s?[ ,]/.test(next.gap)) return false;
  if (!token.initial && own && own.person >= 2) return true;
  if (before === undefined || token.gap !== ' ' || next?.capital) return false;
  return words.sets.personPrepositions.has(before.key) || /^(?:der|die|den)$/.test(before.key);
}

/** "D. M.": not "N. Fr. Pr.", not "P. S.". */
function isPairOfInitials(tokens: readonly Token[], at: number): boolean {
  const [one, other, next] = tokens.slice(at, at + 3);
  if (!one?.initial || !other?.initial || other.gap !== '. ' || tokens[at - 1]?.initial)
    return false;
  if (next?.capital || /^\d/.test(next?.text ?? '') || !/^\./.test(next?.gap ?? '.')) return false;
  return !/^(?:ps|nb|kk|uu|um|zb|dh|wo|so|no|nw)$/.test(one.key + other.key);
}

/** The evidence of the word; of a German genitive, of the word without "s" where there is some. */
function evidenceFor({ key }: Token, words: Words, evidence: Evidence): WordEvidence | undefined {
  const own = evidence.get(key);
  if (!words.lexicon.capitalNouns || !key.endsWith('s') || key.length < 5) return own;
  const short = evidence.get(key.slice(0, -1));
  return short && short.surname > (own?.surname ?? 0) ? short : own;
}

function isPlace(
  { tokens, words, taken }: Looking,
  at: number,
  rank: 'listed' | 'large' | 'small',
  own: WordEvidence | undefined,
): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  const word = before && token.gap === ' ' && !before.capital ? before.key : '';
  const afterPreposition = words.sets.placePrepositions.has(word);
  const surname = own?.surname ?? 0;
  const next = tokens[at + 1];
  // "Kennedy Round": part of a longer name.
  const inName = next?.gap === ' ' && next.capital && taken[at + 1] === true;
  if (rank === 'listed') return !inName && (surname === 0 || afterPreposition || isLikelier(own));
  if (words.isPlain(token)) return false;
  if (words.isForename(token) && !afterPreposition) return false;
  if (rank === 'large')
    return !words.isInDictionary(token) && (surname === 0 || (afterPreposition && isLikelier(own)));
  if (surname > 0 || words.isInDictionary(token)) return false;
  const person = own?.person ?? 0;
  if (afterPreposition) return person <= (own?.place ?? 0);
  return person === 0 && !isDetermined(tokens, at, words) && !words.isForename(token);
}

/** The word stands more often after "in" than for a person. */
function isLikelier(own: WordEvidence | undefined): boolean {
  return own !== undefined && own.place > own.person + own.surname;
}

function personRule(
  { tokens, words, role, taken }: Looking,
  at: number,
  own: WordEvidence | undefined,
): RuleName | undefined {
  const token = tokens[at] as Token;
  const beginning = beginsSentence(tokens, at, words);
  const beside = isBesideCapital(tokens, at);
  const ordinary = words.isOrdinary(token);
  if (own && own.surname > 0 && (own.sure > 0 || !words.placeAt(tokens, at))) {
    if (token.shout && own.shout >= own.surname && role === 'text') return undefined;
    if (!ordinary) return 'surname-again';
    // A word of the dictionary that these texts never write small.
    if (!words.isPlain(token) && own.sure > 0 && (!beginning || own.surname > 1))
      return words.lexicon.capitalNouns && !isBare(tokens, at, words) ? undefined : 'surname-again';
    const isSure = own.sure > 0 && !beginning && !beside;
    const free = !words.lexicon.capitalNouns && !isDetermined(tokens, at, words);
    if (isSure && free && isOnlySurname(token, words)) return 'surname-again';
  }
  if (hasDictionary(words.tag) && inBrackets(tokens, at, words)) return 'person-context';
  if (own && isNickname(token, own, words) && !beginning && !beside) return 'person-context';
  if (ordinary || token.shout || token.text.length < 2) return undefined;
  const next = tokens[at + 1];
  const isForename =
    isForenameOrGenitive(token, words) && (words.lexicon.capitalNouns || commonForename(token.key));
  if (isForename && !(next?.gap === ' ' && next.capital && !taken[at + 1])) return 'forename-alone';
  // Without a dictionary an unknown word says nothing.
  if (!own || !hasDictionary(words.tag)) return undefined;
  if (isDetermined(tokens, at, words) && (own.person < 1 || words.lexicon.capitalNouns))
    return undefined;
  if (own.inRun * 2 > own.total && runLength(tokens, at, words) < 2) return undefined;
  if (own.determined * 3 > own.total || own.place > own.person) return undefined;
  if (saysPerson(tokens, at, words)) return 'person-context';
  if (own.person >= 1 && own.person >= own.place * 2) return 'bare-name';
  // Where all nouns have capitals a word that no dictionary has is a name.
  const free = !beginning || own.person > 0 || own.total - own.beginning > 1;
  const isRare = words.lexicon.capitalNouns && free && own.place === 0;
  return isRare ? 'bare-name' : undefined;
}

/** "the Ambassador in Italy (Page) to": a word in brackets behind an office. */
function inBrackets(tokens: readonly Token[], at: number, words: Words): boolean {
  const token = tokens[at] as Token;
  if (!/ \($/.test(token.gap) || !/^\)/.test(tokens[at + 1]?.gap ?? ')') || token.shout)
    return false;
  if (
    words.lexicon.capitalNouns ||
    words.lexicon.isTitle(token.key) ||
    (words.isUsed(token) && !words.lexicon.isCommon(token.key))
  )
    return false;
  return tokens.slice(Math.max(0, at - REACH_OF_OFFICE), at).some((other) => words.isTitle(other));
}
const REACH_OF_OFFICE = 8;

/** "with Drum", "from Drum": a word that these texts use as a name only. */
function isNickname(token: Token, own: WordEvidence, words: Words): boolean {
  if (words.isPlain(token) || words.lexicon.capitalNouns || token.shout) return false;
  return own.person >= 2 && own.person * 5 >= own.total && own.inRun * 4 < own.total;
}

/** "Olga", "Olgas". */
function isForenameOrGenitive(token: Token, words: Words): boolean {
  if (words.isForename(token)) return true;
  if (!words.lexicon.capitalNouns || !token.key.endsWith('s')) return false;
  return words.isForename({ ...token, key: token.key.slice(0, -1) });
}

/** An ordinary word that is a common surname, alone in its sentence: "met with Young at nine". */
function isOnlySurname(token: Token, words: Words): boolean {
  const { lexicon, sets } = words;
  return (
    !words.isNever(token) &&
    (!words.isUsed(token) || lexicon.isCommon(token.key)) &&
    (!lexicon.isTitle(token.key) || lexicon.isCommon(token.key)) &&
    !sets.organizations.has(token.key) &&
    !lexicon.isClosed(token.key)
  );
}

/** No article, possessive or adjective stands before the German noun. */
function isBare(tokens: readonly Token[], at: number, words: Words): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (!before || token.gap !== ' ') return true;
  if (words.lexicon.isDeterminer(before.key)) return false;
  return before.capital || words.lexicon.isClosed(before.key) || !/e[nmrs]?$/.test(before.key);
}

function isDetermined(tokens: readonly Token[], at: number, words: Words): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (!before || token.gap !== ' ') return false;
  return words.lexicon.isDeterminer(before.key);
}

/** A name of several words that are no ordinary ones: "Souvanna Phouma". */
function runOfUnknown({ tokens, words, taken }: Looking, at: number): number {
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
    const joined = next.gap === ' ' || /^[-‐‑]$/.test(next.gap);
    if (!joined || !next.capital || taken[at + count] || next.shout) break;
    if (words.isOrdinary(next) || words.isTitle(next) || words.placeAt(tokens, at + count)) break;
    count++;
  }
  return count;
}

const NO_PARTICLE = /^(?:of|and|und|y|e|am|zu|zum|zur|the)$/;

function runLength(tokens: readonly Token[], at: number, words: Words): number {
  const next = tokens[at + 1];
  return next?.gap === ' ' && next.capital && !words.isOrdinary(next) ? 2 : 1;
}

function isOtherPlace({ tokens, words }: Looking, at: number, own: WordEvidence): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (!hasDictionary(words.tag)) return false;
  if (words.isOrdinary(token) || token.shout || token.text.length < 3 || own.surname > 0)
    return false;
  const next = tokens[at + 1];
  if (next?.gap === ' ' && next.capital && !words.lexicon.capitalNouns) return false;
  if (!before || before.capital || token.gap !== ' ') return false;
  return words.sets.placePrepositions.has(before.key) && own.place >= own.person;
}

/** "Addis Ababa, Harrar, Jijiga and Diredawa": beside a known place in a list. */
function inPlaces(
  { tokens, words, evidence }: Looking,
  at: number,
  isPlaceAt: readonly boolean[],
): Decided | undefined {
  const token = tokens[at] as Token;
  if (words.isOrdinary(token) || token.shout || token.text.length < 3 || words.isForename(token))
    return undefined;
  const own = evidence.get(token.key);
  if ((own && (own.surname > 0 || own.person > 0)) || words.placeAt(tokens, at)) return undefined;
  const isListed = (other: number, gap: string) =>
    /^,? $/.test(gap) &&
    gap !== ' ' &&
    (isPlaceAt[other] === true ||
      words.placeAt(tokens, other)?.rank === 'listed' ||
      words.placeAt(tokens, other)?.rank === 'large');
  const isJoined =
    /^(?:and|or|und|oder|et|y)$/.test(tokens[at - 1]?.key ?? '') && isPlaceAt[at - 2] === true;
  const isMember =
    isListed(at - 1, token.gap) || isListed(at + 1, tokens[at + 1]?.gap ?? '') || isJoined;
  return isMember ? { kind: 'place', rule: 'place-list', count: 1 } : undefined;
}

/** "Mit Salten, Bahr und Brahm": the word before is a person, with a comma or "and" between. */
function inList(
  { tokens, words }: Looking,
  at: number,
  isPerson: readonly boolean[],
): Decided | undefined {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (words.isPlain(token) || token.shout || token.text.length < 3) return undefined;
  if (words.isInDictionary(token) && !words.lexicon.capitalNouns) return undefined;
  if (next?.gap === ' ' && next.capital) return undefined;
  const isMember = /^\.?, $/.test(token.gap)
    ? isPerson[at - 1] === true
    : /^(?:and|und|et|y|e)$/.test(tokens[at - 1]?.key ?? '') && isPerson[at - 2] === true;
  const isSingle = !words.isInDictionary(token) || (isMember && /^[,.;)]/.test(next?.gap ?? '.'));
  return isMember && isSingle ? { kind: 'person', rule: 'person-list', count: 1 } : undefined;
}
