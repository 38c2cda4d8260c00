/**
 * Persons named by less than a surname, if the document identifies them: a forename alone ("Dear
 * Dean:", "Sir Geoffrey", "Henry" if there is only one Henry), initials under a letter ("McG. B."),
 * the letters of speakers in a transcript ("K:", "D:").
 *
 * Takes the passages with their tokens and the persons already found by name. Returns more
 * mentions, and forenames of persons that the document does not identify.
 */
import type { Certainty } from '../../../authorities/model.ts';
import { takesForename } from '../../../authorities/titles.ts';
import type { Doubt, Found, Mention, Passage } from '../../engine/model.ts';
import type { NameIndex } from '../index/name-index.ts';
import { isPlaceName } from '../words/lexicon.ts';
import type { NameToken } from '../words/tokens.ts';
import { commonForename, sameForename } from './forms/given-names.ts';
import type { Person } from './forms/model.ts';

/** A passage, its words, and the words that mentions already cover. */
export interface ReadPassage {
  readonly passage: Passage;
  readonly tokens: readonly NameToken[];
  readonly taken: (token: NameToken) => boolean;
}

export interface PersonsInContext {
  /** Named in the document's title: usually sender and addressee. */
  readonly titled: ReadonlySet<Person>;
  readonly named: ReadonlySet<Person>;
  /** Those of them that the document also names by a forename. */
  readonly namedInFull: ReadonlySet<Person>;
  /** Forenames of unlisted people with a listed surname: "Joseph" of a "Joseph Kennedy". */
  readonly strangers: ReadonlySet<string>;
}

/** Mentions derived from the persons already found; none overlaps existing ones. */
export function findShortNames(
  reads: readonly ReadPassage[],
  context: PersonsInContext,
  index: NameIndex,
): Found {
  const speakers = speakersOf(reads, context);
  const forenames = reads.map((read) => forenamesIn(read, context, index));
  return {
    mentions: reads.flatMap((read, at) => [
      ...signedInitials(read, index),
      ...(speakers.size > 0 ? spokenBy(read, speakers) : []),
      ...(forenames[at]?.mentions ?? []),
    ]),
    doubts: forenames.flatMap(({ doubts }) => doubts),
  };
}

function forenamesIn(read: ReadPassage, context: PersonsInContext, index: NameIndex): Found {
  const mentions: Mention[] = [];
  const doubts: Doubt[] = [];
  for (const [at, token] of read.tokens.entries()) {
    if (!token.capital || token.initial || read.taken(token)) continue;
    if (!commonForename(token.key) && !index.forenames.has(token.key)) continue;
    const rule = reasonOf(read, at, index);
    const person = rule && bearer(token.key, rule, context, index);
    if (!person) continue;
    const found = mention(read.passage, token.start, token.end, person, rule);
    // "Dillon" beside a "Mr. Stone" may be somebody's surname, whatever the list calls Stone.
    if (rule !== 'person/forename-alone' || context.namedInFull.has(person)) mentions.push(found);
    else doubts.push(doubtOf(found, person));
  }
  return { mentions, doubts };
}

function doubtOf({ passage, start, end, rule }: Mention, { id }: Person): Doubt {
  return { passage, start, end, kind: 'ambiguous', candidates: [id], rule };
}

/**
 * The only possible person for the forename: named in the document, and for letters, else the only
 * one of the list.
 */
function bearer(
  key: string,
  rule: string,
  context: PersonsInContext,
  index: NameIndex,
): Person | undefined {
  const named = [...context.named].filter((person) => hasName(person, key));
  if (rule === 'person/forename-alone') return context.strangers.has(key) ? undefined : only(named);
  const inTitle = named.filter((person) => context.titled.has(person));
  if (named.length > 0) return only(inTitle) ?? only(named);
  if (rule === 'person/title-and-forename') return undefined;
  const all = [...index.persons.values()];
  return (
    only(all.filter((person) => person.called.has(key))) ??
    only(all.filter((person) => person.forenames.has(key)))
  );
}

