/**
 * The mention finder: persons, organizations, terms and places of an authority set in a document.
 *
 * In: a document's passages and the index of names. Out: mentions, each with how sure it is and by which rule, never crossing each
 * other; and doubts: names that several entries share, names that no entry has.
 */
import type { Dating } from '../../authority/model.ts';
import type { Doubt, Found, Mention, TextUnderStudy } from '../model.ts';
import type { NameIndex } from './name-index.ts';
import { nest } from './nest.ts';
import { type Choices, choosePersons } from './person-choice.ts';
import { type Spot, type Stranger, spotPersons } from './person-spots.ts';
import { findPhrases } from './phrases.ts';
import { findShortNames, type KnownPersons } from './short-names.ts';
import { type Token, tokenize } from './tokens.ts';

export { indexNames, type NameIndex } from './name-index.ts';

export function findMentions(study: TextUnderStudy, index: NameIndex): Found {
  const tokens = new Map(study.passages.map((passage) => [passage.id, tokenize(passage.text)]));
  const tokensOf = (id: string): readonly Token[] => tokens.get(id) ?? [];
  const phrases: Mention[] = [];
  const spots: Spot[] = [];
  const strangers: Stranger[] = [];
  for (const passage of study.passages) {
    const words = tokensOf(passage.id);
    const enclosing = findPhrases(passage, words, index);
    phrases.push(...enclosing);
    const found = spotPersons(passage, words, index);
    const free = (spot: { start: number; end: number }) => !enclosing.some((other) => encloses(other, spot));
    spots.push(...found.spots.filter(free));
    strangers.push(...found.strangers.filter(free));
  }
  const chosen = choosePersons(spots, (spot) => tokensOf(spot.passage.id), yearOf(study.dating));
  const known = knownPersons(study, chosen, strangers, index);
  const reads = study.passages.map((passage) => ({
    passage,
    tokens: tokensOf(passage.id),
    taken: takenIn(passage.id, [...chosen.mentions, ...phrases]),
  }));
  const short = findShortNames(reads, known, index);
  return {
    mentions: nest([...phrases, ...chosen.mentions, ...short]),
    doubts: [...chosen.doubts, ...strangers.map(unknown)],
  };
}

function knownPersons(
  study: TextUnderStudy,
  chosen: Choices,
  strangers: readonly Stranger[],
  index: NameIndex,
): KnownPersons {
  const titles = new Set(study.passages.filter(({ role }) => role === 'title').map(({ id }) => id));
  const persons = chosen.mentions
    .filter((mention) => titles.has(mention.passage))
    .flatMap((mention) => index.persons.get(mention.target ?? '') ?? []);
  return { titled: new Set(persons), named: chosen.named, strangers: new Set(strangers.flatMap(({ given }) => given)) };
}

function takenIn(passage: string, mentions: readonly Mention[]): (token: Token) => boolean {
  const here = mentions.filter((mention) => mention.passage === passage && mention.kind !== 'term');
  return (token) => here.some((mention) => mention.start < token.end && token.start < mention.end);
}

/** An organization or a place that has the name in it: "Johnson Library", "La Paz". */
function encloses(other: Mention, spot: { start: number; end: number }): boolean {
  const wider = other.end - other.start > spot.end - spot.start;
  return wider && other.start <= spot.start && spot.end <= other.end && other.kind !== 'term';
}

function yearOf(dating: Dating | undefined): number | undefined {
  const year = Number(
    (dating?.when ?? dating?.from ?? dating?.notBefore ?? dating?.to ?? dating?.notAfter)?.slice(0, 4),
  );
  return Number.isInteger(year) && year > 0 ? year : undefined;
}

function unknown(stranger: Stranger): Doubt {
  return {
    passage: stranger.passage.id,
    start: stranger.start,
    end: stranger.end,
    kind: 'unknown',
    candidates: [...new Set(stranger.forms.map((form) => form.person.id))],
    rule: 'person/other-forename',
  };
}
