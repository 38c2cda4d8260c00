/**
 * The text of each witness of a document, passage by passage, from the HTML of its page: as
 * `site/assets/readings.js` shows it in a browser, for readers without scripts.
 */
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { addToList } from '../../core/multimap.ts';
import { foldedWords, wordList } from '../../core/text.ts';
import { hasClass, htmlAttribute } from '../html/elements.ts';

/**
 * A witness: its readings have the class `w1` on the page. 0 is the edited text; its siglum may be
 * empty.
 */
interface RowWitness {
  readonly n: number;
  readonly siglum: string;
}

/** A passage with its different texts; one if all witnesses agree. */
export interface WitnessRow {
  /** The nearest anchor on the document's page; empty if there is none. */
  readonly id: string;
  readonly texts: readonly { readonly sigla: readonly string[]; readonly text: string }[];
}

const PASSAGES = new Set(wordList('p li h1 h2 h3 h4 h5 h6 td th dd dt blockquote'));
const PASSAGE_CLASSES = ['l', 'line'];

/** `html`: of the text. Passages that no witness has are omitted. */
export function witnessRows(html: string, witnesses: readonly RowWitness[]): WitnessRow[] {
  const found: { element: Tree.Element; id: string }[] = [];
  collectPassages(parseFragment(html), '', found);
  return found.flatMap(({ element, id }) => {
    const byText = new Map<string, string[]>();
    for (const { n, siglum } of witnesses)
      addToList(byText, foldedWords(wordsOf(element, `w${n}`, false)), siglum);
    const texts = [...byText].map(([text, sigla]) => ({ sigla, text }));
    return texts.some(({ text }) => text !== '') ? [{ id, texts }] : [];
  });
}

/** Passages without others inside. Returns whether there is one in the node. */
function collectPassages(
  node: Tree.Node,
  around: string,
  into: { element: Tree.Element; id: string }[],
): boolean {
  if (!('childNodes' in node)) return false;
  const element = 'tagName' in node ? node : undefined;
  const id = (element && htmlAttribute(element, 'id')) || around;
  const hasInner = node.childNodes
    .map((child) => collectPassages(child, id, into))
    .some((has) => has);
  if (!element || hasInner || !isPassage(element)) return hasInner;
  into.push({ element, id });
  return true;
}

function isPassage(element: Tree.Element): boolean {
  return PASSAGES.has(element.tagName) || PASSAGE_CLASSES.some((name) => hasClass(element, name));
}

/** `witness`: the class of its readings. `inReading`: whether the element is in one. */
function wordsOf(element: Tree.Element, witness: string, inReading: boolean): string {
  const inner = inReading || hasClass(element, 'rdg');
  return shownChildren(element, witness)
    .map((child) => {
      if ('value' in child && child.nodeName === '#text') return child.value;
      if (!('tagName' in child)) return '';
      if (child.tagName === 'br') return ' ';
      return isShown(child, witness, inner) ? wordsOf(child, witness, inner) : '';
    })
    .join('');
}

/** One reading of a place. */
function shownChildren(element: Tree.Element, witness: string): readonly Tree.Node[] {
  const children = element.childNodes.filter((one): one is Tree.Element => 'tagName' in one);
  if (hasClass(element, 'choice')) {
    const alternatives = children.filter((one) => hasClass(one, 'alternative'));
    const meant = hasClass(element, 'undecided')
      ? undefined
      : alternatives.find((one) => !hasClass(one, 'further'));
    return meant
      ? [meant]
      : element.childNodes.filter((one) => !alternatives.includes(one as never));
  }
  if (!hasClass(element, 'app')) return element.childNodes;
  const own =
    children.find((one) => hasClass(one, 'rdg') && hasClass(one, witness)) ??
    children.find((one) => hasClass(one, 'lem'));
  return element.childNodes.filter((one) => !('tagName' in one) || one === own);
}

function isShown(element: Tree.Element, witness: string, inReading: boolean): boolean {
  const hidden = [`not-${witness}`, 'reading-mark', 'omitted'];
  if (hidden.some((name) => hasClass(element, name))) return false;
  const isAdded = hasClass(element, 'added') && !hasClass(element, 'rdg');
  return !isAdded || (inReading && !hasClass(element, 'sign'));
}
