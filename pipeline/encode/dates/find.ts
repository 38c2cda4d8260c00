/**
 * Finds the dates that a document's passages state, and resolves them against the document's own dating.
 *
 * In: the passages (main text, then notes) and the document's dating where it is known. Out: a mention for each date, in
 * order, none inside another. A date whose year cannot be known is a mention without `dating`.
 */
import type { Mention, Passage, TextUnderStudy } from '../model.ts';
import { civilDay, type Day, type Days, daysOfDating } from './calendar.ts';
import { readCalendarDates } from './calendarDate.ts';
import { readClock } from './clock.ts';
import { datingOf, readDateline } from './dateline.ts';
import { joinStatements } from './join.ts';
import { RELATIVE_START, readRelative } from './relative.ts';
import { resolveStatement } from './resolve.ts';
import type { Statement } from './statement.ts';
import { partBefore, readYears } from './year.ts';

/** All dates of all passages. */
export function findDates(study: TextUnderStudy): Mention[] {
  let anchor = study.dating && daysOfDating(study.dating);
  const mentions: Mention[] = [];
  for (const passage of study.passages) {
    if (passage.role === 'dateline') {
      const dateline = readDateline(passage.text);
      if (dateline) {
        // What follows an enclosure's own dateline speaks from that date.
        const dating = datingOf(dateline);
        anchor = (dating && daysOfDating(dating)) ?? anchor;
        for (const { start, end, dating } of dateline.dates) {
          if (dating)
            mentions.push({
              passage: passage.id,
              start,
              end,
              kind: 'date',
              dating,
              certainty: 'high',
              rule: 'date/dateline',
            });
        }
        continue;
      }
    }
    if (passage.role === 'note') anchor = study.dating && daysOfDating(study.dating);
    mentions.push(...datesOfPassage(passage, anchor));
  }
  return mentions;
}

/** Where a date may begin: a month's name, a weekday, a digit, a word of time. */
const CANDIDATE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d|noon\b|midnight\b|${RELATIVE_START}\b)`,
  'giu',
);

function datesOfPassage(passage: Passage, anchor: Days | undefined): Mention[] {
  const { text } = passage;
  const mentions: Mention[] = [];
  let stated: { day: Day; end: number } | undefined;
  for (const statement of joinStatements(text, scan(passage, anchor))) {
    const { start, end } = statement;
    const resolved =
      statement.kind === 'settled'
        ? statement
        : resolveStatement(statement, {
            ...(anchor ? { anchor } : {}),
            ...(stated ? { stated: { day: stated.day, near: isNear(text.slice(stated.end, start)) } } : {}),
          });
    const { dating, certainty, rule } = resolved;
    mentions.push({ passage: passage.id, start, end, kind: 'date', ...(dating ? { dating } : {}), certainty, rule });
    if (dating && statement.kind === 'calendar' && statement.from.month !== undefined) {
      const days = daysOfDating(dating);
      if (days) stated = { day: days.last, end };
    }
  }
  return mentions;
}

/** The statements of a passage as they stand, the parts and leanings said before them taken in, in order. */
function scan({ text, role }: Passage, anchor: Days | undefined): Statement[] {
  const documentYear = anchor && civilDay(anchor.first).year;
  const statements: Statement[] = [];
  let end = 0;
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const found = read(text, match.index, role === 'note' ? undefined : anchor, documentYear);
    if (found.length === 0) continue;
    const [first, ...rest] = found;
    statements.push(withWordsBefore(text, first as Statement, end), ...rest);
    end = (found.at(-1) as Statement).end;
    CANDIDATE.lastIndex = end;
  }
  return statements;
}

/**
 * What begins at `offset`, by the first reader that knows it. Relative dates are read only where `anchor` is given: an editor's
 * note quotes other documents, from whose dates their "yesterday" counts.
 */
function read(text: string, offset: number, anchor: Days | undefined, documentYear: number | undefined): Statement[] {
  const calendar = readCalendarDates(text, offset);
  if (calendar.length > 0) return calendar;
  const clock = readClock(text, offset);
  if (clock) {
    const { from, to, end } = clock;
    const moment = { from: { clock: from }, ...(to ? { to: { clock: to } } : {}) };
    return [{ kind: 'calendar', rule: 'date/time-of-day', start: offset, end, ...moment }];
  }
  const other = readYears(text, offset, documentYear) ?? (anchor && readRelative(text, offset, anchor));
  return other ? [other] : [];
}

const LEANINGS: readonly (readonly [RegExp, 'past' | 'future'])[] = [
  [/\b(?:last|this past|past) $/i, 'past'],
  [/\b(?:next|this coming|coming) $/i, 'future'],
];
const SINCE = /\bsince (?:last )?$/i;

/** The words before a calendar date that belong to it: "late 1963", "the spring of 1964", "last April". */
function withWordsBefore(text: string, statement: Statement, limit: number): Statement {
  if (statement.kind !== 'calendar') return statement;
  const before = text.slice(Math.max(limit, statement.start - 30), statement.start);
  if (statement.from.day === undefined && statement.from.clock === undefined && !statement.to) {
    const found = partBefore(before);
    if (found) return { ...statement, rule: 'date/part', start: statement.start - found.length, part: found.part };
  }
  if (statement.from.year !== undefined) return statement;
  for (const [pattern, lean] of LEANINGS) {
    const match = pattern.exec(before);
    if (match) return { ...statement, start: statement.start - match[0].length, lean };
  }
  return SINCE.test(before) ? { ...statement, lean: 'past' } : statement;
}

const SENTENCE_END = /[.!?]["”’)]* +["“(]?\p{Lu}/gu;

/** Whether at most one sentence ends between two dates. */
function isNear(between: string): boolean {
  return (between.match(SENTENCE_END)?.length ?? 0) < 2;
}
