/** Dragging a word onto the word of another witness. */
import { type GridPlace, placeOfCell } from './table.ts';

/** `start` returns the word that is dragged; `drop` gets the place where it ends. */
export function listenToDragging(
  table: HTMLElement,
  start: (place: GridPlace) => string,
  drop: (place: GridPlace) => void,
): void {
  table.addEventListener('dragstart', (event) => {
    const place = placeOfCell(event.target);
    if (place) event.dataTransfer?.setData('text/plain', start(place));
  });
  table.addEventListener('dragover', (event) => {
    if (placeOfCell(event.target)) event.preventDefault();
  });
  table.addEventListener('drop', (event) => {
    event.preventDefault();
    const place = placeOfCell(event.target);
    if (place) drop(place);
  });
}
