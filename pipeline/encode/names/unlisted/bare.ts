/** Names that only all occurrences of a word decide: the second pass over a passage. */
import { commonForename } from '../persons/forms/given-names.ts';
import { HYPHEN, type NameToken } from '../words/tokens.ts';
import { personRule, runOfUnknown } from './bare-persons.ts';
import { inPlaces, isDeparture, isOtherPlace, isPlace } from './bare-places.ts';
import { inBracketsBehindPlace, isInPersonContext } from './context.ts';
import type {
  EvidenceByWord,
  SearchedPassage,
  SearchState,
  SearchTokens,
  WordEvidence,
} from './evidence.ts';
import { inFamilies, isFamily } from './families.ts';
import { isShouting, nameInRun } from './find.ts';
import { isInitialOfPerson, isNamedInitial, isPairOfInitials, isShortened } from './initials.ts';
import type { DecidedName, FoundName, ProposedKind } from './model.ts';
import { isSettlement } from './places.ts';
import { isDetermined } from './words/determined.ts';
import { hasDictionary } from './words/ordinary.ts';
import { isAnd, type OrdinaryWords } from './words/words.ts';

export function searchAgain(
  { passage, words, tokens, names, taken: before }: SearchedPassage,
  evidence: EvidenceByWord,
): readonly FoundName[] {
  const found = [...names];
  const taken = [...before];
  const isPerson = kindAt(tokens, names, 'person');
  const isPlaceAt = kindAt(tokens, names, 'place');
  const families = new Set<number>();
  if (isShouting(tokens) && passage.role === 'text') return found;
  const search: SearchState = { tokens, words, evidence, taken, role: passage.role };
  for (const [at, token] of tokens.entries()) {
    if (taken[at] || !token.capital) continue;
    if (words.isNever(token) && !isNamedInitial(search, at)) continue;
    const decided =
      inFamilies(search, at, families) ??
      inPlaces(search, at, isPlaceAt) ??
      decideName(search, at) ??
      inList(search, at, isPerson);
    if (!decided) continue;
    if (decided.rule === 'family') families.add(at);
    for (let one = at; one < at + decided.count; one++) {
      taken[one] = true;
      isPerson[one] = decided.kind === 'person';
      isPlaceAt[one] = decided.kind === 'place';
    }
    const { kind, rule, count } = decided;
    found.push(nameInRun({ from: at, end: at + count, kind, rule }, passage, tokens, words));
  }
  return found.sort((one, other) => one.start - other.start);
}

function kindAt(
  tokens: readonly NameToken[],
  names: readonly FoundName[],
  wanted: ProposedKind,
): boolean[] {
  const persons = names.filter(({ kind }) => kind === wanted).sort((a, b) => a.start - b.start);
  return tokens.map(({ start, end }) => {
    while (persons[0] !== undefined && persons[0].end <= start) persons.shift();
    return persons[0] !== undefined && start >= persons[0].start && end <= persons[0].end;
  });
}

/** The name that begins with a word; with the hyphenated half of a place. */
function decideName(search: SearchState, at: number): DecidedName | undefined {
  const name = decideWord(search, at);
  if (name?.kind !== 'place') return name;
  const count = hyphenatedPlace(search, at, name.count);
  return count > 0 ? { ...name, count } : undefined;
}

function decideWord(search: SearchState, at: number): DecidedName | undefined {
  const { tokens, words, evidence, taken } = search;
  const token = tokens[at] as NameToken;
  // "De Gaulle" in English.
  if (isParticleOfName(tokens, at, words) && taken[at + 1] !== true) {
    const name = decideName(search, at + 1);
    return name?.kind === 'person' ? { ...name, count: name.count + 1 } : undefined;
  }
  const own = evidenceFor(token, words, evidence);
  const place = words.placeAt(tokens, at);
  const isPerson =
    inBracketsBehindPlace(search, at) ||
    ((!place || place.rank === 'small') && isInPersonContext(search, at));
  if (hasDictionary(words.tag) && isPerson)
    return { kind: 'person', rule: 'person-context', count: runOfUnknown(search, at) };
  if (place && isPlace(search, at, place.rank, own))
    return { kind: 'place', rule: 'gazetteer', count: place.count };
  if (isFamily(search, at)) return { kind: 'org', rule: 'family', count: 1 };
  if (isQuoted(tokens, at)) return undefined;
  if (isShortened(tokens, at)) {
    if (!words.lexicon.capitalNouns) return undefined;
    const count = isPairOfInitials(tokens, at) ? 2 : 1;
    return count === 2 || isInitialOfPerson(search, at, own)
      ? { kind: 'person', rule: 'person-context', count }
      : undefined;
  }
  const noPerson = (own?.surname ?? 0) + (own?.person ?? 0) === 0;
  if (noPerson && isSettlement(token, words))
    return { kind: 'place', rule: 'place-word', count: 1 };
  if (isDeparture(search, at)) return { kind: 'place', rule: 'place-context', count: 1 };
  const rule =
    place?.rank === 'listed' && !(own && own.surname > 0) ? undefined : personRule(search, at, own);
  if (rule) {
    const joined = hyphenated(search, at);
    const count = Math.max(runOfUnknown(search, at), joined);
    return joined > 0 ? { kind: 'person', rule, count } : undefined;
  }
  if (own && isOtherPlace(search, at, own))
    return { kind: 'place', rule: 'place-context', count: 1 };
  return undefined;
}

