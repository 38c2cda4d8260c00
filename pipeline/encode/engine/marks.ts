/**
 * Page marks and line breaks taken off a block's text and kept as points.
 *
 * In: a block's text with "[Page 338]" and line feeds. Out: the running text, and where in it a page or a line begins.
 */
import type { Point } from './model.ts';

/** A text with the points that stand in it, by offset. */
export interface MarkedText {
  readonly text: string;
  readonly points: readonly Point[];
}

/** With the white space around it. A run of white space is looked at once, from its beginning: there can be very long ones. */
const MARK = /(?:(?<![ \t])[ \t]+)?(?:\[Page[ \u00a0]([^\][\s]{1,20})\][ \t]*|\n[ \t]*)/g;

/**
 * Takes the marks off. A page mark between two words leaves one space before it ("this [Page 338] month"); inside a word
 * ("con[Page 3]cerned") it leaves none.
 */
export function takeMarks(raw: string): MarkedText {
  const points: Point[] = [];
  let text = '';
  let last = 0;
  for (const mark of raw.matchAll(MARK)) {
    text += raw.slice(last, mark.index);
    last = mark.index + mark[0].length;
    const page = mark[1];
    const spaced = page === undefined || /^[ \t]|[ \t]$/.test(mark[0]);
    if (spaced && text !== '' && !/[ \t]$/.test(text) && last < raw.length) text += ' ';
    points.push(
      page === undefined ? { kind: 'line', offset: text.length } : { kind: 'page', offset: text.length, n: page },
    );
  }
  text += raw.slice(last);
  const trimmed = text.replace(/ +$/, '');
  return {
    text: trimmed,
    points: points.map((point) => ({ ...point, offset: Math.min(point.offset, trimmed.length) })),
  };
}
