/**
 * The words of a source.
 *
 * Takes the path of a source. Returns its words as the encoder reads them, page marks and note
 * marks taken off, with their places where the source is plain text.
 */

import { shownPath } from '../../core/finding.ts';
import { markLayout } from '../../encode/engine/blocks.ts';
import { canonicalMarks, type DeclaredMark } from '../../encode/engine/declared-marks.ts';
import { readLayout } from '../../encode/engine/layout.ts';
import { plantAnchors } from '../../encode/engine/notes/known.ts';
import { MARK_WORDS } from '../../encode/languages/table.ts';
import { formatOf } from '../../encode/sources/formats.ts';
import { readSource } from '../../encode/sources/read.ts';
import type { TextPosition } from '../../xml/decode.ts';
import { Lines } from '../../xml/lines.ts';
import { type SourceWord, type TextWords, WORD } from './word.ts';

/**
 * A word farther than this after the previous one is not accepted: it is another occurrence of the
 * same letters.
 */
const FARTHEST = 400;

/**
 * The words of the source at `path`; `marks` are those that its edition declares.
 * @throws InputError where the source cannot be read, or a note of it cannot be placed.
 */
export async function sourceWords(
  path: string,
  marks: readonly DeclaredMark[],
): Promise<TextWords<SourceWord>> {
  const { text, anchors = [] } = await readSource(path);
  const shown = shownPath(path);
  const { blocks, notes } = markLayout(
    readLayout(canonicalMarks(plantAnchors(text, anchors), marks), shown, MARK_WORDS),
    shown,
    MARK_WORDS,
  );
  const places = new SourcePlaces(text);
  const hasLines = formatOf(path)?.mediaType.startsWith('text/plain') === true;
  const wordsOf = (block: { readonly text: string; readonly line: number }): SourceWord[] => {
    places.startAt(block.line);
    return (block.text.match(WORD) ?? []).map((word, at): SourceWord => {
      const place = places.next(word);
      return { text: word.normalize('NFC'), begins: at === 0, place: hasLines ? place : undefined };
    });
  };
  return {
    main: blocks.flatMap(wordsOf),
    notes: notes.map(({ n, paragraphs }) => ({ n, words: paragraphs.flatMap(wordsOf) })),
  };
}

/** Finds words in the lines of a reading text, one after the other. */
class SourcePlaces {
  readonly #text: string;
  readonly #lines: Lines;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new Lines(text);
  }

  startAt(line: number): void {
    this.#at = this.#lines.startOf(line) ?? this.#at;
  }

  next(word: string): TextPosition {
    const found = this.#text.indexOf(word, this.#at);
    const near = found >= 0 && found - this.#at <= FARTHEST;
    const place = this.#lines.placeAt(near ? found : this.#at);
    if (near) this.#at = found + word.length;
    return place;
  }
}
