/**
 * From a tree of HTML to a reading text.
 *
 * Takes the element that contains the document. Returns its reading text: headings and paragraphs
 * as blocks, list items after bullets, a table's row as a line with tabs between the cells, a page
 * mark "[Page 338]" at its place, a note's number at its anchor. Parts of the web page that do not
 * belong to the document (scripts, navigation, forms) are omitted.
 */

import { type Finding, InputError } from '../../../core/finding.ts';
import { wordList } from '../../../core/text.ts';
import { BlockWriter } from '../block-writer.ts';
import { layOut, type ReadingText, type SourceBlock } from '../reading-text.ts';
import { cellOf, labelItems, sourceBlockOf } from './html-blocks.ts';
import { marksOf } from './html-marks.ts';
import { findNotes, type HtmlNotes, isBackLink, noteContent } from './html-notes.ts';
import { BLOCKS, isListOfNotes, pageOf, soleAnchor } from './html-roles.ts';
import {
  depthOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  htmlAttribute,
  htmlClasses,
  isHtmlElement,
  isHtmlText,
} from './html-tree.ts';

const NOT_THE_DOCUMENT = new Set(
  wordList(`
    script style noscript template nav aside header footer form button select svg iframe object
    dialog head title link meta
  `),
);

/** A page of unknown number begins. */
const PAGE_BREAK = 'page-break';

/** Pages that are nested more deeply are attempts to exhaust the reader, not documents. */
const DEEPEST = 512;

/** The state of a walk: the output for its words, and the facts of the whole. */
interface Walk {
  readonly writer: BlockWriter;
  readonly notes: HtmlNotes;
  readonly noteElements: ReadonlySet<HtmlElement>;
  readonly counts: { images: number; lists: number };
  /** The numbers of items of ordered lists. */
  readonly labels: Map<HtmlElement, string>;
  /** Inside a table's row: a block within a cell does not end a line. */
  readonly inRow: boolean;
  readonly inNote: boolean;
  /** How deep lists are nested. */
  readonly listDepth: number;
  /** The outermost list around. */
  readonly list: string;
  /** The properties of the blocks around. */
  readonly sourceBlock?: SourceBlock;
}

/**
 * The reading text of the document in `root`. `path` is the file name in messages. @throws
 * InputError if there is no text, or the page is nested too deeply.
 */
export function readHtmlTree(root: HtmlParent, path: string): ReadingText {
  if (depthOf(root) > DEEPEST) {
    throw error(
      path,
      'intake/too-deep',
      `the page nests more than ${DEEPEST} elements; save the document’s page as it is shown`,
    );
  }
  const notes = findNotes(root);
  const counts = { images: 0, lists: 0 };
  const labels = new Map<HtmlElement, string>();
  const noteElements = new Set(notes.notes.map(({ element }) => element));
  const walk = (from: HtmlParent, inNote: boolean) => {
    const writer = new BlockWriter();
    walkChildren(from, {
      writer,
      notes,
      noteElements,
      counts,
      labels,
      inRow: false,
      inNote,
      listDepth: 0,
      list: '',
    });
    writer.endBlock();
    return writer.blocks;
  };
  const blocks = walk(root, false);
  if (blocks.length === 0)
    throw error(path, 'intake/empty', 'the file contains no text of a document');
  const written = notes.notes.map(({ n, element }) => ({
    n,
    blocks: walk(noteContent(element), true),
  }));
  return { ...layOut(blocks, written), findings: findingsOf(path, notes, counts.images) };
}

function walkChildren(parent: HtmlParent, walk: Walk): void {
  for (const child of parent.childNodes) walkNode(child, walk);
}

function walkNode(node: HtmlNode, walk: Walk): void {
  if (isHtmlText(node)) walk.writer.put(node.value);
  else if (isHtmlElement(node) && !isOmitted(node, walk)) walkElement(node, walk);
}

/** Notes have their own place at the end; a list of them is omitted with its heading. */
function isOmitted(element: HtmlElement, walk: Walk): boolean {
  if (NOT_THE_DOCUMENT.has(element.tagName) || htmlAttribute(element, 'hidden') !== undefined)
    return true;
  if (walk.inNote) return isBackLink(element);
  return walk.noteElements.has(element) || isListOfNotes(element);
}

