/**
 * A TEI file as the workbench edits it: its elements with their offsets, and the runs of text
 * between tags.
 *
 * All offsets are in UTF-16 units of the file's text without byte order mark.
 */
import { InputError } from '../../core/finding.ts';
import { positionAt } from '../../xml/decode.ts';
import { readDoctype } from '../../xml/source/doctype.ts';
import { readTree, type TreeElement } from '../../xml/tree.ts';

/** A range of the file; `end` is exclusive. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The content directly in an element between two tags. Only `text` can be selected and edited;
 * comments, processing instructions and CDATA sections are left as they are.
 */
export interface SourceRun extends SourceRange {
  readonly kind: 'text' | 'cdata' | 'other';
}

export interface SourceDocument {
  /** The file name in messages. */
  readonly path: string;
  readonly text: string;
  readonly root: TreeElement;
}

/**
 * Reads a file. A DOCTYPE stays in it as it is; offsets are those of the whole text. @throws
 * InputError if it is not well-formed, or uses entities that a DOCTYPE declares.
 */
export function parseDocument(path: string, text: string): SourceDocument {
  return { path, text, root: readTree({ path, content: withoutDoctype(path, text) }) };
}

const OTHER_ENTITY = /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-fA-F]+);)[^\s;<&]*;?/;

/** Replaces the DOCTYPE by spaces, with the same number of characters and lines. */
function withoutDoctype(path: string, text: string): string {
  const doctype = readDoctype(text, path);
  if (!doctype) return text;
  const { start, end } = doctype;
  const behind = text.slice(end);
  const entity = OTHER_ENTITY.exec(behind.replace(NOT_TEXT, (other) => ' '.repeat(other.length)));
  if (entity) {
    const message =
      `the file uses the entity ${entity[0]}, which its DOCTYPE or DTD declares: it cannot ` +
      `be edited here; ` +
      'replace its entities first ("xmllint --noent --dropdtd FILE" of libxml2 does it)';
    const place = positionAt(text, end + entity.index);
    throw new InputError([{ path, ...place, severity: 'error', rule: 'edit/entity', message }]);
  }
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + behind;
}

export function isElementNode(node: TreeElement | SourceRun): node is TreeElement {
  return 'children' in node;
}

const NOT_TEXT = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>/g;

/** Child elements and runs of an element, in the order of the file. */
export function childrenAndRuns(element: TreeElement, text: string): (TreeElement | SourceRun)[] {
  const nodes: (TreeElement | SourceRun)[] = [];
  let from = element.startEnd;
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    addRuns(text, from, child.start, nodes);
    nodes.push(child);
    from = child.end;
  }
  addRuns(text, from, element.contentEnd, nodes);
  return nodes;
}

function addRuns(
  text: string,
  from: number,
  end: number,
  nodes: (TreeElement | SourceRun)[],
): void {
  if (from >= end) return;
  const raw = text.slice(from, end);
  let at = 0;
  for (const { 0: found, index } of raw.includes('<') ? raw.matchAll(NOT_TEXT) : []) {
    if (index > at) nodes.push({ kind: 'text', start: from + at, end: from + index });
    const kind = found.startsWith('<![') ? 'cdata' : 'other';
    nodes.push({ kind, start: from + index, end: from + index + found.length });
    at = index + found.length;
  }
  if (from + at < end) nodes.push({ kind: 'text', start: from + at, end });
}

/** The innermost element with an offset in its content; the root if there is none. */
export function elementAround(root: TreeElement, offset: number): TreeElement {
  let here = root;
  for (;;) {
    const inside = childAround(here, offset);
    if (!inside) return here;
    here = inside;
  }
}

function childAround(element: TreeElement, offset: number): TreeElement | undefined {
  const child = lastChildBefore(element, offset);
  if (!child || offset < child.startEnd || offset > child.contentEnd) return undefined;
  return child.end > child.startEnd ? child : undefined;
}

/** By bisection: a division may have thousands of passages. */
function lastChildBefore({ children }: TreeElement, offset: number): TreeElement | undefined {
  let found: TreeElement | undefined;
  let [low, high] = [0, children.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    let at = middle;
    while (at < high && typeof children[at] === 'string') at++;
    const child = children[at];
    if (at < high && typeof child === 'object' && child.start < offset) {
      found = child;
      low = at + 1;
    } else high = middle;
  }
  return found;
}

/** The element with its start tag at an offset. */
export function elementAtStart(root: TreeElement, start: number): TreeElement | undefined {
  let here: TreeElement | undefined = root;
  while (here && here.start !== start) {
    const child: TreeElement | undefined = lastChildBefore(here, start + 1);
    here = child && start < child.end ? child : undefined;
  }
  return here;
}

/** An element and those around it, from the inside out. */
export function* ancestry(element: TreeElement): Generator<TreeElement> {
  for (let here: TreeElement | undefined = element; here; here = here.parent) yield here;
}
