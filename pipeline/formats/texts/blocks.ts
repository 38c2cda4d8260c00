/**
 * The text of a document in blocks, as xslt/metadata/reading-blocks.xsl gives it; plain text and
 * Markdown are written from it.
 *
 * `block`: a heading (@level), a line of verse (@kind) or a paragraph; `item`, `quote`, `footnote`
 * hold blocks; `table` holds rows and cells; `reading` is an entry of the apparatus. Within a line:
 * `note`, `page`, `break`, `emphasis`, `added`.
 */
import { attribute, elementsIn, readTree, type TreeElement } from '../../xml/tree.ts';

export type Block = TreeElement;

export function readBlocks(xml: string): readonly Block[] {
  return elementsIn(readTree({ path: 'blocks', content: xml }));
}

/** What is within a line, texts that adjoin each other as one. */
export function inline(element: TreeElement): readonly (TreeElement | string)[] {
  const nodes: (TreeElement | string)[] = [];
  for (const child of element.children) {
    const last = nodes.at(-1);
    if (typeof child === 'string' && typeof last === 'string')
      nodes[nodes.length - 1] = last + child;
    else nodes.push(child);
  }
  return nodes;
}

export function valueIn(element: TreeElement, name: string): string {
  return attribute(element, name) ?? '';
}

export function isLine(block: Block): boolean {
  return attribute(block, 'kind') === 'line';
}

/** Runs of blocks with the same key. */
export function groupAdjacent(
  blocks: readonly Block[],
  key: (block: Block) => unknown,
): (readonly [Block, ...Block[]])[] {
  const groups: [Block, ...Block[]][] = [];
  let before: unknown;
  for (const block of blocks) {
    const own = key(block);
    const group = groups.at(-1);
    if (group && own === before) group.push(block);
    else groups.push([block]);
    before = own;
  }
  return groups;
}

/** A page that begins within a word does not cut it in two. */
export function spaceAfterPage(before: TreeElement | string | undefined): string {
  return typeof before === 'string' && /\S$/.test(before) ? '' : ' ';
}

/** The lines of a text that say something, without white space at their ends and doubled within. */
export function tidyLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+/g, ' ').replace(/^ | $/g, ''))
    .filter((line) => line !== '');
}

/** The first line behind a marker, the others below its words; an empty line stays empty. */
export function hung(lines: readonly string[], marker: string, below: string): string[] {
  const [first, ...others] = lines;
  if (first === undefined) return [marker.trimEnd()];
  return [marker + first, ...others.map((line) => (line === '' ? '' : below + line))];
}
