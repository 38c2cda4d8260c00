/**
 * Dragging a word onto the word of another witness, by pointer events: the browser's own dragging
 * cannot be driven by WebDriver in Firefox, where it takes all further events of the mouse.
 */
import { el } from '../base/dom.ts';
import { type GridPlace, placeOfCell } from './table.ts';

/** How far the pointer moves, in pixels, before it drags. */
const THRESHOLD = 5;

/** So near to the table's edge, in pixels, it scrolls. */
const EDGE = 28;

interface Dragged {
  readonly x: number;
  readonly y: number;
  readonly from: GridPlace;
  /** The word beside the pointer, while it is dragged. */
  label?: HTMLElement;
}

/** `start` returns the word that is dragged, or ''; `drop` gets the place where it ends. */
export function listenToDragging(
  table: HTMLElement,
  start: (place: GridPlace) => string,
  drop: (place: GridPlace) => void,
): void {
  let dragged: Dragged | undefined;

  const end = (): void => {
    markTarget(table, undefined);
    dragged?.label?.remove();
    dragged = undefined;
    removeEventListener('keydown', cancel, true);
  };
  const cancel = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };

  table.addEventListener('pointerdown', (event) => {
    const from = placeOfCell(event.target);
    // A finger scrolls the table.
    if (!from || event.button !== 0 || event.shiftKey || event.pointerType === 'touch') return;
    dragged = { x: event.clientX, y: event.clientY, from };
  });
  addEventListener('pointermove', (event) => {
    if (!dragged) return;
    if (!dragged.label) {
      const { x, y, from } = dragged;
      if (Math.hypot(event.clientX - x, event.clientY - y) < THRESHOLD) return;
      const word = start(from);
      if (word === '') return end();
      dragged.label = el('div', { class: 'grid-dragged', 'aria-hidden': 'true' }, word);
      document.body.append(dragged.label);
      addEventListener('keydown', cancel, true);
    }
    dragged.label.style.left = `${event.clientX}px`;
    dragged.label.style.top = `${event.clientY}px`;
    scrollNear(table, event);
    markTarget(table, targetOf(table, event));
  });
  addEventListener('pointerup', (event) => {
    const isDragged = dragged?.label !== undefined;
    const cell = targetOf(table, event);
    const [from, to] = [dragged?.from, placeOfCell(cell ?? null)];
    end();
    if (!isDragged || !from || !to) return;
    if (from.witness !== to.witness || from.column !== to.column) drop(to);
  });
  addEventListener('pointercancel', end);
}

/** The cell under the pointer. */
function targetOf(table: HTMLElement, { clientX, clientY }: PointerEvent): HTMLElement | undefined {
  const cell = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('td[data-c]');
  return cell && table.contains(cell) ? cell : undefined;
}

function markTarget(table: HTMLElement, cell: HTMLElement | undefined): void {
  for (const marked of table.querySelectorAll('.target')) marked.classList.remove('target');
  cell?.classList.add('target');
}

function scrollNear(table: HTMLElement, { clientX, clientY }: PointerEvent): void {
  const { left, right, top, bottom } = table.getBoundingClientRect();
  table.scrollBy(past(clientX, left, right), past(clientY, top, bottom));
}

function past(at: number, from: number, to: number): number {
  if (at < from + EDGE) return -EDGE;
  return at > to - EDGE ? EDGE : 0;
}
