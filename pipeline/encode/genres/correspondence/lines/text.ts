/**
 * A block's text as the rules for letters look at it.
 */
import type { MarkedBlock } from '../../../engine/blocks.ts';

/** The text with line feeds where its lines end; unlike `withLineFeeds` every offset stays. */
export function lined({ text, points }: MarkedBlock): string {
  let result = text;
  for (const { kind, offset } of points) {
    if (kind === 'line' && offset > 0 && result[offset - 1] === ' ') {
      result = `${result.slice(0, offset - 1)}\n${result.slice(offset)}`;
    }
  }
  return result;
}

/** Sentences, no letterhead: its words are written small. */
export function isRunningText(text: string): boolean {
  return text.length >= 60 && (text.match(/(?<!\p{L})\p{Ll}{3,}/gu)?.length ?? 0) >= 6;
}

/** A block with words that is no list's item and no table's row. */
export function isPlain(block: MarkedBlock | undefined): block is MarkedBlock {
  return (
    block !== undefined &&
    block.bullet === undefined &&
    block.text !== '' &&
    !block.text.includes('\t')
  );
}
