/**
 * What a document's title says: its type, who wrote it and who received it.
 *
 * In: the title's passage and the mentions in it. Out: the parties by their names. "Memorandum From the Executive Secretary of
 * the Department of State (Read) to the President’s Special Assistant … (Bundy)": the words between "From" and "to", the
 * words after "to", and in each the person named, else the office.
 */
import type { Certainty } from '../../authority/model.ts';
import type { Mention, Passage } from '../engine/model.ts';
import type { DocumentType } from './edition-header.ts';

/** One side of a correspondence. */
export interface Party {
  /** The person's entry, where the title names one that the authorities know. */
  readonly person?: string;
  readonly certainty: Certainty;
  /** The words for the party, without article: "Embassy in Bolivia"; a person's office and name. */
  readonly words: string;
  /** The name in brackets, where one is given: "Read". */
  readonly name?: string;
  /** The source itself says so: nothing is concluded. */
  readonly declared?: boolean;
}

export interface TitleReading {
  readonly type?: DocumentType;
  readonly sender?: Party;
  readonly recipients: readonly Party[];
}

const PARTIES = /^(?<kind>[\s\S]{3,60}?) [Ff]rom (?<from>[\s\S]+?)(?: [Tt]o (?<to>[\s\S]+))?$/;

/** Reads the title. Without "From … to …" (minutes, editorial notes) there are no parties. */
export function readTitle(
  title: Passage,
  number: number,
  mentions: readonly Mention[],
  types: readonly DocumentType[],
): TitleReading {
  const text = title.text.slice(number);
  const type = types.find(({ name }) => new RegExp(`^(?:[\\p{L}’' ]+ )??${escaped(name)}\\b`, 'iu').test(text));
  const parts = PARTIES.exec(text);
  const from = parts?.groups?.['from'];
  if (!parts || from === undefined) return { ...(type ? { type } : {}), recipients: [] };
  const fromAt = number + text.indexOf(from, (parts.groups?.['kind'] ?? '').length);
  const to = parts.groups?.['to'];
  const here = mentions.filter(({ passage, kind }) => passage === title.id && kind === 'person');
  return {
    ...(type ? { type } : {}),
    sender: party(from, fromAt, here),
    recipients: to === undefined ? [] : [party(to, title.text.length - to.length, here)],
  };
}

function party(words: string, at: number, persons: readonly Mention[]): Party {
  const person = persons.find(({ start, end }) => start >= at && end <= at + words.length);
  const name = /\((?<name>[^()]+)\)$/.exec(words)?.groups?.['name'];
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
