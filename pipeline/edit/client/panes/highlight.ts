/** Highlights words that are no element of the page, where the browser can do it. */

const NAME = 'current-words';

export function highlight(range: Range | undefined): void {
  if (!('highlights' in CSS)) return;
  if (range) CSS.highlights.set(NAME, new Highlight(range));
  else CSS.highlights.delete(NAME);
}
