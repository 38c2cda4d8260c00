/**
 * The document as the editor reads it. The pane is `contenteditable`, so that caret and selection
 * work as usual, but it refuses every input: letters are commands.
 */

import { foldedWords, foldSpace } from '../../../core/text.ts';
import { el } from '../base/dom.ts';
import type { BlockPosition, BlockView, Chosen, DocumentView, DoubtView } from '../base/types.ts';
import { positionInBlock, rangeOf, stepIntoNext } from './caret-places.ts';
import { highlight } from './highlight.ts';

/** How many letters of a sentence are shown on each side of a doubt. */
const MOST_CONTEXT = 220;

/** The position of the caret, or the selection. */
export interface Selected {
  readonly chosen: Chosen | undefined;
  readonly words: string;
  /** The marks around it, innermost first. */
  readonly marks: readonly MarkAt[];
  /** The place of the caret, or the end of the selection. */
  readonly place: BlockPosition | undefined;
  readonly block: string | undefined;
}

export interface MarkAt {
  readonly at: BlockPosition;
  readonly element: string;
  readonly words: string;
  readonly title: string;
}

export class TextPane {
  readonly element: HTMLElement;
  #blocks: HTMLElement[] = [];
  #byKey: ReadonlyMap<string, HTMLElement> = new Map();
  #current: Element | undefined;

  constructor() {
    this.element = el('div', {
      class: 'text',
      contenteditable: 'true',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-readonly': 'true',
      'aria-label': 'Text. Choose words with the arrow keys and Shift; a letter marks them',
      spellcheck: 'false',
      tabindex: '0',
    });
    for (const type of ['beforeinput', 'paste', 'drop', 'cut', 'dragstart'] as const)
      this.element.addEventListener(type, (event) => event.preventDefault());
  }

  /** Shows a document; unchanged blocks stay as they are. Returns false if one is missing. */
  show(view: DocumentView): boolean {
    const old = new Map<string, HTMLElement[]>();
    for (const block of this.#blocks) {
      const hash = block.dataset['hash'] ?? '';
      old.set(hash, [...(old.get(hash) ?? []), block]);
    }
    const next: HTMLElement[] = [];
    for (const block of view.blocks) {
      const reused = old.get(block.hash)?.shift();
      if (!reused && block.html === undefined) return false;
      const shown = reused ?? blockElement(block);
      shown.dataset['key'] = block.key;
      shown.dataset['status'] = block.status ?? '';
      if (block.status === undefined) shown.removeAttribute('aria-description');
      else shown.setAttribute('aria-description', `state of the passage: ${block.status}`);
      next.push(shown);
    }
    this.#blocks = next;
    this.#byKey = new Map(next.map((block) => [block.dataset['key'] ?? '', block]));
    this.#place(next);
    return true;
  }

