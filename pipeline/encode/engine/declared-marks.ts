/**
 * Marks that an edition declares for its reading texts: for a page, a note, words that an editor
 * supplied, a gap.
 *
 * A mark is two fixed strings with something between them, or one fixed string. It is not a
 * pattern, so it cannot be slow.
 */
import type { MarkedText } from './marks.ts';
import type { Span } from './model.ts';

/** What a declared mark can become: `pb` and `ref` (of a note) are taken off the text. */
export const DECLARABLE = [
  'pb',
  'ref',
  'supplied',
  'gap',
  'unclear',
  'add',
  'del',
  'surplus',
  'note',
] as const;

type DeclaredElement = (typeof DECLARABLE)[number];

export interface DeclaredMark {
  readonly element: DeclaredElement;
  /** `@reason` of a gap, of supplied or unclear words. */
  readonly reason?: string;
  /** Who is responsible, a pointer: `@resp`. */
  readonly resp?: string;
  readonly before: string;
  /** Missing if the mark is one fixed string: "[---]". */
  readonly after?: string;
}

/** Text that may be between the two ends of the mark of a page or note. */
const INNER: Readonly<Record<'pb' | 'ref', RegExp>> = {
  pb: /^[^\s[\]]{1,20}$/u,
  ref: /^(?:\d{1,4}[a-z]?|[a-z]|[*†‡§¶]{1,4})$/u,
};
/** A longer distance between two marks (in UTF-16 units) means that they do not belong together. */
const LONGEST = 600;

/**
 * The text with the declared marks of pages and notes in the forms that are always understood:
 * "[Page 12]", "[^3]". Lines stay unchanged.
 */
export function canonicalMarks(text: string, marks: readonly DeclaredMark[]): string {
  let done = text;
  for (const mark of marks) {
    if (mark.element !== 'pb' && mark.element !== 'ref') continue;
    const { element } = mark;
    let canonical = '';
    let last = 0;
    for (const { start, end, inner } of occurrences(done, mark)) {
      const n = inner.trim();
      if (!INNER[element].test(n)) continue;
      canonical += done.slice(last, start) + (element === 'pb' ? `[Page ${n}]` : `[^${n}]`);
      last = end;
    }
    done = canonical + done.slice(last);
  }
  return done;
}

/** The elements that the declared marks within a passage become; the marks stay in the text. */
export function declaredSpans(
  { text, points }: MarkedText,
  marks: readonly DeclaredMark[],
): Span[] {
  return marks.flatMap((mark): Span[] => {
    if (mark.element === 'pb' || mark.element === 'ref') return [];
    return occurrences(text, mark).flatMap(({ start, end, inner }): Span[] => {
      if (mark.after !== undefined && inner.trim() === '') return [];
      const broken = points.some(({ offset }) => start < offset && offset < end);
      // A gap's description cannot contain a page break.
      if (mark.element === 'gap' && broken) return [];
      return [{ start, end, rank: 0, ...elementOf(mark) }];
    });
  });
}

function elementOf({ element, reason, resp }: DeclaredMark) {
  const own = {
    ...(reason === undefined ? {} : { reason }),
    ...(resp === undefined ? {} : { resp }),
  };
  if (element === 'gap') return { element, attributes: own, child: 'desc' };
  if (element === 'note')
    return { element, attributes: { type: 'editorial', place: 'inline', ...own } };
  return { element, attributes: own };
}

interface MarkOccurrence {
  readonly start: number;
  readonly end: number;
  readonly inner: string;
}

/** The places of a mark, from its last beginning before its end; none crosses another. */
function occurrences(text: string, { before, after }: DeclaredMark): MarkOccurrence[] {
  const found: MarkOccurrence[] = [];
  let from = 0;
  for (;;) {
    const begin = text.indexOf(before, from);
    if (begin < 0) return found;
    if (after === undefined) {
      from = begin + before.length;
      found.push({ start: begin, end: from, inner: '' });
      continue;
    }
    const close = text.indexOf(after, begin + before.length);
    if (close < 0) return found;
    const nearest = text.lastIndexOf(before, close - 1);
    const start =
      before === after || nearest < begin + before.length || nearest + before.length > close
        ? begin
        : nearest;
    from = close + after.length;
    if (close - start <= LONGEST)
      found.push({ start, end: from, inner: text.slice(start + before.length, close) });
    // If both ends are equal, the end of a pair that is too long may be the next beginning.
    else if (before === after) from = close;
  }
}
