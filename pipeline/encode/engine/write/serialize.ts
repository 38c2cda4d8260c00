/**
 * Writes the tree as TEI, with xmlbuilder2.
 *
 * Takes the tree of a TEI document. Returns its text. Lines are broken and indented only inside
 * elements that contain only elements: white space is insignificant there, but not in running text.
 * One block is on one line, so that a change in one paragraph is a change of one line.
 */
import { create } from 'xmlbuilder2';
import type { OutputElement } from './element.ts';

const TEI = 'http://www.tei-c.org/ns/1.0';
const XML = 'http://www.w3.org/XML/1998/namespace';

export interface ProcessingInstruction {
  readonly target: string;
  readonly data: string;
}

/** Writes the document. Throws for a character that XML does not allow (XML 1.0, section 2.2). */
export function serialize(
  root: OutputElement,
  instructions: readonly ProcessingInstruction[],
): string {
  const builder = create({ version: '1.0', encoding: 'UTF-8' });
  for (const { target, data } of instructions) builder.ins(target, data);
  // Nodes are made on the builder's own document: twice as fast as through the builder's chain of
  // calls.
  const document = builder.node as XMLDocument;
  const shared: string[] = [];
  document.appendChild(buildElement(document, root, 1, shared));
  const text = builder
    .end({ wellFormed: true })
    .replace(SHARED, (_mark, index: string) => shared[Number(index)] ?? '');
  const begins = text.indexOf(`<${root.name}`);
  return `${text.slice(0, begins).replaceAll('?><', '?>\n<')}\n${text.slice(begins)}\n`;
}

/** Represents a shared part until the document is written. */
const SHARED_TARGET = 'siglum-shared';
const SHARED = new RegExp(`<\\?${SHARED_TARGET} (\\d+)\\?>`, 'g');

const written = new WeakMap<OutputElement, Map<number, string>>();

/** The text of a shared part at a depth of indentation, written once for all documents. */
function sharedText(node: OutputElement, depth: number): string {
  const byDepth = written.get(node) ?? new Map<number, string>();
  written.set(node, byDepth);
  let text = byDepth.get(depth);
  if (text === undefined) {
    text = fragment(node, depth);
    byDepth.set(depth, text);
  }
  return text;
}

/** A part of a document written separately, without the declaration of its namespace. */
function fragment(node: OutputElement, depth: number): string {
  const builder = create();
  const document = builder.node as XMLDocument;
  const shared: string[] = [];
  document.appendChild(buildElement(document, node, depth, shared));
  const text = builder.end({ wellFormed: true, headless: true }).replace(` xmlns="${TEI}"`, '');
  return text.replace(SHARED, (_mark, index: string) => shared[Number(index)] ?? '');
}

/**
 * A mark in running text that contains only text and has no id: a name, a date. The same mark
 * occurs in many places.
 */
function isMark(node: OutputElement): boolean {
  return (
    node.children.length === 1 &&
    typeof node.children[0] === 'string' &&
    node.attributes['xml:id'] === undefined
  );
}

/** How many marks are cached; beyond that the cache is cleared, so that memory stays bounded. */
const MOST_MARKS = 20_000;

const marks = new Map<string, string>();

/** The text of a mark, written once for all places with the same mark. */
function markText(node: OutputElement): string {
  const key = JSON.stringify([node.name, node.attributes, node.children]);
  let text = marks.get(key);
  if (text === undefined) {
    text = fragment(node, 0);
    if (marks.size >= MOST_MARKS) marks.clear();
    marks.set(key, text);
  }
  return text;
}

type XMLDocument = ReturnType<typeof create>['node'] & {
  createElementNS(namespace: string, name: string): XMLElement;
  createTextNode(data: string): XMLNode;
  createProcessingInstruction(target: string, data: string): XMLNode;
};
type XMLNode = ReturnType<typeof create>['node'];
type XMLElement = XMLNode & {
  setAttributeNS(namespace: string | null, name: string, value: string): void;
};

/**
 * The builder takes "&amp;amp;" in a text for an existing reference: every "&" is escaped before.
 */
function ampersands(text: string): string {
  return text.replaceAll('&', '&amp;');
}

function buildElement(
  document: XMLDocument,
  node: Omit<OutputElement, 'shared'>,
  depth: number,
  shared: string[],
): XMLElement {
  const made = document.createElementNS(TEI, node.name);
  for (const [name, value] of Object.entries(node.attributes)) {
    made.setAttributeNS(name.startsWith('xml:') ? XML : null, name, ampersands(value));
  }
  const container = isContainer(node);
  for (const child of node.children) {
    if (container) made.appendChild(document.createTextNode(`\n${'  '.repeat(depth)}`));
    if (typeof child === 'string') made.appendChild(document.createTextNode(ampersands(child)));
    else if (child.shared || isMark(child)) {
      shared.push(child.shared ? sharedText(child, depth + 1) : markText(child));
      made.appendChild(
        document.createProcessingInstruction(SHARED_TARGET, String(shared.length - 1)),
      );
    } else made.appendChild(buildElement(document, child, depth + 1, shared));
  }
  if (container) made.appendChild(document.createTextNode(`\n${'  '.repeat(depth - 1)}`));
  return made;
}

/**
 * TEI elements that may contain text: white space inside them is part of the text, even if there is
 * no other text.
 */
const MAY_HOLD_TEXT: ReadonlySet<string> = new Set([
  'bibl',
  'ab',
  'app',
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
  'l',
  'lem',
  'rdg',
]);

/** White space between the children of this element is significant. */
export function mayHoldText(name: string): boolean {
  return MAY_HOLD_TEXT.has(name);
}

function isContainer(node: Omit<OutputElement, 'shared'>): boolean {
  if (node.children.length === 0) return false;
  if (node.children.some((child) => typeof child === 'string')) return false;
  return (
    !MAY_HOLD_TEXT.has(node.name) ||
    node.children.every((child) => typeof child !== 'string' && BLOCKS.has(child.name))
  );
}

/**
 * Elements that set off a block, wherever they are: white space between two of them is
 * insignificant.
 */
const BLOCKS = new Set(['p', 'list', 'table', 'msDesc', 'head', 'item']);
