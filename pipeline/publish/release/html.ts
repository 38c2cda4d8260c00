/**
 * Small changes of finished pages.
 *
 * Takes a page's HTML from the layouts. Returns the same with a piece inserted at a place. A page
 * without the place is an internal error and reported as one, so that a changed layout does not
 * lose a piece silently.
 */

/** These contain only certain elements: nothing can be inserted right after their tags. */
const FRAMES = new Set(
  'ul ol dl table thead tbody tfoot tr colgroup select optgroup picture video audio'.split(' '),
);
/** These are empty. */
const EMPTY = new Set('img br hr input wbr source col'.split(' '));

export function insertBefore(html: string, mark: string, piece: string): string {
  const at = html.indexOf(mark);
  if (at < 0) throw new Error(`a page has no ${mark}`);
  return html.slice(0, at) + piece + html.slice(at);
}

/** Each identifier of a page, with the place of its attribute. */
export function pageIds(html: string): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (const { 1: id = '', index } of html.matchAll(/ id="([^"]*)"/g))
    if (!ids.has(id)) ids.set(id, index);
  return ids;
}

/** A second identifier for an element. */
export interface SecondId {
  readonly first: string;
  readonly second: string;
}

/**
 * The page with second identifiers for elements: empty elements at the beginning of these. All are
 * inserted in one pass.
 */
export function withSecondIds(
  html: string,
  ids: ReadonlyMap<string, number>,
  seconds: readonly SecondId[],
): string {
  const spans = new Map<number, string>();
  for (const { first, second } of seconds) {
    const at = ids.get(first);
    if (at === undefined) throw new Error(`a page has no id="${first}"`);
    const place = placeFor(html, html.lastIndexOf('<', at));
    spans.set(place, `<span id="${second}"></span>${spans.get(place) ?? ''}`);
  }
  let made = '';
  let from = 0;
  for (const [place, span] of [...spans].sort(([one], [other]) => one - other)) {
    made += html.slice(from, place) + span;
    from = place;
  }
  return made + html.slice(from);
}

/**
 * A place for an empty element: after the tag at `start`, or in the first element within it that
 * can contain it.
 */
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

/** After the `>` of the tag; a value may contain `>` too. */
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
