/** The first date in a document, used to weigh the days that it names. */

/** A month, by its first three letters in lower case, and a day of it. */
export interface WrittenOn {
  readonly month: string;
  readonly day: number;
}

/** The first date of a text that has a month's name, a day and a year, in this order. */
export function firstDate(texts: readonly string[], months: string): WrittenOn | undefined {
  // The number before the month: the long list is tried only where a day follows.
  const pattern = new RegExp(
    `(?<=(?<!\\p{L})(?<month>${months})\\.? )(?<day>\\d{1,2}),? (?:1[5-9]|20)\\d\\d`,
    'iu',
  );
  for (const text of texts) {
    const { month, day } = pattern.exec(text)?.groups ?? {};
    if (month !== undefined) return { month: month.slice(0, 3).toLowerCase(), day: Number(day) };
  }
  return undefined;
}
