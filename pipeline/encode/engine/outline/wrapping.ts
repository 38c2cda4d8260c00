/**
 * Distinguishes prose that was wrapped at some width from verse, in which every line is a verse
 * line.
 */
import type { OutlineLine } from './lines.ts';

/** A longer line is not a line of verse (in characters). */
export const LONGEST_VERSE = 90;
/** Below this width prose is hardly ever wrapped. */
const LEAST_WIDTH = 62;
/** How many characters a line may be shorter than the width allows. */
const SLACK = 3;

/**
 * The width at which the blocks' prose was wrapped, in characters: nearly the longest of the lines
 * that another follows. Undefined if no block has several lines.
 */
export function lineWidth(blocks: readonly (readonly OutlineLine[])[]): number | undefined {
  const lengths = blocks
    .flatMap((lines) => lines.slice(0, -1).map(({ text, indent }) => text.length + indent))
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.95)];
}

/**
 * Whether lines are a paragraph wrapped at `width`: the first word of the next line would never
 * have fitted, and most lines begin in lower case.
 */
export function isWrapped(lines: readonly OutlineLine[], width: number | undefined): boolean {
  const words = lines.filter(({ text }) => text !== '');
  if (width === undefined || width < LEAST_WIDTH || words.length < 2) return false;
  const full = words.slice(0, -1).every(({ text, indent }, at) => {
    const next = words[at + 1]?.text.split(/\s/, 1)[0]?.length ?? 0;
    return text.length + indent + 1 + next > width - SLACK;
  });
  return full && capitals(words.slice(1)) < 0.7;
}

/** Whether lines are verse: several short ones that are no broken prose. */
export function isVerse(lines: readonly OutlineLine[], width: number | undefined): boolean {
  const words = lines.filter(({ text }) => text !== '');
  return (
    words.length > 1 &&
    words.every(({ text }) => text.length <= LONGEST_VERSE) &&
    !isWrapped(words, width)
  );
}

/**
 * The proportion of the signs of a sentence that are at the ends of lines: most of them in verse,
 * few in wrapped prose.
 */
export function pausesAtEnds(lines: readonly OutlineLine[]): number {
  const all = lines.flatMap(({ text }) => text.match(/[,.;:!?](?=\s|[»”"]|$)/g) ?? []).length;
  const ends = lines.filter(({ text }) => /[,.;:!?—–…][»”")]?$/.test(text)).length;
  return all === 0 ? 0 : Math.min(1, ends / all);
}

/** The proportion of lines that begin with a capital. */
export function capitals(lines: readonly OutlineLine[]): number {
  const begin = lines.filter(({ text }) => /^\P{L}*\p{Lu}/u.test(text)).length;
  return lines.length === 0 ? 0 : begin / lines.length;
}
