/**
 * Lines of verse that several speakers share, if the layout shows it: the second part is indented
 * about as far as the first one is long.
 *
 * Takes the units of a play. Returns the part (initial, middle, final) by the line of the source.
 */
import type { OutlineLine } from '../../../engine/outline/lines.ts';
import { LONGEST_VERSE } from '../../../engine/outline/wrapping.ts';
import type { LinePart } from '../../literature/verse-lines.ts';
import { isDirection } from '../directions/directions.ts';
import type { DramaUnit, Spoken } from '../unit.ts';

/** How far (in characters) a second part is indented at least. */
const LEAST_INDENT = 6;
/** How many characters the second part may begin before or after the end of the first. */
const SLACK = 8;

export type SharedLines = ReadonlyMap<number, LinePart>;

interface Position {
  readonly line: OutlineLine;
  readonly column: number;
}

export function sharedLines(units: readonly DramaUnit[]): SharedLines {
  const parts = new Map<number, LinePart>();
  const gaps = units.flatMap((unit) =>
    unit.kind === 'spoken' && unit.gap !== undefined ? [unit.gap] : [],
  );
  const usual = median(gaps);
  let before: Position | undefined;
  for (const unit of units) {
    if (unit.kind === 'heading' && unit.heading.type !== 'scene') before = undefined;
    if (unit.kind !== 'spoken') continue;
    const lines = unit.lines.filter(({ text }) => text !== '' && !isDirection(text));
    const [first, ...more] = lines;
    const last = lines.at(-1);
    if (!first || !last) continue;
    if (last.text.length > LONGEST_VERSE) {
      before = undefined;
      continue;
    }
    const begin = startColumn(unit, first);
    if (
      before &&
      unit.speaker &&
      isSetIn(unit, first, more, usual) &&
      continuesLine(before, begin)
    ) {
      parts.set(before.line.line, parts.has(before.line.line) ? 'M' : 'I');
      parts.set(first.line, 'F');
    }
    before = { line: last, column: last === first ? begin : last.indent };
  }
  return parts;
}

function startColumn(unit: Spoken, first: OutlineLine): number {
  return unit.lines[0] === first && unit.column !== undefined ? unit.column : first.indent;
}

/** After a speaker in the line: farther than usual; on a line of its own: farther than others. */
function isSetIn(
  unit: Spoken,
  first: OutlineLine,
  more: readonly OutlineLine[],
  usual: number,
): boolean {
  if (unit.lines[0] === first && unit.gap !== undefined) return unit.gap >= usual + LEAST_INDENT;
  const margin = Math.min(...more.map(({ indent }) => indent), unit.speaker?.line.indent ?? 0);
  return first.indent >= margin + LEAST_INDENT;
}

/** The second part begins about where the first one ends, or is indented and both are one line. */
function continuesLine({ line, column }: Position, begin: number): boolean {
  const end = column + line.text.length;
  return Math.abs(begin - end) <= Math.max(SLACK, line.text.length * 0.4);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
