/**
 * The context that all rules for a letter's zones share: the maker of its passages, its language,
 * the known facts of its day.
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
   * A private letter, not a paper of an office: single lines at its head are addresses, paragraphs
   * after its signature postscripts.
   */
  readonly personal: boolean;
}

/** Words of a name with fewer letters are initials and particles. */
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

/** A line with the sender's name: it begins with a word of it, and contains little else. */
export function isSendersName(line: string, { sender }: LetterScope): boolean {
  const words = line.replace(/[.,]+$/, '').split(/\s+/);
  return words.length <= 4 && line.length <= 40 && sender.includes(words[0] ?? '');
}
