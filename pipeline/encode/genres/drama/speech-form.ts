/** Whether the lines of a speech are verse or prose, as far as they show it. */
import type { OutlineLine } from '../../engine/outline/lines.ts';
import { isWrapped, LONGEST_VERSE } from '../../engine/outline/wrapping.ts';
import type { Language } from '../../languages/language.ts';
import { isDirection } from './directions.ts';
import { spokenBrackets } from './spoken-brackets.ts';

/** Verses, a paragraph broken into lines, or paragraphs of a line each. */
export type SpeechForm = 'verse' | 'wrapped' | 'prose';

/** `width`: at which the play's prose is broken; no form where the lines do not show it. */
export function formOf(
  lines: readonly OutlineLine[],
  language: Language,
  width: number | undefined,
): { readonly form?: SpeechForm } {
  const asides = spokenBrackets(lines, language, false);
  const isSpoken = (line: OutlineLine) => asides.has(line) || !isDirection(line.text);
  const words = lines.filter((line) => line.text !== '' && isSpoken(line));
  if (words.some(({ text }) => lengthSpoken(text) > LONGEST_VERSE)) return { form: 'prose' };
  if (isWrapped(words, width)) return { form: 'wrapped' };
  return hasNeighbours(lines, isSpoken) ? { form: 'verse' } : {};
}

/** The length of a line without its directions. */
export function lengthSpoken(text: string): number {
  return text.length <= LONGEST_VERSE
    ? text.length
    : text.replace(/\([^()]*\)|\[[^[\]]*\]/g, '').length;
}

/** Two spoken lines follow each other without a direction between them. */
function hasNeighbours(
  lines: readonly OutlineLine[],
  isSpoken: (line: OutlineLine) => boolean,
): boolean {
  const spoken = lines.filter(({ text }) => text !== '').map(isSpoken);
  return spoken.some((is, at) => is && spoken[at + 1] === true);
}
