/** The lines of a text: offsets to places and back. */
import type { TextPosition } from './decode.ts';

export class Lines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g))
      this.#starts.push(index + end.length);
  }

  /** Where a line begins; lines count from 1. */
  startOf(line: number): number | undefined {
    return this.#starts[line - 1];
  }

  placeAt(offset: number): TextPosition {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(0, offset - (this.#starts[low] ?? 0)) + 1 };
  }
}
