/**
 * What stands between a title and the text: author, dedication, a second title.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { Part } from '../../engine/tree.ts';
import type { Language } from '../../languages/language.ts';

const LONGEST_TITLE = 100;

/** The part that a short block below a title is; nothing where it is none of these. */
export function frontPart(block: MarkedBlock, make: PassageMaker, language: Language): Part | undefined {
  const { text, bullet } = block;
  if (text.length > LONGEST_TITLE || bullet !== undefined) return undefined;
  if (language.authorLine.test(text)) return { kind: 'passage', passage: make.passage(block, 'byline') };
  if (/[,;:?]$|["“”»«]/.test(text)) return undefined;
  if (language.dedication.test(text)) {
    return { kind: 'passage', passage: make.passage(block, 'heading', { type: 'dedication', inferred: true }) };
  }
  if (!/^\P{Ll}/u.test(text)) return undefined;
  return { kind: 'passage', passage: make.passage(block, 'heading', { type: 'sub', inferred: true }) };
}
