/**
 * Who is meant at a spot: the choice among persons of one name, and whether a common word is a name at all.
 *
 * In: all spots of a document in order. Out: mentions with certainty and rule, and doubts. The grounds, strongest first: forenames;
 * title and office; what the same document said before; that only one person of the list has the name; how the form stands for
 * the person; an office that needs no more words. Where two persons stand equal, nobody is chosen.
 */
import type { Certainty } from '../../authority/model.ts';
import { femaleTitle } from '../../authority/titles.ts';
import type { Doubt, Mention } from '../model.ts';
import { mansForename } from './given-names.ts';
import { type Form, type FormKind, hasRank, isProminent, type Person, titleFit } from './person-forms.ts';
import type { Spot } from './person-spots.ts';
import { isMonth, isPlaceName, isVerbOfSaying } from './surroundings.ts';
import type { Token } from './tokens.ts';

export interface Choices {
  readonly mentions: readonly Mention[];
  readonly doubts: readonly Doubt[];
  /** The persons named, in order of their first mention. */
  readonly named: ReadonlySet<Person>;
}

/** How far a kind of form speaks for its person when several have the word. */
const KIND_WEIGHT: Readonly<Record<FormKind, number>> = {
  exact: 12,
  whole: 3,
  surname: 2.4,
  short: 1.6,
  part: 1.2,
  last: 0.2,
};

const WEIGHT = {
  forename: 6,
  title: 7,
  noTitle: -0.5,
  office: 5,
  memory: 5,
  prominent: 0.5,
  gender: 6,
  rank: -1.2,
  left: -1.5,
};

/** Less than this apart, two persons stand equal. */
const CLEAR = 0.9;

interface Ranked {
  readonly person: Person;
  readonly score: number;
  readonly ground: string;
}

