/**
 * A document as the workbench shows it: its passages in reading order, as HTML. Each place of its
 * text can be located in the file.
 *
 * Each piece of text is a `span` with `data-o`: the offset of its first character in the file,
 * counted from the start of its block. Within a span every character is in the file as it is shown,
 * except that a reference (`&amp;`) has a span of its own with `data-l`, its length in the file.
 * Each element is a `span` with `data-e`, the offset of its start tag. So a selection on the screen
 * gives offsets without counting, and a change in one block moves no other.
 */

import { hashOf } from '../../cache/results.ts';
import { html, type Markup } from '../../core/html.ts';
import { attribute, elementsIn, isTei, type TreeElement } from '../../xml/tree.ts';
import {
  childrenAndRuns,
  isElementNode,
  type SourceDocument,
  type SourceRun,
} from '../source/document.ts';
import { readingUnits } from '../source/reading-text.ts';
import { isBlock, isNote, isSentenceEnd, isShown } from '../source/roles.ts';

export interface EditorBlock {
  /** Ordinals of the path from the root: `2/1/1/3`. */
  readonly key: string;
  /** Offset of its element in the file. */
  readonly start: number;
  readonly end: number;
  readonly id?: string;
  readonly name: string;
  /** How many divisions it is in. */
  readonly level: number;
  readonly html: string;
  /** A hash of everything that the browser shows. */
  readonly hash: string;
}

/** The name of an entry, if it is known. */
type EntryLabel = (id: string) => string | undefined;

export function editorBlocks(document: SourceDocument, label: EntryLabel): EditorBlock[] {
  const blocks: EditorBlock[] = [];
  const context = { document, label, blocks };
  addBlocks(document.root, '', 0, context);
  return blocks;
}

interface Context {
  readonly document: SourceDocument;
  readonly label: EntryLabel;
  readonly blocks: EditorBlock[];
}

function addBlocks(element: TreeElement, key: string, level: number, context: Context): void {
  if (!isShown(element)) return;
  if (isPassage(element, context.document.text)) {
    addBlock(element, key, level, context);
    return;
  }
  const deeper = isTei(element, 'div', 'div1', 'div2', 'div3', 'floatingText') ? level + 1 : level;
  for (const [at, child] of elementsIn(element).entries())
    addBlocks(child, key === '' ? String(at + 1) : `${key}/${at + 1}`, deeper, context);
}

/** Text is directly in it, or only inline marks are. */
function isPassage(element: TreeElement, text: string): boolean {
  const nodes = childrenAndRuns(element, text);
  if (nodes.some((node) => !isElementNode(node) && hasWords(node, text))) return true;
  const children = nodes.filter(isElementNode);
  return !children.some((child) => isBlock(child) && !isNote(child)) && !isTei(element, 'text');
}

function hasWords({ kind, start, end }: SourceRun, text: string): boolean {
  return kind !== 'other' && text.slice(start, end).trim() !== '';
}

function addBlock(element: TreeElement, key: string, level: number, context: Context): void {
  const { document, blocks } = context;
  const notes: { element: TreeElement; key: string }[] = [];
  const inner = inlineHtml(element, key, { ...context, base: element.start, notes });
  const body = inner.map(String).join('');
  if (body === '' && !isTei(element, 'pb', 'lb', 'cb', 'gap', 'graphic', 'milestone')) return;
  const id = attribute(element, 'xml:id');
  const own = body === '' ? String(emptyHtml(element, element.start)) : body;
  blocks.push({
    key,
    start: element.start,
    end: element.end,
    ...(id !== undefined && { id }),
    name: element.local,
    level,
    html: own,
    hash: hashOf(element.local, id ?? '', String(level), own).slice(0, 12),
  });
  for (const note of notes) addBlocks(note.element, note.key, level + 1, { ...context, document });
}

interface InlineContext extends Context {
  readonly base: number;
  readonly notes: { element: TreeElement; key: string }[];
}

function inlineHtml(element: TreeElement, key: string, context: InlineContext): Markup[] {
  const { document } = context;
  let ordinal = 0;
  return childrenAndRuns(element, document.text).flatMap((node): Markup[] => {
    if (!isElementNode(node)) return runHtml(node, context);
    ordinal++;
    const childKey = key === '' ? String(ordinal) : `${key}/${ordinal}`;
    if (isNote(node)) {
      context.notes.push({ element: node, key: childKey });
      return [noteMarker(node, childKey, context)];
    }
    return [elementHtml(node, childKey, context)];
  });
}

function runHtml({ kind, start, end }: SourceRun, { document, base }: InlineContext): Markup[] {
  const { text } = document;
  if (kind === 'other') return [];
  if (kind === 'cdata') return [html`<span class="fixed">${text.slice(start + 9, end - 3)}</span>`];
  return readingUnits({ start, end }, text).map((unit) => {
    const length = unit.end - unit.start;
    return length === unit.text.length
      ? html`<span class="t" data-o="${unit.start - base}">${unit.text}</span>`
      : html`<span class="t" data-o="${unit.start - base}" data-l="${length}">${unit.text}</span>`;
  });
}

function noteMarker(note: TreeElement, key: string, { base }: InlineContext): Markup {
  const sign = attribute(note, 'n') ?? '*';
  return html`<span class="note-sign" data-e="${note.start - base}" data-n="note" data-note="${key}" contenteditable="false">${sign}</span>`;
}

function elementHtml(element: TreeElement, key: string, context: InlineContext): Markup {
  const inner = inlineHtml(element, key, context);
  if (element.end === element.startEnd || inner.length === 0)
    return emptyHtml(element, context.base);
  const classes = ['e', `n-${element.local}`, ...classesOf(element)].join(' ');
  const title = markDescription(element, context.label);
  const block =
    isSentenceEnd(element) || isTei(element, 'list', 'lg', 'address') ? ' inner-block' : '';
  return html`<span class="${classes}${block}" data-e="${element.start - context.base}" data-n="${element.local}" data-title="${title}">${inner}</span>`;
}

function emptyHtml(element: TreeElement, base: number): Markup {
  const n = attribute(element, 'n');
  const sign = n === undefined ? '' : ` ${n}`;
  return html`<span class="empty n-${element.local}" data-e="${element.start - base}" data-n="${element.local}" data-sign="${element.local}${sign}" contenteditable="false"></span>`;
}

function classesOf(element: TreeElement): string[] {
  const cert = attribute(element, 'cert');
  const refers = attribute(element, 'ref') ?? attribute(element, 'key');
  return [
    ...(cert === undefined ? [] : [`c-${cert.replace(/\W/g, '')}`]),
    ...(refers ? ['ref'] : []),
  ];
}

/** A description of the mark in one line: `person: Walter Hines Page, cert medium`. */
function markDescription(element: TreeElement, label: EntryLabel): string {
  const ref = attribute(element, 'ref');
  const names = ref
    ?.split(/\s+/)
    .map((one) => (one.startsWith('#') ? (label(one.slice(1)) ?? one) : one))
    .join(', ');
  const others = element.attributes
    .filter(({ name }) => !['ref', 'xml:id', 'resp'].includes(name))
    .map(({ name, value }) => `${name} ${value}`);
  return [element.local, ...(names === undefined ? [] : [names]), ...others].join(' · ');
}
