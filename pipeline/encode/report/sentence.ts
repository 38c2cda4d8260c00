/**
 * The sentence around words, for an editor's judgement.
 *
 * Takes a text and a range of it. Returns the sentence that contains the range, and the range's
 * bounds in it. Ends of sentences are found by rule and not by the platform's tables, so that the
 * same text gives the same report on every machine.
 */
import { pattern } from '../../core/text.ts';

interface Quotation {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A full stop, question or exclamation mark with closing marks, then space, before the beginning of
 * a sentence.
 */
const BOUNDARY = /[.!?…]["”’')\]]*\s+(?=["“‘'([]*[\p{Lu}\p{N}])/gu;

/**
 * Text before a full stop that does not end a sentence: initials and "U.S.", titles, months, parts
 * of references.
 */
const ABBREVIATION = pattern('iu')`
    (?:^|[\s("“[—–])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Jr|Sr|St|Lt|Col|Gen|Brig|Maj|Capt|Cmdr|
    Adm|Amb|Sen|Rep|Gov|Prof|Messrs|Pres|Sec|Dept|Vols?|Nos?|pp?|eds?|ff|cf|vs|Ft|Jan|Feb|Mar|Apr|
    Aug|Sept?|Oct|Nov|Dec)$
  `;

/** A longer sentence is shortened to the words around: some 40 words on each side. */
const REACH = 220;

/**
 * The sentence of `text` that contains the words from `start` to `end`. Line breaks count as
 * spaces.
 */
export function sentenceAround(text: string, start: number, end: number): Quotation {
  const [from, to] = bounds(text, start, end);
  const left = from < start - REACH ? wordAfter(text, start - REACH, start) : from;
  const right = to > end + REACH ? wordBefore(text, end + REACH, end) : to;
  const before = left > from ? '… ' : '';
  const after = right < to ? ' …' : '';
  const sentence = `${before}${text.slice(left, right)}${after}`.replace(/\s/g, ' ');
  const shift = before.length - left;
  return { sentence: ownCopy(sentence), start: start + shift, end: end + shift };
}

function bounds(text: string, start: number, end: number): readonly [number, number] {
  let from = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    if (
      ABBREVIATION.test(text.slice(Math.max(0, match.index - 12), match.index)) &&
      match[0].startsWith('.')
    )
      continue;
    const next = match.index + match[0].length;
    if (next <= start) from = next;
    else if (match.index >= end - 1) return [from, match.index + match[0].trimEnd().length];
  }
  return [from, text.length];
}

function wordAfter(text: string, offset: number, limit: number): number {
  const space = text.slice(offset, limit).search(/\s/);
  return space < 0 ? limit : offset + space + 1;
}

function wordBefore(text: string, offset: number, limit: number): number {
  const spaces = /\s+\S*$/.exec(text.slice(limit, offset));
  return spaces ? limit + spaces.index : limit;
}

/**
 * A string that shares no memory with another: in V8 a slice keeps the whole text alive, and a run
 * over thousands of documents would keep all texts in memory.
 */
function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
