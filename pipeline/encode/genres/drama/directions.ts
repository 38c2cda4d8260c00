/**
 * Stage directions: in brackets of both kinds, on lines of their own or within a speech.
 */
import type { Span } from '../../engine/model.ts';

const OPEN = '([';
const CLOSE = ')]';

/** The whole text stands in one pair of brackets, which may hold others. */
export function isDirection(text: string): boolean {
  const line = text.trim();
  if (!OPEN.includes(line[0] ?? ' ') || !CLOSE.includes(line.at(-1) ?? ' ')) return false;
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    if (OPEN.includes(line[at] as string)) depth++;
    else if (CLOSE.includes(line[at] as string) && --depth <= 0) return at === line.length - 1;
  }
  // "([Exit.)": the inner bracket was never closed.
  return true;
}

/** The direction in brackets with which a text begins: its length, 0 where there is none. */
export function leadingDirection(text: string): number {
  const match = /^\((?:[^()]|\([^()]*\))*\)[.,:]?/.exec(text);
  return match ? match[0].length : 0;
}

const BRACKETS = /\((?:[^()]|\([^()]*\))*\)/g;

/**
 * The directions within a line or paragraph of a speech. Speakers use brackets too ("the duke (as I am told) is gone"): a direction stands
 * between sentences or at an end, an aside of the speaker within a sentence.
 */
export function directionsIn(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(BRACKETS)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(0, start).trimEnd();
    const after = text.slice(end).trimStart();
    if (!isBetweenSentences(before, match[0], after)) continue;
    spans.push({ start, end, element: 'stage', attributes: {}, rank: 1 });
  }
  return spans;
}

const SENTENCE_END = /(?:^|[.!?…:;–—―-]|[.!?…][)\]»«"“”'’]+)$/;

function isBetweenSentences(before: string, direction: string, after: string): boolean {
  if (/[.!?]\)$/.test(direction)) return true;
  if (SENTENCE_END.test(before)) return before !== '' || /^(?:$|\P{Ll})/u.test(after) || after === '';
  if (after === '') return true;
  // "sprach, (leise) und": between words, unless a new sentence begins behind it.
  return /^\p{Lu}/u.test(after) && /[,]$/.test(before);
}
