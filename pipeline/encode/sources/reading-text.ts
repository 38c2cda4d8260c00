/**
 * A source as the encoder receives it, whatever its format: a reading text, and its marks by
 * offsets.
 *
 * The text has its title on the first line, its blocks separated by an empty line, items after " •
 * ", cells with tabs between them, page marks "[Page 12]", and its notes at the end after " 2. ".
 * The text law is proved against it. Offsets count UTF-16 units of the text, from 0; ends are
 * exclusive.
 */
import type { Finding } from '../../core/finding.ts';
import type { DeclaredFacts } from './declared.ts';

/** The place of a note's number in a reading text, if the file states it. */
export interface NoteAnchor {
  /** The number as it is written there. */
  readonly n: string;
  /** Offset of its first digit in the reading text. */
  readonly offset: number;
}

/** The source's information about a range of its text: emphasis, a deletion, a link. */
export interface SourceMark {
  readonly start: number;
  readonly end: number;
  /** Name of the TEI element. */
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
  /**
   * For an element at a place (`start` equals `end`): its own words, which are not part of the
   * text.
   */
  readonly words?: string;
}

/** An item of a list. */
export interface SourceItem {
  /** How deep it is nested, from 1. */
  readonly depth: number;
  /** Successive items with the same number belong to one list. */
  readonly list: string;
  /** The label that a word processor shows before it: "1.", "b)". It is not part of the text. */
  readonly label?: string;
}

/** A cell of a table. */
export interface SourceCell {
  readonly cols?: number;
  readonly rows?: number;
  /** Whether it is the heading of its column or row. */
  readonly label?: boolean;
}

/** The source's information about a block. */
export interface SourceBlock {
  /** The level of a heading, from 1. */
  readonly heading?: number;
  readonly quote?: boolean;
  readonly item?: SourceItem;
  /** For a row of a table. */
  readonly cells?: readonly SourceCell[];
}

export interface ReadingText {
  readonly text: string;
  /**
   * The anchors of all notes, in order; missing if the file was plain text, in which a note's
   * number is only a digit.
   */
  readonly anchors?: readonly NoteAnchor[];
  readonly marks?: readonly SourceMark[];
  /** By the line on which the block begins, from 1. */
  readonly blocks?: ReadonlyMap<number, SourceBlock>;
  /** The source's statements about the document besides its text. */
  readonly declared?: DeclaredFacts;
  /** Findings about content that could not be converted. */
  readonly findings: readonly Finding[];
}

export interface WrittenBlock {
  readonly text: string;
  readonly anchors: readonly NoteAnchor[];
  readonly marks: readonly SourceMark[];
  readonly sourceBlock?: SourceBlock;
}

/** A note with its number and paragraphs. */
interface WrittenNote {
  readonly n: string;
  readonly blocks: readonly WrittenBlock[];
}

const ONLY_PAGE_MARKS = /^(?:\[Page[ \u00a0][^\][\s]{1,20}\] ?)+$/;

/** The first line is the title: a page that begins before it begins before its first word. */
function titleFirst(blocks: readonly WrittenBlock[]): readonly WrittenBlock[] {
  const [mark, title, ...rest] = blocks;
  if (!mark || !title || !ONLY_PAGE_MARKS.test(mark.text)) return blocks;
  const joined = moved(title, mark.text.length + 1);
  return titleFirst([{ ...joined, text: `${mark.text} ${title.text}` }, ...rest]);
}

/** Writes the blocks and notes as a reading text. */
export function layOut(
  blocks: readonly WrittenBlock[],
  notes: readonly WrittenNote[],
): Required<Pick<ReadingText, 'text' | 'anchors' | 'marks' | 'blocks'>> {
  const anchors: NoteAnchor[] = [];
  const marks: SourceMark[] = [];
  const byLine = new Map<number, SourceBlock>();
  let text = '';
  let line = 1;
  const put = (block: WrittenBlock, before: string, after: string): void => {
    const placed = moved(block, text.length + before.length);
    anchors.push(...placed.anchors);
    marks.push(...placed.marks);
    if (block.sourceBlock) byLine.set(line, block.sourceBlock);
    const written = `${before}${block.text}`.replace(/[ \n]+$/, '') + after;
    text += written;
    line += written.split('\n').length - 1;
  };
  for (const [index, block] of titleFirst(blocks).entries())
    put(block, '', index === 0 ? '\n\n\n' : '\n\n');
  for (const { n, blocks: paragraphs } of notes) {
    const [first, ...more] = paragraphs.map((block) => ({
      ...block,
      text: block.text.replace(/\n/g, ' '),
    }));
    put(first ?? { text: '', anchors: [], marks: [] }, `  ${n}. `, '\n');
    // A note's number within a note would have to be an anchor of its own.
    for (const paragraph of more) put(paragraph, '     ', '\n');
  }
  return { text: `${text.replace(/[ \n]+$/, '')}\n`, anchors, marks, blocks: byLine };
}

function moved(block: WrittenBlock, by: number): WrittenBlock {
  return {
    ...block,
    anchors: block.anchors.map((anchor) => ({ ...anchor, offset: anchor.offset + by })),
    marks: block.marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by })),
  };
}

/** A block with its indentation and bullet. */
export function prefixedBlock(block: WrittenBlock, prefix: string): WrittenBlock {
  return { ...moved(block, prefix.length), text: prefix + block.text };
}
