/**
 * The letter under which an index files a name, and the order of names.
 *
 * A name is filed under its first letter that counts: quotation marks, brackets and signs for
 * guttural stops do not count, nor do particles in lower case ("van der Ploeg" is under P,
 * "al-Hakim" under H). A letter with diacritics is filed with the plain one.
 */
import { pattern } from '../core/text.ts';

const PARTICLES = pattern('u')`
    ^(?:(?:van|von|vom|vander|der|den|de|del|dela|della|dello|delle|degli|dei|di|da|do|dos|das|dal|
    du|des|la|le|les|zu|zum|zur|ten|ter|te|het|op|af|av|of|y)\s+|[dlt]['’ʼ]\s*|'t\s+|(?:al|el|ad|an|
    ar|as|ash|at|ath|az|ul|ud|ur)[-‐–]\s*)+(?=\p{L})
  `;

/** Letters that Unicode does not decompose, and the letters they are filed with. */
const WITH: Readonly<Record<string, string>> = {
  Æ: 'A',
  Œ: 'O',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Ħ: 'H',
  ẞ: 'S',
};

/** The name from its filing letter on; a name without a letter is unchanged. */
function filedFrom(name: string): string {
  const start = name.normalize('NFC').replace(/^[^\p{L}\p{N}]+|^\p{Lm}+/gu, '');
  return start.replace(PARTICLES, '') || name;
}

/** "Ávila" is under A; a name that does not begin with a letter, under the number sign. */
export function filingLetter(name: string): string {
  const first = /[\p{L}\p{N}]/u.exec(
    filedFrom(name)
      .replace(/^\p{Lm}+/u, '')
      .normalize('NFD'),
  )?.[0];
  if (first === undefined || !/\p{L}/u.test(first)) return '#';
  const letter = first.toUpperCase();
  return WITH[letter] ?? (letter.length > 1 ? (letter[0] as string) : letter);
}

/** Compares names by letter, then by the collation of a language. */
export function filingOrder(language: string): (one: string, other: string) => number {
  const collator = new Intl.Collator(language, { numeric: true });
  return (one, other) =>
    collator.compare(filingLetter(one), filingLetter(other)) ||
    collator.compare(filedFrom(one), filedFrom(other)) ||
    collator.compare(one, other);
}
