/** The dates of a document's text outside of its datelines. */
import { findDates } from '../dates/find.ts';
import { readTitleDay } from '../dates/letter/title-day.ts';
import { REPUBLICAN_MONTHS } from '../dates/written/calendars.ts';
import { findWrittenDates } from '../dates/written/find.ts';
import type { DocumentText, Mention, Passage } from '../engine/model.ts';
import { titleLanguage } from '../header/title-language.ts';
import type { Language } from '../languages/model/language.ts';

/** The dates of the text; also the day in a heading that is in another language. */
export function datesOf(document: DocumentText, language: Language): Mention[] {
  const found = datesInLanguage(document, language);
  const headings = document.passages.flatMap((passage) => dayOfHeading(passage, language) ?? []);
  const isWhole = (day: Mention) =>
    found.some((date) => overlaps(date, day) && date.start <= day.start && date.end >= day.end);
  const added = headings.filter((day) => !isWhole(day));
  return [...found.filter((date) => !added.some((day) => overlaps(date, day))), ...added];
}

/** "Schreiben vom 19. April 1833" above an English text. */
function dayOfHeading({ id, role, text }: Passage, own: Language): Mention | undefined {
  if (role !== 'title' && role !== 'heading') return undefined;
  const language = titleLanguage(text, own);
  const day = language === own ? undefined : readTitleDay(text, language);
  if (!day?.date.dating) return undefined;
  const { start, end, dating } = day.date;
  return { passage: id, start, end, kind: 'date', dating, certainty: 'high', rule: 'date/day' };
}

function overlaps(one: Mention, other: Mention): boolean {
  return one.passage === other.passage && one.start < other.end && other.start < one.end;
}

/**
 * The dates of the text, in its language. English has readers of its own; the tables of words add
 * feast days, "the 5th ult.", old style, and days before 1700.
 */
function datesInLanguage(document: DocumentText, language: Language): Mention[] {
  const dates = findWrittenDates(document, language);
  const written = hasRepublicanDateline(document) ? dates.map(withoutMonth) : dates;
  if (language.tag !== 'en') return written;
  const others = written.filter(
    ({ rule, dating }) =>
      /^date\/(?:feast|relative-month|double-year|old-style)/.test(rule) ||
      (rule === 'date/day' && (dating?.when ?? '2000') < '1700'),
  );
  const english = findDates(document).filter(
    (date) => !others.some((other) => overlaps(other, date)),
  );
  return [...english, ...others];
}

const REPUBLICAN = new RegExp(`(?<!\\p{L})(?:${REPUBLICAN_MONTHS.join('|')})(?!\\p{L})`, 'iu');

function hasRepublicanDateline({ passages }: DocumentText): boolean {
  return passages.some(({ text, dateline }) =>
    dateline?.dates.some(({ start, end }) => REPUBLICAN.test(text.slice(start, end))),
  );
}

/** "le 7 de ce mois" below "12 brumaire an VIII": a month of that calendar. */
function withoutMonth(date: Mention): Mention {
  if (date.rule !== 'date/relative-month') return date;
  const { dating: _, ...words } = date;
  return { ...words, certainty: 'low' };
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
