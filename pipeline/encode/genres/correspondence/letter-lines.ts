/**
 * A letter without any empty line: the lines of its front, its salutation and its text are blocks.
 *
 * Takes the layout and the language. Returns the layout, unchanged unless its only block has a
 * salutation near its beginning and text below it. Each long line of the text is a paragraph; lines
 * that were broken at some width stay together.
 */
import type { MarkedBlock, MarkedLayout } from '../../engine/blocks.ts';
import { joinLines, outlineLines } from '../../engine/outline/lines.ts';
import type { Language } from '../../languages/model/language.ts';
import { isSalutationLine } from './lines/formulas.ts';

/** Lines above the text. */
const MOST_FRONT = 8;
/** A longer line (in characters) was not broken at a width. */
const UNBROKEN = 110;

export function withLetterLines(layout: MarkedLayout, language: Language): MarkedLayout {
  const worded = layout.blocks.filter(({ text }) => text !== '');
  const [only] = worded;
  if (!only || worded.length > 1 || only.bullet !== undefined) return layout;
  const lines = outlineLines(only);
  const salutation = lines
    .slice(0, MOST_FRONT)
    .findIndex(({ text }) => isSalutationLine(text, language));
  const text = lines.slice(salutation + 1);
  if (salutation < 1 || text.length < 2) return layout;
  const parts: MarkedBlock[] = [
    joinLines(lines.slice(0, salutation)),
    lines[salutation] as MarkedBlock,
    ...(text.some((line) => line.text.length > UNBROKEN) ? text : [joinLines(text)]),
  ];
  const blocks = layout.blocks.flatMap((block) => (block === only ? parts : [block]));
  return { ...layout, blocks };
}
