/** Verse that is quoted within prose. */
import type { OutlineLine } from '../../engine/outline/lines.ts';
import { capitals, isVerse, pausesAtEnds } from '../../engine/outline/wrapping.ts';
import type { Language } from '../../languages/model/language.ts';

/** The length of a line of verse quoted in prose (in characters). */
export const LONGEST_VERSE = 70;

interface ProseLines {
  /** The width of the text's lines in characters, if its paragraphs are broken into lines. */
  readonly width: number | undefined;
  /** Each paragraph is one line: several short lines are verse. */
  readonly unbroken: boolean;
  readonly language: Language;
}

/**
 * Short lines within prose that begin with capitals or are indented, and are not a paragraph broken
 * into lines.
 */
export function isQuotedVerse(
  lines: readonly OutlineLine[],
  { width, unbroken, language }: ProseLines,
): boolean {
  const words = lines.filter(({ text }) => text !== '');
  if (!isVerse(words, width) || words.some(({ text }) => text.length > LONGEST_VERSE)) return false;
  // "Your affectionate father, / Tom Ferris."
  if (words.length < 4 && language.closing.test(words[0]?.text ?? '')) return false;
  // Verses of modern French and Spanish mostly begin in lower case.
  const least = unbroken && words.length > 2 ? 0.2 : 0.75;
  const pauses = unbroken && words.length > 3 && pausesAtEnds(words) >= 0.6;
  return capitals(words) >= least || pauses;
}
