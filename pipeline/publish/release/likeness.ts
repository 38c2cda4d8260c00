/**
 * How similar the words of two passages are, computed from a short print of each.
 *
 * Takes words. Returns a print of 32 hexadecimal digits, and the proportion of digits in which two
 * prints agree. A print is made by b-bit minwise hashing (Li and König 2010,
 * doi:10.1145/1772690.1772759) of the sequences of four letters or digits in the words, ignoring
 * accents, case, white space and punctuation: the proportion of equal digits grows with the
 * proportion of common sequences. So a corrected word changes a few digits, another passage nearly
 * all; tests/permanence/likeness.test.ts measures it.
 */

/** Digits of a print. */
const DIGITS = 32;
/** Letters of a sequence. */
const RUN = 4;

/** The print of a passage without words. */
export const NO_WORDS = '-';

/**
 * From this proportion on, words count as the same passage, edited. Measured on the paragraphs,
 * notes, headings and items of eight printed volumes (32,000 pairs of neighbours): of neighbours
 * 2.4 % reach it, nearly all of them formulas (“See footnote 3”, lists of files); of passages in
 * which words were replaced by others of the volumes at random, 0.06 % fall below with one word or
 * a tenth of the words, 10 % with a third, 55 % with half of them. The editor has the last word
 * (redirects.ts, `same`).
 */
export const SAME_PASSAGE = 10 / DIGITS;

export function wordPrint(words: string): string {
  const letters = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  if (letters === '') return NO_WORDS;
  const least = new Uint32Array(DIGITS).fill(0xffffffff);
  const last = Math.max(0, letters.length - RUN);
  for (let at = 0; at <= last; at += 1) {
    const run = hash(letters, at, Math.min(at + RUN, letters.length));
    for (let digit = 0; digit < DIGITS; digit += 1) {
      const value = mixed(run ^ Math.imul(digit + 1, 0x9e3779b1));
      if (value < (least[digit] as number)) least[digit] = value;
    }
  }
  return Array.from(least, (value) => (value & 15).toString(16)).join('');
}

/** 0 to 1. Two passages without words are equal. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  if (one === NO_WORDS || other === NO_WORDS) return 0;
  let agreeing = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) if (one[digit] === other[digit]) agreeing += 1;
  return agreeing / DIGITS;
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** The finalizer of MurmurHash3, which spreads every bit over all. */
function mixed(start: number): number {
  let value = start;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
