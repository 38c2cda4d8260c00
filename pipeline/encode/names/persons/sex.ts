/** Whether a title's sex fits a person: "Mrs. Smith" is not the list's John Smith. */
import { allLanguages, type Lexicon } from '../words/lexicon.ts';
import type { NameSpot } from './candidates.ts';
import { mansForename, womansForename } from './forms/given-names.ts';
import type { Form, Person } from './forms/model.ts';
import { isCourtesy } from './forms/titles.ts';

/** "Mrs. Smith" is the list's Mary Smith, and not its John. */
export function ofTitlesSex(spot: NameSpot, words: Lexicon): readonly Form[] {
  const fitting = spot.forms.filter(({ person }) => sexFits(person, spot, words));
  if (!spot.title.some((key) => words.isFemaleTitle(key))) return fitting;
  const women = fitting.filter(({ person }) => isWoman(person));
  return women.length > 0 ? women : fitting;
}

/** "Mr. Dickinson" and "Dr. Dickinson" are not the list's "Mrs. Dickinson". */
export function sexFits(person: Person, { title, forms }: NameSpot, words: Lexicon): boolean {
  if (title.some((key) => words.isMaleTitle(key)) && isWoman(person)) return false;
  if (title.length === 0 || person.titles.size === 0) return true;
  const titles = [...person.titles];
  const named = forms.some((form) => form.person === person && form.forenames.length > 0);
  if (!named && titles.every(isCourtesy)) return title.some((key) => titles.includes(key));
  const female = title.some((key) => words.isFemaleTitle(key));
  if (female) return person.female || !titles.some((key) => words.isMaleTitle(key));
  return (
    !title.some((key) => words.isMaleTitle(key)) ||
    !titles.some((key) => allLanguages.isFemaleTitle(key))
  );
}

/** By the forenames alone; other persons are not known. */
export function isMan(person: Person): boolean {
  return !person.female && [...person.called].some(mansForename);
}

function isWoman(person: Person): boolean {
  return person.female || (person.called.size > 0 && [...person.called].every(womansForename));
}
