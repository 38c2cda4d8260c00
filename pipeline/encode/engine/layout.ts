/**
 * The layout of a reading text: its title, its blocks and its notes, as white space and signs set
 * them off.
 *
 * Takes the text of a source file. Returns the blocks in order, each with its line in the file, and
 * the notes gathered at the end. Only layout is interpreted here: an empty line ends a block, " • "
 * opens an item; `notes/zone.ts` finds where notes begin.
 */
import { InputError } from '../../core/finding.ts';
import { accountReader } from './account-rows.ts';
import { separateNotes } from './notes/foot.ts';
import type { SourceNote } from './notes/note-lines.ts';
import type { NumberWords } from './notes/number-words.ts';
import { isNextNote } from './notes/zone.ts';
import { type ColumnRanges, readTypedTable } from './typed-tables.ts';

/** A block of the main text. */
interface LayoutBlock {
  /** Its lines, joined by line feeds, without indentation and bullet. */
  readonly text: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** Spaces before the bullet; undefined for a block without one. */
  readonly bullet?: number;
  /** Spaces before each of its lines. */
  readonly indents: readonly number[];
}

export interface TextLayout {
  readonly blocks: readonly LayoutBlock[];
  readonly notes: readonly SourceNote[];
}

/**
 * A bullet before an item. Several in a row, or one right before small letters ("•n thy"), stand
 * for letters that cannot be read.
 */
const BULLET = /^([ \t]*)[•▪‣◦](?![ \t]*[•▪‣◦]|\p{Ll})[ \t]*/u;

/**
 * Reads the layout of `text`. `path` is its file's name in messages. @throws InputError if the file
 * contains no text, or a number is missing among its notes
 */
export function readLayout(text: string, path: string, words: NumberWords): TextLayout {
  const lines = text.split(/\r\n|\r|\n/);
  const { text: main, notes } = separateNotes(lines, words);
  const blocks = readLayoutBlocks(main);
  if (blocks.length === 0) {
    throw new InputError({
      path,
      severity: 'error',
      rule: 'encode/empty',
      message:
        'the file contains no text; its first line should be the document’s number and title',
    });
  }
  checkNumbers(notes, path);
  return { blocks, notes };
}

function readLayoutBlocks(lines: readonly string[]): LayoutBlock[] {
  const blocks: LayoutBlock[] = [];
  let open: { lines: string[]; line: number; bullet?: number; indents: number[] } | undefined;
  let afterRow = false;
  let columns: ColumnRanges | undefined;
  const account = accountReader(lines);
  const close = () => {
    if (open) {
      const { lines, ...block } = open;
      const rows = open.bullet === undefined ? lines.map((line) => account?.(line)) : [];
      if (rows.some((row) => row !== undefined)) {
        blocks.push(...accountBlocks(open, rows));
        afterRow = true;
        open = undefined;
        return;
      }
      const table =
        open.bullet === undefined && !lines.some((line) => line.includes('\t'))
          ? readTypedTable(
              lines.map((line, at) => ' '.repeat(Math.max(0, block.indents[at] ?? 0)) + line),
              columns,
            )
          : undefined;
      columns = table?.columns;
      if (table) {
        afterRow = true;
        blocks.push({ ...block, indents: table.rows.map(() => 0), text: table.rows.join('\n') });
        open = undefined;
        return;
      }
      // A tab at the beginning of a line is an indentation, unless the lines are rows of a table or
      // continue one.
      const tabbed =
        lines.some((line) => /\S\t/.test(line)) ||
        (afterRow && lines.every((line) => line.startsWith('\t')));
      afterRow = tabbed;
      blocks.push({
        ...block,
        text: (tabbed ? lines : lines.map((line) => line.trimStart())).join('\n'),
      });
    }
    open = undefined;
  };
  for (const [index, line] of lines.entries()) {
    const bullet = BULLET.exec(line);
    if (line.trim() === '') close();
    else if (bullet) {
      close();
      const indentation = (bullet[1] ?? '').length;
      open = {
        lines: [line.slice(bullet[0].length).trimEnd()],
        line: index + 1,
        bullet: indentation,
        indents: [0],
      };
    } else if (open) {
      open.lines.push(edges(line));
      open.indents.push(indentOf(line));
    } else open = { lines: [edges(line)], line: index + 1, indents: [indentOf(line)] };
  }
  close();
  return blocks;
}

/** The rows of a block, and each other line as a block of its own. */
function accountBlocks(
  { lines, line, indents }: { lines: string[]; line: number; indents: number[] },
  rows: readonly (string | undefined)[],
): LayoutBlock[] {
  const blocks: LayoutBlock[] = [];
  for (const [at, text] of lines.entries()) {
    const row = rows[at];
    const before = at > 0 && rows[at - 1] !== undefined ? blocks.at(-1) : undefined;
    if (row !== undefined && before) {
      const joined = { text: `${before.text}\n${row}`, indents: [...before.indents, 0] };
      blocks[blocks.length - 1] = { ...before, ...joined };
    } else
      blocks.push({
        text: row ?? text,
        line: line + at,
        indents: [row === undefined ? (indents[at] ?? 0) : 0],
      });
  }
  return blocks;
}

function indentOf(line: string): number {
  return line.search(/[^ ]/);
}

/**
 * Trims spaces, but not tabs: a tab is between two cells of a table, and the first may be
 * empty.
 */
function edges(line: string): string {
  return line.replace(/^ +| +$/g, '');
}

function checkNumbers(notes: readonly SourceNote[], path: string): void {
  for (const [index, note] of notes.entries()) {
    if (isNextNote(notes[index - 1], note)) continue;
    const expected = Number.parseInt(notes[index - 1]?.n ?? '0', 10) + 1;
    throw new InputError({
      path,
      line: note.line,
      column: 3,
      severity: 'error',
      rule: 'encode/note-order',
      message:
        `note ${note.n} is where note ${expected} was expected; notes are numbered without ` +
        `gaps`,
    });
  }
}
