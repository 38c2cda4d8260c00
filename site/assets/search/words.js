/**
 * Divides a text into words for the search. The index (pipeline/publish/search) and the search page
 * use this same module, so that queries and texts are divided and folded in the same way.
 *
 * A word is a sequence of letters, digits and combining characters; initials and numbers with signs
 * in them are several words, and also one ("U.S.A.": u, s, a, and usa). Scripts without spaces
 * between words (Han, Kana, Thai, Lao, Khmer, Burmese) have one word per character: several in a
 * row are a phrase.
 */
import { foldWord, INVISIBLE } from './folding.js';

/**
 * How many places are unused between two passages when words are counted: no possible distance
 * crosses passages.
 */
export const PASSAGE_GAP = 50;

const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}`;

const WORD = new RegExp(
  `[${UNSPACED}]\\p{M}*|` +
    `(?:(?![${UNSPACED}])[\\p{L}\\p{N}])(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}${INVISIBLE}])*`,
  'gu',
);

/**
 * The words of a text in their order, folded, with their places in the text (UTF-16 units).
 *
 * @param {string} text
 * @returns {{ word: string, start: number, end: number }[]}
 */
export function wordsOf(text) {
  return [...text.matchAll(WORD)]
    .map(({ 0: printed, index }) => ({
      word: foldWord(printed),
      start: index,
      end: index + printed.length,
    }))
    .filter(({ word }) => word !== '');
}

/**
 * Initials without spaces ("U.S.A.") and groups of digits ("3,000"): each is also one word without
 * its signs ("usa", "3000").
 */
const INITIALS =
  String.raw`(?<![\p{L}\p{M}\p{N}]\.?)\p{L}\p{M}*` +
  String.raw`(?:\.\p{L}\p{M}*)+(?![\p{L}\p{M}\p{N}])\.?`;
const NUMBER =
  String.raw`(?<![\p{L}\p{N}]|\p{N}[.,'’])\d{1,3}(?<sign>[.,'’])\d{3}` +
  String.raw`(?:\k<sign>\d{3})*(?!\p{L}|\p{N}|\k<sign>\d)`;
const JOINED = new RegExp(`${INITIALS}|${NUMBER}`, 'gu');
const SIGNS = /[.,'’]/g;

/** Whether a printed form is such initials or such a number. */
export function isJoined(form) {
  return /[.,'’]/.test(form);
}

/** A form without the signs of initials and numbers. */
export function withoutSigns(form) {
  return form.replace(SIGNS, '');
}

/**
 * The initials and numbers in a text that are also one word.
 *
 * @param {string} text
 * @param {{ start: number, end: number }[]} words of the text
 * @returns {{ word: string, form: string, at: number, length: number }[]} `at`: the number of its
 * first word; `length`: how many words it has otherwise.
 */
export function joinedWordsOf(text, words) {
  let at = 0;
  return [...text.matchAll(JOINED)].flatMap(({ 0: form, index }) => {
    while (at < words.length && words[at].start < index) at += 1;
    const first = at;
    while (at < words.length && words[at].end <= index + form.length) at += 1;
    const word = foldWord(withoutSigns(form));
    return at - first > 1 ? [{ word, form, at: first, length: at - first }] : [];
  });
}

/**
 * Levenshtein's distance; `most + 1` where it is more than `most`.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function editDistance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[other.length];
}
