/** English words of numbers, in the order of their values. */

/** One to nineteen: the cardinal and the ordinal. */
export const UNITS = [
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['four', 'fourth'],
  ['five', 'fifth'],
  ['six', 'sixth'],
  ['seven', 'seventh'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['ten', 'tenth'],
  ['eleven', 'eleventh'],
  ['twelve', 'twelfth'],
  ['thirteen', 'thirteenth'],
  ['fourteen', 'fourteenth'],
  ['fifteen', 'fifteenth'],
  ['sixteen', 'sixteenth'],
  ['seventeen', 'seventeenth'],
  ['eighteen', 'eighteenth'],
  ['nineteen', 'nineteenth'],
] as const;

/** Twenty to ninety by tens. */
export const TENS = [
  ['twenty', 'twentieth'],
  ['thirty', 'thirtieth'],
  ['forty', 'fortieth'],
  ['fifty', 'fiftieth'],
  ['sixty', 'sixtieth'],
  ['seventy', 'seventieth'],
  ['eighty', 'eightieth'],
  ['ninety', 'ninetieth'],
] as const;

const VALUES: ReadonlyMap<string, number> = new Map([
  ...UNITS.flatMap((forms, at) => forms.map((form) => [form, at + 1] as const)),
  ...TENS.flatMap((forms, at) => forms.map((form) => [form, 10 * (at + 2)] as const)),
]);

/** The longest words first. */
function anyOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}

const SMALL = anyOf([...VALUES.keys()]);

/** One or two words of a number below 100. */
export const NUMBER_IN_WORDS = String.raw`${SMALL}(?:[- ]${SMALL})?`;

/** The ordinals of the days of a month, "first" to "thirty-first". */
export const DAY_ORDINALS: readonly string[] = [
  ...UNITS.map(([, ordinal]) => ordinal),
  ...TENS.slice(0, 2).flatMap(([ten, ordinal]) => [
    ordinal,
    ...UNITS.slice(0, 9).map(([, unit]) => `${ten}[- ]?${unit}`),
  ]),
].slice(0, 31);

/** One of them as a pattern. */
export const DAY_IN_WORDS = `(?:${[...DAY_ORDINALS].reverse().join('|')})(?!\\p{L})`;

/** The value of digits, "seventy-nine", "ninth", "ſix"; 0 if there is no number. */
export function numberFromWords(words = ''): number {
  if (/^\d/.test(words)) return Number.parseInt(words, 10);
  return words
    .toLowerCase()
    .replaceAll('ſ', 's')
    .split(/[- ]|(?<=twenty|thirty)(?=\p{L})/u)
    .reduce((sum, word) => sum + (VALUES.get(word) ?? 0), 0);
}
