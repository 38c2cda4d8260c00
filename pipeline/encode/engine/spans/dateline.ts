/**
 * The places and dates of a dateline as spans.
 */
import type { Dating } from '../../../authorities/model.ts';
import type { Passage, Span } from '../model.ts';

/** A dateline's place and date are stated by the text itself: only their bounds are guessed. */
export function datelineSpans({ text, dateline: line }: Passage): Span[] {
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
        attributes: {
          ...dating,
          ...marks,
          ...(certainty ? { cert: certainty } : {}),
          ...(isUnresolved(text.slice(start, end), dating) ? { cert: 'low' } : {}),
        },
        rank: 4,
      }),
    ),
  ];
}

/** "May 4" in a letter without a year, as in running text; "undated" needs no value. */
function isUnresolved(words: string, dating: Dating | undefined): boolean {
  return dating === undefined && /\d/.test(words);
}
