/**
 * A small tree of one authority file: elements with their attributes, children and place in the
 * file.
 *
 * Takes the bytes of an XML file. Returns its root element, or an `InputError` that says where the
 * file is not strict UTF-8, not well-formed, too deep, or begins with a DOCTYPE (which could name
 * files to be read).
 */
import { readXml } from '../xml/read.ts';

const TEI = 'http://www.tei-c.org/ns/1.0';

export interface Element {
  readonly uri: string;
  readonly name: string;
  /**
   * By qualified name: `xml:id`, `type`. Namespace declarations are omitted, and attributes of
   * other namespaces.
   */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
  readonly line: number;
  readonly column: number;
}

/** Parses an XML file. `path` is what messages call it. */
export function parseElements(content: Uint8Array | string, path: string): Element {
  const open: Element[] = [];
  const top: Element = {
    uri: '',
    name: '',
    attributes: new Map(),
    children: [],
    line: 1,
    column: 1,
  };
  readXml(
    { path, content },
    {
      open({ uri, local, attributes, line, column }) {
        const own = attributes.filter(({ name }) => !name.includes(':') || name.startsWith('xml:'));
        const given = new Map(own.map(({ name, value }) => [name, value]));
        const element = { uri, name: local, attributes: given, children: [], line, column };
        (open.at(-1) ?? top).children.push(element);
        open.push(element);
      },
      close() {
        open.pop();
      },
      text(text) {
        open.at(-1)?.children.push(text);
      },
    },
  );
  // A well-formed document has one root; `readXml` refuses any other.
  return top.children[0] as Element;
}

/**
 * All elements below `element` with the TEI name `name`, in document order; without `element`
 * itself.
 */
export function* descendants(element: Element, name?: string): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (name === undefined || isTei(child, name)) yield child;
    yield* descendants(child, name);
  }
}

export function childElements(element: Element, name?: string): Element[] {
  return element.children.filter(
    (child): child is Element =>
      typeof child !== 'string' && (name === undefined || isTei(child, name)),
  );
}

export function isTei(element: Element, name: string): boolean {
  return element.name === name && element.uri === TEI;
}

/**
 * The element's text with white space folded. Editorial `note`s inside are part of it; page breaks
 * have no text.
 */
export function textOf(node: Element | string): string {
  return fold(rawText(node)).trim();
}

export function fold(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function rawText(node: Element | string): string {
  if (typeof node === 'string') return node;
  if (isTei(node, 'choice')) return chosen(node).map(rawText).join('');
  return node.children.map(rawText).join('');
}

/** Of a choice the expanded, regular or correct reading, as f:one-reading in xslt/lib/entries.xsl. */
function chosen(choice: Element): Element[] {
  const readings = childElements(choice);
  const better = ['expan', 'reg', 'corr'].map((name) => readings.find((one) => isTei(one, name)));
  return [better.find((one) => one !== undefined) ?? readings[0]].filter(
    (one) => one !== undefined,
  );
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

/**
 * The children, those of other namespaces replaced by their words: what is copied into a
 * document is TEI.
 */
export function teiChildren({ name, children }: Element): (Element | string)[] {
  const words = (child: Element): string => (NO_TEXT.has(name) ? '' : rawText(child));
  return children.map((child) =>
    typeof child === 'string' || child.uri === TEI ? child : words(child),
  );
}

/** The element written out again, in the TEI namespace by default, white space folded. */
export function serialize(element: Element): string {
  const attributes = [...element.attributes]
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  const inner = teiChildren(element)
    .map((child) => {
      if (typeof child !== 'string') return serialize(child);
      return NO_TEXT.has(element.name) && child.trim() === '' ? '' : escapeText(fold(child));
    })
    .join('');
  return inner === ''
    ? `<${element.name}${attributes}/>`
    : `<${element.name}${attributes}>${inner}</${element.name}>`;
}

export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;');
}