function walkElement(element: HtmlElement, walk: Walk): void {
  const { writer } = walk;
  const anchor = soleAnchor(element, walk.notes);
  const page = pageOf(element);
  if (anchor !== undefined) writer.anchor(anchor);
  else if (page !== undefined) writer.put(` [Page ${page}] `);
  else if (htmlAttribute(element, 'data-comment') !== undefined) walkComment(element, walk);
  else if (htmlClasses(element).includes(PAGE_BREAK))
    walk.writer.insert({ element: 'pb', attributes: {} });
  else if (element.tagName === 'br') lineBreak(walk);
  else if (element.tagName === 'img') walk.counts.images++;
  else if (element.tagName === 'tr') walkRow(element, walk);
  else if (element.tagName === 'li') walkItem(element, walk);
  else if (BLOCKS.has(element.tagName)) walkBlock(element, walk);
  else walkMarked(element, walk);
}

function walkMarked(element: HtmlElement, walk: Walk): void {
  const marks = marksOf(element);
  for (const mark of marks) walk.writer.openMark(mark);
  walkChildren(element, walk);
  for (const _ of marks) walk.writer.closeMark();
}

function walkComment(element: HtmlElement, { writer }: Walk): void {
  const resp = htmlAttribute(element, 'data-resp');
  const attributes = { type: 'comment', ...(resp === undefined ? {} : { resp: `#${resp}` }) };
  writer.insert({ element: 'note', attributes }, htmlAttribute(element, 'data-comment') ?? '');
}

function lineBreak({ writer, inRow }: Walk): void {
  if (inRow) writer.put(' ');
  else writer.lineBreak();
}

function walkBlock(element: HtmlElement, walk: Walk): void {
  const list = element.tagName === 'ul' || element.tagName === 'ol';
  const sourceBlock = sourceBlockOf(element) ?? walk.sourceBlock;
  labelItems(element, walk.labels);
  endBlock(walk);
  walkChildren(element, {
    ...walk,
    listDepth: list ? walk.listDepth + 1 : walk.listDepth,
    list: list && walk.listDepth === 0 ? String(++walk.counts.lists) : walk.list,
    ...(sourceBlock ? { sourceBlock } : {}),
  });
  endBlock({ ...walk, ...(sourceBlock ? { sourceBlock } : {}) });
}

function endBlock({ writer, inRow, sourceBlock }: Walk): void {
  if (inRow) writer.put(' ');
  else writer.endBlock('', sourceBlock);
}

/**
 * The item's first block has the bullet; further paragraphs and lists within it are blocks of their
 * own.
 */
function walkItem(item: HtmlElement, walk: Walk): void {
  const { writer } = walk;
  if (walk.inRow || walk.inNote) {
    walkBlock(item, walk);
    return;
  }
  writer.endBlock();
  const before = writer.blocks.length;
  walkChildren(item, walk);
  const depth = Math.max(Number(htmlAttribute(item, 'data-depth') ?? walk.listDepth), 1);
  const label = htmlAttribute(item, 'data-label') ?? walk.labels.get(item);
  const list = htmlAttribute(item, 'data-list') ?? walk.list;
  writer.endBlock();
  writer.setBullet(before, `${'  '.repeat(depth)}• `, {
    depth,
    list,
    ...(label === undefined ? {} : { label }),
  });
}

function walkRow(row: HtmlElement, walk: Walk): void {
  const { writer } = walk;
  endBlock(walk);
  const cells = row.childNodes
    .filter(isHtmlElement)
    .filter(({ tagName }) => tagName === 'td' || tagName === 'th');
  for (const [index, cell] of cells.entries()) {
    if (index > 0) writer.cellBorder();
    walkChildren(cell, { ...walk, inRow: true });
  }
  const cellData = cells.map(cellOf);
  endBlock(
    cellData.some((cell) => Object.keys(cell).length > 0)
      ? { ...walk, sourceBlock: { cells: cellData } }
      : walk,
  );
}

function findingsOf(path: string, notes: HtmlNotes, images: number): Finding[] {
  const findings: Finding[] = notes.dangling.map((n) => ({
    path,
    severity: 'warning',
    rule: 'intake/note-missing',
    message:
      `the page points to a note ${n} that it does not contain; save the whole page, its ` +
      `notes included`,
  }));
  if (images > 0) {
    const message =
      `${images === 1 ? 'a picture is' : `${images} pictures are`} omitted; a reading text ` +
      `contains only words`;
    findings.push({ path, severity: 'remark', rule: 'intake/picture', message });
  }
  return findings;
}

function error(path: string, rule: string, message: string): InputError {
  return new InputError({ path, severity: 'error', rule, message });
}
