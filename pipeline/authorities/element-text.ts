/** The text of elements in authority files and headers, and copies of these elements. */
import { foldSpace } from '../core/text.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { TEI } from '../xml/namespaces.ts';
import type { XmlAttribute } from '../xml/read.ts';
import { elementsIn, isTei, type TreeElement } from '../xml/tree.ts';

/**
 * The element's text with white space folded. Editorial `note`s inside are part of it; page breaks
 * have no text.
 */
export function regularText(node: TreeElement | string): string {
  return foldSpace(rawText(node)).trim();
}

function rawText(node: TreeElement | string): string {
  if (typeof node === 'string') return node;
  if (isTei(node, 'choice')) return chosen(node).map(rawText).join('');
  return node.children.map(rawText).join('');
}

/**
 * Of a choice, the expanded, regular or correct reading; the same as f:one-reading in
 * xslt/lib/entries/entries.xsl.
 */
function chosen(choice: TreeElement): TreeElement[] {
  const readings = elementsIn(choice);
  const better = ['expan', 'reg', 'corr'].map((name) => readings.find((one) => isTei(one, name)));
  return [better.find((one) => one !== undefined) ?? readings[0]].filter(
    (one) => one !== undefined,
  );
}

/** Elements that contain only elements: white space in them is indentation. */
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
 * The children. Elements of other namespaces are replaced by their words, since documents are TEI.
 */
export function teiChildren({ local, children }: TreeElement): (TreeElement | string)[] {
  const words = (child: TreeElement): string => (NO_TEXT.has(local) ? '' : rawText(child));
  return children.map((child) =>
    typeof child === 'string' || child.uri === TEI ? child : words(child),
  );
}

/** The element written out again, in the TEI namespace by default, white space folded. */
export function serializeEntry(element: TreeElement): string {
  const attributes = ownAttributes(element)
    .map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  const inner = teiChildren(element)
    .map((child) => {
      if (typeof child !== 'string') return serializeEntry(child);
      return NO_TEXT.has(element.local) && child.trim() === '' ? '' : escapeText(foldSpace(child));
    })
    .join('');
  return inner === ''
    ? `<${element.local}${attributes}/>`
    : `<${element.local}${attributes}>${inner}</${element.local}>`;
}

/** The attributes of TEI itself and of XML: those of other namespaces are not copied. */
export function ownAttributes({ attributes }: TreeElement): XmlAttribute[] {
  return attributes.filter(({ name }) => !name.includes(':') || name.startsWith('xml:'));
}
