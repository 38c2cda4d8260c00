/**
 * What all rules for a letter's zones share: who makes its passages, in which language it is, what
 * is known of its day.
 */
import type { LetterDay } from '../../../dates/letter/letter-day.ts';
import type { PassageMaker } from '../../../engine/outline/passage-maker.ts';
import type { Language } from '../../../languages/model/language.ts';

export interface LetterScope {
  readonly make: PassageMaker;
  readonly language: Language;
  /** The day that the title states. */
  readonly known?: LetterDay;
  /** The words of the sender's name in the title, where it names one: "Paul", "Goldmann". */
  readonly sender: readonly string[];
  /** The text came with another one, as its enclosure or attachment. */
  readonly added?: boolean;
  /**
   * A private letter, no paper of an office: lone lines at its head are addresses, paragraphs
   * behind its signature postscripts.
   */
  readonly personal: boolean;
}

/** A name's words of fewer letters are initials and particles. */
const SHORTEST_NAME = 4;

/** The words of the sender's name in "Paul Goldmann an Arthur Schnitzler, 2. 5. 1902". */
export function senderIn(title: string, { toWord, letters }: Language): readonly string[] {
  if (toWord === '') return [];
  const behind = title.replace(
    new RegExp(`^(?:${letters.kinds}) (?:${letters.fromWord}) `, 'iu'),
    '',
  );
  const sender = new RegExp(`^(?<sender>[^,:;?!]{2,60}?) (?:${toWord}) \\p{Lu}`, 'u').exec(behind);
  const words = sender?.groups?.['sender']?.split(/[\s.]+/) ?? [];
  return words.filter((word) => word.length >= SHORTEST_NAME && /^\p{Lu}/u.test(word));
}

/** A line that is the sender's name: it begins with a word of it, and holds little else. */
export function isSendersName(line: string, { sender }: LetterScope): boolean {
  const words = line.replace(/[.,]+$/, '').split(/\s+/);
  return words.length <= 4 && line.length <= 40 && sender.includes(words[0] ?? '');
}
