/**
 * A date as a passage states it, before its year is found.
 *
 * The readers (`calendar-date.ts`, `year.ts`, `relative.ts`, `clock.ts`) make statements; `join.ts`
 * joins neighbours and `resolve.ts` gives them their W3C values.
 */

import type { Certainty, Dating } from '../../../authorities/model.ts';
import { pattern } from '../../../core/text.ts';
import type { Moment, PartOfYear } from './moment.ts';

interface At {
  /** Offsets in the passage, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Stable name of the rule that read it: `date/day`. */
  readonly rule: string;
}

/** A date in terms of the calendar, possibly without a year. */
export interface CalendarStatement extends At {
  readonly kind: 'calendar';
  readonly from: Moment;
  /** The end of a range. */
  readonly to?: Moment;
  /** The part of `from`. */
  readonly part?: PartOfYear;
  /**
   * If "last", "next", "since" say on which side of the document's date it is, or "this" that it is
   * of the same year.
   */
  readonly lean?: 'past' | 'begun' | 'future' | 'same';
  /** The distance in years from the document's ("of last year"). */
  readonly yearStep?: number;
  /** The words give it a year that cannot be read, so it is not the document's. */
  readonly otherYear?: true;
  /** The stated day of the week, 1 for Monday to 7 for Sunday. */
  readonly weekday?: number;
  /** It may also be a number or a name. */
  readonly weak?: true;
  /** The year was given as its last two digits. */
  readonly shortYear?: true;
}

/** A date that is complete in words, or was computed from the document's own date. */
export interface SettledStatement extends At {
  readonly kind: 'settled';
  readonly dating: Dating;
  readonly certainty: Certainty;
}

/** The value that a rule has given to a date, and how certain it is. */
export interface ResolvedDate {
  readonly dating?: Dating;
  readonly certainty: Certainty;
  readonly rule: string;
}

export type DateStatement = CalendarStatement | SettledStatement;

/**
 * The words that may follow a number at the end of a clause: before them it counts nothing ("in
 * 1960 and", not "of 1960 tons").
 */
const CLAUSE_GOES_ON = pattern('')`
    ^(?:$|["”’')\]]*[.,;:?!)\]—–]| \(|["”’')\]]+(?: |$)|(?:,? (?:and|or|but|to|through|until|by|in|
    on|at|of|with|for|from|as|that|which|who|when|where|while|because|if|was|were|is|are|has|had|
    have|will|would|should|could|may|might|can|did|does|he|she|it|we|they|I|you|the|this|these|our|
    his|their|its|there|not|also|only|after|before|between|concerning|regarding|about|re|see|than|
    both|toward|towards|into|without|under|over|since|during|so|then|an?)\b))
  `;

/**
 * Whether the clause ends or continues with a function word after a number, so that the number
 * counts nothing.
 */
export function clauseEndsOrGoesOn(text: string, offset: number): boolean {
  return CLAUSE_GOES_ON.test(text.slice(offset, offset + 24));
}

/**
 * A date's year as four digits; FRUS and similar editions cover the eighteenth century to the
 * present.
 */
export const YEAR = '(?:1[789]\\d\\d|20[0-2]\\d)';
