/**
 * Several people on one side of a correspondence: "Paul Tillich und Hermann Schafft", "Paul und
 * Hannah Tillich", "Theo and Jo van Gogh".
 */
import type { Language } from '../../languages/model/language.ts';
import { isFirm, personalName } from './party-words.ts';

/** Words of a title that name a party. */
export interface PartyWords {
  readonly text: string;
  /** Their offset in the title. */
  readonly at: number;
  /** The surname that the words share with those of the next party. */
  readonly surname?: string;
}

/** A comma joins only before a last "and": "Alfred Escher, Bern" is a person and a place. */
const JOINT = /,? (?:und|u\.|and|et|y|e|&) |, (?=[^,]+(?:, [^,]+)*,? (?:und|u\.|and|et|y|e|&) )/gu;
/** Writer and addressee, as a title names them. */
export interface Parties {
  /** Missing if the title names only the addressee. */
  readonly from?: PartyWords;
  readonly to?: PartyWords;
}

/** The parties in words; one if any part of them is not a person's name. */
export function splitParties(words: PartyWords, language: Language): readonly PartyWords[] {
  const parts: { text: string; at: number }[] = [];
  let begin = 0;
  for (const joint of words.text.matchAll(JOINT)) {
    parts.push({ text: words.text.slice(begin, joint.index), at: words.at + begin });
    begin = joint.index + joint[0].length;
  }
  parts.push({ text: words.text.slice(begin), at: words.at + begin });
  const persons = parts.every(
    ({ text }) => personalName(text, language) !== undefined && !isFirm(text),
  );
  if (parts.length === 1 || !persons) return [words];
  const last = (personalName(parts.at(-1)?.text ?? '', language) ?? '').split(' ');
  return parts.map((part, at) =>
    at < parts.length - 1 && last.length > 1 && /^\p{Lu}[\p{L}-]+$/u.test(part.text)
      ? { ...part, surname: last.slice(1).join(' ') }
      : part,
  );
}
