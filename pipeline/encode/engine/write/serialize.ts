/**
 * Writes the tree as TEI, with xmlbuilder2.
 *
 * Takes the tree of a TEI document. Returns its text. Lines are broken and indented only inside
 * elements that contain only elements: white space is insignificant there, but not in running text.
 * One block is on one line, so that a change in one paragraph is a change of one line.
 *
 * The proof of the text law parses what is written here (`prove-tei.ts`).
 */
import { create } from 'xmlbuilder2';
import { RELAX_NG, SCHEMATRON, TEI, XML } from '../../../xml/namespaces.ts';
import type { OutputElement } from './element.ts';

/**
 * Instructions that name the edition's grammar and rules: with them, XML editors check a document
 * while it is edited. They are not nodes of the builder: with one more class of nodes than four,
 * V8 makes every node ten times slower (of a document with 2,000 nodes: 12.5 ms, without 1.4 ms).
 */
export const EDITION_SCHEMAS = [
  ['rng', RELAX_NG],
  ['sch', SCHEMATRON],
]
  .map(
    ([ending, language]) =>
      `<?xml-model href="../schema/edition.${ending}" type="application/xml" ` +
      `schematypens="${language}"?>\n`,
  )
  .join('');

/**
 * Writes the document. Throws for a character that XML does not allow (XML 1.0, section 2.2).
 *
 * @param instructions Lines between the XML declaration and the root element.
 */
export function serialize(root: OutputElement, instructions = ''): string {
  const builder = create();
  // Nodes are made on the builder's own document: the builder's chain of calls takes twice as long.
  const document = builder.node as XMLDocument;
  document.appendChild(built(document, root, 1));
  const text = builder.end({ headless: true, wellFormed: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${instructions}${text}\n`;
}

type XMLNode = ReturnType<typeof create>['node'];
type XMLDocument = XMLNode & {
  createElementNS(namespace: string, name: string): XMLElement;
  createTextNode(data: string): XMLNode;
};
type XMLElement = XMLNode & {
  setAttributeNS(namespace: string | null, name: string, value: string): void;
};

function built(
  document: XMLDocument,
  { name, attributes, children }: OutputElement,
  depth: number,
): XMLElement {
  const element = document.createElementNS(TEI, name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttributeNS(key.startsWith('xml:') ? XML : null, key, ampersands(value));
  const isIndented = isContainer(name, children);
  const append = (text: string): XMLNode => element.appendChild(document.createTextNode(text));
  for (const child of children) {
    if (isIndented) append(`\n${'  '.repeat(depth)}`);
    if (typeof child === 'string') append(ampersands(child));
    else element.appendChild(built(document, child, depth + 1));
  }
  if (isIndented) append(`\n${'  '.repeat(depth - 1)}`);
  return element;
}

/** The builder takes "&amp;" in a text for an existing reference: every "&" is escaped before. */
function ampersands(text: string): string {
  return text.replaceAll('&', '&amp;');
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

function isContainer(name: string, children: OutputElement['children']): boolean {
  const elements = children.filter((child) => typeof child !== 'string');
  if (children.length === 0 || elements.length < children.length) return false;
  return !MAY_HOLD_TEXT.has(name) || elements.every((child) => BLOCKS.has(child.name));
}

/**
 * Elements that set off a block, wherever they are: white space between two of them is
 * insignificant.
 */
const BLOCKS = new Set(['p', 'list', 'table', 'msDesc', 'head', 'item']);
