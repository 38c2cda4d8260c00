/**
 * The document as Markdown (CommonMark, with the tables and footnotes of GitHub's). Every character
 * of the text that Markdown would take for a mark is escaped, so that no text can become a link, a
 * list or a piece of HTML. The facts before it: front-matter.ts.
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

/** A text without a heading of its own gets its title as one. */
export function markdownText(blocks: readonly TextBlock[], title: string): string {
  const headed = blocks.some(
    (block) => valueIn(block, 'kind') === 'heading' && valueIn(block, 'level') === '1',
  );
  const heading = headed ? [] : [`# ${escapeMarkdown(title)}`, ''];
  return [...heading, ...linesOf(blocks)].map((line) => `${line}\n`).join('');
}

function linesOf(blocks: readonly TextBlock[]): string[] {
  const groups = groupAdjacent(blocks, (block) => (isLine(block) ? 'line' : block));
  return groups.flatMap((group, place) => {
    const lines = isLine(group[0]) ? verse(group) : linesOfBlock(group[0]);
    return place > 0 && lines.length > 0 ? ['', ...lines] : lines;
  });
}

/** Lines of verse are one paragraph with breaks in it. */
function verse(group: readonly TextBlock[]): string[] {
  const lines = group.flatMap((block) => lineOf(block, '\\\n'));
  return lines.map((line, place) => (place < lines.length - 1 ? `${line}\\` : line));
}

function linesOfBlock(block: TextBlock): string[] {
  const inner = (): string[] => linesOf(elementsIn(block));
  switch (block.local) {
    case 'item': {
      const own = valueIn(block, 'marker');
      const marker = own === '•' ? '- ' : `${own} `;
      return hung(inner(), marker, ' '.repeat([...marker].length));
    }
    case 'quote':
      return inner().map((line) => (line === '' ? '>' : `> ${line}`));
    case 'footnote':
      return hung(footnote(inner()), `[^${valueIn(block, 'label')}]: `, '    ');
    case 'reading':
      return lineOf(block, ' ').map((line) => `- ${line}`);
    case 'table':
      return table(block);
    default:
      return valueIn(block, 'kind') === 'heading' ? heading(block) : lineOf(block, '\\\n');
  }
}

function heading(block: TextBlock): string[] {
  const words = wordsOf(block).join(' ');
  const marks = '#'.repeat(Math.min(6, Number(valueIn(block, 'level')) || 1));
  return words === '' ? [] : [`${marks} ${words}`];
}

/**
 * A program without support for footnotes would take a single word for the address of a link; the
 * space at its end prevents that.
 */
function footnote(lines: readonly string[]): readonly string[] {
  const [first, ...others] = lines;
  return first === undefined || first.includes(' ') ? lines : [`${first} &nbsp;`, ...others];
}

/**
 * A table of Markdown needs a row of headings, even if empty, and as many cells in each row as
 * there.
 */
function table(block: TextBlock): string[] {
  const rows = elementsIn(block);
  const width = Math.max(...rows.map((row) => elementsIn(row).length));
  const labelled = rows[0] && valueIn(rows[0], 'role') === 'label' ? rows[0] : undefined;
  const row = (cells: readonly TreeElement[]): string => {
    const written = cells.map((cell) => ` ${wordsOf(cell).join(' ')} |`);
    return `|${written.join('')}${'  |'.repeat(Math.max(0, width - cells.length))}`;
  };
  return [
    row(labelled ? elementsIn(labelled) : []),
    `|${' --- |'.repeat(width)}`,
    ...rows.filter((one) => one !== labelled).map((one) => row(elementsIn(one))),
  ];
}

/**
 * A block's words in one line, or with breaks in it. Characters that begin a list or a rule at the
 * beginning of a line are escaped.
 */
function lineOf(block: TreeElement, lineBreak: string): string[] {
  const lines = wordsOf(block).map((line) =>
    line.replace(/^([-+=:])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2'),
  );
  if (lines.length <= 1) return lines;
  return lines
    .join(lineBreak)
    .split('\n')
    .filter((line) => line !== '');
}

/** The lines of a block, with marks escaped, for a heading or a cell. */
function wordsOf(block: TreeElement): string[] {
  return tidyLines(withReadings(words(block, false)));
}

function words(element: TreeElement, emphasized: boolean): string {
  const nodes = inline(element);
  return nodes
    .map((node, place) => {
      const before = nodes[place - 1];
      if (typeof node === 'string') return textAfter(before, node);
      if (node.local === 'note') return `[^${valueIn(node, 'label')}]`;
      if (node.local === 'break') return '\n';
      if (node.local === 'page') {
        const n = valueIn(node, 'n');
        const mark = n === '' ? 'page break' : `Page ${escapeMarkdown(n)}`;
        return `\\[${mark}\\]${spaceAfterPage(before)}`;
      }
      if (node.local === 'emphasis') return emphasis(node, emphasized);
      if (node.local === 'choice') return markedChoice(node, (part) => words(part, true));
      return words(node, emphasized);
    })
    .join('');
}

/** After a footnote's reference these would make a link or a footnote of it. */
function textAfter(before: TreeElement | string | undefined, text: string): string {
  const called = typeof before === 'object' && before.local === 'note' && /^[(:]/.test(text);
  return (called ? '\\' : '') + escapeMarkdown(text);
}

/** Asterisks mark words only next to letters; elsewhere the words are not marked. */
function emphasis(element: TreeElement, within: boolean): string {
  const inner = words(element, true);
  const marked = !within && /^[\p{L}\p{N}]([^\n]*[\p{L}\p{N}])?$/u.test(inner);
  const stars = !marked ? '' : valueIn(element, 'as') === 'bold' ? '**' : '*';
  return stars + inner + stars;
}

/** Words with a backslash before each character that Markdown reads as a mark. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~^$!&]/g, '\\$&');
}
