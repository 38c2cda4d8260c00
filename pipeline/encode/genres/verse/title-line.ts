/** Lines in the style of titles of poems. */
import type { Language } from '../../languages/model/language.ts';
import { isNumberAlone } from '../common/headings.ts';
import { isDateBelow } from '../literature/front.ts';

/** Characters of the longest title of a poem. */
const LONGEST_HEADING = 80;

/** "I. Morgen", "2) The Garden": a number and a title. */
export const NUMBERED_TITLE = /^(?:[IVXLC]{1,8}|\d{1,3})[.)] \p{Lu}/u;

/** A number with words, words without a sentence's end, or capitals. */
export function isTitleLine(text: string, language: Language): boolean {
  if (text.length > LONGEST_HEADING || isNumberAlone(text)) return false;
  if (NUMBERED_TITLE.test(text)) return true;
  if (/^[»„“"‘'«(—–-]/.test(text) || language.authorLine.test(text)) return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length > 2 && letters === letters.toUpperCase()) return true;
  return /^\P{Ll}/u.test(text) && !/[.,;:!?…—–-]["”’»)]*$/.test(text) && !isDateBelow(text);
}
