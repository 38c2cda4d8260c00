/** The dates of a document's text outside of its datelines. */
import { findDates } from '../dates/find.ts';
import { findWrittenDates } from '../dates/written/find.ts';
import type { DocumentText, Mention } from '../engine/model.ts';
import type { Language } from '../languages/model/language.ts';

/**
 * The dates of the text, in its language. English has readers of its own; the tables of words add
 * feast days, "the 5th ult.", old style, and days before 1700.
 */
export function datesOf(document: DocumentText, language: Language): Mention[] {
  const written = findWrittenDates(document, language);
  if (language.tag !== 'en') return written;
  const others = written.filter(
    ({ rule, dating }) =>
      /^date\/(?:feast|relative-month|double-year|old-style)/.test(rule) ||
      (rule === 'date/day' && (dating?.when ?? '2000') < '1700'),
  );
  const english = findDates(document).filter(
    (date) =>
      !others.some(
        (other) =>
          other.passage === date.passage && other.start < date.end && date.start < other.end,
      ),
  );
  return [...english, ...others];
}

/** A dateline's own dates are marked when it is read. */
export function outsideDatelines({ passages }: DocumentText, dates: readonly Mention[]): Mention[] {
  const lines = new Map(
    passages.flatMap(({ id, dateline }) => (dateline ? [[id, dateline] as const] : [])),
  );
  return dates.filter(({ passage, start, end }) => {
    const line = lines.get(passage);
    return !line?.dates.some((date) => start < date.end && date.start < end);
  });
}
