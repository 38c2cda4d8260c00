/**
 * A reading text put together from blocks: the form in which a document reaches the encoder.
 *
 * In: runs of text, anchors of notes, page marks and ends of blocks, in the document's order. Out: the text, its title on the first
 * line, its blocks apart by an empty line, items behind "  • ", notes at the end behind "  2. ", and the places at which the numbers
 * of notes stand.
 */
import type { Finding } from '../../finding.ts';

/** Where a note's number stands in a reading text, known from the file and not guessed. */
export interface KnownAnchor {
  /** The number as it stands there. */
  readonly n: string;
  /** Offset of its first digit in the reading text, in UTF-16 units. */
  readonly offset: number;
}

export interface ReadingText {
  readonly text: string;
  /** The anchors of all notes, in order; missing where the file was plain text, in which a note's number is a bare digit. */
  readonly anchors?: readonly KnownAnchor[];
  /** What could not be carried over. */
  readonly findings: readonly Finding[];
}

export interface WrittenBlock {
  readonly text: string;
  readonly anchors: readonly KnownAnchor[];
}

/** Collects the blocks of the main text, or of one note. White space is folded as HTML folds it. */
export class BlockWriter {
  readonly blocks: WrittenBlock[] = [];
  private text = '';
  private anchors: KnownAnchor[] = [];

  /** Running text. */
  put(words: string): void {
    for (const part of words.split(/(\s+)/u)) {
      if (part === '') continue;
      if (/^\s/u.test(part)) this.space(' ');
      else this.text += part;
    }
  }

  /** The number of a note, right where it is anchored. */
  anchor(n: string): void {
    this.anchors.push({ n, offset: this.text.length });
    this.text += n;
  }

  /** A line break inside a block. */
  lineBreak(): void {
    this.text = this.text.replace(/ $/, '');
    this.space('\n');
  }

  /** The border between two cells of a table's row; an empty cell keeps its place. */
  cellBorder(): void {
    this.text = `${this.text.replace(/[ \n]+$/, '')}\t`;
  }

  /** Ends the block that is open; `prefix` is its indentation and bullet. */
  endBlock(prefix = ''): void {
    const text = this.text.replace(/[ \n]+$/, '');
    if (text.trim() !== '') {
      const anchors = this.anchors.map(({ n, offset }) => ({ n, offset: offset + prefix.length }));
      this.blocks.push({ text: prefix + text, anchors });
    }
    this.text = '';
    this.anchors = [];
  }

  /** Gives a block that has ended its bullet. */
  setBullet(index: number, prefix: string): void {
    const block = this.blocks[index];
    if (!block || /^ *• /.test(block.text)) return;
    const anchors = block.anchors.map(({ n, offset }) => ({ n, offset: offset + prefix.length }));
    this.blocks[index] = { text: prefix + block.text, anchors };
  }

  private space(space: string): void {
    if (this.text !== '' && !/[ \n\t]$/.test(this.text)) this.text += space;
  }
}

/** A note with its number and paragraphs. */
export interface WrittenNote {
  readonly n: string;
  readonly blocks: readonly WrittenBlock[];
}

const ONLY_PAGE_MARKS = /^(?:\[Page[ \u00a0][^\][\s]{1,20}\] ?)+$/;

/** The first line is the title: a page that begins before it begins in front of its first word. */
function titleFirst(blocks: readonly WrittenBlock[]): readonly WrittenBlock[] {
  const [mark, title, ...rest] = blocks;
  if (!mark || !title || !ONLY_PAGE_MARKS.test(mark.text)) return blocks;
  const shift = mark.text.length + 1;
  const anchors = title.anchors.map(({ n, offset }) => ({ n, offset: offset + shift }));
  return titleFirst([{ text: `${mark.text} ${title.text}`, anchors }, ...rest]);
}

/** Lays the blocks and notes out as a reading text. */
export function layOut(
  blocks: readonly WrittenBlock[],
  notes: readonly WrittenNote[],
): { text: string; anchors: KnownAnchor[] } {
  const anchors: KnownAnchor[] = [];
  let text = '';
  for (const [index, block] of titleFirst(blocks).entries()) {
    for (const { n, offset } of block.anchors) anchors.push({ n, offset: text.length + offset });
    text += `${block.text}${index === 0 ? '\n\n\n' : '\n\n'}`;
  }
  for (const { n, blocks: paragraphs } of notes) {
    const [first, ...more] = paragraphs.map((block) => block.text.replace(/\n/g, ' '));
    text += `  ${n}. ${first ?? ''}`.trimEnd();
    text += `\n${more.map((paragraph) => `     ${paragraph}\n`).join('')}`;
  }
  return { text: `${text.trimEnd()}\n`, anchors };
}
