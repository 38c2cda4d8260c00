/**
 * The forms in which texts use a person's name, from the name in its parts.
 *
 * In: an authority entry. Out: the person as the finder sees them: surname forms with the forenames that may precede each, the
 * titles and offices that the entry states. "Paz Estenssoro, Víctor" is used as "Paz Estenssoro" and "Paz"; "de Gaulle,
 * Charles" as "de Gaulle"; "Ngo Dinh Diem", whose surname nothing tells, whole, as "Diem" and as "Ngo".
 */
import type { AuthorityEntry, EntityName } from '../../../authority/model.ts';
import { femaleTitle } from '../../../authority/titles.ts';
import { isInstitutional, makesPlace } from '../context-words.ts';
import { keysOf } from '../tokens.ts';

/** How a form stands for the person; earlier ones are surer. */
export type FormKind = 'exact' | 'surname' | 'whole' | 'short' | 'part' | 'last';

export interface Form {
  readonly words: readonly string[];
  readonly kind: FormKind;
  readonly person: Person;
  /** Keys of the forenames and initials that belong with it, in the entry's order. */
  readonly forenames: readonly string[];
}

/** An office as the entry states it: "British Ambassador to the United States" begins with the words "british ambassador". */
export interface Office {
  /** The words before the first preposition. */
  readonly head: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

export interface Person {
  readonly id: string;
  readonly entry: AuthorityEntry;
  readonly forms: readonly Form[];
  /** Keys of all forenames and nicknames that are more than an initial. */
  readonly forenames: ReadonlySet<string>;
  /** By which the person is called: the first full forename, the nickname. "Averell" of "W. Averell". */
  readonly called: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly offices: readonly Office[];
  readonly female: boolean;
  /** The year in which the last of the offices ended, where the entry says so. */
  readonly left?: number;
}

const PARTICLES = new Set(
  'de del della dello dell di da do dos das du d von vom van vanden ver der den ten ter la le las los al el abd bin ben ibn abu y e'.split(
    ' ',
  ),
);

export function isParticle(key: string): boolean {
  return PARTICLES.has(key);
}

/** A name in the two parts that forms are made from. */
interface Reading {
  readonly surname: readonly string[];
  readonly forenames: readonly string[];
  readonly kind: FormKind;
}

/** `taken` says which names are other entries' own; a pseudonym or nickname in parentheses among them is left to those. */
export function personOf(entry: AuthorityEntry, taken: (name: readonly string[]) => boolean): Person {
  const forms: Form[] = [];
  const forenames = new Set<string>();
  const called = new Set<string>();
  const names = entry.names.filter((name) => name.type !== 'alias' || !taken(nameKeys(name)));
  const titles = new Set(names.flatMap((name) => keysOf(name.title ?? '')).map(fullTitle));
  const offices = officesOf(entry.description ?? '');
  const person: Person = {
    id: entry.id,
    entry,
    forms,
    forenames,
    called,
    titles,
    offices,
    female: [...titles, ...(offices[0]?.head ?? [])].some(femaleTitle),
    ...leftOffice(entry.description ?? ''),
  };
  for (const name of names) {
    const nickname = keysOf(name.nickname ?? '');
    const nicknames = nickname.length > 0 && !taken(nickname) ? nickname : [];
    for (const reading of readingsOf(name)) {
      if (reading.surname.every(isInstitutional)) continue;
      const given = [...reading.forenames, ...nicknames];
      for (const key of given) if (key.length > 1) forenames.add(key);
      const first = reading.forenames.find((key) => key.length > 1);
      for (const key of [...nicknames, ...(first ? [first] : [])]) called.add(key);
      for (const [words, kind] of formsOf(reading)) addForm(forms, { words, kind, person, forenames: given });
    }
  }
  return person;
}

/** The words of a name, for comparing whole names. */
export function nameKeys(name: EntityName): readonly string[] {
  return name.surname ? [...keysOf(name.forename ?? ''), ...keysOf(name.surname)] : undividedKeys(name);
}

function addForm(forms: Form[], form: Form): void {
  const same = forms.some(
    (other) => other.words.join(' ') === form.words.join(' ') && other.forenames.join() === form.forenames.join(),
  );
  if (!same && form.words.length > 0) forms.push(form);
}

function readingsOf(name: EntityName): Reading[] {
  const forenames = keysOf(name.forename ?? '');
  const surname = keysOf(name.surname ?? '');
  if (surname.length > 0 && forenames.length > 0) {
    const familyFirst =
      name.full.indexOf(name.surname ?? '') < name.full.indexOf(name.forename ?? '') && !name.full.includes(',');
    return familyFirst ? undivided([...surname, ...forenames]) : [{ surname, forenames, kind: 'surname' }];
  }
  if (surname.length > 0) {
    const numbered = keysOf(name.generation ?? '');
    const exact: Reading = { surname, forenames: [], kind: 'exact' };
    return numbered.length > 0 ? [{ ...exact, surname: [...surname, ...numbered] }, exact] : [exact];
  }
  return undivided(undividedKeys(name));
}

/** The words of a name that is not divided into surname and forenames, its titles aside. */
function undividedKeys(name: EntityName): string[] {
  const titles = keysOf(name.title ?? '');
  const words = keysOf(withoutAsides(name.full));
  const bare = words.filter((word) => !titles.includes(word));
  return bare.length > 0 ? bare : words;
}

/** A name of several words of which none is known to be the surname: East Asian names above all. */
function undivided(words: readonly string[]): Reading[] {
  if (words.length < 2) return [{ surname: words, forenames: [], kind: 'exact' }];
  const last = words.at(-1) ?? '';
  const readings: Reading[] = [
    { surname: words, forenames: [], kind: 'whole' },
    { surname: [last], forenames: words.slice(0, -1), kind: 'part' },
    { surname: words.slice(0, 1), forenames: words.slice(1), kind: 'part' },
  ];
  // The "U" of "U Nu" and the "I" of "Ch'en I" are nobody's name alone.
  return readings.filter(({ surname }) => surname.join('').length > 1);
}

function formsOf(reading: Reading): [readonly string[], FormKind][] {
  const { surname, kind } = reading;
  const forms: [readonly string[], FormKind][] = [[surname, kind]];
  if (surname.length < 2 || kind !== 'surname') return forms;
  const bare = surname.findIndex((word) => !PARTICLES.has(word));
  if (bare > 0) {
    forms.push([surname.slice(bare), bare === surname.length - 1 ? 'last' : 'short']);
    return forms;
  }
  const and = surname.findIndex((word) => word === 'y' || word === 'e');
  if (and > 1) forms.push([surname.slice(0, and), 'short']);
  // "San Martín" is not used as "San".
  if (!makesPlace(surname[0] ?? '') && (surname[0]?.length ?? 0) > 2) forms.push([surname.slice(0, 1), 'short']);
  const last = surname.at(-1) ?? '';
  if (last.length > 2) forms.push([[last], 'last']);
  return forms;
}

/** "President of Guatemala until 1957; thereafter Ambassador": two offices. */
function officesOf(description: string): Office[] {
  return description
    .split(/[;.]\s|\bthereafter\b|\bthen\b|\b(?:19|20)\d\d[,;]?\s/)
    .map((clause) => clause.replace(/^[\s,(]+/, ''))
    .filter((clause) => /\p{L}/u.test(clause))
    .map((clause) => {
      const head = clause.split(/\s(?:of|to|for|in|at|from|until|after|on|and)\s|,/)[0] ?? '';
      return { head: new Set(keysOf(head)), words: new Set(keysOf(clause)) };
    });
}

/**
 * How well a title before the name fits what the entry states, from 0 to 1: "President" is the office of the "President of
 * Guatemala", less so of a "Vice President", and not that of a "Special Assistant to the President".
 */
export function titleFit(person: Person, title: readonly string[]): number {
  const keys = title.map(fullTitle);
  const held = (key: string) => person.titles.has(key);
  if (keys.every(held)) return 1;
  const fits = person.offices.map(({ head }) => {
    if (!keys.every((key) => head.has(key) || held(key))) return 0;
    return [...head].some((key) => QUALIFIERS.has(key) && !keys.includes(key)) ? 0.4 : 1;
  });
  return Math.max(0, ...fits);
}

/** Words that make another office of the one that follows. */
const QUALIFIERS = new Set(['vice', 'deputy', 'assistant', 'under', 'special']);

const FULL_TITLE: Readonly<Record<string, string>> = {
  gen: 'general',
  col: 'colonel',
  lt: 'lieutenant',
  brig: 'brigadier',
  maj: 'major',
  capt: 'captain',
  adm: 'admiral',
  amb: 'ambassador',
  pres: 'president',
  fonmin: 'minister',
  primin: 'minister',
  min: 'minister',
  sec: 'secretary',
  secy: 'secretary',
  secdef: 'secretary',
  premier: 'minister',
  asst: 'assistant',
  ambassadors: 'ambassador',
  secretaries: 'secretary',
  senators: 'senator',
  ministers: 'minister',
  generals: 'general',
};

function fullTitle(key: string): string {
  return FULL_TITLE[key] ?? key;
}

/** General, admiral, colonel …: a text gives such a person's rank. */
export function hasRank(person: Person): boolean {
  return [...person.titles].some((key) => RANKS.has(key));
}

const RANKS = new Set([
  'general',
  'admiral',
  'colonel',
  'major',
  'captain',
  'commander',
  'brigadier',
  'lieutenant',
  'generalissimo',
]);

/** "Secretary of State, 1953–1959", "until April 22, 1959"; not where a later office follows without an end. */
function leftOffice(description: string): { left?: number } {
  const last = description.split(/;|\bthereafter\b/).at(-1) ?? '';
  const year = /(?:\buntil\b|[-–—]|\bto\b)[^;]*?((?:18|19|20)\d\d)\)?\.?\s*$/.exec(last)?.[1];
  return year === undefined ? {} : { left: Number(year) };
}

function withoutAsides(full: string): string {
  return (full.split(/[,([“"]/)[0] ?? full).trim();
}
