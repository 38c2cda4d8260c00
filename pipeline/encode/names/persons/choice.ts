/**
 * Chooses the person at a spot among persons of one name, and decides whether a common word is a
 * name at all.
 *
 * Takes all spots of a document in order. Returns mentions with certainty and rule, and doubts. The
 * evidence, strongest first: forenames; title and office; earlier mentions in the document; only
 * one person of the list has the name; how the form represents the person. If two persons are
 * equally likely, no one is chosen.
 */
import type { Doubt, Mention } from '../../engine/model.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { amongCapitals } from '../words/surroundings.ts';
import type { NameToken } from '../words/tokens.ts';
import type { NameSpot, Stranger } from './candidates.ts';
import { certaintyOf, identifies, type NamedElsewhere, surnameOf } from './certainty.ts';
import { DocumentMemory } from './document-memory.ts';
import type { Person } from './forms/model.ts';
import { type Period, periodOf } from './forms/tenure.ts';
import { isMan, ofTitlesSex, sexFits } from './sex.ts';
import { type Ranked, rankPersons } from './weight.ts';
import { isNameHere } from './word-or-name.ts';

export interface Choices {
  readonly mentions: readonly Mention[];
  readonly doubts: readonly Doubt[];
  /** The persons named, in order of their first mention. */
  readonly named: ReadonlySet<Person>;
  /** Those of them that the document also names by a forename. */
  readonly namedInFull: ReadonlySet<Person>;
}

/** With a smaller difference, two persons are equally likely. */
const CLEAR = 0.9;

/** A difference that gives no high certainty. */
const UNSURE = 2;

interface Names {
  readonly spots: readonly NameSpot[];
  /** Names with a surname of the list that are somebody else's. */
  readonly strangers: readonly Stranger[];
}

/**
 * `written` is when the document was written, if it is known: a person without an office then is
 * less likely.
 */
export function choosePersons(
  { spots, strangers }: Names,
  tokensOf: (spot: NameSpot) => readonly NameToken[],
  words: Lexicon,
  written?: Period,
): Choices {
  const memory = new DocumentMemory();
  const identified = new Set<Person>();
  const elsewhere = { identified, shared: new Set(strangers.map(surnameOf)) };
  for (const spot of spots) {
    if (!spot.strong) continue;
    const [best, second] = rankPersons(spot, {
      words,
      written: yearBeside(spot) ?? written,
    }).filter(({ person }) => sexFits(person, spot, words));
    if (!best || best.weight - (second?.weight ?? -1) < CLEAR) continue;
    // The only person with an office then is likely, but the first such spot does not exclude
    // others.
    if (second === undefined || best.reason !== 'surname') memory.seen(spot, best.person);
    if (identifies(spot, best)) identified.add(best.person);
  }
  memory.rewind();
  const plain = new Set(spots.filter(({ suspect }) => suspect === undefined).map(surnameOf));
  const mentions: Mention[] = [];
  const doubts: Doubt[] = [];
  const named = new Set<Person>();
  const namedInFull = new Set<Person>();
  let before: NameSpot | undefined;
  for (const found of spots) {
    const tokens = tokensOf(found);
    const listed =
      before !== undefined && before.passage === found.passage && enumerates(tokens, before, found);
    const shared =
      listed && found.title.length === 0
        ? (before?.title ?? []).filter((key) => PLURALS.has(key))
        : [];
    const titled = shared.length > 0 ? { ...found, title: shared, strong: true } : found;
    const spot = {
      ...titled,
      forms: ofTitlesSex(titled, words),
    };
    if (spot.forms.length === 0) {
      doubts.push(otherPerson(found));
      continue;
    }
    if (
      spot.suspect !== undefined &&
      !spot.strong &&
      !memory.knows(spot) &&
      !plain.has(surnameOf(spot))
    ) {
      doubts.push(otherForenameDoubt(spot, spot.suspect));
      continue;
    }
    if (!spot.strong && isOrdinaryInCapitals(spot, tokens, words)) continue;
    if (spot.doubtful && !spot.strong && !isNameHere(spot, tokens, memory, listed, words)) continue;
    const ranked = rankPersons(spot, {
      words,
      memory,
      written: yearBeside(spot) ?? written,
    });
    const [best, second] = ranked;
    if (!best) continue;
    if (spot.title.some((key) => words.isFemaleTitle(key)) && isMan(best.person)) {
      doubts.push(otherPerson(spot));
      continue;
    }
    // The last word of a double surname is not the usual name of the person.
    if (!spot.strong && spot.forms.every((form) => form.kind === 'last') && !named.has(best.person))
      continue;
    const lead = best.weight - (second?.weight ?? Number.NEGATIVE_INFINITY);
    if (lead < CLEAR) {
      doubts.push(ambiguous(spot, ranked));
      continue;
    }
    mentions.push(
      mentionOf(spot, best, isSettledByMemory(spot, words, written) ? UNSURE : lead, elsewhere),
    );
    if (spot.strong && (second === undefined || best.reason !== 'surname'))
      memory.seen(spot, best.person);
    named.add(best.person);
    if (isInFull(spot)) namedInFull.add(best.person);
    before = spot;
  }
  return { mentions, doubts, named, namedInFull };
}

