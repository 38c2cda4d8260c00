/**
 * What a document's title says: its type, who wrote it and who received it.
 *
 * Takes the title's passage and the mentions in it. Returns the parties by their names. "Memorandum
 * From the Executive Secretary of the Department of State (Read) to the President’s Special
 * Assistant … (Bundy)", "Mr. Lowell to Mr. Frelinghuysen", "Georg Brandes an Arthur Schnitzler, 17.
 * 5. 1901": the words before and behind the language's "to", and in each the person named, else the
 * office.
 */
import type { Certainty } from '../../authorities/model.ts';
import { readTitleDay } from '../dates/letter-day.ts';
import type { Mention, Passage } from '../engine/model.ts';
import type { Language } from '../languages/language.ts';
import type { DocumentType } from './edition-header.ts';
import { nameIn, startsLikeParty } from './party-words.ts';

/** One side of a correspondence. */
export interface Party {
  /** The person's entry, where the title names one that the authorities know. */
  readonly person?: string;
  readonly certainty: Certainty;
  /** The words for the party, without article: "Embassy in Bolivia"; a person's office and name. */
  readonly words: string;
  /** The personal name, where one is given: "Read". */
  readonly name?: string;
  /** The source itself says so: nothing is concluded. */
  readonly declared?: boolean;
}

export interface TitleReading {
  readonly type?: DocumentType;
  readonly sender?: Party;
  readonly recipients: readonly Party[];
}

/** A stretch of the title that names a party. */
interface Words {
  readonly text: string;
  /** Its offset in the title. */
  readonly at: number;
}

/** Reads the title. Where it names no sender (minutes, editorial notes) there are no parties. */
export function readTitle(
  title: Passage,
  number: number,
  mentions: readonly Mention[],
  types: readonly DocumentType[],
  language: Language,
): TitleReading {
  const text = title.text.slice(number);
  const type = types.find(({ name }) =>
    new RegExp(`^(?:[\\p{L}’' ]+ )??${escaped(name)}\\b`, 'iu').test(text),
  );
  const found = partiesOf(text, language);
  if (!found) return { ...(type ? { type } : {}), recipients: [] };
  const here = mentions.filter(({ passage, kind }) => passage === title.id && kind === 'person');
  const party = ({ text: words, at }: Words) => partyOf(words, number + at, here, language);
  return {
    ...(type ? { type } : {}),
    sender: party(found.from),
    recipients: found.to === undefined ? [] : [party(found.to)],
  };
}

/** "Memorandum From … to …", in English the form of the series with its capital. */
const FROM_TO = /^(?<kind>[\s\S]{3,60}?) [Ff]rom (?<from>[\s\S]+?)(?: [Tt]o (?<to>[\s\S]+))?$/;

function partiesOf(text: string, language: Language): { from: Words; to?: Words } | undefined {
  const words = text.slice(0, endOfParties(text, language));
  const series = language.tag === 'en' ? FROM_TO.exec(words)?.groups : undefined;
  if (series?.['from'] !== undefined) {
    const from = series['from'];
    const at = words.indexOf(from, (series['kind'] ?? '').length);
    const to = series['to'];
    return {
      from: { text: from, at },
      ...(to === undefined ? {} : { to: { text: to, at: words.length - to.length } }),
    };
  }
  if (language.toWord === '') return undefined;
  const { kinds, fromWord } = language.letters;
  const kind =
    new RegExp(`^(?:${kinds})(?:[ ,][^,]{0,40}?)?? (?:${fromWord}) (?=\\p{L})`, 'iu').exec(
      words,
    )?.[0] ?? '';
  // "Schreiben des Landrats von Bredow": the article tells that an office follows.
  const article = / (?:des|der|du|del) $/.exec(kind)?.[0].trimStart().length ?? 0;
  const behind = words.slice(kind.length - article);
  const split = new RegExp(
    `^(?<from>[^:;?!]{2,140}?),? (?<word>${language.toWord}) (?<to>.{2,140})$`,
    'su',
  ).exec(behind);
  const from = (split?.groups?.['from'] ?? behind).trimEnd();
  const to = split?.groups?.['to'];
  const begin = { text: from, at: kind.length - article };
  if (kind === '' && (to === undefined || !startsLikeParty(from, language))) return undefined;
  if (to === undefined)
    return nameIn(from, language) === undefined || from.length > 80 ? undefined : { from: begin };
  if (!startsLikeParty(to, language)) return undefined;
  return { from: begin, to: { text: to, at: words.length - to.length } };
}

/** Where the parties end: before the date and the full stop that may follow them. */
function endOfParties(text: string, language: Language): number {
  const day = readTitleDay(text, language);
  const end = day?.atEnd ? day.date.start : text.length;
  return text
    .slice(0, end)
    .replace(
      /(?:[\s,;:[(—–-]|(?<=\)|\p{Ll}{3})\.|(?<!\p{L})(?:vom|am|den|du|le|of|on|dated|de|del|el)(?=[\s,[(]*$))+$/u,
      '',
    ).length;
}

function partyOf(
  words: string,
  at: number,
  persons: readonly Mention[],
  language: Language,
): Party {
  const person = persons.find(({ start, end }) => start >= at && end <= at + words.length);
  const bracket = /\(\s*(?<name>[^()]+?)\s*\)$/.exec(words)?.groups?.['name'];
  const name = bracket ?? nameIn(words, language);
  const office = words.replace(/\s*\([^()]*\)$/, '').replace(/^the /i, '');
  return {
    ...(person?.target === undefined ? {} : { person: person.target }),
    certainty: person?.certainty ?? 'medium',
    words: office,
    ...(name === undefined ? {} : { name }),
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