/** `year` is that of the document, where it is known: whoever had left office by then is less likely meant. */
export function choosePersons(
  spots: readonly Spot[],
  tokensOf: (spot: Spot) => readonly Token[],
  year?: number,
): Choices {
  const memory = new Memory();
  for (const spot of spots) {
    if (!spot.strong) continue;
    const [best, second] = rank(spot, memory, true, year);
    if (best && best.score - (second?.score ?? -1) >= CLEAR) memory.seen(spot, best.person);
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
    const ranked = rank(spot, memory, false, year);
    const [best, second] = ranked;
    if (!best) continue;
    if (spot.title.some(femaleTitle) && isMan(best.person)) {
      doubts.push(otherPerson(spot));
      continue;
    }
    // The last word of a double surname is not how such a person is usually named.
    if (!spot.strong && spot.forms.every((form) => form.kind === 'last') && !named.has(best.person)) continue;
    const lead = best.score - (second?.score ?? Number.NEGATIVE_INFINITY);
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

/** What the document has said so far: the person last named surely by each surname. */
class Memory {
  readonly #all = new Map<string, Set<Person>>();
  #last = new Map<string, Person>();

  seen(spot: Spot, person: Person): void {
    for (const word of surnameWords(spot)) {
      this.#last.set(word, person);
      const all = this.#all.get(word) ?? new Set<Person>();
      all.add(person);
      this.#all.set(word, all);
    }
  }

  /** Before the second reading: nothing has been said yet, but who will be named at all is known. */
  rewind(): void {
    this.#last = new Map();
  }

  last(spot: Spot): Person | undefined {
    for (const word of surnameWords(spot)) {
      const person = this.#last.get(word);
      if (person) return person;
    }
    return undefined;
  }

  /** The only person whom the document surely names so anywhere. */
  only(spot: Spot): Person | undefined {
    for (const word of surnameWords(spot)) {
      const all = this.#all.get(word);
      if (all?.size === 1) return [...all][0];
    }
    return undefined;
  }

  knows(spot: Spot): boolean {
    return surnameWords(spot).some((word) => this.#all.has(word));
  }
}

function surnameWords(spot: Spot): readonly string[] {
  return spot.forms[0]?.words ?? [];
}

function rank(spot: Spot, memory: Memory, first: boolean, year: number | undefined): Ranked[] {
  const best = new Map<Person, Ranked>();
  for (const form of spot.forms) {
    const ranked = weigh(spot, form, memory, first, year);
    if ((best.get(form.person)?.score ?? Number.NEGATIVE_INFINITY) < ranked.score) best.set(form.person, ranked);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

function weigh(spot: Spot, form: Form, memory: Memory, first: boolean, year: number | undefined): Ranked {
  const { person } = form;
  let score = KIND_WEIGHT[form.kind];
  let ground = 'surname';
  const add = (points: number, why: string) => {
    score += points;
    if (points > 1) ground = why;
  };
  if (!first && memory.last(spot) === person) add(WEIGHT.memory, 'earlier-in-document');
  else if (!first && memory.only(spot) === person) add(WEIGHT.memory - 1, 'elsewhere-in-document');
  if (isProminent(person)) add(WEIGHT.prominent, 'prominence');
  if (spot.office.length > 0) add(WEIGHT.office * officeShare(person, spot.office), 'office');
  const offices = spot.title.filter((key) => !COURTESY.has(key));
  if (offices.length > 0) {
    const fit = Math.max(titleFit(person, offices), titleFit(person, offices.slice(-1)) / 2);
    if (fit > 0) add(WEIGHT.title * fit, 'title');
    else score += WEIGHT.noTitle;
  } else if (hasRank(person) && spot.given.length === 0) {
    score += WEIGHT.rank * (spot.title.length > 0 ? 2 : 1);
  }
  if (person.left !== undefined && year !== undefined && person.left < year) score += WEIGHT.left;
  if (spot.title.some(femaleTitle)) score += person.female ? WEIGHT.gender : -1;
  else if (person.female && spot.given.length === 0) score -= 1;
  if (spot.given.length > 0) add(WEIGHT.forename + forenameShare(form, spot.given), 'forename');
  return { person, score, ground };
}

const COURTESY = new Set([
  'mr',
  'mrs',
  'miss',
  'ms',
  'mme',
  'madame',
  'messrs',
  'mssrs',
  'dr',
  'hon',
  'honorable',
  'sir',
  'herr',
  'madam',
  'senor',
  'senora',
]);

/** Titles that several names share: "Ambassadors Nolting, Brown and Young". */
const PLURALS = new Set('messrs mssrs ambassadors secretaries senators ministers generals congressmen'.split(' '));

/** How much of the office in words the entry's best office shares, from 0 to 1; common small words do not count. */
function officeShare(person: Person, office: readonly string[]): number {
  const words = office.filter((key) => !SMALL.has(key));
  if (words.length === 0) return 0;
  return Math.max(
    0,
    ...person.offices.map(({ words: own, head }) => {
      const shared = words.filter((key) => own.has(key)).length / words.length;
      const heads = words.filter((key) => head.has(key)).length / words.length;
      return (2 * shared + heads) / 3;
    }),
  );
}

const SMALL = new Set([
  'the',
  'of',
  'for',
  'to',
  'and',
  'in',
  'at',
  's',
  'on',
  'a',
  'department',
  'state',
  'memorandum',
  'telegram',
  'letter',
  'from',
]);

/** How well the written forenames fit: in full better than by initials, the first better than others, a stray initial worse. */
function forenameShare(form: Form, given: readonly string[]): number {
  const exact = given.filter((key) => form.forenames.includes(key)).length;
  const strays = given.filter((key) => !form.forenames.some((name) => name.startsWith(key[0] ?? ''))).length;
  const first = form.forenames[0] ?? '';
  return exact - 2 * strays + (given[0] === first || (given[0]?.length === 1 && first.startsWith(given[0])) ? 1 : 0);
}

/** Whether a common word, a month or a place is a person's name here. */
function isName(spot: Spot, tokens: readonly Token[], memory: Memory, listed: boolean): boolean {
  const token = tokens[spot.surname];
  if (!token) return false;
  const before = tokens[spot.surname - 1];
  const after = tokens[spot.surname + 1];
  const known = memory.knows(spot);
  const joined = /^\s$/.test(token.gap);
  if (isMonth(token.key) && !known) return false;
  if (after?.capital && after.gap === ' ' && !listed) return false;
  if (joined && before && ARTICLES.has(before.key)) return known && after?.capital === false;
  if (isPlaceName(token.key) && joined && before && BEFORE_PLACE.has(before.key) && !known) return false;
  if (known || listed) return true;
  if (token.shout) return false;
  const opens = !before || /[.?!:;“"—•\n([]\s*$/.test(token.gap);
  if (opens && /^['’]s\s/i.test(after?.gap ?? '')) return true;
  if (opens) return after !== undefined && after.gap === ' ' && isVerbOfSaying(after.key);
  return !(joined && before?.capital);
}

const ARTICLES = new Set('the a an this these those each every no any our his their its my your her'.split(' '));
const BEFORE_PLACE = new Set('in to from at near for of into via through leave left visit between'.split(' '));

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
    certainty: certaintyOf(spot, best, lead),
    rule: ruleOf(spot, best, lead),
  };
}

function ruleOf(spot: Spot, best: Ranked, lead: number): string {
  if (spot.given.length > 0 || spot.forms[0]?.kind === 'whole') return 'person/full-name';
  if (lead === Number.POSITIVE_INFINITY)
    return spot.title.length > 0 ? 'person/title-and-surname' : 'person/surname-unique';
  return `person/${best.ground}`;
}

function certaintyOf(spot: Spot, best: Ranked, lead: number): Certainty {
  if (spot.given.length > 0 || spot.strong) return lead > 2 ? 'high' : 'medium';
  if (lead === Number.POSITIVE_INFINITY) return spot.doubtful ? 'medium' : 'high';
  return best.ground === 'prominence' || lead < 2 ? 'low' : 'medium';
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
