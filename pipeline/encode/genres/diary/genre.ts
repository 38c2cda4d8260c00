/**
 * Diaries and journals: entries, each with its day.
 */

import { counted, pattern } from '../../../core/text.ts';
import { EntryCalendar, type ResolvedDay } from '../../dates/letter/entry-calendar.ts';
import {
  readPeriodLine,
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
import { type DiaryBlock, diaryBlocks, type EntryStart } from './entry-starts.ts';
import { partsWithTitledPages } from './titled-pages.ts';

export const diary: Genre = {
  name: 'diary',
  title: 'a diary',
  recognize,
  outline,
  header: { correspondence: false },
};

/** Words for a diary in titles. */
const TITLE = pattern('iu')`
    (?<!\p{L})(?:diary|diaries|journals?|(?:day|log)-?books?|log of|\p{L}*tageb(?:uch|ücher|\.)|
    diari[oie]|diári[oa]|giornale|dagboek|dagbok|dagbog|deník|dziennik|dnevnik|napló)(?!\p{L})
  `;

/** A heading with a place or a remark after the day is short (in characters). */
const LONGEST_HEADING = 50;

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
  const named = TITLE.test(title);
  const starts = diaryBlocks(blocks, language, named).map(({ start }) => start);
  const alone = starts.filter((start) => start?.alone).length;
  const entries = Math.max(alone, starts.filter((start) => start).length - alone);
  if (entries === 0) return NONE;
  const first = starts.findIndex((start) => start !== undefined);
  const early = first <= 2 ? 0.15 : 0;
  const called = named ? (entries > 1 ? 0.6 : 0.5) : 0;
  const score = Math.min(0.97, called + early + Math.min(0.45, 0.12 * entries));
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
  const tree = outlineTitled(layout, id, (blocks, make) => {
    const maker = new DiaryOutline(make, language, calendar);
    return maker.periods(diaryBlocks(blocks, language, TITLE.test(title)), day);
  });
  if (!day || !tree.head) return tree;
  const head = { ...tree.head, dateline: datelineOf(day, new EntryCalendar().resolve(day)) };
  const parts = tree.parts.map((part) =>
    part.kind === 'passage' && part.passage === tree.head ? { ...part, passage: head } : part,
  );
  return { ...tree, head, parts };
}

/** No date is read in a heading without a known year: "January". */
const NO_DATELINE: Dateline = { places: [], dates: [] };

function datelineOf({ start, end }: WrittenDay, { when, certainty }: ResolvedDay): Dateline {
  const dating = when === undefined ? {} : { dating: { when } };
  return { places: [], dates: [{ start, end, certainty, ...dating }] };
}

class DiaryOutline {
  readonly #make: PassageMaker;
  readonly #language: Language;
  readonly #calendar: EntryCalendar;

  constructor(make: PassageMaker, language: Language, calendar: EntryCalendar) {
    this.#make = make;
    this.#language = language;
    this.#calendar = calendar;
  }

  /** A year or month on a line of its own is the heading of the entries below it. */
  periods(blocks: readonly DiaryBlock[], day: WrittenDay | undefined): TreePart[] {
    const periods = blocks.flatMap(({ block, start }, at) => {
      const period = start || block.bullet ? undefined : readPeriodLine(block.text, this.#language);
      return period ? [{ at, period, block }] : [];
    });
    // Months below the headings of years are divisions of the year.
    const years = periods.filter(({ period }) => period.month === undefined);
    const outer = years.length > 0 ? years : periods;
    const inside = (part: readonly DiaryBlock[], day?: WrittenDay) =>
      outer === periods ? this.#entries(part, day) : this.periods(part, day);
    const parts = inside(blocks.slice(0, outer[0]?.at), day);
    for (const [index, { at, period, block }] of outer.entries()) {
      this.#calendar.note(period);
      const when = this.#calendar.period;
      const end = block.text.replace(/[\s.:)\]]+$/, '').length;
      const start = /^[[(]/.test(block.text) ? 1 : 0;
      const dateline =
        when === undefined
          ? NO_DATELINE
          : datelineOf({ start, end }, { when, certainty: 'medium' });
      const head = this.#make.passage(block, 'heading', { dateline });
      const below = blocks.slice(at + 1, outer[index + 1]?.at);
      parts.push({ kind: 'division', head, parts: inside(below) });
    }
    return parts;
  }

  #entries(blocks: readonly DiaryBlock[], day: WrittenDay | undefined): TreePart[] {
    const opens = entryOpenings(blocks);
    const begins = opens.flatMap((start, at) => (start ? [{ start, at }] : []));
    const before = blocks.slice(0, begins[0]?.at).map(({ block }) => block);
    const parts: TreePart[] =
      day && before.some(({ text }) => text !== '')
        ? [this.#titledEntry(before, day)]
        : partsOfBlocks(before, this.#make);
    for (const [index, { start, at }] of begins.entries())
      parts.push(
        this.#entry(
          blocks.slice(at, begins[index + 1]?.at).map(({ block }) => block),
          start,
        ),
      );
    return parts;
  }

  /** The entry with the document's title as its date. */
  #titledEntry(blocks: readonly MarkedBlock[], day: WrittenDay): Division {
    const make = this.#make;
    const resolved = this.#calendar.resolve(day);
    const at = blocks.findIndex(({ text }) => text !== '');
    const first = blocks[at];
    const repeated = first && repeatedDay(first, day, this.#language);
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

  #entry([first, ...rest]: readonly MarkedBlock[], { day, alone }: EntryStart): Division {
    const make = this.#make;
    const block = first as MarkedBlock;
    const dateline = datelineOf(day, this.#calendar.resolve(day));
    const division = { kind: 'division', type: 'entry' } as const;
    const parts = () => partsWithTitledPages(rest, make);
    if (alone) {
      const head = make.passage(block, 'heading', { dateline });
      return { ...division, head, parts: parts() };
    }
    const passage = make.passage(block, 'paragraph', { dateline });
    return { ...division, parts: [{ kind: 'passage', passage }, ...parts()] };
  }
}

/**
 * Where entries begin. A day that is repeated under its heading begins none; if most days are on
 * lines of their own, a day within a paragraph does not either.
 */
function entryOpenings(blocks: readonly DiaryBlock[]): readonly (EntryStart | undefined)[] {
  const previous = (at: number) => blocks.slice(0, at).findLast(({ block }) => block.text !== '');
  const starts = blocks.map(({ start }, at) => {
    const heading = start && !start.alone ? previous(at)?.start : undefined;
    return heading?.alone && heading.day.day === start?.day.day ? undefined : start;
  });
  const alone = starts.filter((start) => start?.alone).length;
  const headed = alone > starts.filter((start) => start && !start.alone).length;
  return blocks.map(({ block }, at) => {
    const start = starts[at];
    if (!start || start.alone || !headed) return start;
    // "Saturday, 25th March. Kiel Bay." is a heading as well, unless the previous heading has named
    // the day.
    const short = block.text.length <= LONGEST_HEADING && !previous(at)?.start;
    return short ? { ...start, alone: true } : undefined;
  });
}
