/** The verdicts, written for people and for programs. */
import { CRITERION_STATES } from './judge.ts';
import type { CriterionState, CriterionVerdict, EvidencePlace, JudgedList } from './model/model.ts';

export type StandardsFormat = 'text' | 'json';

const WORDS: Readonly<Record<CriterionState, string>> = {
  met: 'met',
  partly: 'partly',
  missing: 'missing',
  none: 'not called for',
  reviewer: 'for a reviewer',
};

/** Without a line break at its end. */
export function standardsReport(lists: readonly JudgedList[], format: StandardsFormat): string {
  const [missing, reviewer] = [missingPoints(lists), reviewerPoints(lists)];
  if (format === 'json') return JSON.stringify({ lists, missing, reviewer }, null, 2);
  return [
    ...lists.flatMap(asText),
    ...titled('What is missing, and where it goes:', missing.map(missingLine)),
    ...titled('What only a reader can decide:', reviewer.map(reviewerLine)),
    '',
    ...lists.map((list) => `${list.key}: ${tally(list)}`),
  ].join('\n');
}

function asText(list: JudgedList): string[] {
  const width = Math.max(...list.verdicts.map(({ point }) => point.length));
  return [
    '',
    `${list.name} (${list.version}), ${list.address}`,
    ...list.verdicts.flatMap((verdict) => rowOf(verdict, width)),
  ];
}

function rowOf({ point, asks, state, evidence }: CriterionVerdict, width: number): string[] {
  const head = `  ${WORDS[state].padEnd(14)} ${point.padEnd(width)}  ${asks}`;
  // Only the evidence that decides the verdict.
  const shown = evidence.filter((one) => state === 'met' || one.state !== 'met');
  const reasons = shown.map(
    ({ why, place }) => `${' '.repeat(19)}${why}${place ? ` (${placed(place)})` : ''}`,
  );
  return [head, ...reasons];
}

function placed({ path, line, column, element }: EvidencePlace): string {
  const at = line === undefined ? path : `${path}:${line}:${column}`;
  return `${at}: ${element}`;
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

interface OpenPoint {
  readonly why: string;
  readonly place: EvidencePlace | null;
  /** "RIDE contacts (1.5)" … */
  readonly points: readonly string[];
}

/** Everything that is missing, each item once, with all the points that ask for it. */
export function missingPoints(lists: readonly JudgedList[]): readonly OpenPoint[] {
  return openPoints(lists, ['missing', 'partly']);
}

/**
 * Everything that a reader has to decide, each reason once, with all the points that ask for it.
 */
export function reviewerPoints(lists: readonly JudgedList[]): readonly OpenPoint[] {
  return openPoints(lists, ['reviewer']);
}

function openPoints(
  lists: readonly JudgedList[],
  states: readonly CriterionState[],
): readonly OpenPoint[] {
  const found = new Map<string, { why: string; place: EvidencePlace | null; points: string[] }>();
  for (const { key: list, verdicts } of lists) {
    for (const { point, evidence } of verdicts) {
      for (const { state, why, place } of evidence) {
        if (!states.includes(state)) continue;
        const one = found.get(why) ?? { why, place: place ?? null, points: [] };
        found.set(why, one);
        one.points.push(`${list} ${point}`);
      }
    }
  }
  return [...found.values()];
}

function missingLine({ why, place, points }: OpenPoint): string {
  return `  ${beginning(place)}${why} [${points.length} point${points.length === 1 ? '' : 's'}]`;
}

function reviewerLine({ why, place, points }: OpenPoint): string {
  return `  ${beginning(place)}${why} [${points.join(', ')}]`;
}

function beginning(place: EvidencePlace | null): string {
  return place ? `${placed(place)}: ` : '';
}

function tally({ counts }: JudgedList): string {
  return CRITERION_STATES.filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${WORDS[state]}`)
    .join(', ');
}
