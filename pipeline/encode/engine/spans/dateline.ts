/**
 * The places and dates of a dateline as spans.
 */
import type { Passage, Span } from '../model.ts';

/** A dateline's place and date are stated by the text itself: only their bounds are guessed. */
export function datelineSpans({ dateline: line }: Passage): Span[] {
  if (!line) return [];
  const marks = { resp: '#siglum', cert: 'high' };
  return [
    ...line.places.map(({ start, end }) => ({
      start,
      end,
      element: 'placeName',
      attributes: marks,
      rank: 4,
    })),
    ...[...line.dates, ...(line.received ? [line.received] : [])].map(
      ({ start, end, dating, certainty }) => ({
        start,
        end,
        element: 'date',
        attributes: { ...dating, ...marks, ...(certainty ? { cert: certainty } : {}) },
        rank: 4,
      }),
    ),
  ];
}
