/**
 * The forms in which texts use a person's name, from the name in its parts.
 *
 * Takes an authority entry. Returns the person as the finder uses it: surname forms with the
 * forenames that may precede each, the titles and offices in the entry. "Paz Estenssoro, Víctor" is
 * used as "Paz Estenssoro" and "Paz"; "de Gaulle, Charles" as "de Gaulle"; "Ngo Dinh Diem",
 * without a marked surname, whole, as "Diem" and as "Ngo".
 */
import type { AuthorityEntry, EntityName } from '../../../../authorities/model.ts';
import { allLanguages, isInstitutional } from '../../words/lexicon.ts';
import { wordKeys } from '../../words/tokens.ts';
import { commonForename } from './given-names.ts';
import type { Form, NameFormKind, Person } from './model.ts';
import { fullOfficeTitle, leftOffice, officesOf } from './offices.ts';
import {
  isPlaceholder,
  leadingTitles,
  type NameReading,
  nameReadings,
  noblePhrases,
  undividedKeys,
  wholePhrases,
} from './readings.ts';

/** Particles of surnames that are not in a language's data: Arabic, Italian, Dutch, Portuguese. */
const PARTICLES = new Set(
  'dello dell do dos das d vanden ver ten ter al abd bin ben ibn abu y e'.split(' '),
);

export function isParticle(key: string): boolean {
  return PARTICLES.has(key) || (allLanguages.isParticle(key) && key !== 'of' && key !== 'und');
}

/** These begin a place's name, not a short form of a surname: "San Martín" is not used as "San". */
const SAINTS = new Set(['san', 'santa', 'santo', 'saint', 'st', 'sao', 'sankt']);

/**
 * `taken` has the names that belong to other entries; a pseudonym or nickname in parentheses among
 * them is not used.
 */
export function personOf(
  entry: AuthorityEntry,
  taken: (name: readonly string[]) => boolean,
): Person {
  const forms: Form[] = [];
  const forenames = new Set<string>();
  const called = new Set<string>();
  const names = entry.names.filter(
    (name) => !isPlaceholder(name) && (name.type !== 'alias' || !taken(nameKeys(name))),
  );
  const titles = new Set(
    names
      .flatMap((name) => [...wordKeys(name.title ?? ''), ...leadingTitles(name)])
      .map(fullOfficeTitle),
  );
  const offices = officesOf(entry.description ?? '');
  const person: Person = {
    id: entry.id,
    entry,
    forms,
    forenames,
    called,
    phrases: [...new Set([...names.flatMap(wholePhrases), ...noblePhrases(entry.description)])],
    titles,
    offices,
    female: [...titles, ...(offices[0]?.head ?? [])].some((key) => allLanguages.isFemaleTitle(key)),
    ...leftOffice(entry.description ?? ''),
  };
  for (const name of names) {
    const nickname = wordKeys(name.nickname ?? '');
    const nicknames = nickname.length > 0 && !taken(nickname) ? nickname : [];
    for (const reading of nameReadings(name)) {
      if (reading.surname.every(isInstitutional)) continue;
      const given = [...reading.forenames, ...nicknames];
      for (const key of given) if (key.length > 1) forenames.add(key);
      const first = reading.forenames.find((key) => key.length > 1);
      for (const key of [...nicknames, ...(first ? [first] : [])]) called.add(key);
      for (const [words, kind] of formsOf(reading))
        addForm(forms, { words, kind, person, forenames: given });
    }
  }
  return person;
}

/** The words of a name, for comparing whole names. */
export function nameKeys(name: EntityName): readonly string[] {
  return name.surname
    ? [...wordKeys(name.forename ?? ''), ...wordKeys(name.surname)]
    : undividedKeys(name);
}

function addForm(forms: Form[], form: Form): void {
  const same = forms.some(
    (other) =>
      other.words.join(' ') === form.words.join(' ') &&
      other.forenames.join() === form.forenames.join(),
  );
  if (!same && form.words.length > 0 && !isOrdinary(form)) forms.push(form);
}

/**
 * Articles, prepositions and titles alone do not name a person; "Dean" and "King" do beside a
 * forename.
 */
function isOrdinary({ words, forenames, kind }: Form): boolean {
  if (words.every((word) => allLanguages.isClosed(word)))
    return kind !== 'surname' || forenames.length === 0;
  const bare = words.filter((word) => !allLanguages.isClosed(word) && !allLanguages.isTitle(word));
  return bare.length === 0 && kind !== 'surname' && !words.some(commonForename);
}

function formsOf(reading: NameReading): [readonly string[], NameFormKind][] {
  const { surname, kind } = reading;
  const forms: [readonly string[], NameFormKind][] = [[surname, kind]];
  if (surname.length < 2 || kind !== 'surname') return forms;
  const bare = surname.findIndex((word) => !isParticle(word));
  if (bare > 0) {
    forms.push([surname.slice(bare), 'short']);
    return forms;
  }
  const and = surname.findIndex((word) => word === 'y' || word === 'e');
  if (and > 1) forms.push([surname.slice(0, and), 'short']);
  if (!SAINTS.has(surname[0] ?? '') && (surname[0]?.length ?? 0) > 2)
    forms.push([surname.slice(0, 1), 'short']);
  // "King George", "Mr. George" is not David Lloyd George.
  const last = surname.at(-1) ?? '';
  if (last.length > 2 && !commonForename(last)) forms.push([[last], 'last']);
  return forms;
}
