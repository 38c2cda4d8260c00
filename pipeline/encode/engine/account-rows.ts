/**
 * Rows of accounts, inventories and price lists: words, and sums of money behind a gap.
 *
 * Takes the lines of a text. A single row looks like verse with its number; only where a good part
 * of all lines are such rows, they are cells with tabs between them.
 */

const AMOUNT = String.raw`(?:[£$]? ?\d[\d.,/]*[½¼¾]?[lsd]?\.?|[½¼¾]|[-–—])`;
const ROW = new RegExp(
  `^ *(\\S.*?)(?: {2,}|(?: ?\\.){3,} *)(${AMOUNT}(?: +${AMOUNT}){0,3}) *$`,
  'u',
);
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
  const rows = words.filter((line) => ROW.test(line)).length;
  return rows >= FEWEST && rows >= words.length * LEAST_SHARE ? rowOf : undefined;
}

/** The cells of a row with tabs between them; undefined for another line. */
function rowOf(line: string): string | undefined {
  if (UNITS.test(line)) return `\t${line.trim().replace(/ +/g, '\t')}`;
  const [, words, amounts] = ROW.exec(line) ?? [];
  if (words === undefined || amounts === undefined) return undefined;
  // Dots that lead to the sum belong to the words.
  const begin = line.indexOf(words);
  const lead = line.slice(begin, line.lastIndexOf(amounts)).trimEnd();
  return `${lead}\t${amounts.trim().replace(/ +/g, '\t')}`;
}
