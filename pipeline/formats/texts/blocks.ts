/**
 * The text of a document in blocks, from xslt/metadata/reading-blocks.xsl; plain text and Markdown
 * are written from it.
 *
 * `block`: a heading (@level), a line of verse (@kind) or a paragraph; `item`, `quote`, `footnote`
 * contain blocks; `table` contains rows and cells; `reading` is an entry of the apparatus. Inline:
 * `note`, `page`, `break`, `emphasis`, `added`, `choice`.
 */
import { attribute, elementsIn, readTree, type TreeElement } from '../../xml/tree.ts';

export type TextBlock = TreeElement;

export function readTextBlocks(xml: string): readonly TextBlock[] {
  return elementsIn(readTree({ path: 'blocks', content: xml }));
}

/** Inline nodes, with adjoining texts merged; a note within a word comes after the word. */
export function inline(element: TreeElement): readonly (TreeElement | string)[] {
  const nodes: (TreeElement | string)[] = [];
  for (const child of element.children) {
    const [before, last] = nodes.slice(-2);
    if (typeof child === 'string' && typeof before === 'string' && isNote(last)) {
      const rest = /\p{L}$/u.test(before) ? (/^\p{L}+/u.exec(child)?.[0] ?? '') : '';
      nodes.splice(-2, 2, before + rest, last);
      if (child.length > rest.length) nodes.push(child.slice(rest.length));
      continue;
    }
    if (typeof child === 'string' && typeof last === 'string')
      nodes[nodes.length - 1] = last + child;
    else nodes.push(child);
  }
  return nodes;
}

function isNote(node: TreeElement | string | undefined): node is TreeElement {
  return typeof node === 'object' && node.local === 'note';
}

export function valueIn(element: TreeElement, name: string): string {
  return attribute(element, name) ?? '';
}

export function isLine(block: TextBlock): boolean {
  return attribute(block, 'kind') === 'line';
}

/** Runs of blocks with the same key. */
export function groupAdjacent(
  blocks: readonly TextBlock[],
  key: (block: TextBlock) => unknown,
): (readonly [TextBlock, ...TextBlock[]])[] {
  const groups: [TextBlock, ...TextBlock[]][] = [];
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

/** A page that begins within a word does not divide it. */
export function spaceAfterPage(before: TreeElement | string | undefined): string {
  return typeof before === 'string' && /\S$/.test(before) ? '' : ' ';
}

/** Marks around the readings of a choice while a line is assembled; no text contains them. */
const STATED = '\uFDD0';
const OTHER = '\uFDD1';
const DELETED = '\uFDD2';
const END = '\uFDD3';

/** A choice, for `withReadings`; `words` returns the text of an element. */
export function markedChoice(choice: TreeElement, words: (part: TreeElement) => string): string {
  const parts = elementsIn(choice);
  const stated = parts.filter(({ local }) => local === 'stated').map(words);
  const others = parts.filter(({ local }) => local === 'other').map(words);
  const kind = attribute(choice, 'deleted') ? DELETED : OTHER;
  return STATED + stated.join('') + others.map((other) => kind + other).join('') + END;
}

const LETTERS = "[\\p{L}\\p{M}'’]*";
const CHOICE = `${STATED}[^${STATED}${END}]*${END}`;
const EACH_CHOICE = new RegExp(`(${CHOICE})`, 'u');
const EACH_OTHER = new RegExp(`[${OTHER}${DELETED}]`, 'u');
const WORDS_WITH_CHOICES = new RegExp(`${LETTERS}(?:${CHOICE}${LETTERS})+`, 'gu');

/**
 * The stated reading, followed by the other one: `uirumque ⟨uirumqe⟩`, struck-out words `⟦so⟧`. If
 * only a part of a word has two readings, both are given as whole words, so that either can be
 * found: `Liese ⟨Lieſe⟩`.
 */
export function withReadings(line: string): string {
  if (!line.includes(STATED)) return line;
  return line.replace(WORDS_WITH_CHOICES, (run) => {
    const readings = choicesIn(run);
    const stated = joinedReadings(readings, ({ stated }) => stated);
    const deleted = run.includes(DELETED);
    const depth = Math.max(...readings.map(({ others }) => others.length));
    const others = Array.from({ length: depth }, (_, n) =>
      joinedReadings(readings, ({ stated, others }) => others[n] ?? others.at(-1) ?? stated),
    ).filter((other) => other.trim() !== '' && other.trim() !== stated.trim());
    const [open, close] = deleted ? '⟦⟧' : '⟨⟩';
    return [stated, ...others.map((other) => `${open}${other.trim()}${close}`)]
      .filter((reading) => reading !== '')
      .join(' ');
  });
}

interface StatedReading {
  readonly stated: string;
  readonly others: readonly string[];
}

/** The pieces of a run; plain text is a reading without alternatives. */
function choicesIn(run: string): StatedReading[] {
  return run.split(EACH_CHOICE).map((piece): StatedReading => {
    if (!piece.startsWith(STATED)) return { stated: piece, others: [] };
    const [stated = '', ...others] = piece.slice(1, -1).split(EACH_OTHER);
    return { stated, others };
  });
}

function joinedReadings(
  readings: readonly StatedReading[],
  of: (reading: StatedReading) => string,
): string {
  return readings.map(of).join('');
}

/** The non-empty lines of a text, without white space at their ends and double spaces. */
export function tidyLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t\r]+/g, ' ').replace(/^ | $/g, ''))
    .filter((line) => line !== '');
}

/** The first line after a marker, the others indented; an empty line stays empty. */
export function hung(lines: readonly string[], marker: string, below: string): string[] {
  const [first, ...others] = lines;
  if (first === undefined) return [marker.trimEnd()];
  return [marker + first, ...others.map((line) => (line === '' ? '' : below + line))];
}
