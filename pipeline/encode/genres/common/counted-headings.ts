/**
 * Headings that need no list of words: lines of their own that share a word and count up, each
 * above other text. "ARTICLE 1.", "ART. 2."; "1. Ufftritt.", "2. Ufftritt.";
 * "Item 2: Remarks"; "§ 3. De la raison."
 */

import { addToList } from '../../../core/multimap.ts';
import { pattern, romanOrArabic } from '../../../core/text.ts';
import type { MarkedBlock } from '../../engine/blocks.ts';

/** The longest heading, and how much of it may follow the number (in characters). */
const LONGEST = 160;
/** A series has at least so many headings, and at most one in ten of its lines is out of order. */
const FEWEST = 3;
const ODD = 0.1;
/** This proportion of the headings is above other text: articles on one line follow each other. */
const ABOVE_TEXT = 0.8;

const WORD_FIRST = pattern('u')`
    ^(?:(?:The|THE)[ ])?(?<word>§|\p{L}[\p{L}\p{M}'’]{1,14})
    (?:[ ]\p{Lu}[\p{L}\p{M}]{2,14})?[.]?[ ]
    (?<number>\d{1,3}|[IVXLC]{1,7})(?:er|re|[ªº°])?
    (?:[.]?$|[.]?[:—–-][ ]?(?=\p{Lu})|[.:][ ](?=\p{Lu}))(?!.*[,;?!]$)
  `;
const NUMBER_FIRST = pattern('u')`
    ^(?<number>\d{1,3}|[IVXLC]{1,7})(?:[.)ªº°]|er|re|te)*[ ]?
    (?<word>\p{Lu}\p{L}{2,14})(?:[.:,]?$|,[ ])
  `;

interface Counted {
  readonly at: number;
  readonly value: number;
}

/** The indexes of the blocks that are such headings. */
export function countedBlocks(blocks: readonly MarkedBlock[]): ReadonlySet<number> {
  return countedHeadings(
    blocks.map(({ text, bullet, points }) =>
      bullet === undefined && !points.some(({ kind }) => kind === 'line') ? text : undefined,
    ),
  );
}

/**
 * The indexes of the texts that are such headings; empty where a block has no words, undefined
 * where it cannot be a heading (an item of a list, several lines).
 */
export function countedHeadings(texts: readonly (string | undefined)[]): ReadonlySet<number> {
  const series = new Map<string, Counted[]>();
  for (const [at, text] of texts.entries()) {
    if (text === undefined || text === '' || text.length > LONGEST) continue;
    const found = (WORD_FIRST.exec(text) ?? NUMBER_FIRST.exec(text))?.groups;
    if (!found) continue;
    const { word = '', number = '' } = found;
    // "ARTICLE" and "ART." are the same word.
    const key = word.toLowerCase().slice(0, 3);
    const value = romanOrArabic(number);
    addToList(series, key, { at, value });
  }
  const all = [...series.values()].filter(countsUp).map((one) => one.map(({ at }) => at));
  return new Set(all.filter((one) => isAboveText(one, texts)).flat());
}

/** "III. Pensionszulage für den Lehrer Borowski": a number and words, no sentence. */
const ENUMERATED = /^(?<number>[IVXLC]{1,7}|\d{1,2})[.)] (?=\p{Lu}).{3,}[\p{L}\p{N})\]”“"»]$/u;
/** Characters of a paragraph below such a heading. */
const PARAGRAPH = 100;

/**
 * The indexes of the blocks that are a number with a title, each right above a paragraph: the items
 * of the agenda above their discussion. Two Roman numbers or three Arabic ones make a series.
 */
export function enumeratedTitles(blocks: readonly MarkedBlock[]): ReadonlySet<number> {
  const series = new Map<string, Counted[]>();
  const worded = [...blocks.entries()].filter(([, { text }]) => text !== '');
  for (const [order, [at, { text, bullet }]] of worded.entries()) {
    const number = text.length <= LONGEST && bullet === undefined && ENUMERATED.exec(text)?.groups;
    if (!number || (worded[order + 1]?.[1].text.length ?? 0) < PARAGRAPH) continue;
    const value = romanOrArabic(number['number'] ?? '');
    addToList(series, /^\d/.test(text) ? '1' : 'I', { at, value });
  }
  const all = [...series].filter(
    ([key, one]) =>
      one.length >= (key === 'I' ? 2 : FEWEST) && one.every(({ value }, at) => value === at + 1),
  );
  return new Set(all.flatMap(([, one]) => one.map(({ at }) => at)));
}

/** Begins with at most 3, and counts on; it may begin anew when it has reached three. */
function countsUp(series: readonly Counted[]): boolean {
  if (series.length < FEWEST || (series[0]?.value ?? 0) > FEWEST) return false;
  const odd = series.filter(({ value }, at) => {
    const before = series[at - 1]?.value ?? value - 1;
    return value !== before + 1 && !(value <= 2 && before >= FEWEST);
  });
  return odd.length <= series.length * ODD;
}

function isAboveText(at: readonly number[], texts: readonly (string | undefined)[]): boolean {
  const own = new Set(at);
  const above = at.filter((one) => {
    const next = texts.findIndex((text, index) => index > one && text !== '');
    return next >= 0 && !own.has(next);
  });
  return above.length >= at.length * ABOVE_TEXT;
}
