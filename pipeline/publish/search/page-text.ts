/**
 * Divides the text of a document's page into the passages that a search result can lead to.
 *
 * Takes the HTML of a page's heading, text and notes. Returns passages in page order, each with the
 * identifier of its element. Additions to the text (numbers of notes, marks of passages) are
 * omitted.
 */

import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { wordList } from '../../core/text.ts';
import { hasClass, htmlAttribute, htmlClasses } from '../html/elements.ts';
import { LINE, PERSON, unbroken, unmarked, WITHIN_WORD, withoutNameMarks } from './signs.ts';

/** A passage: `#id` on the page leads to it. The text outside of all passages has the id ''. */
export interface PagePassage {
  readonly id: string;
  readonly text: string;
  /** Its kind, if it is not part of the text itself. */
  readonly kind?: 'heading' | 'note';
  /** The places of names of persons in the text, in UTF-16 units; missing if there are none. */
  readonly persons?: readonly (readonly [start: number, end: number])[];
}

/** Elements that are a passage if they have an id. Names, dates and pages are inside passages. */
const PASSAGES = new Set(
  'p li h1 h2 h3 h4 h5 h6 div section td th dd dt caption figcaption blockquote'.split(' '),
);

/** Inline elements: the text before and after them belongs together. All others separate words. */
const INLINE = new Set(
  wordList(`
    a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb rp rt ruby s samp small span
    strong sub sup time u var wbr
  `),
);

/**
 * Words that are not in the stated reading of a passage: those of the source beside corrections,
 * deleted ones, another witness's. They are found too, each as a whole word.
 */
interface OtherReading {
  readonly others: readonly string[];
  /** The stated reading that replaces them. */
  readonly instead: readonly TextPiece[];
}

type TextPiece = string | OtherReading;

interface OpenPassage {
  readonly id: string;
  readonly kind?: PagePassage['kind'];
  readonly pieces: TextPiece[];
}

/** On the element that contains the notes. */
export const NOTES = 'data-notes';

const HEADING = /^h[1-6]$/;

/**
 * The passages of a page that have words: the stated reading (corrected, regularized, expanded,
 * added, the lemma) as running text, the other words after it in angle brackets.
 */
export function pagePassages(html: string): PagePassage[] {
  const outside: OpenPassage = { id: '', pieces: [] };
  const all = [outside];
  collect(parseFragment(html), outside, all);
  return all
    .map(({ id, kind, pieces }) => ({
      id,
      ...(kind && { kind }),
      ...withoutNameMarks(textOfPassage(pieces)),
    }))
    .filter(({ text }) => text !== '');
}

function textOfPassage(pieces: readonly TextPiece[]): string {
  const others: string[] = [];
  let text = '';
  const add = (some: readonly TextPiece[], rest: () => string): void => {
    for (const [at, piece] of some.entries()) {
      if (typeof piece === 'string') {
        text += piece;
        continue;
      }
      const before = /[\p{L}\p{M}\p{N}]*$/u.exec(unmarked(text))?.[0] ?? '';
      const following = unmarked(plain(some.slice(at + 1)) + rest());
      const after = /^[\p{L}\p{M}\p{N}]*/u.exec(following)?.[0] ?? '';
      for (const other of piece.others)
        if (other.trim() !== '') others.push(unmarked(unbroken(`${before}${other}${after}`)));
      add(piece.instead, () => plain(some.slice(at + 1)) + rest());
    }
  };
  add(pieces, () => '');
  return [unbroken(text), ...others.map((words) => `⟨${words}⟩`)]
    .filter((one) => one !== '')
    .join(' ');
}

/**
 * The first words of the following text: enough to complete a word that a reading is part of.
 */
function plain(pieces: readonly TextPiece[]): string {
  const [first, second] = pieces;
  const words = (piece: TextPiece | undefined): string =>
    typeof piece === 'string' ? piece : piece === undefined ? '' : plain(piece.instead);
  return words(first) + words(second);
}

