/**
 * Editorial marks of a document, for the indexes: editors' changes, abbreviations, numerals,
 * symbols, words divided at line ends, each with its context.
 */
import { foldedWords, foldSpace, wordList } from '../../core/text.ts';
import { TEI } from '../../xml/namespaces.ts';
import { attribute, elementsIn, type TreeElement } from '../../xml/tree.ts';
import { pageAnchors } from './anchor.ts';

export const MARK_KINDS = [
  'emendations',
  'abbreviations',
  'numerals',
  'symbols',
  'hyphens',
] as const;

export type MarkKind = (typeof MARK_KINDS)[number];

export interface EditorialMark {
  readonly kind: MarkKind;
  /** The element of the mark: `corr`, `supplied`, `lb` … */
  readonly element: string;
  /** The source's text; empty if there is none. */
  readonly form: string;
  /** The edition's reading; empty if there is none, or the same. */
  readonly reading: string;
  readonly left: string;
  readonly right: string;
  /** Of the passage, on the document's page; empty if there is none. */
  readonly anchor: string;
}

export interface Marks {
  readonly marks: readonly EditorialMark[];
  /** Whether there are readings of several witnesses. */
  readonly hasApparatus: boolean;
}

/** Letters of the words around a mark. */
const AROUND = 50;

/** Elements with separate text: the context of a mark is taken from within. */
const BLOCKS = new Set(
  wordList(`
    p ab head l lg item note cell speaker stage salute signed dateline opener closer trailer byline
    label addrLine titlePart docTitle quote div text body front back list table row sp
  `),
);

const SKIPPED = new Set(['teiHeader', 'standOff', 'facsimile', 'fw', 'rdg', 'desc', 'sourceDoc']);

const SINGLE: Readonly<Record<string, MarkKind>> = {
  corr: 'emendations',
  sic: 'emendations',
  reg: 'emendations',
  supplied: 'emendations',
  surplus: 'emendations',
  abbr: 'abbreviations',
  expan: 'abbreviations',
  num: 'numerals',
  g: 'symbols',
};

/** The source's reading, the edition's, and the kind of the pair. */
const PAIRS: readonly (readonly [source: string, edited: string, kind: MarkKind])[] = [
  ['sic', 'corr', 'emendations'],
  ['orig', 'reg', 'emendations'],
  ['abbr', 'expan', 'abbreviations'],
];

const BREAKS = new Set(['lb', 'pb', 'cb', 'gb']);
const HYPHEN = /[-‐¬=⸗\u00AD]\s*$/u;

/** "Vor- und Nachname": the hyphen replaces a word, whether a line ends there or not. */
const CONJUNCTION = /^(?:und|oder|and|or|et|ou|y|o|e)$/;

interface Pending {
  readonly kind: MarkKind;
  readonly element: string;
  readonly form: string | null;
  readonly reading: string | null;
  readonly start: number;
  readonly end: number;
  readonly anchor: string;
  /** A line end in a word: the whole word is shown. */
  readonly isBreak: boolean;
}

interface Block {
  text: string;
  readonly pending: Pending[];
}

