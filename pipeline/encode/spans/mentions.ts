/**
 * Mentions as spans.
 *
 * In: a mention of a person, organization, place, term or date. Out: the span of its element, with what it refers to, who marked
 * it and how sure that is. TEI Guidelines, chapters 14 (names, dates) and 1.3.1.1.4 (certainty, responsibility).
 */
import type { Mention } from '../model.ts';
import type { Span } from './span.ts';

const ELEMENT: Readonly<Record<Mention['kind'], string>> = {
  person: 'persName',
  org: 'orgName',
  place: 'placeName',
  term: 'term',
  date: 'date',
};

export function mentionSpan(mention: Mention): Span {
  const { start, end, kind, target, dating, certainty } = mention;
  return {
    start,
    end,
    element: ELEMENT[kind],
    attributes: { ...(target === undefined ? {} : { ref: `#${target}` }), ...dating, resp: '#siglum', cert: certainty },
    rank: 3,
  };
}
