/**
 * Finds the dates in a document's passages, and resolves them against the document's own dating.
 *
 * Takes the passages (main text, then notes) and the document's dating if it is known. Returns a
 * mention for each date, in order, none inside another. A date without a year that can be found is
 * a mention without `dating`.
 */
import type { Certainty, Dating } from '../../authorities/model.ts';
import type { DatelineDate, DocumentText, Mention, Passage } from '../engine/model.ts';
import { resolveStatement } from './expressions/resolve.ts';
import { scanStatements } from './expressions/scan.ts';
import { datingOfDateline, readDateline } from './letter/dateline.ts';
import {
  civilDay,
  type Day,
  type Days,
  daysOfDating,
  daysOfValue,
  weekdayOf,
} from './values/calendar.ts';
import type { CalendarStatement, DateStatement } from './values/statement.ts';
import { WEEKDAY, weekdayNumber } from './values/vocabulary.ts';

/** A passage with its dates, before they are resolved. */
interface Scanned {
  readonly passage: Passage;
  readonly statements: readonly DateStatement[];
  /** The days of the document, or of the enclosure, that the passage belongs to. */
  readonly anchor?: Days;
  /** If the passage is a dateline: its dates, resolved by `dateline.ts`. */
  readonly dateline?: readonly DatelineDate[];
}

/** All dates of all passages. */
export function findDates(document: DocumentText): Mention[] {
  const scanned = scanPassages(document);
  const narrated = narratedDays(scanned);
  return scanned.flatMap((part) =>
    part.dateline ? datelineMentions(part.passage, part.dateline) : passageMentions(part, narrated),
  );
}

/**
 * Scans the passages in order. Dates after an enclosure's own dateline are relative to that date;
 * those in notes, to the document's. "Yesterday" and similar words are read in the main text only:
 * an editor's note quotes other documents, and dates are relative to theirs.
 */
function scanPassages({ passages, dating }: DocumentText): Scanned[] {
  const own = dating && daysOfDating(dating);
  let current = own;
  return passages.map((passage) => {
    const dateline =
      passage.dateline ?? (passage.role === 'dateline' ? readDateline(passage.text) : undefined);
    if (dateline) {
      const stated = datingOfDateline(dateline);
      current = (stated && daysOfDating(stated)) ?? current;
      if (passage.role !== 'paragraph')
        return { passage, statements: [], dateline: dateline.dates };
    }
    const note = passage.role === 'note';
    const anchor = note ? own : current;
    const statements = scanStatements(passage.text, {
      ...(anchor ? { documentYear: civilDay(anchor.first).year } : {}),
      ...(anchor && !note ? { relativeTo: anchor } : {}),
    });
    return { passage, statements, ...(anchor ? { anchor } : {}) };
  });
}

const YEAR_LENGTH = 366;

/**
 * The days that an undated document mentions: from the first to the last day that its main text
 * states with a year, if all are within one year and no sentence mentions another.
 */
function narratedDays(scanned: readonly Scanned[]): Days | undefined {
  const dated = scanned
    .filter(({ passage }) => passage.role !== 'note')
    .flatMap(({ statements }) => statements.filter(isCalendar))
    .filter((s) => hasStatedYear(s) && !s.to && !s.weak);
  const days = dated
    .filter(({ from }) => from.day !== undefined)
    .flatMap((s) => resolveStatement(s, {}).dating ?? [])
    .flatMap((dating) => daysOfDating(dating) ?? []);
  if (days.length === 0) return undefined;
  const first = Math.min(...days.map((d) => d.first));
  const last = Math.max(...days.map((d) => d.last));
  const years = [civilDay(first).year, civilDay(last).year];
  const spokenOf = dated.every(({ from }) => years.includes(from.year ?? Number.NaN));
  return spokenOf && last - first <= YEAR_LENGTH ? { first, last } : undefined;
}

/** "3 June", not "last June", which is counted from the document's date whatever precedes it. */
function omitsYear(statement: DateStatement): boolean {
  return isCalendar(statement) && statement.lean === undefined && statement.yearStep === undefined;
}

function isCalendar(statement: DateStatement): statement is CalendarStatement {
  return statement.kind === 'calendar';
}

function hasStatedYear(statement: DateStatement): boolean {
  return statement.kind === 'calendar' && statement.from.year !== undefined && !statement.shortYear;
}

