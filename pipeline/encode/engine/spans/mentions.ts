/**
 * Mentions as spans.
 *
 * Takes a mention of a person, organization, place, term or date. Returns the span of its element,
 * with its reference, who marked it and its certainty. TEI Guidelines, chapters 14 (names, dates)
 * and 1.3.1.1.4 (certainty, responsibility).
 */
import type { Dating } from '../../../authorities/model.ts';
import { ENTRY_ELEMENTS } from '../../../model/entry-elements.ts';
import type { Mention, Span } from '../model.ts';

/** A time of day without a day ("11 a.m.") is not a date. */
function isTimeOfDay(dating: Dating | undefined): boolean {
  const values = Object.values(dating ?? {});
  return values.length > 0 && values.every((value) => /^\d\d:/.test(value));
}

function elementOf(kind: Mention['kind'], dating: Dating | undefined): string {
  if (isTimeOfDay(dating)) return 'time';
  return kind === 'date' ? 'date' : ENTRY_ELEMENTS[kind].name;
}

export function mentionSpan(mention: Mention): Span {
  const { start, end, kind, target, type, dating, certainty } = mention;
  return {
    start,
    end,
    element: elementOf(kind, dating),
    attributes: {
      ...(target === undefined ? {} : { ref: `#${target}` }),
      ...(type === undefined ? {} : { type }),
      ...dating,
      resp: '#siglum',
      cert: certainty,
    },
    rank: 3,
  };
}
