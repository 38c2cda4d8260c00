/**
 * Spans: ranges of a passage that an element will enclose, from any step.
 *
 * Takes spans of one passage that may cross, and its points. Returns spans of which each encloses
 * another, is inside it, or does not overlap it.
 */
import type { Point, Span } from '../model.ts';

/**
 * Of crossing spans the one with lower rank stays, then the longer; of two spans over the same
 * words with the same element the first. A text-only element cannot contain a note's anchor: such a
 * span is dropped, since the note would have to move. The result is in the order in which elements
 * open.
 */
export function settle(spans: readonly Span[], points: readonly Point[]): Span[] {
  const notes = points.filter(({ kind }) => kind === 'note');
  const possible = spans.filter(
    (span) =>
      !(span.leaf || span.child) ||
      !notes.some(({ offset }) => span.start < offset && offset < span.end),
  );
  const inOrder = possible.sort(
    (a, b) => a.rank - b.rank || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const chosen: Span[] = [];
  for (const span of inOrder) {
    if (
      (span.end > span.start || span.words !== undefined) &&
      chosen.every((other) => agree(span, other))
    )
      chosen.push(span);
  }
  return chosen.sort((a, b) => a.start - b.start || b.end - a.end || a.rank - b.rank);
}

function agree(span: Span, chosen: Span): boolean {
  const separate = span.end <= chosen.start || chosen.end <= span.start;
  if (separate) return true;
  const inside = chosen.start <= span.start && span.end <= chosen.end;
  const around = span.start <= chosen.start && chosen.end <= span.end;
  if (inside && chosen.leaf) return false;
  if (around && span.leaf) return false;
  if (inside && around)
    return span.element !== chosen.element || span.attributes['rend'] !== chosen.attributes['rend'];
  return inside || around;
}
