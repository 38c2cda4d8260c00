/**
 * Prose: novels, stories, essays, histories; chapters with their headings.
 */
import { counted } from '../../../core/text.ts';
import type { OutlineLine } from '../../engine/outline/lines.ts';
import { LONGEST_VERSE, pausesAtEnds } from '../../engine/outline/wrapping.ts';
import { countedBlocks } from '../common/counted-headings.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import { type Genre, NONE, type Recognition } from '../common/genre.ts';
import { isNumberAlone, readHeading } from '../common/headings.ts';
import { PARAGRAPH } from '../literature/paragraph.ts';
import { outlineProse } from './outline.ts';

export const prose: Genre = {
  name: 'prose',
  title: 'prose',
  recognize,
  outline: outlineProse,
  followsSourceHeadings: true,
  header: { correspondence: false },
};

function recognize({ title, blocks, lines, language }: GenreEvidence): Recognition {
  const paragraphs = blocks.filter(
    ({ text, bullet }, at) =>
      bullet === undefined && text.length >= PARAGRAPH && !isVersePage(lines[at] ?? []),
  );
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const running = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const numbers = lines.filter(
    (block) => block.length === 1 && isNumberAlone(block[0]?.text ?? ''),
  );
  const chapters =
    numbers.length > 1 ||
    countedBlocks(blocks).size > 0 ||
    readHeading(title, language)?.type === 'chapter' ||
    lines.some(([first]) => first !== undefined && readHeading(first.text, language) !== undefined);
  if (paragraphs.length < (chapters ? 1 : 3) || length === 0) return NONE;
  const speech = blocks.filter(({ text }) => /^[»«„“"‘']/.test(text)).length / blocks.length;
  const score = 0.3 + 0.2 * (running / length) + (chapters ? 0.25 : 0) + Math.min(0.2, speech);
  return {
    score,
    reasons: [
      `${counted(paragraphs.length, 'paragraph')} of running text`,
      ...(chapters ? ['headings of chapters'] : []),
      ...(speech > 0.1 ? ['direct speech'] : []),
    ],
  };
}

/** Verse is often printed without stanzas: many short lines, and sentences pause at their ends. */
function isVersePage(lines: readonly OutlineLine[]): boolean {
  return (
    lines.length >= 8 &&
    lines.every(({ text }) => text.length <= LONGEST_VERSE) &&
    pausesAtEnds(lines) >= 0.5
  );
}
