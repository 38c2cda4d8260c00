/**
 * How a prose text sets its headings, decided for the whole text: whether titles are in a block
 * below the numbers, and which lines "I. The journey." are numbered headings.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { labelEnumerators } from '../../engine/outline/enumerators.ts';
import type { OutlineLine } from '../../engine/outline/lines.ts';
import type { Language } from '../../languages/model/language.ts';
import { countedBlocks } from '../common/counted-headings.ts';
import { isNumberAlone, readHeading } from '../common/headings.ts';
import { PARAGRAPH } from '../literature/paragraph.ts';

/** The longest title below a number, and the longest numbered title (in characters). */
const LONGEST_TITLE = 160;
/** This proportion of the numbers must have a title below them. */
const MOST = 0.7;

export interface HeadingHabits {
  /** Blocks that are the title of the number in the previous block. */
  readonly titles: ReadonlySet<number>;
  /** Blocks with a number and a title that form one series. */
  readonly numbered: ReadonlySet<number>;
  /** Blocks with a number alone that are not headings: another number follows at once. */
  readonly labels: ReadonlySet<number>;
  /** Headlines with a full stop, in a text without other headings. */
  readonly headlines: ReadonlySet<number>;
}

export function headingHabits(
  blocks: readonly MarkedBlock[],
  lines: readonly (readonly OutlineLine[])[],
  language: Language,
): HeadingHabits {
  const next = (at: number): number =>
    blocks.findIndex(({ text }, index) => index > at && text !== '');
  const numbers: number[] = [];
  const titles = new Set<number>();
  const labels = new Set<number>();
  for (const [at, block] of blocks.entries()) {
    if (block.bullet !== undefined || lines[at]?.length !== 1) continue;
    if (isNumberAlone(block.text)) {
      const below = blocks[next(at)];
      if (below && /^\W*\d/.test(block.text) && isNumberAlone(below.text)) {
        labels.add(at).add(next(at));
        continue;
      }
    } else if (!isBareHeading(block.text, language)) continue;
    numbers.push(at);
    const title = blocks[next(at)];
    const text = blocks[next(next(at))];
    if (title && text && isTitle(title, text)) titles.add(next(at));
  }
  // Two chapters may begin with a short sentence each.
  const sure = numbers.length > 2 || ![...titles].some((at) => /\.$/.test(blocks[at]?.text ?? ''));
  const titled = numbers.length > 1 && sure && titles.size / numbers.length >= MOST;
  return {
    titles: titled ? titles : new Set(),
    numbered: new Set([...numberedTitles(blocks, lines), ...countedBlocks(blocks)]),
    labels,
    headlines: new Set([
      ...(numbers.length > 0 ? [] : headlines(blocks, lines)),
      ...recipeTitles(blocks),
    ]),
  };
}

/** Entries "Green Turtle Soup.": at least so many titles, mostly above a list or long paragraph. */
const FEWEST_ENTRIES = 4;
const LONGEST_ENTRY_TITLE = 60;

/**
 * Titles with a full stop above the entries of a collection, as recipes and remedies have them: all
 * longer words have capitals, and a list or long paragraph is below.
 */
function recipeTitles(blocks: readonly MarkedBlock[]): readonly number[] {
  const words = [...blocks.keys()].filter((at) => blocks[at]?.text !== '');
  const isTitleAt = (at: number | undefined): boolean => {
    const { text = '', bullet } = blocks[at ?? -1] ?? {};
    return bullet === undefined && text.length <= LONGEST_ENTRY_TITLE && isEntryTitle(text);
  };
  const opensEntry = (at: number | undefined): boolean => {
    const { text = '', bullet } = blocks[at ?? -1] ?? {};
    return bullet !== undefined || text.length >= RUNNING_TEXT;
  };
  const found = words.filter((at) => isTitleAt(at));
  const above = found.filter((at) => !isTitleAt(words[words.indexOf(at) + 1]));
  const opening = above.filter((at) => opensEntry(words[words.indexOf(at) + 1]));
  return above.length >= FEWEST_ENTRIES && opening.length >= above.length * MOST ? found : [];
}

