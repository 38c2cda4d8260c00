/**
 * Writes the tree as TEI.
 *
 * Takes the tree of a TEI document. Returns its text. Lines are broken and indented only inside
 * elements that contain only elements: white space is insignificant there, but not in running text.
 * One block is on one line, so that a change in one paragraph is a change of one line.
 *
 * The proof of the text law parses what is written here (`prove-tei.ts`).
 */
import type { OutputElement } from './element.ts';

const TEI = 'http://www.tei-c.org/ns/1.0';

export interface ProcessingInstruction {
  readonly target: string;
  readonly data: string;
}

/** What XML does not allow, even as a reference (XML 1.0, section 2.2). */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Writes the document.
 * @throws Error for a character that XML does not allow.
 */
export function serialize(
  root: OutputElement,
  instructions: readonly ProcessingInstruction[],
): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...instructions.map(({ target, data }) => `<?${target} ${data}?>`),
    written({ ...root, attributes: { xmlns: TEI, ...root.attributes } }, 1),
  ];
  const text = lines.map((line) => `${line}\n`).join('');
  const bad = NOT_XML.exec(text)?.[0];
  if (bad === undefined) return text;
  throw new Error(`XML does not allow the character U+${bad.codePointAt(0)?.toString(16)}`);
}

function written({ name, attributes, children }: OutputElement, depth: number): string {
  const start = Object.entries(attributes).reduce(
    (tag, [key, value]) => `${tag} ${key}="${escaped(value, IN_ATTRIBUTE)}"`,
    name,
  );
  if (children.length === 0) return `<${start}/>`;
  const content = children.map((child) =>
    typeof child === 'string' ? escaped(child, IN_TEXT) : written(child, depth + 1),
  );
  if (!isContainer(name, children)) return `<${start}>${content.join('')}</${name}>`;
  const indent = '  '.repeat(depth);
  const lines = content.map((child) => `\n${indent}${child}`).join('');
  return `<${start}>${lines}\n${indent.slice(2)}</${name}>`;
}

const IN_TEXT = /[&<>\r]/g;
/** A parser turns line breaks and tabs in an attribute into spaces. */
const IN_ATTRIBUTE = /[&<>"\t\n\r]/g;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

function escaped(text: string, special: RegExp): string {
  return text.replace(special, (character) => REFERENCES[character] ?? '');
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
  if (elements.length < children.length) return false;
  return !MAY_HOLD_TEXT.has(name) || elements.every((child) => BLOCKS.has(child.name));
}

/**
 * Elements that set off a block, wherever they are: white space between two of them is
 * insignificant.
 */
const BLOCKS = new Set(['p', 'list', 'table', 'msDesc', 'head', 'item']);
