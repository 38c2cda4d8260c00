/**
 * Numbers and letters before items and paragraphs: "1.", "(a)", "iv)", "B.", "–".
 *
 * Takes lines. Returns which of them begin an item. An enumerator counts only in its series: "A. F.
 * Brooke" above "C. Portal" is not one.
 */
import { pattern, romanOrArabic } from '../../../core/text.ts';

export interface Enumerator {
  /** Its form, whatever its value: `(a)`, `1.`, `-`. */
  readonly style: string;
  /** Its possible values: "i" is the ninth letter and the first Roman number. */
  readonly values: readonly number[];
}

const FORM = pattern('')`
    ^(?<open>\(?)(?<mark>\d{1,3}|[a-z]|[A-Z]|[ivxl]{1,6}|[IVXL]{1,6})(?<ordinal>st|nd|rd|d|th|
    [°ºª])?(?<close>[.)]{1,2})[ \t]+\S
  `;
/** A number or letter alone on its line: "1.", "(a)", "1st.", "A–", "(iv.)". */
const ALONE =
  /^\(?(?:\d{1,3}(?:st|nd|rd|d|th|[°ºª])?|[a-z]|[A-Z]|[ivxl]{1,6}|[IVXL]{1,6})[.)–—-]{1,2}$/;
const DASH = /^[–—-][ \t]+\S/;

/** The possible enumerators of a label alone on its line; empty if it is not a number or letter. */
export function labelEnumerators(label: string): Enumerator[] {
  return ALONE.test(label) ? enumeratorOf(`${label.replace(/[–—-]+$/, '.')} x`) : [];
}

function enumeratorOf(line: string): Enumerator[] {
  if (DASH.test(line)) return [{ style: '-', values: [] }];
  const { open = '', mark = '', ordinal, close = '' } = FORM.exec(line)?.groups ?? {};
  if (mark === '' || (ordinal !== undefined && !/^\d/.test(mark))) return [];
  const styled = (kind: string, value: number): Enumerator => ({
    style: `${open}${kind}${ordinal === undefined ? '' : 'st'}${close}`,
    values: [value],
  });
  if (/^\d/.test(mark)) return [styled('1', Number(mark))];
  const upper = mark === mark.toUpperCase();
  const found: Enumerator[] = [];
  if (mark.length === 1)
    found.push(styled(upper ? 'A' : 'a', mark.toLowerCase().charCodeAt(0) - 96));
  if (/^[ivxl]+$/i.test(mark)) found.push(styled(upper ? 'I' : 'i', romanOrArabic(mark)));
  return found;
}

/**
 * Which lines begin an item: those with an enumerator that begins or continues a series. Undefined
 * if fewer than two do. `begun`: the first line is an item already (it has a bullet).
 */
export function itemLines(lines: readonly string[], begun = false): readonly boolean[] {
  const last = new Map<string, number>();
  const items = lines.map((line, at) => {
    if (at === 0 && begun) return true;
    const fitting = enumeratorOf(line).find(({ style, values }) => {
      const [value] = values;
      if (value === undefined) return true;
      const before = last.get(style);
      return before === undefined
        ? value === 1 || at === 0 || hasNext(lines, at, style, value)
        : value === before + 1 || value === 1;
    });
    if (!fitting) return false;
    last.set(fitting.style, fitting.values[0] ?? 0);
    return true;
  });
  const enumerated = items.filter(Boolean).length;
  // The first line alone is not evidence if its number is not the first.
  const series = enumerated > 1 && (begun || secondFollows(lines, items));
  return series && (items[0] === true || begun) ? items : lines.map(() => false);
}

/** A later line has the next value of the series. */
function hasNext(lines: readonly string[], at: number, style: string, value: number): boolean {
  return lines
    .slice(at + 1)
    .some((line) =>
      enumeratorOf(line).some((next) => next.style === style && next.values[0] === value + 1),
    );
}

function secondFollows(lines: readonly string[], items: readonly boolean[]): boolean {
  const first = enumeratorOf(lines[0] ?? '');
  return lines.some(
    (line, at) =>
      at > 0 &&
      items[at] === true &&
      enumeratorOf(line).some((next) =>
        first.some(({ style, values }) =>
          next.style === style
            ? next.values[0] === undefined || next.values[0] === (values[0] ?? 0) + 1
            : next.values[0] === 1,
        ),
      ),
  );
}
