/**
 * The tree of an XML document: elements with their attributes, children and places.
 *
 * Takes the content of a file. Returns its root element. The tree is never changed or written back;
 * a file is edited by the offsets of its elements (`xml/edits.ts`).
 */

import { foldedWords } from '../core/text.ts';
import type { MappedText } from './mapped-text.ts';
import { TEI } from './namespaces.ts';
import { readXml, type XmlAttribute, type XmlSource } from './read.ts';

export interface TreeElement {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly namespaces: Readonly<Record<string, string>>;
  readonly children: (TreeElement | string)[];
  readonly parent: TreeElement | undefined;
  readonly line: number;
  readonly column: number;
  /**
   * Offsets in the text without byte order mark, in UTF-16 units: of the `<` of the start tag,
   * after its `>`, of the `<` of the end tag, after its `>`. An empty-element tag ends where its
   * start tag ends.
   */
  readonly start: number;
  readonly startEnd: number;
  readonly contentEnd: number;
  readonly end: number;
  /** Of its file, as messages call it, in a tree that was assembled from several. */
  readonly path?: string;
}

/** An element while it is read: its end is not yet known. */
interface OpenElement extends TreeElement {
  readonly parent: OpenElement | undefined;
  contentEnd: number;
  end: number;
}

/** Reads a document. Throws an `InputError` as `readXml` does. */
export function readTree(source: XmlSource): TreeElement {
  let root: OpenElement | undefined;
  let inside: OpenElement | undefined;
  readXml(source, {
    open({ name, local, uri, attributes, namespaces, line, column, start, startEnd }) {
      const element: OpenElement = {
        name,
        local,
        uri,
        attributes,
        namespaces,
        children: [],
        parent: inside,
        line,
        column,
        start,
        startEnd,
        contentEnd: startEnd,
        end: startEnd,
      };
      if (inside) inside.children.push(element);
      else root = element;
      inside = element;
    },
    close(_element, end, contentEnd) {
      if (!inside) return;
      inside.end = end;
      inside.contentEnd = contentEnd;
      inside = inside.parent;
    },
    text(text) {
      inside?.children.push(text);
    },
  });
  // `readXml` has refused a file without an element.
  return root as TreeElement;
}

/** The same tree with the places in the files from which its text was assembled. */
export function placedTree(root: TreeElement, places: MappedText | undefined): TreeElement {
  return places ? placedElement(root, places, undefined) : root;
}

function placedElement(
  element: TreeElement,
  places: MappedText,
  parent: TreeElement | undefined,
): TreeElement {
  const children: (TreeElement | string)[] = [];
  const placed = { ...element, ...places.placeAt(element.line, element.column), children, parent };
  for (const child of element.children)
    children.push(typeof child === 'string' ? child : placedElement(child, places, placed));
  return placed;
}

/**
 * The members of an element that these functions use, so that they work on other kinds of elements
 * too.
 */
type Named = Pick<TreeElement, 'uri' | 'local'>;
type WithAttributes = Pick<TreeElement, 'attributes'>;

/** The value of an attribute by its name as written: `xml:id`. */
export function attribute(element: WithAttributes | undefined, name: string): string | undefined {
  return element?.attributes.find((candidate) => candidate.name === name)?.value;
}

/** Whether it is a TEI element of one of these names. */
export function isTei({ uri, local }: Named, ...names: readonly string[]): boolean {
  return uri === TEI && names.includes(local);
}

/** The child elements; with names, those TEI elements that have one of them. */
export function elementsIn({ children }: TreeElement, ...names: readonly string[]): TreeElement[] {
  return children.filter(
    (child): child is TreeElement =>
      typeof child !== 'string' && (names.length === 0 || isTei(child, ...names)),
  );
}

/** `element` and all elements in it, in document order. `into`: whether to go into an element. */
export function* walk(
  element: TreeElement,
  into?: (element: TreeElement) => boolean,
): Generator<TreeElement> {
  yield element;
  if (into && !into(element)) return;
  for (const child of element.children) if (typeof child !== 'string') yield* walk(child, into);
}

/** The TEI elements of a name inside `element`, in document order. */
export function* descendants(element: TreeElement, name: string): Generator<TreeElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (isTei(child, name)) yield child;
    yield* descendants(child, name);
  }
}

/** The first TEI element reached by going down through these names. */
export function descend(
  element: TreeElement | undefined,
  ...names: readonly string[]
): TreeElement | undefined {
  let here = element;
  for (const name of names) here = here && elementsIn(here).find((child) => isTei(child, name));
  return here;
}

export function textOf(node: TreeElement | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** The words of an element without its notes, white space folded. */
export function wordsWithoutNotes(element: TreeElement): string {
  return foldedWords(rawWords(element));
}

function rawWords({ children }: TreeElement): string {
  return children
    .map((child) =>
      typeof child === 'string' ? child : isTei(child, 'note') ? '' : rawWords(child),
    )
    .join('');
}
