/**
 * Puts the marks of a source on the passages of its document.
 *
 * Takes a reading text with marks by offsets, and the passages that its genre made of it. Returns
 * for each passage spans in its own offsets. The two texts differ in white space, bullets, page
 * marks and the numbers of notes; all else is the same, in the same order.
 */

import { addToList } from '../../core/multimap.ts';
import { pattern } from '../../core/text.ts';
import type { Passage, Span } from '../engine/model.ts';
import { settle } from '../engine/spans/span.ts';
import type { NoteAnchor, SourceMark } from '../sources/reading-text.ts';

/** The source's marks take precedence over the encoder's. */
const RANK = -1;

/** At most this many characters of bullets and labels come before a passage's first. */
const BEFORE_PASSAGE = 12;

const PAGE = /\[Page[ \u00a0][^\][\s]{1,20}\]/y;

/** Any other form of a page mark. */
const OTHER_PAGE = pattern('uy')`
    \[[^\][]{1,24}\]|\|[^|\s]{1,8}\||
    [\p{P}\p{S}][^\n\p{P}\p{S}]{0,12}[.:]?[^\n\p{P}\p{S}]{1,12}[\p{P}\p{S}]{1,4}
  `;

interface MarkedSource {
  readonly text: string;
  readonly anchors?: readonly NoteAnchor[];
  readonly marks?: readonly SourceMark[];
}

/** Spans by the ids of passages; `lost`: marks that could not be placed. */
interface PlacedMarks {
  readonly spans: ReadonlyMap<string, readonly Span[]>;
  readonly lost: readonly SourceMark[];
}

/** `passages`: in the order of the text, then the notes. */
export function placeMarks(source: MarkedSource, passages: readonly Passage[]): PlacedMarks {
  const { marks = [] } = source;
  const spans = new Map<string, Span[]>();
  if (marks.length === 0) return { spans, lost: [] };
  const reader = new SourceReader(source);
  const byLine = marksByLine(marks, reader);
  const placed = new Set<SourceMark>();
  for (const passage of passages) {
    const letters = reader.lettersOf(passage);
    if (!letters) continue;
    const own = marksOn(byLine, letters, reader)
      .flatMap((mark) => spanOf(mark, passage, letters, placed))
      .map(withId(passage.id));
    // Of elements around the same words, links are outermost, whichever a format writes first.
    own.sort((a, b) => a.start - b.start || b.end - a.end || (a.element > b.element ? -1 : 1));
    if (own.length > 0) spans.set(passage.id, own);
  }
  return { spans, lost: marks.filter((mark) => !placed.has(mark)) };
}

type MarksByLine = ReadonlyMap<number, readonly SourceMark[]>;

function marksByLine(marks: readonly SourceMark[], reader: SourceReader): MarksByLine {
  const byLine = new Map<number, SourceMark[]>();
  for (const mark of marks) {
    for (let line = reader.lineOf(mark.start); line <= reader.lineOf(mark.end); line++)
      addToList(byLine, line, mark);
  }
  return byLine;
}

function marksOn(byLine: MarksByLine, { offsets }: Letters, reader: SourceReader): SourceMark[] {
  const found = new Set<SourceMark>();
  const last = reader.lineOf(offsets.at(-1) ?? 0);
  for (let line = reader.lineOf(offsets[0] ?? 0); line <= last; line++) {
    for (const mark of byLine.get(line) ?? []) found.add(mark);
  }
  return [...found];
}

/** An element at a place can be cited. */
function withId(passage: string): (span: Span) => Span {
  let count = 0;
  return (span) => {
    if (span.words === undefined) return span;
    const id = `${passage}-${span.element === 'pb' ? 'pb' : 'c'}${++count}`;
    return { ...span, attributes: { ...span.attributes, 'xml:id': id } };
  };
}

/**
 * The characters of a passage that are not white space: their offsets in it, and in the source.
 * Both ascend.
 */
interface Letters {
  readonly places: readonly number[];
  readonly offsets: readonly number[];
}

