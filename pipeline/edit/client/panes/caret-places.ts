/**
 * Translates the browser's selection into places in the file: which text node and offset it refers
 * to.
 */

import type { BlockPosition, Chosen, DocumentAction } from '../base/types.ts';

/** A caret between a space and a mark counts as before the mark's words, not after the space. */
export function stepIntoNext(selection: Selection): void {
  const { focusNode: node, focusOffset: at, isCollapsed } = selection;
  if (!isCollapsed || !(node instanceof Text) || at < node.length || !/\s$/.test(node.data)) return;
  const body = node.parentElement?.closest('.body');
  const texts = body ? textIn(body) : [];
  const next = texts[texts.indexOf(node) + 1];
  if (next && /^\S/.test(next.data)) selection.collapse(next, 0);
}

/** The place in the file of a boundary on the screen: in the text itself, or the nearest text. */
export function positionInBlock(
  node: Node,
  offset: number,
  towards: 'forward' | 'back',
): BlockPosition | undefined {
  let text: Node | null = node;
  let at = offset;
  if (!(node instanceof Text)) {
    const child = node.childNodes[towards === 'forward' ? offset : offset - 1] ?? node;
    text = towards === 'forward' ? firstText(child) : lastText(child);
    at = towards === 'forward' ? 0 : (text?.textContent?.length ?? 0);
  }
  const span = text?.parentElement?.closest<HTMLElement>('.t');
  const block = span?.closest<HTMLElement>('.block')?.dataset['key'];
  if (!span || block === undefined) return undefined;
  const start = Number(span.dataset['o']);
  const length = span.dataset['l'];
  const inside = length === undefined ? at : at === 0 ? 0 : Number(length);
  return { block, offset: start + inside };
}

function firstText(node: Node): Text | null {
  return textIn(node)[0] ?? null;
}

function lastText(node: Node): Text | null {
  return textIn(node).at(-1) ?? null;
}

function textIn(node: Node): Text[] {
  if (node instanceof Text) return node.parentElement?.closest('.t') ? [node] : [];
  return [...node.childNodes].flatMap(textIn);
}

/** Where the caret is after an action; undefined if it stays. */
export function placeOfAction(action: DocumentAction): BlockPosition | undefined {
  if ('chosen' in action) return action.chosen.to;
  return 'at' in action ? action.at : undefined;
}

/** The range of chosen words on the screen; undefined if they are not shown. */
export function rangeOf(block: HTMLElement | undefined, { from, to }: Chosen): Range | undefined {
  const [start, end] = [boundary(block, from.offset, 'start'), boundary(block, to.offset, 'end')];
  if (!start || !end) return undefined;
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

function boundary(
  block: HTMLElement | undefined,
  offset: number,
  side: 'start' | 'end',
): [Text, number] | undefined {
  for (const span of block?.querySelectorAll<HTMLElement>('.t') ?? []) {
    const [text] = textIn(span);
    const first = Number(span.dataset['o']);
    const length = Number(span.dataset['l'] ?? text?.length ?? 0);
    const inside = offset - first;
    if (!text || inside < 0 || inside > length) continue;
    if (side === 'start' ? inside === length : inside === 0) continue;
    return [text, Math.min(inside, text.length)];
  }
  return undefined;
}
