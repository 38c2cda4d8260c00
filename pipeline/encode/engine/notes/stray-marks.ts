/**
 * Marks of notes without a note: "the manor.† There", and no "† …" anywhere.
 *
 * Takes the blocks of a text, without the anchors of its notes. Returns the remaining marks; they
 * stay in the text.
 */
import { pattern } from '../../../core/text.ts';

/** A block with its line breaks as points. */
interface Block {
  readonly text: string;
  /** Line of the file, from 1. */
  readonly line: number;
  readonly points: readonly { readonly kind: string; readonly offset: number }[];
}

export interface StrayMark {
  readonly mark: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** The words before the mark, and the mark. */
  readonly words: string;
}

/**
 * A sign, raised digits or a bare number right after a word or its punctuation. "*" after a word
 * that another "*" begins is emphasis, "m²" a unit. The
 * lookahead comes first: it is quick, and false at most places.
 */
const MARK = pattern('gu')`
    (?=[†‡*¹²³⁰⁴-⁹\d])(?<=\p{L}{3}[.,;:!?…”"’»)]{0,2})(?:[†‡]{1,3}|
    (?<!\*\S[^*\n]{0,80})\*{1,3}(?![*\p{L}])|[¹²³⁰⁴-⁹]{1,3}|(?<=[.,;:!?…”"’»)])\d{1,3}(?=\s|$))
  `;

/** How many are reported. */
const MOST = 5;

export function strayMarks(blocks: readonly Block[]): readonly StrayMark[] {
  const found: StrayMark[] = [];
  for (const { text, line, points } of blocks) {
    for (const { 0: mark, index } of text.matchAll(MARK)) {
      const above = points.filter(({ kind, offset }) => kind === 'line' && offset <= index).length;
      const words = text.slice(Math.max(0, index - 20), index + mark.length).replace(/^\S* /, '');
      found.push({ mark, line: line + above, words });
      if (found.length === MOST) return found;
    }
  }
  return found;
}
