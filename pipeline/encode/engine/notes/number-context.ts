/** A number in running text that may be the anchor of a note, and its context. */
import type { WrittenOn } from './first-date.ts';
import type { WordPatterns } from './number-words.ts';

export interface NumberContext {
  readonly before: string;
  readonly after: string;
  readonly atEnd: boolean;
  /** The digits right before the number: "1964" in "in 19642". */
  readonly run: string;
  /** The number itself. */
  readonly number: string;
  readonly note: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly written: WrittenOn | undefined;
  readonly title: boolean;
  readonly patterns: WordPatterns;
  /** The text is one word and its number. */
  readonly numbered: boolean;
  /** The text is a row of a table. */
  readonly row: boolean;
}

/** A case of the context, and the weight that it adds. */
export type Weighing = { readonly weight: number; readonly holds: (at: NumberContext) => boolean };
