/**
 * Assembles the blocks of a reading text from the nodes that a format's reader meets in order.
 *
 * Takes runs of text, anchors of notes, beginnings and ends of marks, ends of blocks. Returns
 * blocks with offsets. White space is folded as in HTML.
 */
import {
  type NoteAnchor,
  prefixedBlock,
  type SourceBlock,
  type SourceItem,
  type SourceMark,
  type WrittenBlock,
} from './reading-text.ts';

/** How many of the marks that ended last are searched for one that a new mark continues. */
const NEAR = 8;

/** An element of TEI and its attributes. */
export type BlockMark = Pick<SourceMark, 'element' | 'attributes'>;

/** Collects the blocks of the main text, or of one note. */
export class BlockWriter {
  readonly blocks: WrittenBlock[] = [];
  #text = '';
  #anchors: NoteAnchor[] = [];
  #marks: SourceMark[] = [];
  #open: { readonly mark: BlockMark; start: number }[] = [];
  /** Elements at a place where no block has begun yet. */
  #waiting: Omit<SourceMark, 'start' | 'end'>[] = [];

  /** Running text. */
  put(words: string): void {
    for (const part of words.split(/(\s+)/u)) {
      if (part === '') continue;
      if (/^\s/u.test(part)) this.#space(' ');
      else {
        this.#placeWaiting();
        this.#text += part;
      }
    }
  }

  /** The number of a note, at its anchor. */
  anchor(n: string): void {
    this.#anchors.push({ n, offset: this.#text.length });
    this.#text += n;
  }

  /** Everything until `closeMark` is enclosed by an element. Marks nest. */
  openMark(mark: BlockMark): void {
    this.#open.push({ mark, start: this.#text.length });
  }

  closeMark(): void {
    const open = this.#open.pop();
    if (open) this.#endMark(open.mark, open.start);
  }

  /** An element at this place; its words are not part of the text. */
  insert(mark: BlockMark, words?: string): void {
    this.#waiting.push({ ...mark, ...(words === undefined ? {} : { words }) });
    if (this.#text !== '') this.#placeWaiting();
  }

  /** A line break inside a block. */
  lineBreak(): void {
    this.#text = this.#text.replace(/ $/, '');
    this.#space('\n');
  }

  /** The border between two cells of a table's row; an empty cell keeps its place. */
  cellBorder(): void {
    this.#text = `${this.#text.replace(/[ \n]+$/, '')}\t`;
  }

  /**
   * Ends the open block; `prefix` is its indentation and bullet. Open marks continue in the next
   * block.
   */
  endBlock(prefix = '', sourceBlock?: SourceBlock): void {
    for (const { mark, start } of [...this.#open].reverse()) this.#endMark(mark, start);
    const text = this.#text.replace(/[ \n]+$/, '');
    if (text.trim() !== '') {
      const inside = this.#marks.map((mark) => ({
        ...mark,
        start: Math.min(mark.start, text.length),
        end: Math.min(mark.end, text.length),
      }));
      const marks = inside.filter(
        ({ start, end, words, element }) => start < end || words !== undefined || element === 'pb',
      );
      const block = {
        text,
        anchors: this.#anchors,
        marks,
        ...(sourceBlock ? { sourceBlock } : {}),
      };
      this.blocks.push(prefixedBlock(block, prefix));
    }
    this.#text = '';
    this.#anchors = [];
    this.#marks = [];
    this.#open = this.#open.map(({ mark }) => ({ mark, start: 0 }));
  }

  /** Adds the bullet to a block that has ended. */
  setBullet(index: number, prefix: string, item: SourceItem): void {
    const block = this.blocks[index];
    if (!block || /^ *• /.test(block.text)) return;
    const sourceBlock = item === undefined ? block.sourceBlock : { ...block.sourceBlock, item };
    this.blocks[index] = {
      ...prefixedBlock(block, prefix),
      ...(sourceBlock ? { sourceBlock } : {}),
    };
  }

  /**
   * White space at the ends of a mark is moved outside of it. A mark that continues an equal mark
   * is merged with it.
   */
  #endMark(mark: BlockMark, from: number): void {
    const words = this.#text.slice(from);
    const start = from + (words.length - words.trimStart().length);
    const end = from + words.trimEnd().length;
    if (start >= end) return;
    const near = this.#marks
      .slice(-NEAR)
      .findLastIndex((other) => other.end === start && isEqual(other, mark));
    const before = near + Math.max(0, this.#marks.length - NEAR);
    const joined = near < 0 ? undefined : this.#marks[before];
    if (joined) this.#marks[before] = { ...joined, end };
    else this.#marks.push({ ...mark, start, end });
  }

  #placeWaiting(): void {
    const at = this.#text.length;
    this.#marks.push(...this.#waiting.map((mark) => ({ ...mark, start: at, end: at })));
    this.#waiting = [];
  }

  #space(space: string): void {
    if (this.#text !== '' && !/[ \n\t]$/.test(this.#text)) this.#text += space;
  }
}

function isEqual(one: SourceMark, other: BlockMark): boolean {
  return (
    one.words === undefined &&
    one.start < one.end &&
    one.element === other.element &&
    JSON.stringify(one.attributes) === JSON.stringify(other.attributes)
  );
}
