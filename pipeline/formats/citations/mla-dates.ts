/** Dates as the MLA Handbook writes them in a list of works cited. */

const LONG_MONTHS =
  /\b(?:January|February|March|April|August|September|October|November|December)\b/g;

/**
 * "2 June 1850" for "June 2, 1850" (MLA 9, 5.82); English months of more than four letters are
 * abbreviated. Dates in other languages have their day first already.
 */
export function mlaDate(words: string): string {
  return words
    .replace(/(\p{Lu}\p{L}+) (\d{1,2}), (\d{4})/gu, '$2 $1 $3')
    .replace(LONG_MONTHS, (month) => (month === 'September' ? 'Sept.' : `${month.slice(0, 3)}.`));
}