/** Why the word is a forename of a person; undefined if it may be anything else. */
function reasonOf(
  { passage, tokens }: ReadPassage,
  at: number,
  { words }: NameIndex,
): string | undefined {
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (!token) return undefined;
  const joined = /^\s$/.test(token.gap);
  if (before?.key === 'dear' && joined && (!after || /^[:,—-]/.test(after.gap)))
    return 'person/salutation';
  if (tokens.length === 1 && passage.role !== 'note' && passage.role !== 'title')
    return 'person/signature';
  const followed =
    after?.capital === true &&
    /^\.?\s$/.test(after.gap) &&
    !(after.gap.startsWith('.') && !token.initial);
  if (followed) return undefined;
  if (before && joined && before.capital && takesForename(before.key))
    return 'person/title-and-forename';
  if (words.isCommon(token.key) || words.isMonth(token.key) || words.isTitle(token.key))
    return undefined;
  if (isPlaceName(token.key) || token.shout) return undefined;
  if (/^[-–]$/.test(token.gap) || /^[-–/]/.test(after?.gap ?? '')) return undefined;
  const opens = !before || /[.?!:;“"‘—•\n([]\s*$/.test(token.gap);
  if (joined && before?.capital && !opens && !words.opensSentence(before.key)) return undefined;
  // "J. Henry", "Mr. Frank", "George (EUR)": a surname that no list has.
  if (before && /^\.\s?$/.test(token.gap) && (before.initial || words.isTitle(before.key)))
    return undefined;
  if (/^\s\($/.test(after?.gap ?? '')) return undefined;
  return 'person/forename-alone';
}

function hasName(person: Person, key: string): boolean {
  for (const name of person.called)
    if (name === key || (name.length > 2 && sameForename(name, key))) return true;
  return false;
}

/** A passage that contains only shortened forename and surname: "McG. B." under a memorandum. */
function signedInitials({ passage, tokens }: ReadPassage, index: NameIndex): Mention[] {
  const [first, ...rest] = tokens;
  const last = rest.at(-1);
  if (!first || !last || rest.length > 2 || passage.role === 'note' || !/^\.\s?$/.test(last.gap))
    return [];
  if (
    !tokens.every((token) => token.capital && token.text.length <= 3) ||
    first.initial ||
    !last.initial
  )
    return [];
  const fits = [...index.persons.values()].filter((person) =>
    person.forms.some(
      (form) =>
        form.kind === 'surname' &&
        form.forenames[0]?.startsWith(first.key) &&
        form.words[0]?.startsWith(last.key),
    ),
  );
  const person = only(fits);
  const end = passage.text[last.end] === '.' ? last.end + 1 : last.end;
  return person ? [mention(passage, first.start, end, person, 'person/signed-initials')] : [];
}

const SPEAKER = /(?:^|[.?!…—)\]”"’]\s+|\n)(\p{Lu})(?=\s?:\s)/gu;

/**
 * The persons of the letters in a transcript: a document where at least two letters come before a
 * colon, three times in all. A letter is the only person of the title, else of the document, with a
 * surname that begins with it.
 */
function speakersOf(
  reads: readonly ReadPassage[],
  context: PersonsInContext,
): ReadonlyMap<string, Person> {
  const counts = new Map<string, number>();
  for (const { passage } of reads) {
    if (passage.role === 'note') continue;
    for (const match of passage.text.matchAll(SPEAKER))
      counts.set(match[1] ?? '', (counts.get(match[1] ?? '') ?? 0) + 1);
  }
  const speakers = new Map<string, Person>();
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  // "H: Berlin. K: An Otto. A: III, 4": witnesses of a letter, each named once.
  if (counts.size < 2 || all < 3 || Math.max(...counts.values()) < 2) return speakers;
  for (const letter of counts.keys()) {
    const begins = (person: Person) =>
      person.forms.some((form) => form.words[0]?.startsWith(letter.toLowerCase()));
    const person =
      only([...context.titled].filter(begins)) ?? only([...context.named].filter(begins));
    if (person) speakers.set(letter, person);
  }
  return speakers;
}

function spokenBy({ passage }: ReadPassage, speakers: ReadonlyMap<string, Person>): Mention[] {
  if (passage.role === 'note') return [];
  return [...passage.text.matchAll(SPEAKER)].flatMap((match) => {
    const person = speakers.get(match[1] ?? '');
    const start = match.index + match[0].length - 1;
    return person ? [mention(passage, start, start + 1, person, 'person/speaker')] : [];
  });
}

const CERTAINTY: Readonly<Record<string, Certainty>> = {
  'person/salutation': 'medium',
  'person/signature': 'medium',
  'person/title-and-forename': 'medium',
  'person/signed-initials': 'medium',
  'person/speaker': 'high',
};

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}

function mention(
  passage: Passage,
  start: number,
  end: number,
  person: Person,
  rule: string,
): Mention {
  return {
    passage: passage.id,
    start,
    end,
    kind: 'person',
    target: person.id,
    certainty: CERTAINTY[rule] ?? 'low',
    rule,
  };
}
