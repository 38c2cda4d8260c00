/** The evidence of the words around four digits for or against a year. */
import { pattern } from '../../../core/text.ts';
import { matchAt } from '../values/match.ts';
import type { PartOfYear } from '../values/moment.ts';
import { clauseEndsOrGoesOn } from '../values/statement.ts';
import { MONTH } from '../values/vocabulary.ts';

const BEFORE_MONTH_RANGE = new RegExp(String.raw` ?[-–—] ?${MONTH} \d`, 'y');

/**
 * Words after which a number of four digits is a year, whatever follows, except "to" or "from" of a
 * message's number.
 */
const STRONG_BEFORE = pattern('i')`
    \b(?:in|since|during|until|till|throughout|year|years|early|late|mid|circa|ca\.|calendar|CY|
    anno|as early as|as late as)[ -]$
  `;

/** Words after which it may be a year, unless it counts something. */
const WEAK_BEFORE = pattern('i')`
    \b(?:of|by|to|from|for|before|after|between|around|about|and|or|through|than|beyond|into|
    prior to|on)[ ]$
  `;

const TO_POST = /^ (?:to|from) \p{Lu}/u;

/**
 * A year at the end of a title or an imprint: "Current Documents, 1964, pp. 1–2", "(Washington,
 * 1959)".
 */
const TITLE_BEFORE = /(?:\p{L}|["”’]),["”’]? $/u;

const TITLE_AFTER =
  /^(?:\)|,["”’]? (?:vol\b|volume\b|Vol\b|Volume\b|Book\b|Part\b|Parts\b|pp?\.|pages?\b))/;

const ADJECTIVE_BEFORE = /\b(?:the|this|that|our|his|their|its|a|pre|post)[ -]$/i;

const ADJECTIVE_AFTER = pattern('u')`
    ^(?:[- ](?!men\b|troops|tons|feet|miles|people|persons|soldiers|dollars|kilometers|meters|yards|
    hours|words|votes|copies|pages|refugees|students|barrels|aircraft|pounds|members|miners|workers|
    families|casualties|officers|prisoners|acres|square\b|metric\b|million|odd\b|
    or so\b)\p{L}[\p{L}-]{2,})
  `;

/**
 * Nouns that are identified by their year, which precedes them without an article: "support for
 * 1962 Geneva Agreements".
 */
const NAMED_BY_YEAR = pattern('iu')`
    ^ (?:\p{Lu}\p{L}+ )?(?:accords?|agreements?|protocols?|conference|treaty|convention|
    constitution|elections?|budget|prices|levels?|amendments?)\b
  `;

const PERIOD_VERB = /^ (?:was|is|will|has|had|saw|began|ended|brought|would|should|may)\b/;

/**
 * Whether the words around a number of four digits make it a year; `likely`: it is near the
 * document's.
 */
export function evidenceOfYear(
  text: string,
  before: string,
  after: string,
  end: number,
  likely: boolean,
): 'strong' | 'weak' | undefined {
  if (TO_POST.test(after)) return likely && /\bsince $/i.test(before) ? 'strong' : undefined;
  if (partBefore(before)) return 'strong';
  if (STRONG_BEFORE.test(before))
    return likely || clauseEndsOrGoesOn(text, end) ? 'strong' : undefined;
  if (!likely) return undefined;
  if (matchAt(BEFORE_MONTH_RANGE, text, end)) return 'strong';
  if (TITLE_BEFORE.test(before) && TITLE_AFTER.test(after)) return 'strong';
  const weak =
    NAMED_BY_YEAR.test(after) ||
    (WEAK_BEFORE.test(before) && clauseEndsOrGoesOn(text, end)) ||
    (/\($/.test(before) && /^[);,]/.test(after)) ||
    (ADJECTIVE_BEFORE.test(before) &&
      ADJECTIVE_AFTER.test(after) &&
      !/^ (?:and|or|from|to)\b/.test(after)) ||
    (/(?:^|[.!?]["”)]? )$/.test(before) && PERIOD_VERB.test(after));
  return weak ? 'weak' : undefined;
}

/** Words before a year or a month that select a part of it. */
const PARTS: readonly (readonly [RegExp, PartOfYear])[] = [
  [/\b(?:early|(?:the )?(?:beginning|start|(?:first|early) part) of)(?: in)?[ -]$/i, 'early'],
  [/\b(?:mid|(?:the )?middle of)[ -]$/i, 'mid'],
  [/\b(?:late|(?:the )?(?:end|close|(?:latter|last|later) part) of)(?: in)?[ -]$/i, 'late'],
  [/\b(?:the )?first half of $/i, 'firstHalf'],
  [/\b(?:the )?(?:second|last) half of $/i, 'secondHalf'],
  [/\b(?:the )?first quarter of $/i, 'quarter1'],
  [/\b(?:the )?second quarter of $/i, 'quarter2'],
  [/\b(?:the )?third quarter of $/i, 'quarter3'],
  [/\b(?:the )?(?:fourth|last) quarter of $/i, 'quarter4'],
  [/\b(?:the )?first week (?:of|in) $/i, 'week1'],
  [/\b(?:the )?second week (?:of|in) $/i, 'week2'],
  [/\b(?:the )?third week (?:of|in) $/i, 'week3'],
  [/\b(?:the )?fourth week (?:of|in) $/i, 'week4'],
  [/\b(?:the )?last week (?:of|in) $/i, 'lastWeek'],
  [/\b(?:the )?spring(?: of|,)? $/i, 'spring'],
  [/\b(?:the )?summer(?: of|,)? $/i, 'summer'],
  [/\b(?:the )?(?:autumn|fall)(?: of|,)? $/i, 'autumn'],
  [/\b(?:the )?winter(?: of|,)? $/i, 'winter'],
];

/**
 * The part of the year or month that the words before it select ("the spring of "), and how many
 * characters they have.
 */
export function partBefore(
  before: string,
): { readonly part: PartOfYear; readonly length: number } | undefined {
  for (const [pattern, part] of PARTS) {
    const match = pattern.exec(before);
    if (match) return { part, length: match[0].length };
  }
  return undefined;
}
