/**
 * Takes page marks and line breaks off a block's text and returns them as points.
 *
 * Takes a block's text with "[Page 338]" and line feeds. Returns the running text, and the offsets
 * in it at which a page or a line begins.
 */
import type { Point } from './model.ts';

/** A text with its points, by offset. */
export interface MarkedText {
  readonly text: string;
  readonly points: readonly Point[];
}

/** Takes marks off texts of one document. */
type MarkTaker = (raw: string) => MarkedText;

const SPACES = '(?:(?<![ \\t])[ \\t]+)?';
/** A number of a page or leaf: 338, xii, 12v, 1045a. */
const NUMBER = String.raw`[^\][\s|]{1,20}`;
const LEAF = String.raw`(?:\d{1,5}[a-z]?|[ivxlcdm]{1,8})(?:[.,-]?[rv])?`;

/**
 * The marks of a document. `words`: those before a page's number in brackets, as source of a
 * pattern. "[12]" and "|12|" are marks only for the numbers in `barePages`.
 */
export function markTaker(words: string, bare: ReadonlySet<string>): MarkTaker {
  const word =
    words === ''
      ? ''
      : String.raw`|\[(?:${words})(?:(?<=\.)[ \u00a0]?|[ \u00a0]|(?=\d))(?<leaf>${LEAF})\][ \t]*`;
  const mark = new RegExp(
    String.raw`${SPACES}(?:\[Page[ \u00a0](?<page>${NUMBER})\][ \t]*${word}|` +
      String.raw`\|(?<bar>${LEAF})\|[ \t]*|` +
      String.raw`\[(?<bare>${LEAF})\][ \t]*|(?<line>\n *))`,
    'giu',
  );
  return (raw) => takeMarks(raw, mark, bare);
}

/**
 * With the white space around it. White space is matched once, from its beginning, since it can be
 * very long.
 */
function takeMarks(raw: string, form: RegExp, bare: ReadonlySet<string>): MarkedText {
  const points: Point[] = [];
  let text = '';
  let last = 0;
  for (const mark of raw.matchAll(form)) {
    const { page, leaf, bar, bare: number, line } = mark.groups ?? {};
    if (number !== undefined && !bare.has(`[${number}]`)) continue;
    if (bar !== undefined && !bare.has(`|${bar}|`)) continue;
    const n = page ?? leaf ?? bar ?? number;
    text += raw.slice(last, mark.index);
    last = mark.index + mark[0].length;
    const broken =
      line !== undefined &&
      /\p{L}[-¬=⸗]$/u.test(text) &&
      /^\p{Ll}/u.test(raw.slice(last, last + 2));
    // Between two words there is one space, within a word ("con[Page 3]cerned", "Ver-⏎lust") none.
    const spaced = !broken && (n === undefined || /^[ \t]|[ \t]$/.test(mark[0]));
    if (spaced && text !== '' && !/[ \t]$/.test(text) && last < raw.length) text += ' ';
    points.push(
      n === undefined
        ? { kind: 'line', offset: text.length }
        : { kind: 'page', offset: text.length, n },
    );
  }
  text += raw.slice(last);
  const trimmed = text.replace(/ +$/, '');
  return {
    text: trimmed,
    points: points.map((point) => ({ ...point, offset: Math.min(point.offset, trimmed.length) })),
  };
}

const BARE = new RegExp(String.raw`\[(?:\d{1,4})\]|\|${LEAF}\|`, 'gu');
const WITH_WORD = /\[\p{L}{1,6}\.?[ \u00a0]?(\d{1,4})\]/gu;
/** The fewest marks in a series. */
const SERIES = 3;

/**
 * Which of "[12]" and "|12|" in a document are page marks: numbers between bars in ascending order
 * between or beside other marks, numbers in brackets that ascend by one without a gap and are not
 * anchors of notes. Two numbers alone are not evidence.
 */
export function barePages(
  texts: readonly string[],
  notes: ReadonlySet<string>,
): ReadonlySet<string> {
  const all = texts.join('\n');
  const found = [...all.matchAll(BARE)].map(([mark]) => mark);
  if (found.length === 0) return new Set();
  const bars = found.filter((mark) => mark.startsWith('|'));
  const brackets = found.filter((mark) => mark.startsWith('['));
  const counted = [...all.matchAll(WITH_WORD)].map((mark) => Number(mark[1]));
  const inSeries = (marks: readonly string[]) =>
    marks.length >= SERIES &&
    marks.every((mark, at) => at === 0 || numberOf(mark) === numberOf(marks[at - 1] ?? '') + 1);
  const between = (mark: string) =>
    counted.includes(numberOf(mark) - 1) || counted.includes(numberOf(mark) + 1);
  const pages = new Set<string>();
  for (const mark of bars) if (inSeries(bars) || between(mark)) pages.add(mark);
  if (inSeries(brackets) && !brackets.some((mark) => notes.has(mark.slice(1, -1)))) {
    for (const mark of brackets) pages.add(mark);
  }
  return pages;
}

function numberOf(mark: string): number {
  return Number.parseInt(mark.slice(1), 10);
}
