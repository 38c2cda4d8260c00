/** Places in a file, and the ranges between them. */
import type { Range } from './volume.ts';

/** A place in the file: offset in the text, and in the words. */
export interface Mark {
  readonly at: number;
  readonly words: number;
}

export function startOf({ start, wordsStart }: Range): Mark {
  return { at: start, words: wordsStart };
}

export function endMark({ end, wordsEnd }: Range): Mark {
  return { at: end, words: wordsEnd };
}

export function rangeBetween(from: Mark, to: Mark): Range {
  return { start: from.at, end: to.at, wordsStart: from.words, wordsEnd: to.words };
}
