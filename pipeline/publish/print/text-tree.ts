/**
 * The parts of a document's page as a tree, from which its PDF and its EPUB are made.
 *
 * Only the stylesheets of `xslt/html` decide how an element of TEI is shown; PDF and EPUB use their
 * result, without the parts for the screen: marks that lead to addresses, links back from notes,
 * the readings behind a switch.
 */

import { type DefaultTreeAdapterTypes as Html, parseFragment } from 'parse5';
import { foldedWords, wordList } from '../../core/text.ts';
import { hasClass, htmlClasses } from '../html/elements.ts';

export interface TextElement {
  /** In lower case, as in HTML: `p`. */
  readonly name: string;
  readonly classes: ReadonlySet<string>;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly TextNode[];
  /** Whether it is on lines of its own, or contains an element that is. */
  readonly isBlock: boolean;
}

/** Words, or an element. White space is as the source has it. */
export type TextNode = string | TextElement;

/** Classes of parts that are only for the screen. */
const SCREEN_ONLY = ['permalink', 'note-back', 'hidden', 'reading-mark'];

/** Elements that are never printed, whatever they contain. */
const NOT_TEXT = new Set(['script', 'style', 'template', 'button', 'input', 'iframe', 'object']);

const BLOCKS = new Set(
  wordList(`
    address article aside blockquote dd details div dl dt fieldset figcaption figure footer h1 h2 h3
    h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul
  `),
);

/** Deeper elements are shown as their words: no real text nests so deep. */
const DEEPEST = 48;

/** `html`: a part of a page, made and checked by the stylesheets. */
export function textTree(html: string): readonly TextNode[] {
  return childrenOf(parseFragment(html), 0);
}

function childrenOf(parent: Html.ParentNode, depth: number): TextNode[] {
  const inApparatus = 'attrs' in parent && hasClass(parent, 'app');
  return parent.childNodes.flatMap((node): TextNode[] => {
    if (node.nodeName === '#text') return [(node as Html.TextNode).value];
    if (!('attrs' in node) || NOT_TEXT.has(node.nodeName)) return [];
    const classes = htmlClasses(node);
    if (SCREEN_ONLY.some((name) => classes.has(name))) return [];
    if (inApparatus && classes.has('rdg')) return [];
    if (depth >= DEEPEST) return [wordsOf(node)];
    const children = childrenOf(node, depth + 1);
    return [
      {
        name: node.nodeName,
        classes,
        attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
        children,
        isBlock: BLOCKS.has(node.nodeName) || children.some(isBlockElement),
      },
    ];
  });
}

/** Without recursion: a hostile text may nest as deep as the parser allows. */
function wordsOf(element: Html.Element): string {
  const words: string[] = [];
  const waiting: Html.Node[] = [element];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeName === '#text') words.push((node as Html.TextNode).value);
    else if ('childNodes' in node) waiting.push(...[...node.childNodes].reverse());
  }
  return words.join('');
}

/** Inline elements that are not words of the text. */
const CALLS = ['note-ref', 'app-ref', 'page', 'line-number'];

/** The words of a heading on one line, without the numbers of notes and pages. */
export function headingWords(nodes: readonly TextNode[]): string {
  const words = (node: TextNode): string => {
    if (typeof node === 'string') return node;
    if (CALLS.some((name) => node.classes.has(name))) return '';
    return node.name === 'br' ? ' ' : node.children.map(words).join('');
  };
  return foldedWords(nodes.map(words).join(''));
}

/** All words of a node, in their order. */
export function nodeText(node: TextNode): string {
  return typeof node === 'string' ? node : node.children.map(nodeText).join('');
}

export function isBlockElement(node: TextNode): node is TextElement {
  return typeof node !== 'string' && node.isBlock;
}

/** Every element of a tree, each before those in it. */
export function* textElementsBelow(nodes: readonly TextNode[]): Generator<TextElement> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    yield node;
    yield* textElementsBelow(node.children);
  }
}

/** Without rows that a page shows folded: they repeat the whole header. */
export function unfolded(node: TextNode): TextNode {
  if (typeof node === 'string') return node;
  const isFolded = (one: TextNode): boolean =>
    typeof one !== 'string' && (one.name === 'details' || one.children.some(isFolded));
  return { ...node, children: node.children.filter((one) => !isFolded(one)) };
}
