/**
 * The tree written as TEI, with xmlbuilder2.
 *
 * In: the tree of a TEI document. Out: its text. Lines are broken and indented only inside elements that hold elements alone:
 * white space there means nothing, while in running text it would. One block stands on one line, so that a change in one
 * paragraph is a change of one line.
 */
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { Node } from './element.ts';

const TEI = 'http://www.tei-c.org/ns/1.0';
const XML = 'http://www.w3.org/XML/1998/namespace';

export interface ProcessingInstruction {
  readonly target: string;
  readonly data: string;
}

/** Writes the document. Throws where a character is none of XML's (XML 1.0, section 2.2). */
export function serialize(root: Node, instructions: readonly ProcessingInstruction[]): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  for (const { target, data } of instructions) {
    document.ins(target, data);
  }
  write(open(document, root), root, 1);
  return `${document.end({ wellFormed: true }).replace(/\?></g, '?>\n<')}\n`;
}

function open(into: XMLBuilder, node: Node): XMLBuilder {
  const opened = into.ele(TEI, node.name);
  for (const [name, value] of Object.entries(node.attributes)) {
    if (name.startsWith('xml:')) opened.att(XML, name, value);
    else opened.att(name, value);
  }
  return opened;
}

function write(into: XMLBuilder, node: Node, depth: number): void {
  const container = isContainer(node);
  for (const child of node.children) {
    if (container) into.txt(`\n${'  '.repeat(depth)}`);
    if (typeof child === 'string') into.txt(child);
    else write(open(into, child), child, depth + 1);
  }
  if (container) into.txt(`\n${'  '.repeat(depth - 1)}`);
}

/** Elements of the TEI that may hold text: white space inside them is part of the text, even where no other text is. */
const MAY_HOLD_TEXT: ReadonlySet<string> = new Set([
  'bibl',
  'birth',
  'catDesc',
  'cell',
  'change',
  'date',
  'death',
  'desc',
  'edition',
  'editor',
  'author',
  'extent',
  'gap',
  'gloss',
  'head',
  'item',
  'label',
  'licence',
  'name',
  'note',
  'orgName',
  'p',
  'persName',
  'placeName',
  'publisher',
  'ref',
  'resp',
  'salute',
  'signed',
  'supplied',
  'term',
  'title',
  'witness',
  'dateline',
  'row',
  'keywords',
]);

/** White space between the children of this element may be read. */
export function mayHoldText(name: string): boolean {
  return MAY_HOLD_TEXT.has(name);
}

function isContainer(node: Node): boolean {
  if (node.children.length === 0) return false;
  if (node.children.some((child) => typeof child === 'string')) return false;
  return (
    !MAY_HOLD_TEXT.has(node.name) || node.children.every((child) => typeof child !== 'string' && BLOCKS.has(child.name))
  );
}

/** Elements that set off a block, whatever they stand in: white space between two of them means nothing. */
const BLOCKS = new Set(['p', 'list', 'table', 'msDesc', 'head', 'item']);
