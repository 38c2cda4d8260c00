/** Characters that represent markup while the text of a page is assembled. */

/** A line or page begins within a word; a line begins elsewhere. */
export const WITHIN_WORD = '\uE000';
export const LINE = '\uE001';

/** Around the name of a person. */
export const PERSON = ['\uE002', '\uE003'] as const;

/** The text without the characters around names of persons, and the places of the names. */
export function withoutNameMarks(marked: string): {
  readonly text: string;
  readonly persons?: readonly (readonly [start: number, end: number])[];
} {
  const persons: [number, number][] = [];
  const open: number[] = [];
  let text = '';
  for (const part of marked.split(/(?=[\uE002\uE003])|(?<=[\uE002\uE003])/)) {
    if (part === PERSON[0]) open.push(text.length);
    else if (part === PERSON[1]) persons.push([open.pop() ?? 0, text.length]);
    else text += part;
  }
  return persons.length > 0 ? { text, persons } : { text };
}

/**
 * A word that is divided over a line or a page is one word: if the source says so, or if a hyphen
 * ends a line and the next one begins in lower case.
 */
export function unbroken(text: string): string {
  return text
    .replace(/[-‐¬=⸗\u00AD]?\s*\uE000\s*/g, '')
    .replace(
      /(?<=\p{L})[-‐¬=⸗\u00AD](?:\s*\n\s*)?\uE001\s*(?=\p{Ll})(?!(?:und|oder|and|or|et|ou|y|o|e)\b)/gu,
      '',
    )
    .replace(/[\s\uE001]+/g, ' ')
    .trim();
}

/** Without the characters around names. */
export function unmarked(text: string): string {
  return text.replace(/[\uE002\uE003]/g, '');
}
