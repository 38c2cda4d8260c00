/**
 * Rows of accounts, inventories and price lists: words, and sums of money behind a gap.
 *
 * Takes the lines of a text. A single row looks like verse with its number; only where a good part
 * of all lines are such rows, they are cells with tabs between them.
 */

/** One number of a sum: "3", "£3", "12s.", "½", a dash for none. */
const AMOUNT = /^(?:[£$]?\d[\d.,/]*[½¼¾]?[lsd]?\.?|[½¼¾]|[-–—])$/u;

/** Numbers of a sum: pounds, shillings, pence, and a fraction. */
const MOST_AMOUNTS = 4;

/** Characters of the longest number. */
const LONGEST_AMOUNT = 20;

/** Spaces, or dots that lead to the sum, between the words and the sum. */
const FEWEST_SPACES = 2;
const FEWEST_DOTS = 3;

/** "£    s.   d." over the sums. */
const UNITS =
  /^ *(?:£|\$|l[.i]?b?\.?|fl\.?|thlr\.?|rthlr\.?)(?: +(?:s|d|kr|gr|pf|ngr|sgr)\.?){1,2} *$/iu;

/** How many rows, and which part of the lines with words they must be. */
const FEWEST = 4;
const LEAST_SHARE = 0.4;

/** The reader of a text's rows; undefined where it has too few. */
export function accountReader(
  lines: readonly string[],
): ((line: string) => string | undefined) | undefined {
  const words = lines.filter((line) => line.trim() !== '');
  const rows = words.filter((line) => amountsBegin(line) !== undefined).length;
  return rows >= FEWEST && rows >= words.length * LEAST_SHARE ? rowOf : undefined;
}

/** The cells of a row with tabs between them; undefined for another line. */
function rowOf(line: string): string | undefined {
  if (UNITS.test(line)) return `\t${line.trim().replace(/ +/g, '\t')}`;
  const at = amountsBegin(line);
  if (at === undefined) return undefined;
  return `${line.slice(0, at).trim()}\t${line.slice(at).trim().replace(/ +/g, '\t')}`;
}

/**
 * Where the numbers at the end of a line begin, if a gap or dots separate them from words. In time
 * linear in the line, which can be a whole text.
 */
function amountsBegin(line: string): number | undefined {
  let begin: number | undefined;
  let end = line.trimEnd().length;
  for (let count = 0; count < MOST_AMOUNTS && end > 0; count++) {
    let from = line.lastIndexOf(' ', end - 1) + 1;
    if (end - from > LONGEST_AMOUNT || !AMOUNT.test(line.slice(from, end))) break;
    // "£ 3"
    if (from > 1 && /[£$]/.test(line[from - 2] as string)) from -= 2;
    if (isBehindGap(line, from)) begin = from;
    end = line.slice(0, from).trimEnd().length;
  }
  return begin;
}

function isBehindGap(line: string, at: number): boolean {
  const words = line.slice(0, at).trimEnd();
  if (words.trim() === '') return false;
  if (at - words.length >= FEWEST_SPACES) return true;
  const dots = words.slice(-2 * FEWEST_DOTS).replace(/ /g, '');
  return dots.endsWith('.'.repeat(FEWEST_DOTS));
}
