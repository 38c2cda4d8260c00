/**
 * Lines of verse as parts: `lg` and `l`, with their indentation.
 */

import type { Span } from '../../engine/model.ts';
import { type OutlineLine, pagesInBlock } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { BlockGroup, TreePart } from '../../engine/tree.ts';

/** Spaces before lines, as levels from the left: 0 for the least indented. */
export type Indents = ReadonlyMap<number, number>;

/** The deepest level that is distinguished. */
const DEEPEST = 4;

/** The levels of indentation of lines that belong together: a poem, a speech. */
export function indentsOf(lines: readonly OutlineLine[]): Indents {
  const found = [...new Set(lines.filter(({ text }) => text !== '').map(({ indent }) => indent))];
  return new Map(
    found.sort((a, b) => a - b).map((spaces, level) => [spaces, Math.min(level, DEEPEST)]),
  );
}

/** The part of a line of verse that several speakers share: initial, middle, final. */
export type LinePart = 'I' | 'M' | 'F';

/** `marks`: the elements within a line; `part`: of a line that several speakers share. */
export function verseLine(
  line: OutlineLine,
  make: PassageMaker,
  indents: Indents,
  marks: readonly Span[],
  part?: LinePart,
): TreePart[] {
  if (line.text === '') return pagesInBlock(line);
  const level = indents.get(line.indent) ?? 0;
  const passage = make.passage(line, 'line', {
    ...(level > 0 ? { rend: `indent${level}` } : {}),
    ...(marks.length > 0 ? { marks } : {}),
    ...(part === undefined ? {} : { attributes: { part } }),
  });
  return [{ kind: 'passage', passage }];
}

export function lineGroup(
  lines: readonly OutlineLine[],
  make: PassageMaker,
  indents: Indents = indentsOf(lines),
): BlockGroup {
  return make.group(
    'lg',
    lines.flatMap((line) => verseLine(line, make, indents, [])),
  );
}
