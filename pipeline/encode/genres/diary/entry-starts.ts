/**
 * Where the entries of a diary begin.
 *
 * Takes the blocks of a text and its language. Returns the blocks, cut at lines that begin with a
 * day, and for each block the day with which it begins an entry. A day on a line of its own or
 * before a full stop, colon or dash is evidence enough; "4th Fresh gale" and "Lima, 3 de mayo. …"
 * are accepted where most blocks begin so and the days follow one another.
 */
import { isSeparated, readPlacedDay } from '../../dates/letter/placed-day.ts';
import {
  readFeastLine,
  readPeriodLine,
  readWrittenDay,
  type WrittenDay,
} from '../../dates/letter/written-day.ts';
import type { MarkedBlock } from '../../engine/blocks.ts';
import { joinLines, type OutlineLine, outlineLines } from '../../engine/outline/lines.ts';
import type { Language } from '../../languages/model/language.ts';
import { perLanguage } from '../../languages/model/per-language.ts';

export interface EntryStart {
  readonly day: WrittenDay;
  /** The day is alone in the block: the block is the entry's heading. */
  readonly alone: boolean;
}

export interface DiaryBlock {
  readonly block: MarkedBlock;
  readonly start?: EntryStart;
}

/** What follows the day: nothing, a full stop or dash, or the text itself. */
type Following = 'nothing' | 'separator' | 'text';

interface Candidate {
  readonly day: WrittenDay;
  readonly following: Following;
  /** Only a number is written, "4th": the month is that of the entry before. */
  readonly bare: boolean;
  /** A place or other words stand before the day. */
  readonly led: boolean;
}

/** A heading with a place or a remark after the day is short (in characters). */
const LONGEST_REMARK = 40;
/** From how many entries on, and which share of the blocks, a sequence is evidence. */
const SEQUENCE = { entries: 3, share: 0.4 };

/** A bracket, or words of logs and notebooks before the day. */
const LEAD = /^[[(]?(?:(?:remarks (?:on|for)|on|d\.|día|dia|o dia|jour)\s+)?/iu;
const SENTENCE_END = /[.!?:;\])”"»]$/u;
const ALONE = /^[\s.,:;\])—–-]*$/;

/** The day with which a block begins an entry, judged by the block alone. */
export function entryStart(block: MarkedBlock, language: Language): EntryStart | undefined {
  const found = candidate(block, language);
  return found && isEvident(found) ? startOfCandidate(found) : undefined;
}

/** The blocks of a diary; `named`: its title calls it a diary. */
export function diaryBlocks(
  given: readonly MarkedBlock[],
  language: Language,
  named: boolean,
): DiaryBlock[] {
  const pieces = given.flatMap((block) => cutAtDays(block, language));
  const blocks = pieces.map(({ block }) => block);
  const candidates = pieces.map(({ block, heading }) => {
    const found = candidate(block, language);
    return found && heading ? { ...found, following: 'nothing' as const } : found;
  });
  const periods = blocks.map(
    ({ text, bullet }) => bullet === undefined && readPeriodLine(text, language) !== undefined,
  );
  const accepted = isSequence(blocks, candidates, named)
    ? withoutOddNumbers(candidates, periods)
    : candidates.map((found) => (found && isEvident(found) ? found : undefined));
  return blocks.map((block, at) => {
    const found = accepted[at];
    return found ? { block, start: startOfCandidate(found) } : { block };
  });
}

function startOfCandidate({ day, following }: Candidate): EntryStart {
  return { day, alone: following === 'nothing' };
}

function isEvident({ following, bare, led }: Candidate): boolean {
  return following !== 'text' && !bare && !led;
}

function candidate(block: MarkedBlock, language: Language): Candidate | undefined {
  const { text, bullet } = block;
  if (bullet !== undefined || text === '') return undefined;
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const written =
    readWrittenDay(text, language) ?? (lead > 0 ? readWrittenDay(text, language, lead) : undefined);
  if (written) return { day: written, following: after(text, written), bare: false, led: false };
  const feast = readFeastLine(text, language);
  if (feast) return { day: feast, following: 'nothing', bare: false, led: true };
  const placed = readPlacedDay(text, language);
  if (placed) return { day: placed, following: after(text, placed), bare: false, led: true };
  const number = bareDay(text, lead, language);
  return number && { day: number, following: after(text, number), bare: true, led: false };
}

