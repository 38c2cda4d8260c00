/**
 * The document as plain text, in the form that the encoder reads: a block a line, with an empty
 * line between blocks; items after a bullet; [Page N] where a page begins; a note's number at its
 * anchor, and the notes at the end.
 */
import { elementsIn, type TreeElement } from '../../xml/tree.ts';
import {
  groupAdjacent,
  hung,
  inline,
  isLine,
  markedChoice,
  spaceAfterPage,
  type TextBlock,
  tidyLines,
  valueIn,
  withReadings,
} from './blocks.ts';

export function plainText(blocks: readonly TextBlock[]): string {
  return linesOf(blocks)
    .map((line) => `${line}\n`)
    .join('');
}

/** Blocks of these kinds have no empty line between them. */
const CLOSE: ReadonlySet<string> = new Set(['line', 'item', 'footnote', 'reading']);

function linesOf(blocks: readonly TextBlock[]): string[] {
  const key = (block: TextBlock): string => (isLine(block) ? 'line' : block.local);
  return groupAdjacent(blocks, key).flatMap((group, place) => {
    const close = CLOSE.has(key(group[0]));
    const lines = group.flatMap((block, at) => {
      const own = linesOfBlock(block);
      return at > 0 && !close && own.length > 0 ? ['', ...own] : own;
    });
    return place > 0 ? ['', ...lines] : lines;
  });
}

function linesOfBlock(block: TextBlock): string[] {
  const inner = (): string[] => linesOf(elementsIn(block));
  switch (block.local) {
    case 'item':
      return hung(inner(), `  ${valueIn(block, 'marker')} `, '    ');
    case 'quote':
      return inner();
    case 'footnote':
      return hung(
        inner().filter((line) => line !== ''),
        `  ${valueIn(block, 'n')}. `,
        '     ',
      );
    case 'table':
      return elementsIn(block).map((row) =>
        elementsIn(row)
          .map((cell) => lineOf(cell).join(' '))
          .join('\t'),
      );
    default:
      return lineOf(block);
  }
}

function lineOf(block: TreeElement): string[] {
  return tidyLines(withReadings(words(block)));
}

function words(element: TreeElement): string {
  const nodes = inline(element);
  return nodes
    .map((node, place) => {
      if (typeof node === 'string') return node;
      if (node.local === 'note') return valueIn(node, 'n');
      if (node.local === 'break') return '\n';
      if (node.local === 'page') {
        const n = valueIn(node, 'n');
        const mark = n === '' ? '[page break]' : `[Page ${n}]`;
        return `${mark}${spaceAfterPage(nodes[place - 1])}`;
      }
      if (node.local === 'choice') return markedChoice(node, words);
      return words(node);
    })
    .join('');
}