  /** Puts the blocks in order, changing only those that are new or moved. */
  #place(next: readonly HTMLElement[]): void {
    const wanted = new Set<Element>(next);
    for (const child of [...this.element.children]) if (!wanted.has(child)) child.remove();
    // By siblings: an index into the children is counted again after each insertion.
    let here = this.element.firstElementChild;
    const added = document.createDocumentFragment();
    for (const block of next) {
      if (here === null) added.append(block);
      else if (here === block) here = here.nextElementSibling;
      else this.element.insertBefore(block, here);
    }
    this.element.append(added);
  }

  /** Highlights the present doubt, and scrolls it into view. */
  point(doubt: DoubtView | undefined): void {
    this.#current?.classList.remove('current');
    const words = doubt?.chosen && rangeOf(this.blockOf(doubt.at.block), doubt.chosen);
    highlight(words);
    this.#current = words?.startContainer.parentElement ?? (doubt && this.markAt(doubt.at));
    if (!words) this.#current?.classList.add('current');
    this.#current?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  markAt({ block, offset }: BlockPosition): Element | undefined {
    return this.blockOf(block)?.querySelector(`[data-e="${offset}"]`) ?? undefined;
  }

  /** The `xml:id` of a block. */
  idOf(key: string | undefined): string | undefined {
    return key === undefined ? undefined : this.blockOf(key)?.dataset['id'];
  }

  blockOf(key: string): HTMLElement | undefined {
    return this.#byKey.get(key);
  }

  /** The sentence around a mark, in three parts: before, the mark, after. */
  sentenceOf(doubt: DoubtView): readonly [string, string, string] {
    if (doubt.chosen) return [doubt.before ?? '', doubt.words, doubt.after ?? ''];
    const mark = this.markAt(doubt.at);
    const body = mark?.closest('.body');
    if (!mark || !body) return ['', doubt.words, ''];
    const before = textBetween(body, mark, true);
    const after = textBetween(body, mark, false);
    const start = before.search(/[^.!?]*$/);
    const end = after.search(/[.!?](?:\s|$)/);
    return [
      clipped(before.slice(Math.max(0, start)), 'before'),
      mark.textContent ?? doubt.words,
      clipped(after.slice(0, end < 0 ? undefined : end + 1), 'after'),
    ];
  }

  selected(): Selected {
    const selection = document.getSelection();
    if (selection) stepIntoNext(selection);
    const none = { chosen: undefined, words: '', marks: [], place: undefined, block: undefined };
    if (!selection?.focusNode || !this.element.contains(selection.focusNode)) return none;
    const range = selection.getRangeAt(0);
    const from = positionInBlock(range.startContainer, range.startOffset, 'forward');
    const to = positionInBlock(range.endContainer, range.endOffset, 'back');
    const node = range.startContainer;
    const around = node instanceof Element ? node : node.parentElement;
    const marks: MarkAt[] = [];
    for (let here = around; here && here !== this.element; here = here.parentElement) {
      if (!(here instanceof HTMLElement)) continue;
      const at = here.dataset['e'];
      const block = here.closest<HTMLElement>('.block')?.dataset['key'];
      if (at === undefined || block === undefined) continue;
      marks.push({
        at: { block, offset: Number(at) },
        element: here.dataset['n'] ?? '',
        words: here.textContent ?? '',
        title: here.dataset['title'] ?? '',
      });
    }
    const block = around?.closest<HTMLElement>('.block')?.dataset['key'];
    const words = foldedWords(range.toString());
    const chosen = from && to && !range.collapsed && words !== '' ? { from, to } : undefined;
    return { chosen, words, marks, place: to ?? from, block };
  }

  /** Selects the word at the caret; returns the selection. */
  selectWord(): Selected {
    const selection = document.getSelection();
    if (selection?.isCollapsed && selection.focusNode instanceof Text) {
      const { data } = selection.focusNode;
      const at = selection.focusOffset;
      const near = at + (/^[^\p{L}\p{N}]*/u.exec(data.slice(at))?.[0].length ?? 0);
      const inWord = /[\p{L}\p{N}]$/u.test(data.slice(0, at));
      const from = inWord || near === data.length ? at : near;
      const start = from - (/[\p{L}\p{M}\p{N}'’-]*$/u.exec(data.slice(0, from))?.[0].length ?? 0);
      const end = from + (/^[\p{L}\p{M}\p{N}'’-]*/u.exec(data.slice(from))?.[0].length ?? 0);
      if (start < end)
        selection.setBaseAndExtent(selection.focusNode, start, selection.focusNode, end);
    }
    return this.selected();
  }

  /** Puts the caret at a place, so that the editor can continue there. */
  caret({ block, offset }: BlockPosition): void {
    const body = this.blockOf(block)?.querySelector('.body');
    if (!body) return;
    for (const span of body.querySelectorAll<HTMLElement>('.t')) {
      const start = Number(span.dataset['o']);
      const text = span.firstChild;
      const length = span.textContent?.length ?? 0;
      if (!(text instanceof Text) || offset > start + length) continue;
      document.getSelection()?.collapse(text, Math.max(0, Math.min(length, offset - start)));
      return;
    }
  }
}

/** Blocks are HTML that the server has made from escaped text. */
function blockElement({ html = '', hash, name, id, level }: BlockView): HTMLElement {
  const body = el('div', { class: 'body' });
  body.innerHTML = html;
  const block = el(
    'div',
    { class: `block b-${name} level-${Math.min(level, 4)}`, 'data-hash': hash, 'data-id': id },
    el('span', { class: 'label', contenteditable: 'false', 'aria-hidden': 'true' }, name),
    body,
  );
  return block;
}

/** Cuts a text that is too long for the card, between words. */
function clipped(words: string, side: 'before' | 'after'): string {
  if (words.length <= MOST_CONTEXT) return words;
  return side === 'before'
    ? `…${words.slice(-MOST_CONTEXT).replace(/^\S*/, '')}`
    : `${words.slice(0, MOST_CONTEXT).replace(/\S*$/, '')}…`;
}

function textBetween(body: Element, mark: Element, before: boolean): string {
  const range = document.createRange();
  if (before) {
    range.setStart(body, 0);
    range.setEndBefore(mark);
  } else {
    range.setStartAfter(mark);
    range.setEnd(body, body.childNodes.length);
  }
  const part = range.cloneContents();
  for (const sign of part.querySelectorAll('.note-sign')) sign.remove();
  return foldSpace(part.textContent ?? '');
}
