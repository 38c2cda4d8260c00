/**
 * The facts in a document's title: its type, its writer and its addressee.
 *
 * Takes the title's passage and the mentions in it. Returns the parties by their names. "Memorandum
 * From the Executive Secretary of the Department of State (Read) to the President’s Special
 * Assistant … (Bundy)", "Mr. Lowell to Mr. Frelinghuysen", "Georg Brandes an Arthur Schnitzler, 17.
 * 5. 1901": the words before and after the language's "to", and in each the person named, else the
 * office.
 */

import type { Certainty } from '../../authorities/model.ts';
import { escapePattern, pattern } from '../../core/text.ts';
import { readTitleDay } from '../dates/letter/title-day.ts';
import type { Mention, Passage } from '../engine/model.ts';
import type { Language } from '../languages/model/language.ts';
import type { DocumentType } from './edition/edition-header.ts';
import { lettersTo } from './parties/letters-to.ts';
import { isFirm, personalName } from './parties/party-words.ts';
import { type PartyWords, splitParties } from './parties/split-parties.ts';
import { endOfParties, OPEN_BRACKET, partiesOf, withoutPlace } from './parties/title-parties.ts';

/** One side of a correspondence. */
export interface TitleParty {
  /** The person's entry, if the title names one in the authority files. */
  readonly person?: string;
  readonly certainty: Certainty;
  /** The words for the party, without article: "Embassy in Bolivia"; a person's office and name. */
  readonly words: string;
  /** The personal name, if there is one: "Read". */
  readonly name?: string;
  /** The source itself states it: nothing is inferred. */
  readonly declared?: boolean;
}

export interface TitleReading {
  readonly type?: DocumentType;
  readonly senders: readonly TitleParty[];
  readonly recipients: readonly TitleParty[];
}

/** Reads the title. If it names no sender (minutes, editorial notes) there are no parties. */
export function readTitle(
  title: Passage,
  number: number,
  mentions: readonly Mention[],
  types: readonly DocumentType[],
  language: Language,
): TitleReading {
  // Words on a line below the parties do not belong to their names.
  const line = title.points.find(({ kind, offset }) => kind === 'line' && offset > number)?.offset;
  const first = title.text.slice(number, line);
  const text =
    line !== undefined && partiesOf(first, language)?.to ? first : title.text.slice(number);
  const type = types.find(({ name }) =>
    new RegExp(`^(?:[\\p{L}’' ]+ )??${escapePattern(name)}\\b`, 'iu').test(text),
  );
  const found = partiesOf(text, language) ?? lettersTo(text, language);
  if (!found) return { ...(type ? { type } : {}), senders: [], recipients: [] };
  const here = mentions.filter(({ passage, kind }) => passage === title.id && kind === 'person');
  const parties = (words: PartyWords | undefined) =>
    (words ? splitParties(words, language) : []).map((part) =>
      partyOf({ ...part, at: number + part.at }, here, language),
    );
  return {
    ...(type ? { type } : {}),
    senders: parties(found.from),
    recipients: parties(found.to),
  };
}

/**
 * The title names only the addressee: "An Christian Otto", "An Amöne Herold in Weimar". "An den
 * Mond" and "To Autumn" are titles of poems.
 */
export function isAddressee(words: string, language: Language): boolean {
  const name = personalName(withoutPlace(words), language);
  return name !== undefined && (/\p{L}{2} \p{L}/u.test(name) || name !== words);
}

const NUMBER = pattern('iu')`
    ^\*?(?:(?:no|nr)\.? ?\d{1,5}[a-z]?[.:]?|\d{1,5}(?:[./]\d{1,4})+[.:]?|
    \d{1,5}[a-z]?[.:]) +(?=\p{L})
  `;

/** "68.63 Letter of Samek" without its number in the edition. */
export function withoutNumber(title: string): string {
  return title.replace(NUMBER, '');
}

/**
 * What a title with a day at its end states: sender and addressee (only letters have such titles),
 * or the addressee alone ("To" and a name).
 */
export function statedParties(title: string, language: Language): 'both' | 'addressee' | undefined {
  if (language.toWord === '' || readTitleDay(title, language)?.atEnd !== true) return undefined;
  const parties = partiesOf(withoutNumber(title), language);
  if (parties?.to === undefined) return undefined;
  return parties.from === undefined ? 'addressee' : 'both';
}

/** The title states sender, addressee and, at its end, the day. */
export function statesLetter(title: string, language: Language): boolean {
  return statedParties(title, language) === 'both';
}

/**
 * The place between the parties and the date: "Ludwig Snell an Alfred Escher, Bern, Sonntag, 25.
 * April 1852", "… to Alfred Escher (Berne, 25 April 1852)".
 */
export function placeInTitle(printed: string, language: Language): string | undefined {
  const title = withoutNumber(printed);
  const day = readTitleDay(title, language);
  if (!day?.atEnd) return undefined;
  const bracket = OPEN_BRACKET.exec(title.slice(0, day.date.start))?.[0] ?? '';
  const inside = bracket.replace(/[\s(]+/u, ', ').replace(/[\s,]+$/, '');
  const parties = title.slice(0, endOfParties(title, language)) + inside;
  const weekdays = language.weekdays.flat().filter((word) => word.length > 2);
  const parts = parties
    .split(/, |(?<=\p{Ll}{3})\. /u)
    .filter((part) => !weekdays.includes(part.replace(/\.$/, '').toLowerCase()));
  const place = parts.length > 1 ? parts.at(-1)?.replace(/^\[|\]$/g, '') : undefined;
  const before = parts.slice(0, -1).join(', ');
  return place !== undefined &&
    /^(?:\p{Lu}[\p{L}’'-]+\.?(?:[ /-]|$)|(?:am|an der|bei|sur|la|le|les|upon|de|del|im|in) ){1,6}$/u.test(
      place,
    ) &&
    partiesOf(before, language)?.to !== undefined
    ? place
    : undefined;
}

function partyOf(
  { text: words, at, surname }: PartyWords,
  persons: readonly Mention[],
  language: Language,
): TitleParty {
  const person = persons.find(({ start, end }) => start >= at && end <= at + words.length);
  const bracket = /\(\s*(?:(?:\p{Ll}[\p{L}.]*|Red\.|Hg\.) )*(?<name>[^()\d]+?)\s*\)$/u.exec(words)
    ?.groups?.['name'];
  const own = isFirm(words) ? undefined : (bracket ?? personalName(words, language));
  const whole = words.replace(/\s*\([^()]*\)$/, '').replace(/^the /i, '');
  // "his mother" is a person without a name; "his mother, Camp Hill" names her or his place.
  const [kin = ''] = whole.split(',');
  const relative = new RegExp(`(?<!\\p{L})(?:${language.letters.relatives})$`, 'iu').test(kin);
  const office = relative ? kin : whole;
  const full = own !== undefined && surname !== undefined ? `${own} ${surname}` : own;
  const name = full ?? (relative ? office : undefined);
  return {
    ...(person?.target === undefined ? {} : { person: person.target }),
    certainty: person?.certainty ?? 'medium',
    words: office,
    ...(name === undefined ? {} : { name }),
  };
}

/** The same title, ignoring typography. */
export function isSameTitle(one: string, other: string): boolean {
  const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\d]+/gu, '');
  return letters(one) === letters(other);
}
