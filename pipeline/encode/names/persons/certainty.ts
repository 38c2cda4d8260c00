/**
 * How certain it is that words name the person who was chosen for them.
 *
 * Takes a spot, the person, and what the document says elsewhere. High certainty needs the name as
 * the list has it, or a title that is an office of the person; a surname alone, or behind "Mr.",
 * only where the document names the person in one of these ways, and no other one of that name.
 */
import type { Certainty } from '../../../authorities/model.ts';
import { allLanguages } from '../words/lexicon.ts';
import type { NameSpot } from './candidates.ts';
import { fitsForename } from './forenames.ts';
import { abbreviatedForename, commonForename, sameForename } from './forms/given-names.ts';
import type { Form, Person } from './forms/model.ts';
import type { Ranked } from './weight.ts';

/** What the whole document says of the names in it. */
export interface NamedElsewhere {
  /** Persons whom the document names in full, or by their office. */
  readonly identified: ReadonlySet<Person>;
  /** Surnames that the document also gives to somebody who is not in the list. */
  readonly shared: ReadonlySet<string>;
}

/** With a smaller difference between the two likeliest persons no choice is certain. */
const LEAD = 2;

/** `lead`: the difference in weight to the next person. */
export function certaintyOf(
  spot: NameSpot,
  best: Ranked,
  lead: number,
  { identified, shared }: NamedElsewhere,
): Certainty {
  // "Lyon" may be another than the listed Bowes Lyon.
  if (spot.given.length === 0 && spot.forms.every(({ kind }) => kind === 'last')) return 'low';
  const hasEvidence = spot.given.length > 0 || spot.strong;
  if (!hasEvidence && lead < LEAD) return 'low';
  if (lead <= LEAD || spot.loose) return 'medium';
  if (identifies(spot, best)) return 'high';
  const form = formOf(spot, best.person);
  const isUsual = form?.kind === 'surname' || form?.kind === 'short';
  const known =
    isUsual &&
    identified.has(best.person) &&
    !shared.has(surnameOf(spot)) &&
    (spot.given.length > 0 || isSpelledAsListed(spot, best.person));
  if (spot.given.length > 0) return known && fitAll(spot.given, form) ? 'high' : 'medium';
  const isSure = lead === Number.POSITIVE_INFINITY || spot.strong;
  return known && isSure && (spot.strong || !spot.doubtful) ? 'high' : 'medium';
}

/** The words themselves identify the person: by the listed name, or by an office. */
export function identifies(spot: NameSpot, { person, reason }: Ranked): boolean {
  const form = formOf(spot, person);
  if (!form || spot.loose) return false;
  if (spot.given.length > 0) return isListedName(spot.given, form);
  if (form.kind === 'whole') return isWholeName(form);
  if (form.kind !== 'surname' && form.kind !== 'short') return false;
  // "Duke of York", "Herzog von Gotha": who it is depends on the year.
  const [first = ''] = form.words;
  if (allLanguages.isParticle(first) && spot.title.some((key) => allLanguages.isNoble(key)))
    return false;
  return reason === 'title' || reason === 'office';
}

/**
 * A forename in full, by which the person is called, or two initials in the order of the list;
 * nothing that the list does not have.
 */
function isListedName(given: readonly string[], { kind, forenames, person }: Form): boolean {
  if (kind === 'last' || !fitAll(given, { forenames })) return false;
  const inOrder = given.every((key, at) => forenames[at]?.[0] === key[0]);
  const isInFull = (key: string) => key.length > 2 && !abbreviatedForename(key);
  const [first = ''] = given;
  const isCalled = [forenames[0] ?? '', ...person.called].some((name) => sameForename(name, first));
  if (isInFull(first) && isCalled) return true;
  return given.length > 1 && (inOrder || given.filter(isInFull).length > 1);
}

function fitAll(given: readonly string[], { forenames }: Pick<Form, 'forenames'>): boolean {
  return given.every((key) => forenames.some((name) => fitsForename(name, key)));
}

/** "Rosa Luxemburg"; not "Karl Friedrich", or a title, which others have had too. */
function isWholeName({ words }: Form): boolean {
  const names = words.filter((word) => !allLanguages.isParticle(word));
  return (
    names.length > 1 &&
    names.some((word) => word.length > 1 && !commonForename(word)) &&
    !words.some((word) => allLanguages.isNoble(word) || allLanguages.isRuler(word))
  );
}

/** "Goschen" is not as certain to be the listed Göschen; "Göschens" may be a genitive. */
function isSpelledAsListed({ passage, start, end }: NameSpot, { entry }: Person): boolean {
  const words = withUmlauts(passage.text.slice(start, end));
  return entry.names.some(({ full }) => {
    const listed = withUmlauts(full);
    return listed.includes(words) || listed.includes(words.replace(/s$/, ''));
  });
}

/** Without case and accents, which texts often omit ("Lechin"); the umlaut's dots stay. */
function withUmlauts(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u0307\u0309-\u036f]/g, '');
}

function formOf({ forms }: NameSpot, person: Person): Form | undefined {
  return forms.find((form) => form.person === person);
}

/** The surname's words, as a key. */
export function surnameOf({ forms }: Pick<NameSpot, 'forms'>): string {
  return forms[0]?.words.join(' ') ?? '';
}
