/**
 * Compares two texts word by word.
 *
 * Takes the previous and the present words. Returns runs that are the same, removed or added, in
 * the order of reading; long unchanged runs are shortened to the context of a change. The longest
 * common subsequence is node-diff3's.
 */
import { diffComm } from 'node-diff3';

export interface DiffRun {
  readonly kind: 'same' | 'out' | 'in' | 'omitted';
  /** Empty for `omitted`: words that are not shown. */
  readonly text: string;
}

/** Words shown on each side of a change. */
const AROUND = 12;
/**
 * Comparisons of words beyond which a passage counts as replaced: the work grows with the product
 * of the lengths.
 */
const MOST = 4_000_000;

export function wordDiff(previous: string, present: string): DiffRun[] {
  const [a, b] = [tokens(previous), tokens(present)];
  const shared = Math.min(a.length, b.length);
  let head = 0;
  while (head < shared && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shared - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const out = a.slice(head, a.length - tail);
  const into = b.slice(head, b.length - tail);
  const parts =
    out.length * into.length > MOST ? [{ buffer1: out, buffer2: into }] : diffComm(out, into);
  const runs: DiffRun[] = [{ kind: 'same', text: a.slice(0, head).join('') }];
  for (const part of parts) {
    if (part.common) runs.push({ kind: 'same', text: part.common.join('') });
    else {
      runs.push(
        { kind: 'out', text: (part.buffer1 ?? []).join('') },
        { kind: 'in', text: (part.buffer2 ?? []).join('') },
      );
    }
  }
  runs.push({ kind: 'same', text: a.slice(a.length - tail).join('') });
  return runs.filter(({ text }) => text !== '');
}

/** The same runs, with the words that are far from any change omitted. */
export function aroundChanges(runs: readonly DiffRun[]): DiffRun[] {
  return runs.flatMap((run, at) => {
    if (run.kind !== 'same') return [run];
    const words = tokens(run.text);
    const before = at === 0 ? 0 : AROUND;
    const after = at === runs.length - 1 ? 0 : AROUND;
    if (words.length <= before + after + 2) return [run];
    const unchanged = (text: string): DiffRun[] => (text === '' ? [] : [{ kind: 'same', text }]);
    return [
      ...unchanged(words.slice(0, before).join('')),
      { kind: 'omitted', text: '' } as const,
      ...unchanged(words.slice(words.length - after).join('')),
    ];
  });
}

/** Scripts without spaces between words are compared character by character. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}' +
  '\\p{Script=Khmer}\\p{Script=Lao}]';
const WORD = '[\\p{L}\\p{M}\\p{N}]+';
const TOKEN = new RegExp(`\\s*(?:${UNSPACED}|${WORD}(?:[\u0027’-]${WORD})*|[^\\s])`, 'gu');

/** Words, and punctuation marks one by one, each with the white space before it. */
function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}
