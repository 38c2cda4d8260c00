/**
 * The evidence of all occurrences of a word: whether it is a person's surname, a place, or neither.
 * It is counted for the words that the first pass left open.
 */
import { commonForename } from '../persons/forms/given-names.ts';
import { HYPHEN, type NameToken, wordKeys } from '../words/tokens.ts';
import type { FoundName, NamePassage } from './model.ts';
import { RULES } from './model.ts';
import { keysOfPerson } from './words/person-keys.ts';
import { beginsSentence, type OrdinaryWords } from './words/words.ts';

export interface WordEvidence {
  /** Names of persons that end with the word, by strong rules. */
  surname: number;
  /** Those of them with "Mr." or a forename: the word is a surname whatever else it is. */
  sure: number;
  /** After "with", before "said", alone in brackets. */
  person: number;
  /** After "in", "nach". */
  place: number;
  /** After an article or a possessive. */
  determined: number;
  /** Those of them after "der", "die". */
  article: number;
  /** Beside another word with a capital. */
  inRun: number;
  beginning: number;
  total: number;
  /** Written in capitals throughout. */
  shout: number;
}

export type EvidenceByWord = ReadonlyMap<string, WordEvidence>;

/** A passage, its words, and the names found in it by form: the input of the second pass. */
export interface SearchedPassage {
  readonly passage: NamePassage;
  readonly words: OrdinaryWords;
  readonly tokens: readonly NameToken[];
  readonly names: readonly FoundName[];
  /** By token: covered by an entry, or part of a name that was found. */
  readonly taken: readonly boolean[];
}

/** A passage that is searched again, and the results so far. */
export interface SearchState {
  readonly tokens: readonly NameToken[];
  readonly words: OrdinaryWords;
  readonly evidence: EvidenceByWord;
  readonly taken: readonly boolean[];
  readonly role: NamePassage['role'];
}

/** The part of it that tests of neighbours need. */
export type SearchTokens = Pick<SearchState, 'tokens' | 'words' | 'taken'>;

const NOTHING: WordEvidence = {
  surname: 0,
  sure: 0,
  person: 0,
  place: 0,
  determined: 0,
  article: 0,
  inRun: 0,
  beginning: 0,
  total: 0,
  shout: 0,
};

export function evidenceOf(searched: readonly SearchedPassage[]): EvidenceByWord {
  const evidence = new Map<string, WordEvidence>();
  const of = (key: string): WordEvidence => {
    let found = evidence.get(key);
    if (!found) {
      found = { ...NOTHING };
      evidence.set(key, found);
    }
    return found;
  };
  for (const { names, tokens, taken, words } of searched) {
    const byEnd = new Map(tokens.map(({ end }, at) => [end, at]));
    for (const name of names) {
      const { kind, form, rule } = name;
      if (kind !== 'person' || !RULES[rule].strong) continue;
      const { surname, given } = keysOfPerson(wordKeys(form));
      const found = of(surname);
      found.surname++;
      const at = byEnd.get(name.end) ?? -1;
      const last = tokens[at];
      const isProper = last !== undefined && !words.isPlain(last) && !words.placeAt(tokens, at);
      // "President López Mateos": the first word of a surname of two words.
      const isTitled = rule === 'title-name' || rule === 'courtesy-name';
      const [first = ''] = given;
      if (isTitled && given.length === 1 && first.length > 1 && !commonForename(first)) {
        of(first).surname++;
        of(first).sure++;
      }
      if (given.length > 0 || rule === 'courtesy-name' || isProper) found.sure++;
      if (form === form.toUpperCase()) found.shout++;
      found.total++;
    }
    for (const [at, token] of tokens.entries())
      if (token.capital && !taken[at] && (token.initial || !words.isNever(token)))
        count(of(token.key), tokens, at, words);
  }
  return evidence;
}

function count(
  found: WordEvidence,
  tokens: readonly NameToken[],
  at: number,
  words: OrdinaryWords,
): void {
  const token = tokens[at] as NameToken;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  found.total++;
  if (token.shout) found.shout++;
  if (beginsSentence(tokens, at, words)) found.beginning++;
  if (isInRun(tokens, at, words)) found.inRun++;
  const word = before && token.gap === ' ' && !before.capital ? before.key : '';
  if (words.sets.placePrepositions.has(word) && !isWorkedAt(tokens, at))
    found.place += words.sets.personPrepositions.has(word) ? 0.5 : 1;
  if (words.lexicon.isDeterminer(word)) found.determined++;
  if (/^(?:die|der)$/.test(word)) found.article++;
  if (saysPerson(tokens, at, words)) found.person++;
  else if (isSubject(tokens, at, words)) found.person += 0.5;
  if (next && /^['’]s?\b/.test(next.gap) && !words.lexicon.capitalNouns) found.person += 0.5;
}

/** "Nasser had requested", "that Garin would": a word that no dictionary has. */
function isSubject(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  if (words.lexicon.capitalNouns || next?.gap !== ' ' || words.isOrdinary(token)) return false;
  return /^(?:had|has|would|could|might|himself|herself)$/.test(next.key);
}

/** "worked at Fiesco": a work, not a place. */
export function isWorkedAt(tokens: readonly NameToken[], at: number): boolean {
  return tokens[at - 1]?.key === 'at' && /^work(?:s|ed|ing)?$/.test(tokens[at - 2]?.key ?? '');
}

/** As `isBesideCapital`, but "Von Sonnenthal" and, in German, "Andrians Buch" do not count. */
function isInRun(tokens: readonly NameToken[], at: number, words: OrdinaryWords): boolean {
  if (!isBesideCapital(tokens, at)) return false;
  if (!words.lexicon.capitalNouns) return true;
  const isName = (token: NameToken | undefined, gap = '') =>
    /^(?: |[-‐‑])$/.test(gap) && token?.capital === true && !words.isOrdinary(token);
  return isName(tokens[at - 1], tokens[at]?.gap) || isName(tokens[at + 1], tokens[at + 1]?.gap);
}

export function isBesideCapital(tokens: readonly NameToken[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  return (
    (next?.gap === ' ' && next.capital) ||
    (token?.gap === ' ' && before?.capital === true) ||
    HYPHEN.test(next?.gap ?? '') ||
    HYPHEN.test(token?.gap ?? '')
  );
}

/** "Rusk said", "with Rusk", "cleared by Unger", "(Wheeler)". */
export function saysPerson(
  tokens: readonly NameToken[],
  at: number,
  words: OrdinaryWords,
): boolean {
  const token = tokens[at] as NameToken;
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  // "von S. 12".
  if (token.initial && /^\d/.test(next?.text ?? '')) return false;
  if (next?.gap === ' ' && words.lexicon.isVerbOfSaying(next.key)) return true;
  if (before && token.gap === ' ' && words.sets.personPrepositions.has(before.key)) return true;
  return /\($/.test(token.gap) && /^\)/.test(next?.gap ?? ')');
}
