/**
 * The day on which a letter was sent, from a remark on its copy: "exp. 9.1.1930", "Posted 3 May
 * 1850".
 *
 * Takes the tree of a letter without a date. Returns its origin with that day, marked as uncertain.
 */

import { readWrittenDay } from '../dates/letter/written-day.ts';
import { daysInMonth } from '../dates/values/calendar.ts';
import type { Passage } from '../engine/model.ts';
import { passagesInOrder } from '../engine/order.ts';
import type { DocumentTree } from '../engine/tree.ts';
import type { Language } from '../languages/model/language.ts';
import type { Origin } from './facts.ts';

/** A remark is short (in characters). */
const LONGEST = 160;

export function withDispatchDate(origin: Origin, tree: DocumentTree, language: Language): Origin {
  if (origin.date) return origin;
  const sent = new RegExp(
    `(?<![\\p{L}])(?:${language.letters.dispatched})[.:]? ` +
      `(?:(?:${language.letters.beforeDate}) )?(?=\\S*\\d)`,
    'giu',
  );
  const notes = new Set(tree.notes.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id)));
  for (const { id, text } of passagesInOrder(tree)) {
    if (text.length > LONGEST) continue;
    for (const found of text.matchAll(sent)) {
      const before = text.slice(0, found.index);
      // In the letter itself "sent 3 May" may refer to anything.
      if (notes.has(id) ? STATED.test(before) : before !== '') continue;
      const date = dayAt(text, found.index + found[0].length, language);
      if (date) return { ...origin, date };
    }
  }
  return origin;
}

/** "The answer was sent 3 May 1850" is about another letter. */
const STATED = /(?<!\p{L})(?:was|were|is|been|wurden?|ist|sind|fut|été|est|fue|letter|brief) $/iu;

function dayAt(text: Passage['text'], at: number, language: Language): Origin['date'] {
  const { day, month, year, end = at } = readWrittenDay(text, language, at) ?? {};
  if (day === undefined || month === undefined || year === undefined) return undefined;
  if (day > daysInMonth(year, month) || /[^\s.)\]]/.test(text.slice(end))) return undefined;
  const when = [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))];
  return { words: text.slice(at, end), attributes: { when: when.join('-'), cert: 'low' } };
}
