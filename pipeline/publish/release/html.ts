/**
 * Small changes of finished pages.
 *
 * In: a page's HTML as the layouts write it. Out: the same with a piece put in at a place. A page without the place is a fault of the
 * program, and is said to be one, so that a changed layout does not lose a piece in silence.
 */

/** In these stand only elements of their own: nothing can be put right behind their tags. */
const FRAMES = new Set('ul ol dl table thead tbody tfoot tr colgroup select optgroup picture video audio'.split(' '));
/** These hold nothing. */
const EMPTY = new Set('img br hr input wbr source col'.split(' '));

export function insertBefore(html: string, mark: string, piece: string): string {
  const at = html.indexOf(mark);
  if (at < 0) throw new Error(`a page has no ${mark}`);
  return html.slice(0, at) + piece + html.slice(at);
}

export function hasId(html: string, id: string): boolean {
  return html.includes(` id="${id}"`);
}

/** The page with a second identifier at the place of the first: an empty element at the beginning of what bears it. */
export function withSecondId(html: string, first: string, second: string): string {
  const at = html.indexOf(` id="${first}"`);
  if (at < 0) throw new Error(`a page has no id="${first}"`);
  const place = placeFor(html, html.lastIndexOf('<', at));
  return `${html.slice(0, place)}<span id="${second}"></span>${html.slice(place)}`;
}

/** Where an empty element can stand: behind the tag at `start`, or in the first element within it that can hold it. */
function placeFor(html: string, start: number): number {
  const name = /^<([a-z][a-z0-9]*)/i.exec(html.slice(start, start + 20))?.[1]?.toLowerCase() ?? '';
  if (EMPTY.has(name)) return start;
  const end = tagEnd(html, start);
  if (!FRAMES.has(name)) return end;
  const next = /<[a-z]/gi;
  next.lastIndex = end;
  const within = next.exec(html);
  return within ? placeFor(html, within.index) : end;
}

/** Behind the `>` of the tag, which may stand in a value too. */
function tagEnd(html: string, start: number): number {
  let quote = '';
  for (let at = start; at < html.length; at += 1) {
    const c = html[at] as string;
    if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return at + 1;
  }
  return html.length;
}
