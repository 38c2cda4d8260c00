/**
 * A passage's text with its spans and points as nested elements.
 *
 * Takes a passage, the spans in it (settled: none crosses another), and the nodes for each point.
 * Returns the content of an element. Every character of the passage is written once and in order:
 * the text law depends on this.
 */
import type { Passage, Point, Span } from '../model.ts';
import { element, type OutputElement } from './element.ts';

/** Makes the node for a point: a page break, a line break, the note anchored there. */
type PointWriter = (point: Point) => OutputElement;

interface OpenSpan {
  readonly span: Span;
  readonly children: (OutputElement | string)[];
}

export function runningText(
  passage: Passage,
  spans: readonly Span[],
  pointNode: PointWriter,
): (OutputElement | string)[] {
  const top: (OutputElement | string)[] = [];
  const open: OpenSpan[] = [];
  const into = () => open.at(-1)?.children ?? top;
  let at = 0;
  const advance = (to: number) => {
    if (to > at) into().push(passage.text.slice(at, to));
    at = Math.max(at, to);
  };
  const closeUntil = (offset: number) => {
    for (let last = open.at(-1); last && last.span.end <= offset; last = open.at(-1)) {
      advance(last.span.end);
      open.pop();
      into().push(spanNode(last));
    }
  };
  for (const event of inOrder(spans, passage.points)) {
    closeUntil(event.offset);
    advance(event.offset);
    if ('span' in event && event.span.words !== undefined) {
      const { element: name, attributes, words } = event.span;
      into().push(element(name, attributes, ...(words === '' ? [] : [words])));
    } else if ('span' in event) open.push({ span: event.span, children: [] });
    else into().push(pointNode(event.point));
  }
  closeUntil(passage.text.length);
  advance(passage.text.length);
  return top;
}

type Event = { offset: number; point: Point } | { offset: number; span: Span };

/**
 * Points before the spans that open at the same offset: a note comes after the name it follows, not
 * inside the next.
 */
function inOrder(spans: readonly Span[], points: readonly Point[]): Event[] {
  const events: Event[] = [
    ...points.map((point) => ({ offset: pointOffset(point, spans), point })),
    ...spans.map((span) => ({ offset: span.start, span })),
  ];
  return events.sort((a, b) => a.offset - b.offset || Number('span' in a) - Number('span' in b));
}

/**
 * A page or line that begins inside a text-only element begins after it; a note is never inside one
 * (`settle`).
 */
function pointOffset(point: Point, spans: readonly Span[]): number {
  const around = spans.find(
    (span) => (span.leaf || span.child) && span.start < point.offset && point.offset < span.end,
  );
  return around ? around.end : point.offset;
}

function spanNode({ span, children }: OpenSpan): OutputElement {
  const content = span.child === undefined ? children : [element(span.child, {}, ...children)];
  return element(span.element, span.attributes, ...content);
}