const bareDayPattern = perLanguage(({ dayEnding }) => {
  const ending = dayEnding === '' ? '(?!)' : dayEnding;
  return new RegExp(`(\\d{1,2})(?:(?:${ending})(?!\\p{L})|(?=[.:]? ?[—–-]|[.:] ))`, 'uy');
});

/** "4th", "7ten", "13." */
function bareDay(text: string, start: number, language: Language): WrittenDay | undefined {
  const match = bareDayPattern(language);
  match.lastIndex = start;
  const found = match.exec(text);
  const day = Number(found?.[1]);
  return found && day >= 1 && day <= 31 ? { start, end: start + found[0].length, day } : undefined;
}

function after(text: string, day: WrittenDay): Following {
  if (ALONE.test(text.slice(day.end))) return 'nothing';
  return isSeparated(text, day) ? 'separator' : 'text';
}

/** Most blocks begin with a day, or a good share does in a text that is called a diary. */
function isSequence(
  blocks: readonly MarkedBlock[],
  candidates: readonly (Candidate | undefined)[],
  named: boolean,
): boolean {
  const found = candidates.filter((one) => one !== undefined);
  const words = blocks.filter(({ text }) => text !== '').length;
  const dated = found.filter(({ bare }) => !bare).length;
  // One date above numbered paragraphs is that of a sermon or a speech.
  if (dated < (named ? 1 : 2) || found.length < (named ? 2 : SEQUENCE.entries)) return false;
  if (!named && found.length < words * SEQUENCE.share) return false;
  return isChronological(found.map(({ day }) => day));
}

/** The days follow one another; one in eight may not. */
function isChronological(days: readonly WrittenDay[]): boolean {
  const halfYear = 186;
  let last = { at: 0, year: 0 };
  let backwards = 0;
  for (const { year = last.year, month, day } of days) {
    if (month === undefined || day === undefined) continue;
    const at = month * 31 + day;
    const earlier = last.at - at;
    if (year === last.year && earlier > 0 && earlier < halfYear) backwards++;
    last = { at, year };
  }
  return backwards * 8 <= days.length;
}

/**
 * Numbers alone are days only where each is later than the day before it; else they count items
 * within an entry.
 */
function withoutOddNumbers(
  candidates: readonly (Candidate | undefined)[],
  periods: readonly boolean[],
): readonly (Candidate | undefined)[] {
  let before: number | undefined;
  let odd = false;
  for (const [at, found] of candidates.entries()) {
    // Below the heading of a month the days begin again.
    if (periods[at]) before = 0;
    const day = found?.day.day;
    if (!found || day === undefined) continue;
    const nextMonth = before !== undefined && before > 24 && day <= 7;
    if (found.bare && (before === undefined || (day <= before && !nextMonth))) odd = true;
    before = day;
  }
  return odd ? candidates.map((found) => (found?.bare ? undefined : found)) : candidates;
}

interface EntryBlock {
  readonly block: MarkedBlock;
  /** A line with the day and at most a remark, cut from the text below it. */
  readonly heading?: boolean;
}

/** Cuts a block before each line that begins with a day, and below a day on its own line. */
function cutAtDays(block: MarkedBlock, language: Language): EntryBlock[] {
  const { bullet, text, points } = block;
  const cuttable = bullet === undefined && !text.includes('\t');
  if (!cuttable || !points.some(({ kind }) => kind === 'line')) return [{ block }];
  const pieces: EntryBlock[] = [];
  let open: OutlineLine[] = [];
  const close = (heading = false) => {
    if (open.length > 0) pieces.push({ block: joinLines(open), ...(heading ? { heading } : {}) });
    open = [];
  };
  for (const line of outlineLines(block)) {
    const before = open.at(-1)?.text;
    const begins = before === undefined || SENTENCE_END.test(before);
    const isPeriod = begins && readPeriodLine(line.text, language) !== undefined;
    const found = begins && !isPeriod ? candidate(line, language) : undefined;
    if (found || isPeriod) close();
    open.push(line);
    if (found && isHeadingLine(line, found)) close(true);
    else if (isPeriod) close();
  }
  close();
  return pieces.length === 1 ? [{ block }] : pieces;
}

/** "Am 19. Oktober abends", "Remarks on Wednesday 15th": a day and at most a remark. */
function isHeadingLine({ text }: OutlineLine, { day, bare, following }: Candidate): boolean {
  const rest = text.slice(day.end);
  if (following === 'nothing') return true;
  return !bare && rest.length <= LONGEST_REMARK && !/[.!?:;—–]/.test(rest);
}