/** `root`: of a TEI document. */
export function editorialMarks(root: TreeElement): Marks {
  const marks: EditorialMark[] = [];
  let hasApparatus = false;
  const anchorFor = pageAnchors(root);

  const inBlock = (element: TreeElement, anchor: string): void => {
    const block: Block = { text: '', pending: [] };
    for (const child of element.children) visit(child, block, anchor);
    for (const pending of block.pending) marks.push(finished(pending, block.text));
  };

  const visit = (node: TreeElement | string, block: Block, anchor: string): void => {
    if (typeof node === 'string') {
      block.text += node;
      return;
    }
    if (SKIPPED.has(node.local)) return;
    const own = attribute(node, 'xml:id');
    const here = own === undefined ? anchor : anchorFor(own);
    if (node.uri === TEI && BLOCKS.has(node.local)) {
      block.text += ' ';
      inBlock(node, here);
      return;
    }
    if (BREAKS.has(node.local)) addBreak(node, block, anchor);
    else if (node.local === 'choice') addPair(node, block, anchor);
    else if (node.local === 'app') {
      hasApparatus = true;
      const lemma = elementsIn(node).find(({ local }) => local === 'lem') ?? elementsIn(node)[0];
      for (const child of lemma?.children ?? []) visit(child, block, anchor);
    } else {
      const start = block.text.length;
      for (const child of node.children) visit(child, block, anchor);
      const kind = SINGLE[node.local];
      if (kind) block.pending.push(single(node, kind, start, block, anchor));
    }
  };

  const addBreak = (node: TreeElement, block: Block, anchor: string): void => {
    const isWithin = attribute(node, 'break') === 'no';
    const at = block.text.length;
    if (isWithin || HYPHEN.test(block.text))
      block.pending.push({
        kind: 'hyphens',
        element: node.local,
        form: isWithin ? null : '?',
        reading: null,
        start: at,
        end: at,
        anchor,
        isBreak: true,
      });
    if (!isWithin) block.text += ' ';
  };

  const addPair = (choice: TreeElement, block: Block, anchor: string): void => {
    const children = elementsIn(choice);
    for (const [source, edited, kind] of PAIRS) {
      const [one, other] = [source, edited].map((name) =>
        children.find(({ local }) => local === name),
      );
      if (!one || !other) continue;
      const start = block.text.length;
      for (const child of other.children) visit(child, block, anchor);
      block.pending.push({
        kind,
        element: edited,
        form: plain(one),
        reading: null,
        start,
        end: block.text.length,
        anchor,
        isBreak: false,
      });
      return;
    }
    for (const child of children.at(-1)?.children ?? []) visit(child, block, anchor);
  };

  inBlock(root, '');
  return { marks: marks.filter(isWhole), hasApparatus };
}

function single(
  node: TreeElement,
  kind: MarkKind,
  start: number,
  { text }: Block,
  anchor: string,
): Pending {
  const words = text.slice(start);
  // Editors' additions are not in the source; words that editors delete are not in the edition.
  const isAdded = node.local === 'supplied' || node.local === 'corr' || node.local === 'reg';
  const value = attribute(node, 'value') ?? attribute(node, 'ref') ?? '';
  return {
    kind,
    element: node.local,
    form: isAdded ? '' : words,
    reading: isAdded ? words : value,
    start,
    end: text.length,
    anchor,
    isBreak: false,
  };
}

function finished(pending: Pending, text: string): EditorialMark {
  const { kind, element, anchor, isBreak } = pending;
  let { start, end } = pending;
  let [form, reading] = [pending.form ?? '', pending.reading ?? text.slice(start, end)];
  if (isBreak) {
    const before = text.slice(0, start).replace(/\s+$/, '');
    const first = /[\p{L}\p{M}\p{N}]*[-‐¬=⸗\u00AD]?$/u.exec(before)?.[0] ?? '';
    const next = /^\s*([\p{L}\p{M}\p{N}]*)/u.exec(text.slice(start));
    const second = next?.[1] ?? '';
    // A dash, or a hyphen before a capital or before "and", does not divide a word.
    const divides = /\p{L}/u.test(first) && /^\p{Ll}/u.test(second) && !CONJUNCTION.test(second);
    if (pending.form === '?' && !divides) [form, reading] = ['', ''];
    else [form, reading] = [`${first}|${second}`, first.replace(HYPHEN, '') + second];
    end = start + (next?.[0].length ?? 0);
    start = before.length - first.length;
  }
  return {
    kind,
    element,
    form: foldedWords(form),
    reading: foldedWords(reading) === foldedWords(form) ? '' : foldedWords(reading),
    left: foldSpace(text.slice(Math.max(0, start - AROUND * 2), start)).slice(-AROUND),
    right: foldSpace(text.slice(end, end + AROUND * 2)).slice(0, AROUND),
    anchor,
  };
}

/** Without a word there is nothing to list. */
function isWhole({ form, reading }: EditorialMark): boolean {
  return form !== '' || reading !== '';
}

function plain(element: TreeElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : plain(child)))
    .join('');
}