function collect(node: Tree.Node, into: OpenPassage, all: OpenPassage[]): void {
  if ('value' in node && node.nodeName === '#text') into.pieces.push(node.value);
  if (!('childNodes' in node)) return;
  const element = 'tagName' in node ? node : undefined;
  if (element && htmlAttribute(element, 'data-break') === 'no') into.pieces.push(WITHIN_WORD);
  else if (element?.tagName === 'br') into.pieces.push(LINE);
  if (element && isAdded(element) && !isReading(element)) return;
  const alternatives = element && alternativesOf(element);
  if (alternatives) {
    into.pieces.push(replacing(alternatives, into, all));
    return;
  }
  const id = element && PASSAGES.has(element.tagName) ? htmlAttribute(element, 'id') : undefined;
  let passage = into;
  if (id) {
    passage = { id, pieces: [], ...passageKind(element, into) };
    all.push(passage);
  }
  const parts = element !== undefined && !INLINE.has(element.tagName) && element.tagName !== 'br';
  if (parts) into.pieces.push(' ');
  const isPerson = element !== undefined && hasClass(element, 'person');
  if (isPerson) passage.pieces.push(PERSON[0]);
  for (const [at, child] of node.childNodes.entries()) {
    // Words that replace deleted ones are the reading of their place.
    const deleted = deletedBefore(node.childNodes, at);
    if (deleted) passage.pieces.push(replacing([child as Tree.Element, deleted], into, all));
    else if (!replacedBy(node.childNodes, at)) collect(child, passage, all);
  }
  if (isPerson) passage.pieces.push(PERSON[1]);
  if (parts) into.pieces.push(' ');
}

/** Of a passage: everything in a note is one. */
function passageKind(
  element: Tree.Element | undefined,
  around: OpenPassage,
): Pick<OpenPassage, 'kind'> {
  if (element === undefined) return {};
  const isNote = (node: Tree.ParentNode | null): boolean =>
    node !== null &&
    'tagName' in node &&
    (htmlAttribute(node, NOTES) !== undefined || isNote(node.parentNode));
  if (around.kind === 'note' || isNote(element)) return { kind: 'note' };
  return HEADING.test(element.tagName) ? { kind: 'heading' } : {};
}

/**
 * The readings of a place, the stated one first (it may be empty); undefined if there is only one.
 */
function alternativesOf(element: Tree.Element): readonly (Tree.Element | undefined)[] | undefined {
  const classes = htmlClasses(element);
  const children = element.childNodes.filter((one): one is Tree.Element => 'tagName' in one);
  if (classes.has('choice')) {
    const readings = children.filter((one) => !isAdded(one));
    const stated = readings.filter((one) => hasClass(one, 'alternative')).at(-1) ?? readings[0];
    return [stated, ...readings.filter((one) => one !== stated)];
  }
  if (classes.has('app')) {
    const lemma = children.find((one) => hasClass(one, 'lem'));
    if (lemma) return [lemma, ...children.filter(isReading)];
  }
  // Running heads and catchwords interrupt the text; they are found, and do not end a word.
  if (element.tagName === 'del' || classes.has('forme-work')) return [undefined, element];
  return undefined;
}

function replacing(
  [stated, ...rest]: readonly (Tree.Element | undefined)[],
  into: OpenPassage,
  all: OpenPassage[],
): OtherReading {
  const inner: OpenPassage = { id: into.id, pieces: [] };
  if (stated !== undefined) collect(stated, inner, all);
  const others = rest.flatMap((one) => {
    if (one === undefined) return [];
    const words = readingWords(one);
    return [hasClass(one, 'forme-work') ? ` ${words} ` : words];
  });
  return { others, instead: inner.pieces };
}

/** The deletion right before an insertion; additions of the page between them do not count. */
function deletedBefore(nodes: readonly Tree.Node[], at: number): Tree.Element | undefined {
  if (!isNamed(nodes[at], 'ins')) return undefined;
  const before = nodes
    .slice(0, at)
    .reverse()
    .find((one) => !('tagName' in one && isAdded(one)));
  return isNamed(before, 'del') ? before : undefined;
}

function replacedBy(nodes: readonly Tree.Node[], at: number): boolean {
  if (!isNamed(nodes[at], 'del')) return false;
  const after = nodes.findIndex((one, place) => place > at && !('tagName' in one && isAdded(one)));
  return after > at && deletedBefore(nodes, after) === nodes[at];
}

function isNamed(node: Tree.Node | undefined, name: string): node is Tree.Element {
  return node !== undefined && 'tagName' in node && node.tagName === name;
}

function isReading(element: Tree.Element): boolean {
  return hasClass(element, 'rdg');
}

/** The words of another reading, without the marks around it. */
function readingWords(element: Tree.Element): string {
  const pieces = (node: Tree.Node): string => {
    if ('value' in node && node.nodeName === '#text') return node.value;
    if (!('childNodes' in node)) return '';
    if ('tagName' in node && node !== element) {
      const classes = htmlClasses(node);
      if (['added', 'reading-mark', 'omitted'].some((name) => classes.has(name))) return '';
      if (htmlAttribute(node, 'data-break') === 'no') return WITHIN_WORD;
      if (node.tagName === 'br') return LINE;
    }
    return node.childNodes.map(pieces).join('');
  };
  return pieces(element);
}

function isAdded(element: Tree.Element): boolean {
  return hasClass(element, 'added');
}
