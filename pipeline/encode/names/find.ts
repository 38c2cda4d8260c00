/**
 * The mention finder: marks persons, organizations, terms and places of the authority files in a
 * document.
 *
 * Takes a document's passages and the index of names. Returns mentions, each with its certainty and
 * rule, without crossings; and doubts: names that several entries share, names without an entry.
 */
import type { DocumentText, Doubt, Found, Mention, Passage } from '../engine/model.ts';
import { english } from '../languages/en/language.ts';
import type { Language } from '../languages/model/language.ts';
import type { NameIndex } from './index/name-index.ts';
import { byPassage, nest } from './nest.ts';
import { type NameSpot, type Stranger, spotPersons } from './persons/candidates.ts';
import { type Choices, choosePersons } from './persons/choice.ts';
import { periodOf } from './persons/forms/tenure.ts';
import { findShortNames, type PersonsInContext, type ReadPassage } from './persons/short-names.ts';
import { findUnlisted } from './persons/unlisted.ts';
import { findPhrases } from './phrases/phrases.ts';
import { isInPersonsName } from './phrases/word-or-phrase.ts';
import { lexiconOf } from './words/lexicon.ts';
import { lowerCaseWords } from './words/surroundings.ts';
import { type NameToken, nameTokens } from './words/tokens.ts';

/**
 * Finds all mentions in a document. Offsets count UTF-16 units of each passage's text; mentions are
 * in the order of the passages, an enclosing one before those inside it. Never fails: an undecided
 * case becomes a doubt.
 */
export function findMentions(
  document: DocumentText,
  names: NameIndex,
  language: Language = english,
): Found {
  const tokens = new Map(
    document.passages.map((passage) => [passage.id, nameTokens(passage.text)]),
  );
  const lowerCase = lowerCaseWords(tokens.values());
  const local: NameIndex = { ...names, words: lexiconOf(language), lowerCase };
  const index: NameIndex = { ...local, bearers: bearersIn(tokens.values(), local) };
  const tokensOf = (id: string): readonly NameToken[] => tokens.get(id) ?? [];
  const phrases: Mention[] = [];
  const shared: Doubt[] = [];
  const spots: NameSpot[] = [];
  const strangers: Stranger[] = [];
  for (const passage of document.passages) {
    const words = tokensOf(passage.id);
    const whole = findPhrases(passage, words, index);
    phrases.push(...whole.mentions);
    shared.push(...whole.doubts);
    const found = spotPersons(passage, words, index);
    const free = (spot: { start: number; end: number }) =>
      !whole.mentions.some((other) => encloses(other, spot));
    spots.push(...found.spots.filter(free));
    strangers.push(...found.strangers.filter(free));
  }
  const chosen = choosePersons(
    { spots, strangers },
    (spot) => tokensOf(spot.passage.id),
    index.words,
    periodOf(document.dating),
  );
  const known = knownPersons(document, chosen, strangers, index);
  const taken = byPassage([...chosen.mentions, ...phrases.filter(({ kind }) => kind !== 'term')]);
  const reads = document.passages.map((passage) => ({
    passage,
    tokens: tokensOf(passage.id),
    taken: takenIn(taken.get(passage.id) ?? []),
  }));
  const short = findShortNames(reads, known, index);
  const places = phrases.filter((phrase) => !isPersonsName(phrase, chosen, spots, strangers));
  const found = inOrder(document, nest([...places, ...chosen.mentions, ...short.mentions]));
  return {
    mentions: index.words.capitalNouns ? withGenitives(document, found) : found,
    doubts: [
      ...shared,
      ...chosen.doubts,
      ...short.doubts,
      ...strangers.map(withoutEntry),
      ...findUnlisted(reads.map(untaken(chosen, strangers)), index),
    ],
  };
}

/** The places of the list that are a person's surname in the text. */
function bearersIn(
  passages: Iterable<readonly NameToken[]>,
  index: NameIndex,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const tokens of passages)
    for (const [at, { key }] of tokens.entries())
      if (index.phrases.next.has(key) && isInPersonsName(tokens, at, index)) found.add(key);
  return found;
}

/** "Jarno’s Stück": in German the ending is a part of the name. */
function withGenitives({ passages }: DocumentText, mentions: readonly Mention[]): Mention[] {
  const texts = new Map(passages.map(({ id, text }) => [id, text]));
  return mentions.map((mention) => {
    const behind = texts.get(mention.passage)?.slice(mention.end, mention.end + 3) ?? '';
    const named = mention.kind === 'person' || mention.kind === 'place';
    return named && /^[’']s(?!\p{L})/u.test(behind)
      ? { ...mention, end: mention.end + 2 }
      : mention;
  });
}

/**
 * "General Washington", "Booker Washington": a place's name that a title or another person's
 * forename makes a person's.
 */
function isPersonsName(
  phrase: Mention,
  { mentions }: Choices,
  spots: readonly NameSpot[],
  strangers: readonly Stranger[],
): boolean {
  if (phrase.kind !== 'place') return false;
  const here = ({ passage, end }: { passage: Passage; end: number }): boolean =>
    passage.id === phrase.passage && end === phrase.end;
  if (strangers.some((one) => here(one) && one.start < phrase.start)) return true;
  const titled = spots.find((spot) => here(spot) && spot.title.length > 0);
  const person = mentions.some(
    ({ passage, end }) => passage === phrase.passage && end === phrase.end,
  );
  return titled !== undefined && person;
}

/** The order of the passages; within one, nest.ts has put them in order. */
function inOrder(document: DocumentText, mentions: readonly Mention[]): Mention[] {
  const groups = byPassage(mentions);
  return document.passages.flatMap(({ id }) => groups.get(id) ?? []);
}

/** Ambiguous names and strangers have their own doubts. */
function untaken(
  chosen: Choices,
  strangers: readonly Stranger[],
): (read: ReadPassage) => ReadPassage {
  return (read) => {
    const { id } = read.passage;
    const found = [
      ...chosen.doubts.filter(({ passage }) => passage === id),
      ...strangers.filter(({ passage }) => passage.id === id),
    ];
    const taken = (token: NameToken) =>
      read.taken(token) || found.some(({ start, end }) => start < token.end && token.start < end);
    return { ...read, taken };
  };
}

function knownPersons(
  document: DocumentText,
  chosen: Choices,
  strangers: readonly Stranger[],
  index: NameIndex,
): PersonsInContext {
  const titles = new Set(
    document.passages.filter(({ role }) => role === 'title').map(({ id }) => id),
  );
  const persons = chosen.mentions
    .filter((mention) => titles.has(mention.passage))
    .flatMap((mention) => index.persons.get(mention.target ?? '') ?? []);
  return {
    titled: new Set(persons),
    named: chosen.named,
    namedInFull: chosen.namedInFull,
    strangers: new Set(strangers.flatMap(({ given }) => given)),
  };
}

function takenIn(here: readonly Mention[]): (token: NameToken) => boolean {
  return (token) => here.some((mention) => mention.start < token.end && token.start < mention.end);
}

/** An organization or place with a name that contains it: "Johnson Library", "La Paz". */
function encloses(other: Mention, spot: { start: number; end: number }): boolean {
  const wider = other.end - other.start > spot.end - spot.start;
  return wider && other.start <= spot.start && spot.end <= other.end && other.kind !== 'term';
}

function withoutEntry(stranger: Stranger): Doubt {
  return {
    passage: stranger.passage.id,
    start: stranger.start,
    end: stranger.end,
    kind: 'unknown',
    candidates: [...new Set(stranger.forms.map((form) => form.person.id))],
    rule: 'person/other-forename',
  };
}
