/**
 * Finds the dates in the passages of a document that is not in English, and in all languages the
 * feast days.
 *
 * Dates after a dateline are relative to its date; those in notes, to the document's. Notes do not
 * use "yesterday" of the document: they quote other documents.
 */
import { pattern } from '../../../core/text.ts';
import type { DocumentText, Mention, Passage } from '../../engine/model.ts';
import type { Language } from '../../languages/model/language.ts';
import { datingOfDateline } from '../letter/dateline.ts';
import { type Days, daysOfDating } from '../values/calendar.ts';
import { dateForms } from './forms.ts';
import { readWrittenDate, type WrittenDate } from './read.ts';

/** All dates of all passages, in order, none inside another. */
export function findWrittenDates(
  { passages, dating }: DocumentText,
  language: Language,
): Mention[] {
  const own = dating && daysOfDating(dating);
  let current = own;
  return passages.flatMap((passage) => {
    const stated = passage.dateline && datingOfDateline(passage.dateline);
    current = (stated && daysOfDating(stated)) ?? current;
    const note = passage.role === 'note';
    return datesIn(passage, language, note ? own : current)
      .filter(({ rule, impossible }) => !impossible && !(note && /\/relative-/.test(rule)))
      .map(
        ({ start, end, dating: value, certainty, rule }): Mention => ({
          passage: passage.id,
          start,
          end,
          kind: 'date',
          ...(value ? { dating: value } : {}),
          certainty,
          rule,
        }),
      );
  });
}

/** "H. 8", "Bd. 3": after these a number counts volumes, issues, pages. */
const COUNTED = pattern('iu')`
    (?<!\p{L})(?:h|heft|bd|band|jg|jahrgang|nr|no|n[°º]|núm|s|p|pp|t|tome|tomo|vol|art|kap|cap|
    chap)\.?\s?$|§\s?$
  `;

function datesIn({ text }: Passage, language: Language, anchor: Days | undefined): WrittenDate[] {
  const found: WrittenDate[] = [];
  const { candidate } = dateForms(language);
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const counted = /\d/.test(match[0]) && COUNTED.test(text.slice(0, match.index));
    const read = counted ? undefined : readWrittenDate(text, match.index, language, anchor);
    if (read) {
      found.push(read);
      candidate.lastIndex = read.end;
    } else candidate.lastIndex = match.index + 1;
  }
  return found;
}
