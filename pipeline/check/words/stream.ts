/**
 * The characters of a TEI text in reading order, and the words that they form.
 *
 * Each character has its place in the file, the number of editors' additions around it, and whether
 * it replaces characters of the source.
 */
import type { Lines } from '../../xml/lines.ts';
import { type TeiWord, WORD } from './word.ts';

/** Represents an editor's element without words. */
export const EMPTY = '\uFFFC';

/** A sequence of characters; `n`: the number of the note that it is the text of. */
export class Stream {
  readonly n: string;
  text = '';
  readonly offsets: number[] = [];
  readonly additions: number[] = [];
  readonly replaces: boolean[] = [];

  constructor(n: string) {
    this.n = n;
  }

  /** `step`: whether each character follows the previous one in the file. */
  add(chars: string, offset: number, step: boolean, additions = 0, replaces = false): void {
    for (let at = 0; at < chars.length; at++) {
      this.offsets.push(step ? offset + at : offset);
      this.additions.push(additions);
      this.replaces.push(replaces);
    }
    this.text += chars;
  }
}

export function wordsOfStream(
  { text, offsets, additions, replaces }: Stream,
  lines: Lines,
): TeiWord[] {
  const words: TeiWord[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const end = index + word.length;
    const depths = additions.slice(index, end);
    words.push({
      text: word === EMPTY ? '' : word.normalize('NFC'),
      required: lettersUpTo(0, word, depths),
      shorter: shorterReadings(word, depths),
      replaces: replaces.slice(index, end).includes(true),
      place: lines.placeAt(offsets[index] ?? 0),
    });
  }
  return words;
}

/** The word without the additions within additions. */
function shorterReadings(word: string, depths: readonly number[]): string[] {
  const inner = Math.max(...depths) - 1;
  return Array.from({ length: Math.max(0, inner) }, (_, at) =>
    lettersUpTo(at + 1, word, depths),
  ).filter((letters) => letters !== '');
}

function lettersUpTo(most: number, word: string, depths: readonly number[]): string {
  let letters = '';
  for (let at = 0; at < word.length; at++) if ((depths[at] ?? 0) <= most) letters += word[at];
  return letters.normalize('NFC');
}