/** "Crawfish Bisque à la Creole.": not the sentence "He said nothing." */
function isEntryTitle(text: string): boolean {
  if (!/^\p{Lu}[^.!?;:"“”„»«]*\.$/u.test(text)) return false;
  const longer = text.match(/\p{L}{4,}/gu) ?? [];
  return longer.length > 0 && longer.every((word) => /^\p{Lu}/u.test(word));
}

/** The longest headline, and the shortest paragraph below it (in characters). */
const LONGEST_HEADLINE = 120;
const RUNNING_TEXT = 200;
/** At most so many headlines are at the beginning. */
const MOST_HEADLINES = 4;
/** Short lines are headings where this proportion of at least so many blocks is running text. */
const NEARLY_ALL = 0.9;
const FEWEST_BLOCKS = 12;

/**
 * Short lines right above the first paragraph, as interviews and articles have them: several, or a
 * few words. Where nearly all blocks are long paragraphs, also the short lines between them.
 */
function headlines(
  blocks: readonly MarkedBlock[],
  lines: readonly (readonly OutlineLine[])[],
): ReadonlySet<number> {
  // Verses within prose are not counted.
  const words = [...blocks.keys()].filter((at) => lines[at]?.length === 1);
  const isLong = (at: number | undefined): boolean =>
    at !== undefined && (blocks[at]?.text.length ?? 0) >= RUNNING_TEXT;
  const isHeadline = (at: number): boolean => {
    const { text = '', bullet } = blocks[at] ?? {};
    if (bullet !== undefined || text.length > LONGEST_HEADLINE) return false;
    return /^(?:\p{Lu}|»[^»«]+«|“[^“”]+”|„[^„“]+“)/u.test(text) && !/[,;:!?…—–-]$/.test(text);
  };
  const first = words.findIndex(isLong);
  const above = words.slice(0, Math.max(0, first));
  const [only = -1] = above;
  const few = above.length === 1 && (blocks[only]?.text.split(/\s+/).length ?? 0) <= 4;
  const opening =
    (few || (above.length > 1 && above.length <= MOST_HEADLINES)) && above.every(isHeadline)
      ? above
      : [];
  const long = words.filter(isLong).length;
  const between =
    words.length >= FEWEST_BLOCKS && long >= words.length * NEARLY_ALL
      ? words.filter((at, index) => isHeadline(at) && isLong(words[index + 1]))
      : [];
  return new Set([...opening, ...between]);
}

/** "CHAPTER II", "Capítulo primero.": a heading without a title after its number. */
function isBareHeading(text: string, language: Language): boolean {
  return readHeading(text, language) !== undefined && text.split(/\s+/).length <= 3;
}

/** A short block above running text that is neither speech nor verse. */
function isTitle({ text, bullet }: MarkedBlock, below: MarkedBlock): boolean {
  return (
    bullet === undefined &&
    text.length <= LONGEST_TITLE &&
    /^[¿¡]?[\p{Lu}\d]/u.test(text) &&
    !/[,;:]$/.test(text) &&
    !isNumberAlone(text) &&
    below.text.length >= Math.min(PARAGRAPH, 2 * text.length)
  );
}

/**
 * Blocks "I. The journey.", "II. — At home": numbers that ascend from 1, each above running text.
 */
function numberedTitles(
  blocks: readonly MarkedBlock[],
  lines: readonly (readonly OutlineLine[])[],
): ReadonlySet<number> {
  const series = new Map<string, { last: number; at: number[]; above: number[] }>();
  for (const [at, block] of blocks.entries()) {
    const label = /^((?:[IVXLC]{1,8}|\d{1,3})(?:\.| ?[—–-]{1,2}(?= )))[ —–-]+(?=[«“"¿¡]?\p{Lu})/u
      .exec(block.text)?.[1]
      ?.replace(' ', '');
    if (!label || block.bullet !== undefined || lines[at]?.length !== 1) continue;
    if (block.text.length > LONGEST_TITLE) continue;
    const below = blocks.slice(at + 1).find(({ text }) => text !== '');
    const isAbove = below !== undefined && below.text.length >= PARAGRAPH;
    for (const { style, values } of labelEnumerators(label)) {
      const own = series.get(style) ?? { last: 0, at: [], above: [] };
      if (values[0] !== own.last + 1) continue;
      const above = isAbove ? [...own.above, at] : own.above;
      series.set(style, { last: own.last + 1, at: [...own.at, at], above });
    }
  }
  const titles = [...series.values()].flatMap(({ at, above }) => {
    if (above.length < 2) return [];
    // One chapter may begin with a short paragraph.
    return above.length >= at.length * NEARLY_ALL ? at : above;
  });
  return new Set(titles);
}
