/** Months without day and year: “in March”. */
import { pattern } from '../../../core/text.ts';
import { matchAt } from '../values/match.ts';
import type { Moment } from '../values/moment.ts';
import type { CalendarStatement } from '../values/statement.ts';
import { AMBIGUOUS_MONTH, MONTH, MONTH_NAME, monthNumber } from '../values/vocabulary.ts';

const MONTH_ALONE = new RegExp(
  String.raw`(?<month>${MONTH})(?![\p{L}\d]| \d{1,2}(?!\d)|-(?!${MONTH})\p{L})`,
  'uy',
);

const FULL_NAME = new RegExp(`^${MONTH_NAME}$`);

const BEFORE_MONTH = pattern('i')`
    \b(?:in|since|until|till|by|of|during|last|next|this|early|late|mid|through|for|from|to|before|
    after|between|throughout|around|about|coming|past|[Tt]he)[ -]$
  `;

const ONLY_NOUN_AFTER = /^ (?!(?:on|in|from|to|for|at|with|by|of|and|or|was|is)\b)\p{Ll}{4,}/u;

const NAME_AFTER = /^(?: [A-Z]\.)* \p{Lu}\p{Ll}+/u;

/**
 * Words beside a month's name that make it the name of an event or a body ("October War", "Black
 * September").
 */
const EVENT_AFTER = pattern('u')`
    ^ (?:War|Wars|Revolution|Crisis|Uprising|Revolt|Rising|Coup|Days|Manifesto|Massacre|Movement|
    Laws|Decrees|Offensive|Monarchy|Plot)(?!\p{L})
  `;

const EVENT_BEFORE = /\bBlack $/;

/** Words before "May" and "March" that also precede names of persons. */
const BEFORE_PERSON = /\b(?:to|for|from) $/i;

const LIST_OF_MONTHS = new RegExp(
  String.raw`^(?:,? (?:and|or|to|through) | ?[-–—/] ?|, )(?:early |late |mid-)?${MONTH}(?!\p{L})`,
  'u',
);

/**
 * A month's name alone; an abbreviation only if another month follows. "May" and "March" need
 * evidence; other names are accepted unless they look like a person's name.
 */
export function monthAlone(text: string, start: number): CalendarStatement[] | undefined {
  const match = matchAt(MONTH_ALONE, text, start);
  if (!match) return undefined;
  const name = match[0];
  const end = start + name.length;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 24);
  if (EVENT_AFTER.test(text.slice(end, end + 16)) || EVENT_BEFORE.test(before)) return undefined;
  const led = BEFORE_MONTH.test(before);
  const the = /\bthe $/i.test(before);
  const shouted = name === name.toUpperCase();
  const listed = LIST_OF_MONTHS.test(after);
  if (!listed && !FULL_NAME.test(name)) return undefined;
  const sure = AMBIGUOUS_MONTH.test(name)
    ? listed || (led && (!the || ONLY_NOUN_AFTER.test(after)) && !NAME_AFTER.test(after))
    : listed || led || !NAME_AFTER.test(after);
  if (!sure || (shouted && !led) || /\p{Lu}\. $/u.test(before)) return undefined;
  const statement = monthStatement('date/month', start, end, { month: monthNumber(name) }, false);
  const doubtful = AMBIGUOUS_MONTH.test(name) && !listed && BEFORE_PERSON.test(before);
  return [doubtful ? { ...statement, weak: true } : statement];
}

export function monthStatement(
  rule: string,
  start: number,
  end: number,
  from: Moment,
  short: boolean,
): CalendarStatement {
  return { kind: 'calendar', rule, start, end, from, ...(short ? { shortYear: true } : {}) };
}
