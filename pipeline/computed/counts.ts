/**
 * The counts of a header that follow from the text: elements in `tagsDecl` (TEI Guidelines, 2.3.4),
 * words in `extent` (2.2.3).
 *
 * Takes a document's tree and the edits of its file. Returns edits that set the counts to those of
 * the text. An element that the text no longer has loses its line, a new one gets a line; an
 * editor's words about an element in its line stay.
 */

import { TEI } from '../xml/tree.ts';
import {
  attribute,
  below,
  type Edits,
  elementsOf,
  isTei,
  type SourceElement,
  within,
} from './source-tree.ts';
import { countWords, type TreeReader } from './words.ts';

const SOURCE_READER: TreeReader<SourceElement> = {
  nameOf: ({ local }) => local,
  childrenOf: ({ children }) => children,
  attributeOf: attribute,
};

/** The texts of a file that are in no other one. */
function textsIn(root: SourceElement): SourceElement[] {
  return [...within(root, (element) => !isTei(element, 'text'))].filter((element) =>
    isTei(element, 'text'),
  );
}

/** How often each element of the TEI is in the texts. */
function elementCounts(root: SourceElement): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of textsIn(root)) {
    for (const { local, uri } of within(text))
      if (uri === TEI) counts.set(local, (counts.get(local) ?? 0) + 1);
  }
  return counts;
}

/** The part of `tagsDecl` that lists elements of the TEI. */
export function listOfElements(root: SourceElement): SourceElement | undefined {
  const declaration = below(root, 'teiHeader', 'encodingDesc', 'tagsDecl');
  return (
    declaration &&
    elementsOf(declaration).find(
      (child) => isTei(child, 'namespace') && attribute(child, 'name') === TEI,
    )
  );
}

/** The `measure` that counts words. */
export function wordMeasure(root: SourceElement): SourceElement | undefined {
  const extent = below(root, 'teiHeader', 'fileDesc', 'extent');
  return (
    extent &&
    elementsOf(extent).find(
      (child) => isTei(child, 'measure') && attribute(child, 'unit') === 'word',
    )
  );
}

export function updateCounts(root: SourceElement, text: string, edits: Edits): void {
  updateElements(root, text, edits);
  const measure = wordMeasure(root);
  const stated = measure && attribute(measure, 'quantity');
  if (!measure || stated === undefined) return;
  const words = String(textsIn(root).reduce((sum, one) => sum + countWords(one, SOURCE_READER), 0));
  edits.setAttribute(measure, 'quantity', words);
  const [, number, rest] = /^\s*(\d+)(\s[\s\S]*)?$/.exec(measure.children.join('')) ?? [];
  if (number === stated) edits.setWords(measure, `${words}${(rest ?? '').trimEnd()}`);
}

function updateElements(root: SourceElement, text: string, edits: Edits): void {
  const list = listOfElements(root);
  const lines = list ? elementsOf(list).filter((child) => isTei(child, 'tagUsage')) : [];
  const first = lines[0];
  if (!list?.parent || !first) return;
  const counts = elementCounts(root);
  const listed = new Set<string>();
  for (const line of lines) {
    const name = attribute(line, 'gi') ?? '';
    const count = counts.get(name) ?? 0;
    // What is listed twice is the editor's to settle.
    if (listed.has(name) || attribute(line, 'occurs') === undefined) continue;
    listed.add(name);
    if (count === 0 && line.children.length === 0) edits.replace(leadOf(line, text), line.end, '');
    else edits.setAttribute(line, 'occurs', String(count));
  }
  for (const line of lines) listed.add(attribute(line, 'gi') ?? '');
  if (attribute(list.parent, 'partial') !== 'false') return;
  const missing = [...counts]
    .filter(([name]) => !listed.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [name, count] of missing) {
    const next = lines.find((line) => (attribute(line, 'gi') ?? '') > name);
    const near = next ?? (lines.at(-1) as SourceElement);
    const at = next ? leadOf(next, text) : near.end;
    edits.replace(
      at,
      at,
      `${text.slice(leadOf(near, text), near.start)}<${near.name} gi="${name}" occurs="${count}"/>`,
    );
  }
}

/** Where the white space before an element begins. */
function leadOf({ start }: SourceElement, text: string): number {
  return start - (/\s*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0);
}
