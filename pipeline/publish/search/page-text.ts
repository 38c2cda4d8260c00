/**
 * The text of a document's page, cut into the passages that a search result can lead to.
 *
 * In: the HTML of a page's heading, text and notes. Out: passages in page order, each with the
 * identifier of its element. What the page adds to the text (numbers of notes, marks of passages)
 * is left out.
 */
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A passage: `#id` on the page leads to it. The text outside of all passages has the id ''. */
export interface PagePassage {
  readonly id: string;
  readonly text: string;
}

/** Elements that are a passage when they have an id. Names, dates and pages stand within one. */
const PASSAGES = new Set(
  'p li h1 h2 h3 h4 h5 h6 div section td th dd dt caption figcaption blockquote'.split(' '),
);

/** Inline elements: the text before and after them belongs together. All others part words. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

interface OpenPassage {
  readonly id: string;
  readonly pieces: string[];
}

/** The passages of a page that have words. */
export function passagesOf(html: string): PagePassage[] {
  const outside: OpenPassage = { id: '', pieces: [] };
  const all = [outside];
  collect(parseFragment(html), outside, all);
  return all
    .map(({ id, pieces }) => ({ id, text: pieces.join('').replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

function collect(node: Tree.Node, into: OpenPassage, all: OpenPassage[]): void {
  if ('value' in node && node.nodeName === '#text') into.pieces.push(node.value);
  if (!('childNodes' in node)) return;
  const element = 'tagName' in node ? node : undefined;
  if (element && isAdded(element)) return;
  const id = element && PASSAGES.has(element.tagName) ? attribute(element, 'id') : undefined;
  let passage = into;
  if (id) {
    passage = { id, pieces: [] };
    all.push(passage);
  }
  const parts = element !== undefined && (!INLINE.has(element.tagName) || isOtherReading(element));
  if (parts) into.pieces.push(' ');
  for (const child of node.childNodes) collect(child, passage, all);
  if (parts) into.pieces.push(' ');
}

function isAdded(element: Tree.Element): boolean {
  return classesOf(element).includes('added');
}

/**
 * The editors' words right behind the source's (xslt/html/editorial.xsl): both are found, apart.
 */
function isOtherReading(element: Tree.Element): boolean {
  return classesOf(element).includes('alternative');
}

function classesOf(element: Tree.Element): string[] {
  return attribute(element, 'class')?.split(/\s+/) ?? [];
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}
