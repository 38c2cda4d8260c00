/** Small functions on text that every stage uses. */

/** Every run of white space as one space. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The words of a text on one line: white space folded, none at the ends. */
export function foldedWords(text: string): string {
  return foldSpace(text).trim();
}

/** The text as a literal inside a regular expression. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** "3 blocks", "1 block", "2 entries". */
export function counted(count: number, word: string, plural = `${word}s`): string {
  return `${count} ${count === 1 ? word : plural}`;
}

/** At most `most` characters, the last of them an ellipsis if the text is longer. */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trim()}…`;
}

/** The order of UTF-16 code units: the same in every language and on every system. */
export function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** The words of a list that is written over several lines. */
export function wordList(text: string): string[] {
  return text.trim().split(/\s+/);
}

/**
 * A regular expression over several lines: line breaks and the indentation after them are no part
 * of it.
 */
export function pattern(flags: string): (source: TemplateStringsArray) => RegExp {
  return ({ raw }) => new RegExp((raw[0] ?? '').replace(/\n\s*/g, ''), flags);
}

/** Only letters and digits. */
export function lettersAndDigits(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether an address begins with a scheme, as in `https:` (RFC 3986, 3.1). */
export function hasScheme(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address);
}

/** An address without percent-encoding; unchanged where that is invalid. */
export function decodedAddress(
  address: string,
  decode: (text: string) => string = decodeURI,
): string {
  try {
    return decode(address);
  } catch {
    return address;
  }
}

/** A name of a file as an address has it, without percent-encoding. */
export function decodedName(name: string): string {
  return decodedAddress(name, decodeURIComponent);
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The value of "4", "iv", "iiii", "XC"; letters of any case. */
export function romanOrArabic(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  const values = [...number.toLowerCase()].map((sign) => ROMAN[sign] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}