/**
 * How many words of a person's name a hyphen joins: two in "mit Beer-Hofmann", one if there is no
 * hyphen. None in "die Marien-Apotheke", which is a compound noun.
 */
function hyphenated({ tokens, words, taken }: SearchTokens, at: number): number {
  const half = tokens[at + 1];
  if (!half?.capital || !HYPHEN.test(half.gap)) return 1;
  const isNoun = words.isPlain(half) || words.placeAt(tokens, at + 1) !== undefined;
  return isNoun || taken[at + 1] === true || isDetermined(tokens, at, words) ? 0 : 2;
}

/**
 * How many words of a place's name there are with the hyphenated half behind the `count` known
 * ones: one more in "Gros-Bois", none in "die Paris-Reise", which is a compound noun.
 */
function hyphenatedPlace({ tokens, words, taken }: SearchTokens, at: number, count: number) {
  const half = tokens[at + count];
  if (!half?.capital || !HYPHEN.test(half.gap)) return count;
  const isName = words.placeAt(tokens, at + count) !== undefined || !words.isPlain(half);
  return isName && taken[at + count] !== true ? count + 1 : 0;
}

function isParticleOfName(
  tokens: readonly NameToken[],
  at: number,
  { lexicon }: OrdinaryWords,
): boolean {
  const [token, next] = tokens.slice(at, at + 2);
  if (lexicon.capitalNouns || next?.gap !== ' ' || !next.capital || token === undefined)
    return false;
  return /^(?:de|van|von|du|di)$/.test(token.key);
}

/** „Anatol“: a single word in quotation marks is a work's title. */
function isQuoted(tokens: readonly NameToken[], at: number): boolean {
  return /[„“"»«]$/.test(tokens[at]?.gap ?? '') && /^[“”"«»]/.test(tokens[at + 1]?.gap ?? '');
}

/**
 * The evidence for the word; for a German genitive, that for the word without "s" if there is some.
 */
function evidenceFor(
  { key }: NameToken,
  words: OrdinaryWords,
  evidence: EvidenceByWord,
): WordEvidence | undefined {
  const own = evidence.get(key);
  if (!words.lexicon.capitalNouns || !key.endsWith('s') || key.length < 5) return own;
  const short = evidence.get(key.slice(0, -1));
  if (!short) return own;
  const ofPerson = ({ surname, person }: WordEvidence) => surname + person;
  return ofPerson(short) > (own ? ofPerson(own) : 0) ? short : own;
}

/** "Mit Salten, Bahr und Brahm": the word before is a person, with a comma or "and" between. */
function inList(
  search: SearchState,
  at: number,
  isPerson: readonly boolean[],
): DecidedName | undefined {
  const { tokens, words } = search;
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  if (words.isPlain(token) || token.shout || token.text.length < 3) return undefined;
  const isUnclear = words.isInDictionary(token) && !words.lexicon.capitalNouns;
  if (isUnclear && !commonForename(token.key)) return undefined;
  if (next?.gap === ' ' && next.capital) return undefined;
  const isMember = /^\.?(?:,| &) $/.test(token.gap)
    ? isPerson[at - 1] === true
    : isAnd(tokens[at - 1]?.key) && isPerson[at - 2] === true;
  const isSingle =
    !words.isInDictionary(token) || isUnclear || (isMember && /^[,.;)]/.test(next?.gap ?? '.'));
  const count = hyphenated(search, at);
  return isMember && isSingle && count > 0
    ? { kind: 'person', rule: 'person-list', count }
    : undefined;
}
