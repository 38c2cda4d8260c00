/**
 * The context that all rules for a letter's zones share: the maker of its passages, its language,
 * the known facts of its day.
 */
import type { LetterDay } from '../../../dates/letter/letter-day.ts';
import type { PassageMaker } from '../../../engine/outline/passage-maker.ts';
import { partiesOf } from '../../../header/parties/title-parties.ts';
import { withoutNumber } from '../../../header/title.ts';
import type { Language } from '../../../languages/model/language.ts';

export interface LetterScope {
  readonly make: PassageMaker;
  readonly language: Language;
  /** The day that the title states. */
  readonly known?: LetterDay;
  /** The words of the sender's name in the title, where it names one: "Paul", "Goldmann". */
  readonly sender: readonly string[];
  /** The words of the addressee's name in the title, those of the sender's aside. */
  readonly addressee: readonly string[];
  /** The text came with another one, as its enclosure or attachment. */
  readonly added?: boolean;
  /**
   * A private letter, not a paper of an office: single lines at its head are addresses, paragraphs
   * after its signature postscripts.
   */
  readonly personal: boolean;
  /** A petition, will or deed: a name with an office below its last paragraph signs it. */
  readonly record?: boolean;
}

/** Words of a name with fewer letters are initials and particles. */
const SHORTEST_NAME = 4;

/** The words of the names in "Letter from Paul Goldmann to Arthur Schnitzler, 2. 5. 1902". */
export function namesInTitle(
  title: string,
  language: Language,
): Pick<LetterScope, 'sender' | 'addressee'> {
  const { from, to } = partiesOf(withoutNumber(title), language) ?? {};
  const sender = nameWords(from?.text ?? '');
  return { sender, addressee: nameWords(to?.text ?? '').filter((word) => !sender.includes(word)) };
}

function nameWords(words: string): string[] {
  return words
    .split(/[\s.,()]+/)
    .map((word) => word.replace(/^[dl]['’]|\d+$/g, ''))
    .filter((word) => word.length >= SHORTEST_NAME && /^\p{Lu}/u.test(word));
}

/** Words, characters of a line with the addressee's name. */
const MOST_NAME_WORDS = 8;
const LONGEST_NAME = 60;

/**
 * A line that is the addressee's name, with titles: "Mr. Walt Whitman", "C. L. Hinkle" of a letter
 * "to C. L. Hinkle".
 */
export function isAddresseesName(line: string, { addressee, language }: LetterScope): boolean {
  if (addressee.length === 0 || line.length > LONGEST_NAME || /[!?:;]|\d/.test(line)) return false;
  const words = line.split(/[\s,]+/).filter((word) => word !== '');
  const name = (word: string) => word.replace(/[.,]+$/, '');
  return (
    words.length <= MOST_NAME_WORDS &&
    words.some((word) => addressee.some((known) => sameName(known, name(word)))) &&
    words.every(
      (word) =>
        /^\p{Lu}/u.test(word) ||
        language.particles.includes(name(word)) ||
        language.honorifics.includes(name(word).toLowerCase()) ||
        new RegExp(`^(?:${language.letters.beforePlace}|le|la|der|dem|the|to)$`, 'u').test(word),
    )
  );
}

/** "BUTLER" is "Butler". */
function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * A line with the sender's name: it begins with a word of it, and contains little else; behind a
 * comma his rank ("Claude Arnoux, volontaire au 2e bataillon").
 */
export function isSendersName(line: string, { sender }: LetterScope): boolean {
  const rank = /^[^,\n]+, \p{Ll}[^.!?\n]{3,50}$/u.test(line);
  const words = (rank ? (line.split(',')[0] ?? '') : line).replace(/[.,;]+$/, '').split(/\s+/);
  const [first = ''] = words;
  return (
    words.length <= 4 &&
    (rank || line.length <= 40) &&
    sender.some((known) => sameName(known, first))
  );
}
