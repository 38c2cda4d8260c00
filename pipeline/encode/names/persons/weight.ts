/**
 * How well each person with a name fits a spot.
 *
 * Takes a spot, the earlier mentions in the document, the document's date. Returns the persons with
 * their weight and its main reason, the heaviest first. The numbers order the evidence: a forename
 * outweighs everything, a fitting title outweighs earlier mentions, and the form of the name
 * decides only if nothing else does.
 */
import type { Lexicon } from '../words/lexicon.ts';
import type { NameSpot } from './candidates.ts';
import type { DocumentMemory } from './document-memory.ts';
import { mansForename } from './forms/given-names.ts';
import type { Form, NameFormKind, Person } from './forms/model.ts';
import { hasRank, isOutOfOffice, tenureShare, titleFit } from './forms/offices.ts';
import type { Period } from './forms/tenure.ts';
import { isCourtesy } from './forms/titles.ts';

export interface Ranked {
  readonly person: Person;
  readonly weight: number;
  /** `surname`, `forename`, `title`, `office`, `earlier-in-document`, `elsewhere-in-document`. */
  readonly reason: string;
}

/** The weight of a form for its person if several persons have the word. */
const KIND_WEIGHT: Readonly<Record<NameFormKind, number>> = {
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
  gender: 6,
  rank: -1.2,
  left: -1.5,
};

/** The context of the spot; `memory` is missing while the document is read for the first time. */
interface Circumstances {
  readonly words: Lexicon;
  readonly memory?: DocumentMemory;
  /** When the document was written: a person without an office then is less likely. */
  readonly written?: Period | undefined;
}

/**
 * If the list has a woman of the name, another one with a female forename is possible as well:
 * "Miss Webb" is more likely Eliza than Aunt Mary, or may be either.
 */
function rivalsWoman({ forms }: NameSpot, { called }: Person): boolean {
  const names = [...called].filter((name) => name.length > 2);
  return forms.some(({ person }) => person.female) && names.length > 0 && !names.some(mansForename);
}

/** The possible persons, the most likely first. */
export function rankPersons(spot: NameSpot, circumstances: Circumstances): Ranked[] {
  const best = new Map<Person, Ranked>();
  for (const form of spot.forms) {
    const ranked = weigh(spot, form, circumstances);
    if ((best.get(form.person)?.weight ?? Number.NEGATIVE_INFINITY) < ranked.weight)
      best.set(form.person, ranked);
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight);
}

function weigh(
  spot: NameSpot,
  form: Form,
  { words, memory: known, written }: Circumstances,
): Ranked {
  const { person } = form;
  let weight = KIND_WEIGHT[form.kind];
  let reason = 'surname';
  const add = (points: number, why: string) => {
    weight += points;
    if (points > 1) reason = why;
  };
  const memory = known && !isToldApart(spot, known) ? known : undefined;
  if (memory?.last(spot) === person) add(WEIGHT.memory, 'earlier-in-document');
  else if (memory?.only(spot) === person) add(WEIGHT.memory - 1, 'elsewhere-in-document');
  if (spot.office.length > 0)
    add(WEIGHT.office * officeShare(person, spot.office, written), 'office');
  const offices = spot.title.filter((key) => !isCourtesy(key));
  if (offices.length > 0) {
    const fit = Math.max(
      titleFit(person, offices, written),
      titleFit(person, offices.slice(-1), written) / 2,
    );
    if (fit > 0) add(WEIGHT.title * fit, 'title');
    else weight += WEIGHT.noTitle;
  } else if (hasRank(person) && spot.given.length === 0) {
    weight += WEIGHT.rank * (spot.title.length > 0 ? 2 : 1);
  }
  if (isOutOfOffice(person, written)) weight += WEIGHT.left;
  if (spot.title.some((key) => words.isFemaleTitle(key)))
    weight += person.female || rivalsWoman(spot, person) ? WEIGHT.gender : -1;
  else if (person.female && spot.given.length === 0) weight -= 1;
  if (spot.given.length > 0) add(WEIGHT.forename + forenameShare(form, spot.given), 'forename');
  return { person, weight, reason };
}

/**
 * The document names several of the persons that the written forenames fit ("John A. Smith", "John
 * B. Smith", then "John Smith"), or the passage several of the surname: which of them was named
 * last says nothing.
 */
function isToldApart(spot: NameSpot, memory: DocumentMemory): boolean {
  const { given, forms, title } = spot;
  if (given.length === 0 && title.length === 0) return memory.namesSeveral(spot);
  const persons = new Set(forms.map(({ person }) => person));
  return given.length > 0 && [...persons].filter((person) => memory.names(person)).length > 1;
}

/**
 * How much of the office in words the entry's best office shares, from 0 to 1; common small words
 * do not count.
 */
function officeShare(person: Person, office: readonly string[], written?: Period): number {
  const words = office.filter((key) => !SMALL.has(key));
  if (words.length === 0) return 0;
  return Math.max(
    0,
    ...person.offices.map(({ words: own, head, tenure }) => {
      const shared = words.filter((key) => own.has(key)).length / words.length;
      const heads = words.filter((key) => head.has(key)).length / words.length;
      return ((2 * shared + heads) / 3) * tenureShare(tenure, written);
    }),
  );
}

const SMALL = new Set(
  'the of for to and in at s on a department state memorandum telegram letter from'.split(' '),
);

/**
 * How well the written forenames fit: full names better than initials, the first better than
 * others, an additional initial worse.
 */
function forenameShare(form: Form, given: readonly string[]): number {
  const exact = given.filter((key) => form.forenames.includes(key)).length;
  const strays = given.filter(
    (key) => !form.forenames.some((name) => name.startsWith(key[0] ?? '')),
  ).length;
  const first = form.forenames[0] ?? '';
  return (
    exact -
    2 * strays +
    (given[0] === first || (given[0]?.length === 1 && first.startsWith(given[0])) ? 1 : 0)
  );
}
