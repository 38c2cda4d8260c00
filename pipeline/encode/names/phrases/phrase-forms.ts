/** Other forms of an entry’s words: plural, capitals, single letters. */
import { lettersAndDigits } from '../../../core/text.ts';
import type { NameIndex } from '../index/name-index.ts';
import type { Phrase } from '../index/phrase-trie.ts';
import { wordKey } from '../words/tokens.ts';

/** "LDCs", "T–28s", "Deptels": an abbreviation, not a word. */
export function takesPlural(phrase: Phrase): boolean {
  const form = lettersAndDigits(phrase.form);
  return phrase.abbreviation && form.length > 2 && form !== form.toLowerCase();
}

/** Letter for letter, except dashes and spaces. */
export function sameLetters(words: string, form: string): boolean {
  return words === form || lettersAndDigits(words) === lettersAndDigits(form);
}

/**
 * Another case is the same term only if it cannot be read as a common word: "REFTEL", "Reftel" for
 * "reftel", "DoD" for "DOD", "SovGov" for "SOVGOV"; "Sea" is not "SEA". Names of organizations and
 * places may be in capitals.
 */
export function sameInOtherCase(words: string, phrase: Phrase): boolean {
  const found = lettersAndDigits(words);
  const form = lettersAndDigits(phrase.form);
  if (!phrase.abbreviation) return words === words.toUpperCase() && found.length > 3;
  if (form.length < 3) return false;
  const capitals = found.replace(/[^\p{Lu}]/gu, '').length;
  if (found === found.toUpperCase()) return form.length > 3 || form !== form.toLowerCase();
  if (capitals > 1) return true;
  // Lower case or a capital first letter, for terms that are written like words.
  return form !== form.toUpperCase() && (capitals === 0 || /^\p{Lu}/u.test(found));
}

/**
 * "Gimo" for "GIMO", "Sovs" for "SOV": an abbreviation written like a word, if the language does
 * not have the word.
 */
export function writtenAsWord(
  words: string,
  { abbreviation, form }: Phrase,
  { words: known, lowerCase }: NameIndex,
): boolean {
  if (
    !abbreviation ||
    !/^\p{Lu}\p{Ll}{2,}$/u.test(words) ||
    !/^\p{Lu}{3,}$/u.test(lettersAndDigits(form))
  )
    return false;
  const key = wordKey(words);
  return !known.isCommon(key) && !known.isMonth(key) && !known.isTitle(key) && !lowerCase.has(key);
}
