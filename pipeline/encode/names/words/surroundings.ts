/**
 * Facts about a word from the whole document: whether it is written in lower case somewhere,
 * whether a passage is in capitals.
 */
import type { NameToken } from './tokens.ts';

/**
 * The words that a document writes in lower case somewhere: with a capital they are still ordinary
 * words.
 */
export function lowerCaseWords(passages: Iterable<readonly NameToken[]>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const tokens of passages)
    for (const token of tokens) if (!token.capital) words.add(token.key);
  return words;
}

/** How many words on either side are examined. */
const REACH = 4;

/** How many words of two letters and more are needed for a decision. */
const ENOUGH = 2;

/**
 * The word is among words in capitals: a telegram, a heading, a single sentence. There a capital is
 * not evidence.
 */
export function amongCapitals(tokens: readonly NameToken[], at: number): boolean {
  const first = Math.max(0, at - REACH);
  const last = Math.min(tokens.length - 1, at + REACH);
  if (mostlyCapitals(tokens, at, first, last)) return true;
  let from = at;
  while (from > first && !endsSentence(tokens[from]?.gap ?? '')) from--;
  let to = at;
  while (to < last && !endsSentence(tokens[to + 1]?.gap ?? '')) to++;
  return mostlyCapitals(tokens, at, from, to);
}

function endsSentence(gap: string): boolean {
  return /[.?!]\s/.test(gap);
}

function mostlyCapitals(
  tokens: readonly NameToken[],
  at: number,
  from: number,
  to: number,
): boolean {
  let capitals = 0;
  let others = 0;
  for (let i = from; i <= to; i++) {
    const token = tokens[i];
    if (i === at || !token || token.text.length < 2 || /^\p{N}/u.test(token.text)) continue;
    if (token.shout) capitals++;
    else others++;
  }
  return capitals >= ENOUGH && capitals > 2 * others;
}
