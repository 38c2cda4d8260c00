/** Which lines of prose are headings though no word of the language names a division. */

import type { MarkedBlock } from '../../engine/blocks.ts';
import type { Language } from '../../languages/model/language.ts';
import { readHeading } from '../common/headings.ts';
import { isLetterDateline } from '../correspondence/front/front-kind.ts';
import type { LetterScope } from '../correspondence/lines/scope.ts';

/**
 * A few words in capitals, or with a capital and without a sentence's end, above a paragraph of
 * running text.
 */
export function looksLikeHeading(
  block: MarkedBlock,
  next: MarkedBlock,
  scope: LetterScope,
): boolean {
  const { text } = block;
  // A day on a line of its own heads nothing.
  if (isLetterDateline(block, scope)) return false;
  if (text.length > 70 || /^[»«„“”"‘'(—–*-]/.test(text) || /[,;:…—–-]$|[“”"»«]/.test(text))
    return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters.length > 3 && letters === letters.toUpperCase()) return true;
  return (
    !/[!?]$/.test(text) &&
    /^[\p{Lu}\d]/u.test(text) &&
    !/\.$/.test(text) &&
    isText(next.text) &&
    text.split(/\s+/).length <= 9
  );
}

/** A paragraph of running text: long, or a whole sentence. */
function isText(text: string): boolean {
  return text.length > 200 || (text.length >= 40 && /[.!?…:][»”"]?$/.test(text));
}

/** "II. The weir", "3 The Weir": not "I go to London". */
export function isNumberedTitle(text: string): boolean {
  return /^(?:[IVXLC]{1,8}|\d{1,3})(?:[.)—–-] | (?=\p{Lu}))/u.test(text);
}

/** "CHAPTER III.", without words: a title may follow on a line of its own. */
export function isBareChapter(title: string, language: Language): boolean {
  return readHeading(title, language) !== undefined && title.split(/\s+/u).length <= 2;
}
