/**
 * Folds letters for comparison: one way for the search's index, queries, and the filter of lists.
 * `pipeline/publish/assets.ts` puts this module into `list.js`, which is no module.
 */

/** Letters that Unicode does not decompose, and their usual replacements in queries. */
const LETTERS = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ꝛ: 'r',
  ʼ: '',
};

/** Invisible signs inside a word: soft hyphen, zero-width joiners and spaces, word joiner. */
export const INVISIBLE = String.raw`\u00AD\u200B-\u200D\u2060\uFEFF`;

/**
 * Diacritics that a reader may omit: accents of alphabets, Hebrew and Arabic vowel points. Vowel
 * signs of Indic scripts are letters and stay.
 */
const OPTIONAL_SIGN = new RegExp(
  `(?=\\p{Mn})[\\p{sc=Zinh}\\p{sc=Latn}\\p{sc=Grek}\\p{sc=Cyrl}\\p{sc=Hebr}\\p{sc=Arab}\\p{sc=Syrc}]|` +
    `[${INVISIBLE}]`,
  'gu',
);

/**
 * A folded word: capitals and accents (with ligatures and letters such as ß) are each folded only
 * if they do not matter.
 *
 * @param {string} word @param {{ capitals?: boolean, accents?: boolean }} matter @returns {string}
 */
export function foldAs(word, { capitals = false, accents = false }) {
  if (!capitals && !accents) return foldWord(word);
  if (accents) return capitals ? word.normalize('NFC') : word.normalize('NFC').toLowerCase();
  return word
    .normalize('NFKD')
    .replace(OPTIONAL_SIGN, '')
    .replace(/[ßæœøłđðþħıŋꝛʼ]/g, (letter) => LETTERS[letter] ?? letter);
}

/**
 * A word in the form of the index: lower case, without accents, ligatures divided.
 *
 * @param {string} word @returns {string}
 */
export function foldWord(word) {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(OPTIONAL_SIGN, '')
    .replace(/[ßæœøłđðþħıŋꝛʼ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/ς/g, 'σ');
}
