/**
 * A small tree of an XML document: elements with their attributes, children and places.
 *
 * Takes the content of a file. Returns its root element. It serves to give places to findings that
 * other tools report by path, and to compare parts of documents; it is neither changed nor written
 * back.
 */
import { readXml, type XmlAttribute, type XmlSource } from './read.ts';
import type { MappedText } from './source/mapped-text.ts';

export const TEI = 'http://www.tei-c.org/ns/1.0';

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
   * Of the file in which it stands, as messages call it, in a tree that was put together from
   * several.
   */
  readonly path?: string;
}

/** Reads a document. Throws an `InputError` as `readXml` does. */
export function readTree(source: XmlSource): TreeElement {
  let root: TreeElement | undefined;
  let inside: TreeElement | undefined;
  readXml(source, {
    open({ name, local, uri, attributes, namespaces, line, column }) {
      const element: TreeElement = {
        name,
        local,
        uri,
        attributes,
        namespaces,
        children: [],
        parent: inside,
        line,
        column,
      };
      if (inside) inside.children.push(element);
      else root = element;
      inside = element;
    },
    close() {
      inside = inside?.parent;
    },
    text(text) {
      inside?.children.push(text);
    },
  });
  // `readXml` has refused a file without an element.
  return root as TreeElement;
}

/** The same tree with the places in the files from which its text was put together. */
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

export function attribute(element: TreeElement, name: string): string | undefined {
  return element.attributes.find((candidate) => candidate.name === name)?.value;
}

export function elementsIn(element: TreeElement): TreeElement[] {
  return element.children.filter((child): child is TreeElement => typeof child !== 'string');
}

/** `element` and all elements in it, in document order. */
export function* walk(element: TreeElement): Generator<TreeElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* walk(child);
}

/** The first TEI element that is reached by going down through these names. */
export function descend(
  element: TreeElement,
  ...names: readonly string[]
): TreeElement | undefined {
  let here: TreeElement | undefined = element;
  for (const name of names)
    here = here && elementsIn(here).find(({ local, uri }) => local === name && uri === TEI);
  return here;
}

export function textOf(node: TreeElement | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
