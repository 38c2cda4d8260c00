/**
 * A small tree of one authority file: elements with their attributes, children and place in the file.
 *
 * In: the bytes of an XML file. Out: its root element, or an `InputFault` that says where the file is not strict UTF-8, not
 * well-formed, too deep, or begins with a DOCTYPE (which could name files to be read).
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type Finding, InputFault } from '../finding.ts';

export const TEI = 'http://www.tei-c.org/ns/1.0';

/** Deeper nesting than any authority file has; saxes is quadratic in depth. */
const DEEPEST = 256;

export interface Element {
  readonly uri: string;
  readonly name: string;
  /** By qualified name: `xml:id`, `type`. Namespace declarations are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
  readonly line: number;
  readonly column: number;
}

/** Parses an XML file. `path` is what messages call it. */
export function parseElements(bytes: Uint8Array, path: string): Element {
  const text = decode(bytes, path);
  const parser = new SaxesParser({ xmlns: true, position: true, fileName: path });
  const open: Element[] = [];
  let root: Element | undefined;
  let started = { line: 1, column: 1 };
  const fault = (rule: string, message: string): InputFault =>
    new InputFault({ path, line: parser.line, column: parser.columnIndex + 1, severity: 'error', rule, message });
  parser.on('error', (error) => {
    const said = error.message.replace(/^[^:]*:\d+:\d+: /, '').replace(/\.$/, '');
    throw fault('authority/not-well-formed', `the file is not well-formed XML: ${said}`);
  });
  parser.on('doctype', () => {
    throw fault('authority/doctype', 'a DOCTYPE is not read, it could name other files; take it out');
  });
  parser.on('opentagstart', (tag) => {
    // The event comes one character after the name: step back over it, the name and "<".
    started = { line: parser.line, column: Math.max(1, parser.columnIndex - tag.name.length - 1) };
  });
  parser.on('opentag', (tag) => {
    if (open.length >= DEEPEST) throw fault('authority/too-deep', `elements nest more than ${DEEPEST} deep`);
    const element = { uri: tag.uri, name: tag.local, attributes: attributesOf(tag), children: [], ...started };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const put = (chars: string) => {
    open.at(-1)?.children.push(chars);
  };
  parser.on('text', put);
  parser.on('cdata', put);
  parser.write(text).close();
  if (!root) throw fault('authority/not-well-formed', 'the file has no element');
  return root;
}

/** All elements below `element` with the TEI name `name`, in document order; `element` itself aside. */
export function* descendants(element: Element, name?: string): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (name === undefined || isTei(child, name)) yield child;
    yield* descendants(child, name);
  }
}

export function childElements(element: Element, name?: string): Element[] {
  return element.children.filter(
    (child): child is Element => typeof child !== 'string' && (name === undefined || isTei(child, name)),
  );
}

export function isTei(element: Element, name: string): boolean {
  return element.name === name && element.uri === TEI;
}

/** The element's text with white space folded. Editorial `note`s inside are part of it; page breaks have no text. */
export function textOf(node: Element | string): string {
  return fold(rawText(node)).trim();
}

export function fold(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function rawText(node: Element | string): string {
  return typeof node === 'string' ? node : node.children.map(rawText).join('');
}

/** Elements that hold elements only: white space in them is indentation. */
const NO_TEXT = new Set([
  'person',
  'org',
  'place',
  'category',
  'location',
  'listPerson',
  'listOrg',
  'listPlace',
  'event',
]);

/** The element written out again, in the TEI namespace by default, white space folded. */
export function serialize(element: Element): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
  const inner = element.children
    .map((child) => {
      if (typeof child !== 'string') return serialize(child);
      return NO_TEXT.has(element.name) && child.trim() === '' ? '' : escapeText(fold(child));
    })
    .join('');
  return inner === '' ? `<${element.name}${attributes}/>` : `<${element.name}${attributes}>${inner}</${element.name}>`;
}

export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;');
}

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, attribute] of Object.entries(tag.attributes)) {
    if (attribute.prefix !== 'xmlns' && name !== 'xmlns') found.set(name, attribute.value);
  }
  return found;
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const finding: Finding = {
      path,
      severity: 'error',
      rule: 'authority/not-utf-8',
      message: 'the file is not valid UTF-8; save it as UTF-8',
    };
    throw new InputFault(finding);
  }
}