/** "J. Smith" of two that only other places of the document distinguish: never certain. */
function isSettledByMemory(spot: NameSpot, words: Lexicon, written?: Period): boolean {
  if (spot.given.length === 0) return false;
  const [best, second] = rankPersons(spot, { words, written });
  return best !== undefined && second !== undefined && best.weight - second.weight < CLEAR;
}

/** With a forename, or by an undivided name of several words: "Ellen Marsh". */
function isInFull({ given, forms: [form] }: NameSpot): boolean {
  return given.some((key) => key.length > 1) || (form?.kind === 'whole' && form.words.length > 1);
}

/** "Kemp in 1962", "In 1962 Kemp": the year in the text, rather than the document's. */
function yearBeside({ passage: { text }, start, end }: NameSpot): Period | undefined {
  const after = /^(?:['’]s)?,? in ((?:1[5-9]|20)\d\d)(?!\d)/.exec(text.slice(end, end + 12))?.[1];
  const before = /(?<!\p{L})in ((?:1[5-9]|20)\d\d),? $/iu.exec(
    text.slice(Math.max(0, start - 12), start),
  )?.[1];
  const year = after ?? before;
  return year === undefined ? undefined : periodOf({ when: year });
}

/**
 * "CIVIL SERVICE" in a telegram in capitals: an ordinary word needs other evidence to be a name.
 */
function isOrdinaryInCapitals(
  spot: NameSpot,
  tokens: readonly NameToken[],
  words: Lexicon,
): boolean {
  const token = tokens[spot.surname];
  if (!token?.shout || spot.first !== spot.last || !amongCapitals(tokens, spot.surname))
    return false;
  return words.isCommon(token.key) || words.isMonth(token.key) || words.isTitle(token.key);
}

/** Titles that several names share: "Ambassadors Nolting, Brown and Young". */
const PLURALS = new Set(
  'messrs mssrs ambassadors secretaries senators ministers generals congressmen'.split(' '),
);

/** "Rusk, Ball, and Rice": the name is in a row with one just found. */
function enumerates(tokens: readonly NameToken[], before: NameSpot, spot: NameSpot): boolean {
  const between = spot.first - before.last - 1;
  const gap = tokens[spot.first]?.gap ?? '';
  if (between === 0) return /^,? $|^[-–/]$/.test(gap);
  return between === 1 && tokens[spot.first - 1]?.key === 'and';
}

function mentionOf(spot: NameSpot, best: Ranked, lead: number, elsewhere: NamedElsewhere): Mention {
  return {
    passage: spot.passage.id,
    start: spot.start,
    end: spot.end,
    kind: 'person',
    target: best.person.id,
    certainty: certaintyOf(spot, best, lead, elsewhere),
    rule: ruleOf(spot, best, lead),
  };
}

function ruleOf(spot: NameSpot, best: Ranked, lead: number): string {
  if (spot.given.length > 0 || spot.forms[0]?.kind === 'whole') return 'person/full-name';
  if (lead === Number.POSITIVE_INFINITY)
    return spot.title.length > 0 ? 'person/title-and-surname' : 'person/surname-unique';
  return `person/${best.reason}`;
}

/**
 * "Mahatma Gandhi" at the beginning of a sentence, if the document does not name the listed Gandhi
 * otherwise.
 */
function otherForenameDoubt(spot: NameSpot, start: number): Doubt {
  return { ...otherPerson(spot), start, rule: 'person/other-forename' };
}

/** "Mrs. Johnson", if the list has only men of that name. */
function otherPerson(spot: NameSpot): Doubt {
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

function ambiguous(spot: NameSpot, ranked: readonly Ranked[]): Doubt {
  return {
    passage: spot.passage.id,
    start: spot.start,
    end: spot.end,
    kind: 'ambiguous',
    candidates: ranked.map(({ person }) => person.id),
    rule: 'person/same-name',
  };
}
