/**
 * Text that was assembled from several files, with the origin of each part.
 *
 * Takes pieces of files, copied or replaced. Returns the text for a parser, and for any place in it
 * the file, line and column for an editor.
 */

/** A decoded file. `path`: its name in messages. */
interface TextOrigin {
  readonly path: string;
  readonly text: string;
}

interface SourcePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/**
 * From `start` on the text comes from `origin`; `exact`: character by character from `at`, else all
 * of it from that one offset.
 */
interface Segment {
  readonly start: number;
  readonly origin: TextOrigin;
  readonly at: number;
  readonly exact: boolean;
}

export class MappedText {
  readonly text: string;
  readonly segments: readonly Segment[];
  #lines: LineTable | undefined;
  readonly #originLines = new Map<TextOrigin, LineTable>();

  constructor(text: string, segments: readonly Segment[]) {
    this.text = text;
    this.segments = segments;
  }

  /** A file, unchanged. */
  static of(origin: TextOrigin): MappedText {
    return new MappedText(origin.text, [{ start: 0, origin, at: 0, exact: true }]);
  }

  /** The file and offset from which the character at `offset` comes. */
  originAt(offset: number): { readonly origin: TextOrigin; readonly offset: number } {
    const { start, origin, at, exact } = this.segments[indexAt(this.segments, offset)] as Segment;
    return { origin, offset: exact ? at + offset - start : at };
  }

  placeAtOffset(offset: number): SourcePlace {
    const { origin, offset: at } = this.originAt(offset);
    const lines = this.#originLines.get(origin) ?? new LineTable(origin.text);
    this.#originLines.set(origin, lines);
    return { path: origin.path, ...lines.placeAt(at) };
  }

  /**
   * `line` and `column`, from 1: a place in this text. Without a column the first character of the
   * line counts.
   */
  placeAt(line: number, column = 1): SourcePlace {
    this.#lines ??= new LineTable(this.text);
    return this.placeAtOffset(this.#lines.offsetOf(line, column));
  }
}

/** Assembles a `MappedText`. */
export class TextBuilder {
  readonly #pieces: string[] = [];
  readonly #segments: Segment[] = [];
  length = 0;

  /** A piece of another text, with its origins. Offsets in UTF-16 units. */
  copy(source: MappedText, from: number, to: number): void {
    if (to <= from) return;
    const { segments } = source;
    for (let index = indexAt(segments, from); index < segments.length; index += 1) {
      const segment = segments[index] as Segment;
      if (segment.start >= to) break;
      const skipped = Math.max(0, from - segment.start);
      this.#segments.push({
        ...segment,
        start: this.length + segment.start + skipped - from,
        at: segment.exact ? segment.at + skipped : segment.at,
      });
    }
    this.#push(source.text.slice(from, to));
  }

  /**
   * Words that are not in a file in this form: their origin is the character at `at` of `source`.
   */
  insert(words: string, source: MappedText, at: number): void {
    if (words === '') return;
    const { origin, offset } = source.originAt(at);
    this.#segments.push({ start: this.length, origin, at: offset, exact: false });
    this.#push(words);
  }

  done(): MappedText {
    return new MappedText(this.#pieces.join(''), this.#segments);
  }

  #push(piece: string): void {
    this.#pieces.push(piece);
    this.length += piece.length;
  }
}

/** The last segment that begins at `offset` or before. */
function indexAt(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle] as Segment).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Ends of lines are LF, CR LF and CR (XML 1.0, section 2.11). */
class LineTable {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (const match of text.matchAll(/\r\n?|\n/g))
      this.#starts.push(match.index + match[0].length);
  }

  placeAt(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] as number) + 1 };
  }

  offsetOf(line: number, column: number): number {
    const start = this.#starts[Math.min(line, this.#starts.length) - 1] ?? 0;
    return start + Math.max(0, column - 1);
  }
}
