/**
 * The notes of an HTML page: which elements are notes, and which links are their anchors.
 *
 * Takes the part of the page that contains the document. Returns for each anchor the note it
 * belongs to. A link is an anchor if its words are a note's number and it leads, within the page,
 * to a list item or to an element with the role of a note; so the notes of word processors, of TEI
 * Publisher and of the DPUB-ARIA roles are all found.
 */
import {
  type HtmlElement,
  type HtmlParent,
  htmlAttribute,
  htmlClasses,
  htmlElementsBelow,
  htmlText,
} from './html-tree.ts';

interface HtmlNote {
  /** Its number as printed. */
  readonly n: string;
  readonly element: HtmlElement;
}

export interface HtmlNotes {
  /** In the order of their anchors. */
  readonly notes: readonly HtmlNote[];
  /** The anchors, with the numbers that replace them. */
  readonly anchors: ReadonlyMap<HtmlElement, string>;
  /** Numbers of links that do not lead to a note. */
  readonly dangling: readonly string[];
}

const NUMBER = /^[[(]?\s*(\d{1,3}|[*†‡]{1,3})\s*[\])]?$/;
const NOTE_CLASS = /^(?:foot|end)?notes?$|^fn$|^tei-note/i;
const NOTE_ROLE = /^doc-(?:footnote|endnote)$/;
const ANCHOR_CLASS = /^(?:note|footnote-ref|noteref|fnref)$/i;

/** Finds the notes below `root`, and their anchors there. */
export function findNotes(root: HtmlParent): HtmlNotes {
  const byId = new Map<string, HtmlElement>();
  for (const element of htmlElementsBelow(root)) {
    const id = htmlAttribute(element, 'id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  const notes = new Map<HtmlElement, HtmlNote>();
  const anchors = new Map<HtmlElement, string>();
  const dangling: string[] = [];
  for (const link of htmlElementsBelow(root)) {
    const fragment = link.tagName === 'a' ? fragmentOf(link) : undefined;
    if (fragment === undefined) continue;
    const number = NUMBER.exec(htmlText(link).trim())?.[1];
    if (number === undefined) continue;
    const target = byId.get(fragment);
    if (!target) {
      if (callsItselfAnchor(link)) dangling.push(number);
      continue;
    }
    if (!isNoteElement(target) || contains(target, link)) continue;
    const note = notes.get(target) ?? {
      n: htmlAttribute(target, 'value') ?? number,
      element: target,
    };
    notes.set(target, note);
    anchors.set(link, note.n);
  }
  return { notes: [...notes.values()], anchors, dangling };
}

/** The target of an address within its page: "fn3" of "…/d149#fn3". */
function fragmentOf(link: HtmlElement): string | undefined {
  const fragment = /#(.+)$/.exec(htmlAttribute(link, 'href') ?? '')?.[1];
  if (fragment === undefined) return undefined;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function callsItselfAnchor(link: HtmlElement): boolean {
  return (
    htmlAttribute(link, 'rel') === 'footnote' ||
    htmlAttribute(link, 'role') === 'doc-noteref' ||
    htmlClasses(link).some((name) => ANCHOR_CLASS.test(name))
  );
}

function isNoteElement(element: HtmlElement): boolean {
  return (
    element.tagName === 'li' ||
    NOTE_ROLE.test(htmlAttribute(element, 'role') ?? '') ||
    htmlClasses(element).some((name) => NOTE_CLASS.test(name))
  );
}

function contains(outer: HtmlElement, inner: HtmlElement): boolean {
  for (let parent: HtmlParent | null = inner.parentNode; parent; ) {
    if (parent === outer) return true;
    parent = 'parentNode' in parent ? parent.parentNode : null;
  }
  return false;
}

/**
 * The part of a note that contains its words, if its number is beside them in an element of its
 * own.
 */
export function noteContent(note: HtmlElement): HtmlElement {
  for (const element of htmlElementsBelow(note)) {
    if (htmlClasses(element).includes('fn-content')) return element;
  }
  return note;
}

/**
 * Whether a link in a note only leads back to its anchor: it has no letters or digits of its own.
 */
export function isBackLink(element: HtmlElement): boolean {
  return (
    element.tagName === 'a' &&
    fragmentOf(element) !== undefined &&
    !/[\p{L}\p{N}]/u.test(htmlText(element))
  );
}
