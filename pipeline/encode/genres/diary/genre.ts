/**
 * Diaries and journals: entries, each with its day.
 */

import {
  EntryCalendar,
  readWrittenDay,
  readWrittenMonth,
  type WrittenDay,
} from '../../dates/written-day.ts';
import type { MarkedBlock } from '../../engine/blocks.ts';
import type { Dateline } from '../../engine/model.ts';
import { outlineTitled, partsOfBlocks } from '../../engine/outline/blocks.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { Division, TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/language.ts';
import { counted, type GenreEvidence } from '../evidence.ts';
import { type Genre, type GenreInput, NONE, type Recognition } from '../genre.ts';

export const diary: Genre = {
  name: 'diary',
  title: 'a diary',
  recognize,
  outline,
  header: { correspondence: false },
};

/** What a title says of a diary, in the languages of the table. */
const TITLE =
  /\b(?:diary|diaries|journal|day-?book|tagebuch|tagebücher|tageb\.|diario|journal intime|log of)\b/iu;

/** A heading with a place or a remark behind the day is short (in characters). */
const LONGEST_HEADING = 50;

interface EntryStart {
  readonly day: WrittenDay;
  /** The date has the block for itself. */
  readonly alone: boolean;
}

/**
 * The day with which a block begins an entry: on a line of its own, or before a full stop, colon or
 * dash.
 */
function entryStart({ text, bullet }: MarkedBlock, language: Language): EntryStart | undefined {
  if (bullet !== undefined) return undefined;
  const day = readWrittenDay(text, language);
  if (!day) return undefined;
  const after = text.slice(day.end);
  if (/^[\s.,:;—–-]*$/.test(after)) return { day, alone: true };
  return /^(?:[.:;]|\s?(?:[—–―]|--))/.test(after) ? { day, alone: false } : undefined;
}

function recognize({ title, blocks, language }: GenreEvidence): Recognition {
  const starts = blocks.map((block) => entryStart(block, language));
  const alone = starts.filter((start) => start?.alone).length;
  const entries = Math.max(alone, starts.filter((start) => start).length - alone);
  const named = TITLE.test(title);
  if (entries === 0) return NONE;
  const first = starts.findIndex((start) => start !== undefined);
  const early = first <= 2 ? 0.15 : 0;
  const score = Math.min(0.97, (named ? 0.5 : 0) + early + Math.min(0.45, 0.12 * entries));
  return {
    score: entries < 2 && !named ? 0 : score,
    reasons: [
      `${counted(entries, 'block')} ${entries === 1 ? 'begins' : 'begin'} with a day`,
      ...(named ? ['its title says so'] : []),
    ],
  };
}

function outline({ id, layout, language }: GenreInput) {
  const title = layout.blocks.find(({ text }) => text !== '')?.text ?? '';
  const calendar = new EntryCalendar(readWrittenMonth(title, language));
  return outlineTitled(layout, id, (blocks, make) => entries(blocks, make, language, calendar));
}

function entries(
  blocks: readonly MarkedBlock[],
  make: PassageMaker,
  language: Language,
  calendar: EntryCalendar,
): TreePart[] {
  const starts = blocks.map((block) => entryStart(block, language));
  // Where dates are on lines of their own, a date within a paragraph begins no entry.
  const headed = starts.some((start) => start?.alone);
  const opens = (at: number) => {
    const start = starts[at];
    if (!start || start.alone || !headed) return start;
    // "Saturday, 25th March. Kiel Bay." is a heading as well, unless a heading has just named the
    // day.
    const before = blocks.slice(0, at).findLastIndex(({ text }) => text !== '');
    const short = (blocks[at]?.text.length ?? 0) <= LONGEST_HEADING && !starts[before];
    return short ? { ...start, alone: true } : undefined;
  };
  const parts: TreePart[] = [];
  let at = 0;
  while (at < blocks.length && !opens(at)) at++;
  parts.push(...partsOfBlocks(blocks.slice(0, at), make));
  while (at < blocks.length) {
    const start = opens(at) as EntryStart;
    let end = at + 1;
    while (end < blocks.length && !opens(end)) end++;
    parts.push(entry(blocks.slice(at, end), start, make, calendar));
    at = end;
  }
  return parts;
}

function entry(
  [first, ...rest]: readonly MarkedBlock[],
  { day, alone }: EntryStart,
  make: PassageMaker,
  calendar: EntryCalendar,
): Division {
  const block = first as MarkedBlock;
  const { when, certainty } = calendar.resolve(day);
  const dateline: Dateline = {
    places: [],
    dates: [
      {
        start: day.start,
        end: day.end,
        certainty,
        ...(when === undefined ? {} : { dating: { when } }),
      },
    ],
  };
  const division = { kind: 'division', type: 'entry' } as const;
  if (alone) {
    const head = make.passage(block, 'heading', { dateline });
    return { ...division, head, parts: partsOfBlocks(rest, make) };
  }
  const paragraph = make.passage(block, 'paragraph', { dateline });
  return {
    ...division,
    parts: [{ kind: 'passage', passage: paragraph }, ...partsOfBlocks(rest, make)],
  };
}
