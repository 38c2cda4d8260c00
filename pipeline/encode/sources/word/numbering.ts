/**
 * Numbers of lists in the formats of word processors and browsers.
 */

/** `format`: as in HTML and OpenDocument: 1, a, A, i, I; anything else is a decimal number. */
export function listNumber(format: string, number: number): string {
  if (number < 1 || number > 3999) return String(number);
  if (format === 'a') return letters(number).toLowerCase();
  if (format === 'A') return letters(number);
  if (format === 'i') return roman(number).toLowerCase();
  return format === 'I' ? roman(number) : String(number);
}

/** A to Z, then AA, AB …, as in spreadsheets. */
function letters(number: number): string {
  let left = number;
  let text = '';
  while (left > 0) {
    text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
    left = Math.floor((left - 1) / 26);
  }
  return text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      text += sign;
      left -= value;
    }
  }
  return text;
}
