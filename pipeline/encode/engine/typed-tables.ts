/**
 * Turns tables as people type them into rows with tabs between their cells: columns aligned by
 * spaces, and Markdown's rows between bars.
 *
 * Takes the lines of a block as in the file. Returns the rows, or nothing if the lines are not a
 * table. Words stay unchanged; spaces, bars and the line below Markdown's head are removed.
 */

/** A line of Markdown that separates the head of a table from its rows: "|-----|:---:|". */
export const DELIMITER_ROW =
  /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$/;
/** Rows between bars without a line below the head. */
const FEWEST_BARRED = 2;
/** How many rows are needed as evidence of columns. */
const FEWEST_ALIGNED = 3;
/** At least this many spaces are between two columns. */
const GAP = / {2,}/g;
/** The proportion of rows with cells below those of the others. */
const ALIGNED_SHARE = 0.8;

interface TextCell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The columns that a table of aligned cells has: where each begins and ends. */
export type ColumnRanges = readonly { readonly start: number; readonly end: number }[];

interface TypedTable {
  /** Each row with tabs between its cells. */
  readonly rows: readonly string[];
  readonly columns?: ColumnRanges;
}

/** `above`: the columns of the table right above, which a single row may continue. */
export function readTypedTable(
  lines: readonly string[],
  above?: ColumnRanges,
): TypedTable | undefined {
  return barred(lines) ?? aligned(lines, above);
}

function barred(lines: readonly string[]): TypedTable | undefined {
  const cells = lines
    .filter((line) => !(line.includes('|') && DELIMITER_ROW.test(line)))
    .map(cellsBetweenBars);
  const [first] = cells;
  if (!first || first.length < 2) return undefined;
  const headed = cells.length < lines.length;
  const framed = lines.every((line) => /^\s*\|.*\|\s*$/.test(line));
  if (!headed && !(framed && lines.length >= FEWEST_BARRED)) return undefined;
  if (cells.some((row) => row.length !== first.length)) return undefined;
  return { rows: cells.map((row) => row.join('\t')) };
}

function cellsBetweenBars(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

function aligned(lines: readonly string[], above?: ColumnRanges): TypedTable | undefined {
  const rows = joinContinued(lines.map(cellsOf));
  const divided = rows.filter((cells) => cells.length > 1);
  if (above && rows.length === divided.length && rows.every((row) => fits(row, above)))
    return { rows: rows.map((row) => placed(row, above)), columns: above };
  if (divided.length < FEWEST_ALIGNED || divided.length < rows.length - 1) return undefined;
  const widest = Math.max(...divided.map((cells) => cells.length));
  const full = divided.filter((cells) => cells.length === widest);
  if (full.length < 2 || widest > 12) return undefined;
  for (let column = 1; column < widest; column++) {
    if (!isAligned(full.flatMap((cells) => cells[column] ?? []))) return undefined;
  }
  const columns = Array.from({ length: widest }, (_, column) => {
    const cells = full.flatMap((row) => row[column] ?? []);
    return {
      start: Math.min(...cells.map(({ start }) => start)),
      end: Math.max(...cells.map(({ end }) => end)),
    };
  });
  if (!divided.every((row) => row.length === widest || fits(row, columns))) return undefined;
  return { rows: rows.map((row) => placed(row, columns)), columns };
}

/** The parts of a line between gaps; two spaces after a full stop separate sentences. */
function cellsOf(line: string): TextCell[] {
  const cells: TextCell[] = [];
  const text = line.trimEnd();
  let from = text.search(/\S/);
  if (from < 0) return [];
  for (const gap of text.matchAll(GAP)) {
    const at = gap.index;
    if (at <= from) continue;
    const sentence = gap[0].length === 2 && /[.?!:;,]["”’)]?$/.test(text.slice(0, at));
    if (sentence) continue;
    cells.push({ text: text.slice(from, at), start: from, end: at });
    from = at + gap[0].length;
  }
  cells.push({ text: text.slice(from), start: from, end: text.length });
  return cells;
}

/** "Item his apparell and mony⏎  in his purse    5  0": an indented line continues a first cell. */
function joinContinued(rows: readonly (readonly TextCell[])[]): (readonly TextCell[])[] {
  const joined: (readonly TextCell[])[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    const [first, ...more] = row;
    const [open] = before ?? [];
    if (first && before?.length === 1 && open && more.length > 0 && first.start > open.start) {
      const text = `${open.text} ${first.text}`;
      joined[joined.length - 1] = [{ text, start: open.start, end: first.end }, ...more];
    } else joined.push(row);
  }
  return joined;
}

function isAligned(cells: readonly TextCell[]): boolean {
  const most = (values: readonly number[]): number =>
    Math.max(...values.map((one) => values.filter((other) => Math.abs(one - other) <= 1).length));
  const needed = cells.length * ALIGNED_SHARE;
  return (
    most(cells.map(({ start }) => start)) >= needed || most(cells.map(({ end }) => end)) >= needed
  );
}

/** Whether each cell after the first is within a column of its own. */
function fits(row: readonly TextCell[], columns: ColumnRanges): boolean {
  const places = row.slice(1).map((cell) => columnIndex(cell, columns));
  return (
    places.length > 0 &&
    places.every((column, at) => column > 0 && (at === 0 || column > (places[at - 1] ?? 0)))
  );
}

function columnIndex({ start, end }: TextCell, columns: ColumnRanges): number {
  return columns.findIndex((column) => start >= column.start - 2 && end <= column.end + 2);
}

function placed(row: readonly TextCell[], columns: ColumnRanges): string {
  const [first, ...more] = row;
  const cells = columns.map(() => '');
  cells[0] = first?.text ?? '';
  const whole = row.length === columns.length;
  for (const [at, cell] of more.entries())
    cells[whole ? at + 1 : columnIndex(cell, columns)] = cell.text;
  return cells.join('\t');
}