function spanOf(
  mark: SourceMark,
  { text }: Passage,
  { places, offsets }: Letters,
  placed: Set<SourceMark>,
): Span[] {
  const { element, attributes, words } = mark;
  const first = lowerBound(offsets, mark.start);
  if (mark.start === mark.end) {
    const isHere =
      first > 0
        ? first < offsets.length || offsets[first - 1] === mark.start - 1
        : offsets[0] === mark.start;
    if (placed.has(mark) || !isHere) return [];
    placed.add(mark);
    const at = first === 0 ? 0 : Math.min((places[first - 1] ?? 0) + 1, text.length);
    return [{ start: at, end: at, element, attributes, rank: RANK, words: words ?? '' }];
  }
  const last = lowerBound(offsets, mark.end) - 1;
  if (last < first) return [];
  placed.add(mark);
  return [
    { start: places[first] ?? 0, end: (places[last] ?? 0) + 1, element, attributes, rank: RANK },
  ];
}

/** The first index with a value of at least `wanted`. */
function lowerBound(rising: readonly number[], wanted: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Walks through the source beside its passages. */
class SourceReader {
  readonly #text: string;
  readonly #lines: readonly number[];
  /** Where the numbers of notes begin, and how long they are. */
  readonly #anchors: ReadonlyMap<number, number>;
  #at = 0;
  #line = 0;

  constructor({ text, anchors = [] }: MarkedSource) {
    this.#text = text;
    this.#lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    this.#anchors = new Map(anchors.map(({ n, offset }) => [offset, n.length]));
  }

  /** From 1. */
  lineOf(offset: number): number {
    return lowerBound(this.#lines, offset + 1);
  }

  /** Undefined if the passage's text is not found in its place. */
  lettersOf({ text, line, points }: Passage): Letters | undefined {
    // A genre can make several passages of one block.
    const begin = line === this.#line ? this.#at : (this.#lines[line - 1] ?? 0);
    if (text.trim() === '') return undefined;
    const pages = points.filter(({ kind }) => kind === 'page').map(({ offset }) => offset);
    for (
      let skipped = 0, at = this.#next(begin);
      skipped <= BEFORE_PASSAGE;
      skipped++, at = this.#next(at + 1)
    ) {
      const letters = this.#match(text, at, pages);
      if (!letters) continue;
      this.#line = line;
      this.#at = (letters.offsets.at(-1) ?? at) + 1;
      return letters;
    }
    return undefined;
  }

  /** `pages`: where pages begin in the passage (their marks were removed). */
  #match(text: string, from: number, pages: readonly number[]): Letters | undefined {
    const places: number[] = [];
    const offsets: number[] = [];
    let at = from;
    for (const [index, char] of text.split('').entries()) {
      if (/\s/.test(char)) continue;
      at = this.#next(at);
      if (this.#text[at] !== char && pages.some((page) => Math.abs(page - index) <= 1))
        at = this.#next(this.#behindPage(at));
      if (this.#text[at] !== char) return undefined;
      places.push(index);
      offsets.push(at++);
    }
    return { places, offsets };
  }

  #behindPage(at: number): number {
    OTHER_PAGE.lastIndex = at;
    return OTHER_PAGE.test(this.#text) ? OTHER_PAGE.lastIndex : at;
  }

  /** The next character that a passage can contain. */
  #next(from: number): number {
    let at = from;
    for (;;) {
      PAGE.lastIndex = at;
      const anchor = this.#anchors.get(at);
      if (anchor !== undefined) at += anchor;
      else if (/\s/.test(this.#text[at] ?? '')) at++;
      else if (PAGE.test(this.#text)) at = PAGE.lastIndex;
      else return at;
    }
  }
}

/**
 * Marks and other spans of a passage together. If a mark crosses a name or a date, the mark is
 * divided.
 */
export function withMarks(
  found: readonly Span[],
  marks: readonly Span[],
  passage: Passage,
): Span[] {
  if (marks.length === 0) return [...found];
  const settled = settle(found, passage.points);
  return [...settled, ...marks.flatMap((mark) => divided(mark, settled))];
}

function divided(mark: Span, others: readonly Span[]): Span[] {
  if (mark.start === mark.end) return [mark];
  const crossing = others.filter(
    ({ start, end }) =>
      (start < mark.start && mark.start < end && end < mark.end) ||
      (mark.start < start && start < mark.end && mark.end < end),
  );
  const cuts = crossing
    .flatMap(({ start, end }) => [start, end])
    .filter((at) => mark.start < at && at < mark.end);
  const borders = [mark.start, ...[...new Set(cuts)].sort((a, b) => a - b), mark.end];
  return borders.slice(1).map((end, at) => ({ ...mark, start: borders[at] as number, end }));
}
