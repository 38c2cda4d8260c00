/** The kind of a block in a poem: lines, a heading or prose. */
import type { MarkedBlock } from '../../engine/blocks.ts';
import type { OutlineLine } from '../../engine/outline/lines.ts';
import { isVerse, LONGEST_VERSE } from '../../engine/outline/wrapping.ts';
import { isOrnament } from '../literature/front.ts';

export type VerseBlockKind = 'pages' | 'stanza' | 'single' | 'ornament' | 'other';

export function linesWithWords(lines: readonly OutlineLine[]): readonly OutlineLine[] {
  return lines.filter(({ text }) => text !== '');
}

export function verseBlockKind(
  block: MarkedBlock,
  lines: readonly OutlineLine[],
  width: number | undefined,
): VerseBlockKind {
  if (block.text === '') return 'pages';
  if (block.bullet !== undefined) return 'other';
  if (isOrnament(block.text)) return 'ornament';
  const words = linesWithWords(lines);
  if (words.length === 1)
    return (words[0]?.text.length ?? 0) <= LONGEST_VERSE + 10 ? 'single' : 'other';
  return isVerse(words, width) ? 'stanza' : 'other';
}

/** Numbers alone are parts of the poems with titles, unless those are numbered in the same way. */
export function isPartOf(titles: readonly string[], number: string): boolean {
  const form = numeral(number);
  return titles.length > 0 && !titles.some((title) => numeral(title) === form);
}

function numeral(text: string): 'roman' | 'arabic' | undefined {
  if (/^[IVXLC]+(?:[.)]|$)/.test(text)) return 'roman';
  return /^\d+(?:[.)]|$)/.test(text) ? 'arabic' : undefined;
}
