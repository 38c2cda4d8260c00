/**
 * Verse: poems in stanzas and lines, one or several in a document.
 */

import { counted } from '../../../core/text.ts';
import { isVerse, lineWidth } from '../../engine/outline/wrapping.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import { type Genre, NONE, type Recognition } from '../common/genre.ts';
import { outlineVerse } from './outline.ts';

export const verse: Genre = {
  name: 'verse',
  title: 'verse',
  recognize,
  outline: outlineVerse,
  header: { correspondence: false },
};

/** The proportion of the text that is in stanzas. */
const LEAST_SHARE = 0.6;

/**
 * Lines of verse have similar lengths (measured: at most 0.41 in 60 poems, free verse among them);
 * those of recipes, lists and postcards have not.
 */
const MOST_VARIATION = 0.65;

/** Of so many lines of verse one may be a row of a table. */
const MOST_ROWS = 4;

/** The length of a line that may be a heading. */
const SHORT = 40;

/**
 * Most lines are in blocks of several lines, are short, and begin with a capital or in a stanza.
 */
function recognize({ lines: given, blocks }: GenreEvidence): Recognition {
  // Rows of a table are short lines too.
  const rows = given.flat().filter(({ text }) => text.includes('\t')).length;
  if (rows * MOST_ROWS > given.flat().length) return NONE;
  const lines = given.filter((_, at) => blocks[at]?.text.includes('\t') !== true);
  const texts = lines.flat().map(({ text }) => text);
  if (haveSpeakers(texts)) return NONE;
  // "17. William, son of Thomas Orme, clothier.": the entries of a register or an account.
  const entries = texts.filter((text) => /^\d{1,3}[.)] \S/.test(text)).length;
  if (entries * 2 > texts.length) return NONE;
  const width = lineWidth(lines);
  const stanzas = lines.filter((block) => isVerse(block, width));
  // Headings, numbers and dedications are between the poems of a cycle: single short lines.
  const all = lines
    .filter((block) => block.length > 1 || (block[0]?.text.length ?? 0) > SHORT)
    .flat().length;
  const inStanzas = stanzas.flat();
  if (all === 0 || inStanzas.length < 4) return NONE;
  // By characters: a letter has many short lines too, but most of its words are in paragraphs.
  const length = (some: readonly { readonly text: string }[]) =>
    some.reduce((sum, { text }) => sum + text.length, 0);
  const share = Math.min(
    inStanzas.length / all,
    length(inStanzas) / Math.max(1, length(lines.flat())),
  );
  if (share < LEAST_SHARE || lengthVariation(inStanzas.map(({ text }) => text)) > MOST_VARIATION)
    return NONE;
  // In a paragraph that was broken into lines, most lines have the same length and end within a
  // sentence.
  const capitals =
    inStanzas.filter(({ text }) => /^\P{L}*\p{Lu}/u.test(text)).length / inStanzas.length;
  const indented = inStanzas.some(({ indent }) => indent > 0);
  const score = share * (0.55 + 0.35 * capitals) + (indented ? 0.05 : 0);
  return {
    score,
    reasons: [`${counted(inStanzas.length, 'line')} of ${all} stand in groups of short lines`],
  };
}

/** The standard deviation of the lines' lengths as a share of their mean. */
function lengthVariation(lines: readonly string[]): number {
  const mean = lines.reduce((sum, { length }) => sum + length, 0) / lines.length;
  const squares = lines.reduce((sum, { length }) => sum + (length - mean) ** 2, 0);
  return Math.sqrt(squares / lines.length) / mean;
}

/** "Q.", "A:", "Frage:": the labels of questions and answers. */
const LABEL = /^(?:\p{Lu}[.:]|\p{Lu}\p{L}{1,14}:) +\S/u;

/** Half of the lines begin with one of a few labels: questions and answers, an interview. */
function haveSpeakers(lines: readonly string[]): boolean {
  const labels = lines.flatMap((line) => LABEL.exec(line)?.[0].split(' ')[0] ?? []);
  return labels.length * 2 >= lines.length && new Set(labels).size * 2 <= labels.length;
}
