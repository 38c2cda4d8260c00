/**
 * Diaries and journals: entries, each with its day.
 */

import { counted, pattern } from '../../../core/text.ts';
import {
  EntryCalendar,
  type ResolvedDay,
  readWrittenDay,
  readWrittenMonth,
  type WrittenDay,
} from '../../dates/letter/written-day.ts';
import type { MarkedBlock } from '../../engine/blocks.ts';
import type { Dateline } from '../../engine/model.ts';
import { outlineTitled, partsOfBlocks } from '../../engine/outline/blocks.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { Division, TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/model/language.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import { type Genre, type GenreInput, NONE, type Recognition } from '../common/genre.ts';
import { letterSigns } from '../correspondence/signs.ts';
import { partsWithTitledPages } from './titled-pages.ts';

export const diary: Genre = {
  name: 'diary',
  title: 'a diary',
  recognize,
  outline,
  header: { correspondence: false },
};

/** Words for a diary in titles, in the languages of the table. */
const TITLE = pattern('iu')`
    \b(?:diary|diaries|journal|day-?book|tagebuch|tagebücher|tageb\.|diario|journal intime|log of)\b
  `;

/** A heading with a place or a remark after the day is short (in characters). */
const LONGEST_HEADING = 50;

interface EntryStart {
  readonly day: WrittenDay;
  /** The date is alone in the block. */
  readonly alone: boolean;
}

/**
 * The day with which a block begins an entry: on a line of its own, or before a full stop, colon or
 * dash.
 */
export function entryStart(
  { text, bullet }: MarkedBlock,
  language: Language,
): EntryStart | undefined {
  if (bullet !== undefined) return undefined;
  const day = readWrittenDay(text, language);
  if (!day) return undefined;
  const after = text.slice(day.end);
  if (/^[\s.,:;—–-]*$/.test(after)) return { day, alone: true };
  return /^(?:[.:;]|\s?(?:[—–―]|--))/.test(after) ? { day, alone: false } : undefined;
}

/** The whole day in a document's title: "Sonntag, 30. April 1899". */
function titleDay(title: string, language: Language): WrittenDay | undefined {
  const day = readWrittenDay(title, language);
  const whole = day?.day !== undefined && day.month !== undefined && day.year !== undefined;
  return whole && /^[\s.,:;]*$/.test(title.slice(day.end)) ? day : undefined;
}

/** The title's day, repeated at the beginning of the text: "30/4 Fair reviews." */
function repeatedDay(
  { text, bullet }: Pick<MarkedBlock, 'text' | 'bullet'>,
  { day, month, year }: WrittenDay,
  language: Language,
): WrittenDay | undefined {
  const found = bullet === undefined ? readWrittenDay(text, language) : undefined;
  return found &&
    found.day === day &&
    (found.month ?? month) === month &&
    (found.year ?? year) === year &&
    /^(?:$|[\s.,:;—–―-])/.test(text.slice(found.end))
    ? found
    : undefined;
}

/** A document with a day as its title is one entry, unless it is a letter. */
function recognizeSingle(evidence: GenreEvidence): Recognition {
  const { title, blocks, language } = evidence;
  const day = titleDay(title, language);
  if (!day || blocks.length === 0) return NONE;
  const { salutation, closing } = letterSigns(evidence);
  if (salutation || closing) return NONE;
  const repeated = repeatedDay(blocks[0] as MarkedBlock, day, language) !== undefined;
  return {
    score: 0.45 + (day.weekday === undefined ? 0 : 0.1) + (repeated ? 0.35 : 0),
    reasons: ['its title is a day', ...(repeated ? ['its text begins with the same day'] : [])],
  };
}

function recognize(evidence: GenreEvidence): Recognition {
  const single = recognizeSingle(evidence);
  const several = recognizeEntries(evidence);
  return single.score > several.score ? single : several;
}

function recognizeEntries({ title, blocks, language }: GenreEvidence): Recognition {
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
  const title = layout.titled ? (layout.blocks.find(({ text }) => text !== '')?.text ?? '') : '';
  const calendar = new EntryCalendar(readWrittenMonth(title, language));
  const day = titleDay(title, language);
  const tree = outlineTitled(layout, id, (blocks, make) =>
    entries(blocks, make, language, calendar, day),
  );
  if (!day || !tree.head) return tree;
  const head = { ...tree.head, dateline: datelineOf(day, new EntryCalendar().resolve(day)) };
  const parts = tree.parts.map((part) =>
    part.kind === 'passage' && part.passage === tree.head ? { ...part, passage: head } : part,
  );
  return { ...tree, head, parts };
}

/** The entry whose date is the document's title. */
function titledEntry(
  blocks: readonly MarkedBlock[],
  day: WrittenDay,
  make: PassageMaker,
  language: Language,
  calendar: EntryCalendar,
): Division {
  const resolved = calendar.resolve(day);
  const at = blocks.findIndex(({ text }) => text !== '');
  const first = blocks[at];
  const repeated = first && repeatedDay(first, day, language);
  const division = {
    kind: 'division',
    type: 'entry',
    ...(resolved.when === undefined ? {} : { n: resolved.when }),
  } as const;
  if (!first || !repeated) return { ...division, parts: partsWithTitledPages(blocks, make) };
  const before = partsOfBlocks(blocks.slice(0, at), make);
  const passage = make.passage(first, 'paragraph', { dateline: datelineOf(repeated, resolved) });
  const after = partsWithTitledPages(blocks.slice(at + 1), make);
  return { ...division, parts: [...before, { kind: 'passage', passage }, ...after] };
}

function datelineOf({ start, end }: WrittenDay, { when, certainty }: ResolvedDay): Dateline {
  const dating = when === undefined ? {} : { dating: { when } };
  return { places: [], dates: [{ start, end, certainty, ...dating }] };
}

function entries(
  blocks: readonly MarkedBlock[],
  make: PassageMaker,
  language: Language,
  calendar: EntryCalendar,
  day: WrittenDay | undefined,
): TreePart[] {
  const starts = blocks.map((block) => entryStart(block, language));
  // If dates are on lines of their own, a date within a paragraph does not begin an entry.
  const headed = starts.some((start) => start?.alone);
  const opens = (at: number) => {
    const start = starts[at];
    if (!start || start.alone || !headed) return start;
    // "Saturday, 25th March. Kiel Bay." is a heading as well, unless the previous heading has named
    // the day.
    const before = blocks.slice(0, at).findLastIndex(({ text }) => text !== '');
    const short = (blocks[at]?.text.length ?? 0) <= LONGEST_HEADING && !starts[before];
    return short ? { ...start, alone: true } : undefined;
  };
  const parts: TreePart[] = [];
  let at = 0;
  while (at < blocks.length && !opens(at)) at++;
  const before = blocks.slice(0, at);
  if (day && before.some(({ text }) => text !== ''))
    parts.push(titledEntry(before, day, make, language, calendar));
  else parts.push(...partsOfBlocks(before, make));
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
  const dateline = datelineOf(day, calendar.resolve(day));
  const division = { kind: 'division', type: 'entry' } as const;
  if (alone) {
    const head = make.passage(block, 'heading', { dateline });
    return { ...division, head, parts: partsWithTitledPages(rest, make) };
  }
  const paragraph = make.passage(block, 'paragraph', { dateline });
  return {
    ...division,
    parts: [{ kind: 'passage', passage: paragraph }, ...partsWithTitledPages(rest, make)],
  };
}
