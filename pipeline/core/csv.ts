/** Tables as comma-separated values (RFC 4180): written, and read with the place of each cell. */

/** A cell as it was read; `line` and `column` from 1, of its first character. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

interface CsvTable {
  readonly rows: readonly (readonly Cell[])[];
  /** The place of a quotation mark that is not closed. */
  readonly unclosed?: Cell;
}

export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A spreadsheet would compute a value that begins so. */
const FORMULA = /^(?:\s*[=+@]|\s*-.|[\t\r])/s;

/** With an apostrophe before a value that would be a formula (OWASP, CSV injection). */
export function withoutFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** A row for spreadsheets, without formulas. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => quoted(withoutFormula(String(cell)))).join(',')}\r\n`;
}

/** The separator that Excel reads from a first line of its own: "sep=;". */
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n/i;

/**
 * Commas, semicolons or tabs: the one that the file states, else the most frequent one in the first
 * line. Empty lines are not rows. A line may end with a carriage return alone.
 */
export function readCsv(content: string): CsvTable {
  const text = content.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, '\n');
  const [stated = '', sign] = SEPARATOR_LINE.exec(text) ?? [];
  const separator = sign ?? separatorOf(text.slice(0, text.search(/\r?\n|$/)));
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let line = stated === '' ? 1 : 2;
  let lineStart = stated.length;
  let at = stated.length;
  while (at <= text.length) {
    const place = { line, column: at - lineStart + 1 };
    let cell = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) return { rows, unclosed: { text: '', ...place } };
        const piece = text.slice(at, close);
        for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', end + 1)) {
          line++;
          lineStart = at + end + 1;
        }
        cell += piece;
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n') at++;
    cell += text.slice(from, at).replace(/\r$/, '');
    row.push({ text: cell.trim(), ...place });
    if (text[at] !== separator) {
      if (row.some((one) => one.text !== '')) rows.push(row);
      row = [];
      line++;
      lineStart = at + 1;
    }
    at++;
  }
  return { rows };
}

function separatorOf(header: string): string {
  const unquoted = header.replace(/"[^"]*"/g, '');
  const count = (sign: string) => unquoted.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
