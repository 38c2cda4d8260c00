/**
 * A block's text in the forms that the rules for letters use.
 */
import type { MarkedBlock } from '../../../engine/blocks.ts';

/** The text with line feeds at its line ends; unlike `withLineFeeds` it keeps every offset. */
export function lined({ text, points }: MarkedBlock): string {
  const ends = points.flatMap(({ kind, offset }) =>
    kind === 'line' && text[offset - 1] === ' ' ? [offset - 1] : [],
  );
  const pieces = [...new Set(ends)].sort((one, other) => one - other);
  return [0, ...pieces.map((end) => end + 1)]
    .map((start, at) => text.slice(start, pieces[at]))
    .join('\n');
}

/** Sentences, not a letterhead: words in lower case. */
export function isRunningText(text: string): boolean {
  return text.length >= 60 && (text.match(/(?<!\p{L})\p{Ll}{3,}/gu)?.length ?? 0) >= 6;
}

/** A block with words that is not an item of a list or a row of a table. */
export function isPlain(block: MarkedBlock | undefined): block is MarkedBlock {
  return (
    block !== undefined &&
    block.bullet === undefined &&
    block.text !== '' &&
    !block.text.includes('\t')
  );
}
