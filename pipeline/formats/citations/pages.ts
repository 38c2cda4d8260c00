/** Pages of a printed source in words. */
import type { PrintFacts } from '../../model/facts.ts';
import type { Say } from '../writing/words.ts';

type Pages = NonNullable<PrintFacts['pages']>;

/** "pp. 337–39": of the last page only the digits that differ, at least two (MLA 9, 2.139). */
export function shortPages({ from, to }: Pages, say: Say): string {
  const cut = to.length - 2;
  const same =
    to.length > 2 && from.length === to.length && from.slice(0, cut) === to.slice(0, cut);
  const short = same && /^\d+$/.test(from + to);
  return pageRange(from, short ? to.slice(cut) : to, from === to, say);
}

/** "pp. 337–339". */
export function fullPages({ from, to }: Pages, say: Say): string {
  return pageRange(from, to, from === to, say);
}

function pageRange(from: string, to: string, single: boolean, say: Say): string {
  return single ? say('citation.page', { n: from }) : say('citation.pages', { n: `${from}–${to}` });
}

/** "45–47". */
export function bareRange({ from, to }: Pages): string {
  return from === to ? from : `${from}–${to}`;
}