const WEEKDAY_NAMED = new RegExp(`\\b${WEEKDAY}\\b`, 'i');

/** Whether the words name another weekday than that of the day in the reading. */
function isOtherWeekday(words: string, { when }: Dating): boolean {
  const name = WEEKDAY_NAMED.exec(words)?.[0];
  const day = when !== undefined && when.length >= 10 ? daysOfValue(when) : undefined;
  return name !== undefined && day !== undefined && weekdayNumber(name) !== weekdayOf(day.first);
}

function datelineMentions(passage: Passage, dates: readonly DatelineDate[]): Mention[] {
  return dates.flatMap(({ start, end, dating }) =>
    dating
      ? [
          {
            passage: passage.id,
            start,
            end,
            kind: 'date',
            dating,
            certainty: isOtherWeekday(passage.text.slice(start, end), dating) ? 'low' : 'high',
            rule: 'date/dateline',
          } as const,
        ]
      : [],
  );
}

/** An earlier date of the text, from which later ones may be reckoned. */
interface PreviousDate {
  readonly day: Day;
  readonly end: number;
  readonly statement: DateStatement;
}

function passageMentions(
  { passage, statements, anchor }: Scanned,
  narrated: Days | undefined,
): Mention[] {
  const mentions: Mention[] = [];
  let earlier: PreviousDate | undefined;
  /** The end of the last words that state another year than the document's. */
  let otherYear: number | undefined;
  for (const statement of statements) {
    const { start, end } = statement;
    const leads =
      earlier && leadsOn(earlier, passage.text.slice(earlier.end, start), anchor === undefined);
    const resolved =
      statement.kind === 'settled'
        ? statement
        : resolveStatement(statement, {
            ...(anchor ? { anchor } : {}),
            ...(earlier && leads ? { stated: earlier.day } : {}),
            ...(narrated ? { narrated } : {}),
          });
    const { dating, rule } = resolved;
    const certainty =
      otherYear !== undefined && omitsYear(statement) && /-near-document$/.test(rule)
        ? afterOtherYear(resolved.certainty, passage.text.slice(otherYear, start))
        : resolved.certainty;
    if (hasStatedYear(statement)) otherYear = isOfYear(dating, anchor) ? undefined : end;
    mentions.push({
      passage: passage.id,
      start,
      end,
      kind: 'date',
      ...(dating ? { dating } : {}),
      certainty,
      rule,
    });
    const days =
      statement.kind === 'calendar' && statement.from.month && dating && daysOfDating(dating);
    if (days) earlier = { day: days.last, end, statement };
  }
  return mentions;
}

/** Whether a stated date is of the document's year; true if the document is undated. */
function isOfYear(dating: Dating | undefined, anchor: Days | undefined): boolean {
  const days = dating && daysOfDating(dating);
  if (!days || !anchor) return true;
  return (
    civilDay(days.first).year <= civilDay(anchor.last).year &&
    civilDay(days.last).year >= civilDay(anchor.first).year
  );
}

/**
 * The certainty of a date that takes the document's year although the words before it state
 * another: "in 1914 the hall was blown up, June I think it was".
 */
function afterOtherYear(certainty: Certainty, between: string): Certainty {
  const sentences = between.match(SENTENCE_END)?.length ?? 0;
  if (sentences === 0) return 'low';
  return sentences === 1 && certainty === 'high' ? 'medium' : certainty;
}

/**
 * A day with its year applies to those that follow it closely, with no quotation or bracket
 * between.
 */
const CLOSE_BY = /^[^"“”()[\]]{0,60}$/;

/**
 * Whether a following date may be relative to the previous one. In an undated document, in the same
 * sentence or the next. In a dated one, only if the sentence has clearly left the document's year:
 * it said "last" or "next", or gave a day with its year close by.
 */
function leadsOn({ statement }: PreviousDate, between: string, undated: boolean): boolean {
  const sentences = between.match(SENTENCE_END)?.length ?? 0;
  if (undated) return sentences <= 1;
  if (sentences > 0 || statement.kind !== 'calendar') return false;
  return (
    statement.lean !== undefined ||
    (hasStatedYear(statement) && statement.from.day !== undefined && CLOSE_BY.test(between))
  );
}

const SENTENCE_END = /[.!?]["”’)]* +["“(]?\p{Lu}/gu;
