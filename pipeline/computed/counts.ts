/**
 * The counts of a header that are computed from the text: elements in `tagsDecl` (TEI Guidelines,
 * 2.3.4), words in `extent` (2.2.3).
 *
 * Takes a document's tree and the edits of its file. Returns edits that set the counts to those of
 * the text. An element that is no longer in the text loses its line, a new one gets a line; an
 * editor's words about an element in its line stay.
 */

import { byCodeUnit } from '../core/text.ts';
import type { Edits } from '../xml/edits.ts';
import { TEI } from '../xml/namespaces.ts';
import { attribute, descend, elementsIn, isTei, type TreeElement, walk } from '../xml/tree.ts';
import { countWords, type TreeReader } from './words.ts';

const SOURCE_READER: TreeReader<TreeElement> = {
  nameOf: ({ local }) => local,
  childrenOf: ({ children }) => children,
  attributeOf: attribute,
};

/** The texts of a file that are not inside another text. */
function textsIn(root: TreeElement): TreeElement[] {
  return [...walk(root, (element) => !isTei(element, 'text'))].filter((element) =>
    isTei(element, 'text'),
  );
}

/** How often each element of the TEI is in the texts. */
function elementCounts(root: TreeElement): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of textsIn(root)) {
    for (const { local, uri } of walk(text))
      if (uri === TEI) counts.set(local, (counts.get(local) ?? 0) + 1);
  }
  return counts;
}

/** The part of `tagsDecl` that lists elements of the TEI. */
export function listOfElements(root: TreeElement): TreeElement | undefined {
  const declaration = descend(root, 'teiHeader', 'encodingDesc', 'tagsDecl');
  return (
    declaration &&
    elementsIn(declaration).find(
      (child) => isTei(child, 'namespace') && attribute(child, 'name') === TEI,
    )
  );
}

/** The `measure` that counts words. */
export function wordMeasure(root: TreeElement): TreeElement | undefined {
  const extent = descend(root, 'teiHeader', 'fileDesc', 'extent');
  return (
    extent &&
    elementsIn(extent).find(
      (child) => isTei(child, 'measure') && attribute(child, 'unit') === 'word',
    )
  );
}

export function updateCounts(root: TreeElement, text: string, edits: Edits): void {
  updateElements(root, text, edits);
  const measure = wordMeasure(root);
  const stated = measure && attribute(measure, 'quantity');
  if (!measure || stated === undefined) return;
  const words = String(textsIn(root).reduce((sum, one) => sum + countWords(one, SOURCE_READER), 0));
  edits.setAttribute(measure, 'quantity', words);
  const [, number, rest] = /^\s*(\d+)(\s[\s\S]*)?$/.exec(measure.children.join('')) ?? [];
  if (number === stated) edits.setWords(measure, `${words}${(rest ?? '').trimEnd()}`);
}

function updateElements(root: TreeElement, text: string, edits: Edits): void {
  const list = listOfElements(root);
  const lines = list ? elementsIn(list, 'tagUsage') : [];
  const first = lines[0];
  if (!list?.parent || !first) return;
  const counts = elementCounts(root);
  const listed = new Set<string>();
  for (const line of lines) {
    const name = attribute(line, 'gi') ?? '';
    const count = counts.get(name) ?? 0;
    // If an element is listed twice, the editor has to decide.
    if (listed.has(name) || attribute(line, 'occurs') === undefined) continue;
    listed.add(name);
    if (count === 0 && line.children.length === 0)
      edits.replace(leadStart(line, text), line.end, '');
    else edits.setAttribute(line, 'occurs', String(count));
  }
  for (const line of lines) listed.add(attribute(line, 'gi') ?? '');
  if (attribute(list.parent, 'partial') !== 'false') return;
  const missing = [...counts]
    .filter(([name]) => !listed.has(name))
    .sort(([one], [other]) => byCodeUnit(one, other));
  for (const [name, count] of missing) {
    const next = lines.find((line) => (attribute(line, 'gi') ?? '') > name);
    const near = next ?? (lines.at(-1) as TreeElement);
    const at = next ? leadStart(next, text) : near.end;
    edits.replace(
      at,
      at,
      text.slice(leadStart(near, text), near.start) +
        `<${near.name} gi="${name}" occurs="${count}"/>`,
    );
  }
}

/** The beginning of the white space before an element. */
function leadStart({ start }: TreeElement, text: string): number {
  return start - (/\s*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0);
}
