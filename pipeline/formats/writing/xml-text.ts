/** Small XML documents as text: the output is well-formed, whatever the values contain. */

export type WrittenNode = string | WrittenElement | { readonly raw: string };

export interface WrittenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | null | undefined>>;
  readonly children: readonly WrittenNode[];
}

/** Attributes without a value are omitted. */
export function xmlElement(
  name: string,
  attributes: WrittenElement['attributes'],
  children: readonly (WrittenNode | null | undefined | false)[],
): WrittenElement {
  const present = children.filter(
    (child): child is WrittenNode => child !== null && child !== undefined && child !== false,
  );
  return { name, attributes, children: present };
}

/** On one line. */
export function xmlText(node: WrittenNode): string {
  if (typeof node === 'string') return escapedText(node);
  if ('raw' in node) return node.raw;
  const inner = node.children.map(xmlText).join('');
  return inner === '' ? `${openTag(node)}/>` : `${openTag(node)}>${inner}</${node.name}>`;
}

/** One element a line, three spaces a level; elements that contain words stay on their line. */
export function indented(node: WrittenElement, depth = 0): string {
  const before = depth === 0 ? '' : `\n${'   '.repeat(depth)}`;
  if (node.children.some((child) => typeof child === 'string')) return before + xmlText(node);
  if (node.children.length === 0) return `${before}${openTag(node)}/>`;
  const children = node.children.map((child) => indented(child as WrittenElement, depth + 1));
  return `${before}${openTag(node)}>${children.join('')}\n${'   '.repeat(depth)}</${node.name}>`;
}

function openTag({ name, attributes }: WrittenElement): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${escapedAttribute(value)}"`],
  );
  return `<${name}${written.join('')}`;
}

/** Characters that XML 1.0 does not allow are omitted. */
function allowed(words: string): string {
  return words
    .replace(/\p{Cc}/gu, (sign) => (sign >= ' ' || '\t\n\r'.includes(sign) ? sign : ''))
    .replace(/[\p{Cs}\ufffe\uffff]/gu, '');
}

function escapedText(words: string): string {
  return allowed(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;');
}

function escapedAttribute(words: string): string {
  return escapedText(words)
    .replaceAll('"', '&#34;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\t', '&#x9;');
}

/** Text within the HTML of a description. */
export function escapedHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
