/**
 * The layout of a reading text: its title, its blocks and its notes, as white space and signs set them off.
 *
 * In: the text of a source file. Out: the blocks in order, each with its line in the file, and the notes gathered at the end.
 * Nothing is interpreted here but layout: an empty line ends a block, "  • " opens an item, "  2. " at the end a note,
 * a deeper indentation goes on with it.
 */
import { InputFault } from '../../finding.ts';

/** A block of the main text. */
export interface Block {
  /** Its lines, joined by line feeds, without indentation and bullet. */
  readonly text: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** Spaces before the bullet; undefined for a block without one. */
  readonly bullet?: number;
  /** Spaces before each of its lines. */
  readonly indents: readonly number[];
}

/** A note as it stands at the end of the text. */
export interface SourceNote {
  /** Its number as printed. */
  readonly n: string;
  readonly paragraphs: readonly Block[];
  readonly line: number;
}

export interface Layout {
  readonly blocks: readonly Block[];
  readonly notes: readonly SourceNote[];
}

const BULLET = /^([ \t]*)[•▪‣◦][ \t]*/;
const NOTE = /^ {1,4}(\d+)\.(?: |$)/;
const NOTE_GOES_ON = /^ {5,}\S/;

/**
 * Reads the layout of `text`. `path` is what messages call the file.
 * Throws `InputFault` where the file holds no text, or where its notes are not numbered 1, 2, 3 …
 */
export function readLayout(text: string, path: string): Layout {
  const lines = text.split(/\r\n|\r|\n/);
  const notesBegin = firstNoteLine(lines);
  const blocks = readBlocks(lines.slice(0, notesBegin));
  if (blocks.length === 0) {
    throw new InputFault({
      path,
      severity: 'error',
      rule: 'encode/empty',
      message: 'the file holds no text; its first line should be the document’s number and title',
    });
  }
  const notes = readNotes(lines, notesBegin);
  checkNumbers(notes, path);
  return { blocks, notes };
}

/** The line at which the notes begin: from there on every line opens a note, goes on with one, or is empty. */
function firstNoteLine(lines: readonly string[]): number {
  let first = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (NOTE.test(line)) first = at;
    else if (line.trim() !== '' && !NOTE_GOES_ON.test(line)) break;
    else if (BULLET.test(line)) break;
  }
  return first;
}

function readBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let open: { lines: string[]; line: number; bullet?: number; indents: number[] } | undefined;
  const close = () => {
    if (open) {
      const { lines, ...block } = open;
      blocks.push({ ...block, text: lines.join('\n') });
    }
    open = undefined;
  };
  for (const [index, line] of lines.entries()) {
    const bullet = BULLET.exec(line);
    if (line.trim() === '') close();
    else if (bullet) {
      close();
      const indentation = (bullet[1] ?? '').length;
      open = { lines: [line.slice(bullet[0].length).trimEnd()], line: index + 1, bullet: indentation, indents: [0] };
    } else if (open) {
      open.lines.push(edges(line));
      open.indents.push(indentOf(line));
    } else open = { lines: [edges(line)], line: index + 1, indents: [indentOf(line)] };
  }
  close();
  return blocks;
}

function indentOf(line: string): number {
  return line.search(/[^ ]/);
}

/** Trims spaces, but not tabs: a tab stands between two cells of a table, and the first may be empty. */
function edges(line: string): string {
  return line.replace(/^ +| +$/g, '');
}

function readNotes(lines: readonly string[], begin: number): SourceNote[] {
  const notes: { n: string; line: number; paragraphs: Block[] }[] = [];
  for (let at = begin; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const opens = NOTE.exec(line);
    if (opens) {
      const paragraph = { text: line.slice(opens[0].length).trim(), line: at + 1, indents: [0] };
      notes.push({ n: opens[1] ?? '', line: at + 1, paragraphs: [paragraph] });
    } else if (line.trim() !== '') notes.at(-1)?.paragraphs.push({ text: line.trim(), line: at + 1, indents: [0] });
  }
  return notes;
}

function checkNumbers(notes: readonly SourceNote[], path: string): void {
  for (const [index, note] of notes.entries()) {
    if (note.n === String(index + 1)) continue;
    throw new InputFault({
      path,
      line: note.line,
      column: 3,
      severity: 'error',
      rule: 'encode/note-order',
      message: `note ${note.n} stands where note ${index + 1} was expected; notes are numbered 1, 2, 3 … without a gap`,
    });
  }
}
