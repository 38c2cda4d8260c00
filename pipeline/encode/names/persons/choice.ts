/**
 * Who is meant at a spot: the choice among persons of one name, and whether a common word is a name at all.
 *
 * In: all spots of a document in order. Out: mentions with certainty and rule, and doubts. The grounds, strongest first: forenames;
 * title and office; what the same document said before; that only one person of the list has the name; how the form stands for
 * the person. Where two persons stand equal, nobody is chosen.
 */
import type { Certainty } from '../../../authority/model.ts';
import { femaleTitle } from '../../../authority/titles.ts';
import type { Doubt, Mention } from '../../engine/model.ts';
import type { Token } from '../tokens.ts';
import type { Spot } from './candidates.ts';
import { DocumentMemory } from './document-memory.ts';
import type { Person } from './forms.ts';
import { mansForename } from './given-names.ts';
import { type Ranked, rankPersons } from './weight.ts';
import { isName } from './word-or-name.ts';

export interface Choices {
  readonly mentions: readonly Mention[];
  readonly doubts: readonly Doubt[];
  /** The persons named, in order of their first mention. */
  readonly named: ReadonlySet<Person>;
}

/** Less than this apart, two persons stand equal. */
const CLEAR = 0.9;

/** `year` is that of the document, where it is known: whoever had left office by then is less likely meant. */
export function choosePersons(
  spots: readonly Spot[],
  tokensOf: (spot: Spot) => readonly Token[],
  year?: number,
): Choices {
  const memory = new DocumentMemory();
  for (const spot of spots) {
    if (!spot.strong) continue;
    const [best, second] = rankPersons(spot, { year });
    if (best && best.weight - (second?.weight ?? -1) >= CLEAR) memory.seen(spot, best.person);
  }
  memory.rewind();
  const mentions: Mention[] = [];
  const doubts: Doubt[] = [];
  const named = new Set<Person>();
  let before: Spot | undefined;
  for (const found of spots) {
    const tokens = tokensOf(found);
    const listed = before !== undefined && before.passage === found.passage && enumerates(tokens, before, found);
    const shared = listed && found.title.length === 0 ? (before?.title ?? []).filter((key) => PLURALS.has(key)) : [];
    const spot = shared.length > 0 ? { ...found, title: shared, strong: true } : found;
    if (spot.doubtful && !spot.strong && !isName(spot, tokens, memory, listed)) continue;
    const ranked = rankPersons(spot, { memory, year });
    const [best, second] = ranked;
    if (!best) continue;
    if (spot.title.some(femaleTitle) && isMan(best.person)) {
      doubts.push(otherPerson(spot));
      continue;
    }
    // The last word of a double surname is not how such a person is usually named.
    if (!spot.strong && spot.forms.every((form) => form.kind === 'last') && !named.has(best.person)) continue;
    const lead = best.weight - (second?.weight ?? Number.NEGATIVE_INFINITY);
    if (lead < CLEAR) {
      doubts.push(ambiguous(spot, ranked));
      continue;
    }
    mentions.push(mentionOf(spot, best, lead));
    if (spot.strong) memory.seen(spot, best.person);
    named.add(best.person);
    before = spot;
  }
  return { mentions, doubts, named };
}

/** Titles that several names share: "Ambassadors Nolting, Brown and Young". */
const PLURALS = new Set('messrs mssrs ambassadors secretaries senators ministers generals congressmen'.split(' '));

/** "Rusk, Ball, and Rice": the name stands in a row with one just found. */
function enumerates(tokens: readonly Token[], before: Spot, spot: Spot): boolean {
  const between = spot.first - before.last - 1;
  const gap = tokens[spot.first]?.gap ?? '';
  if (between === 0) return /^,? $|^[-–/]$/.test(gap);
  return between === 1 && tokens[spot.first - 1]?.key === 'and';
}

function mentionOf(spot: Spot, best: Ranked, lead: number): Mention {
  return {
    passage: spot.passage.id,
    start: spot.start,
    end: spot.end,
    kind: 'person',
    target: best.person.id,
    certainty: certaintyOf(spot, lead),
    rule: ruleOf(spot, best, lead),
  };
}

function ruleOf(spot: Spot, best: Ranked, lead: number): string {
  if (spot.given.length > 0 || spot.forms[0]?.kind === 'whole') return 'person/full-name';
  if (lead === Number.POSITIVE_INFINITY)
    return spot.title.length > 0 ? 'person/title-and-surname' : 'person/surname-unique';
  return `person/${best.reason}`;
}

function certaintyOf(spot: Spot, lead: number): Certainty {
  if (spot.given.length > 0 || spot.strong) return lead > 2 ? 'high' : 'medium';
  if (lead === Number.POSITIVE_INFINITY) return spot.doubtful ? 'medium' : 'high';
  return lead < 2 ? 'low' : 'medium';
}

/** As far as forenames tell; nothing is known of others. */
function isMan(person: Person): boolean {
  return !person.female && [...person.called].some(mansForename);
}

/** "Mrs. Johnson", where the list has only men of that name. */
function otherPerson(spot: Spot): Doubt {
  const candidates = spot.forms.map((form) => form.person.id);
  return {
    passage: spot.passage.id,
    start: spot.start,
    end: spot.end,
    kind: 'unknown',
    candidates,
    rule: 'person/other-sex',
  };
}

function ambiguous(spot: Spot, ranked: readonly Ranked[]): Doubt {
  return {
    passage: spot.passage.id,
    start: spot.start,
    end: spot.end,
    kind: 'ambiguous',
    candidates: ranked.map(({ person }) => person.id),
    rule: 'person/same-name',
  };
}
