/**
 * The benchmark's tables, as Markdown.
 */
import { type Row, table } from '../markdown.ts';
import { COMPARED, type Score, type VolumeMeasured } from '../volume.ts';
import { MANY, type Speed } from './speed.ts';

/** The required values, and those of a plain first attempt. */
const F1: Readonly<
  Record<(typeof COMPARED)[number], readonly [what: string, first: string, reach: number]>
> = {
  notes: ['notes: number, anchor, text', 'F1 0.85', 0.998],
  pages: ['pages', 'F1 0.89', 1],
  blocks: ['blocks', 'F1 0.90', 0.985],
  persons: ['persons, right id', 'F1 0.94', 0.985],
  terms: ['terms, right id', 'F1 0.72 to 0.99', 0.985],
  dates: ['dateline date', 'F1 0.5', 0.995],
  places: ['dateline place', 'F1 0.9', 0.995],
};

const RATE = 100;

/**
 * Memory that grows by less than this from few to many documents does not grow with their number.
 */
const FLAT = 1.25;

export function overallTable(
  score: Score,
  invalid: number,
  unusable: number,
  { rate, peaks }: Speed,
): string {
  const { documents } = score;
  const exact = exactOf(score);
  const mib = (peak: number) => `${peak.toFixed(0)} MiB`;
  return table(
    ['what', 'first attempt', 'reach', 'measured', 'reached'],
    [
      [
        'text to the letter',
        '75 % of documents',
        'every document',
        `${exact} of ${documents}`,
        exact === documents,
      ],
      ...COMPARED.map((key): Row => {
        const [what, first, reach] = F1[key];
        return [
          what,
          first,
          `F1 ${reach === 1 ? '=' : '≥'} ${reach}`,
          `F1 ${score[key].f1}`,
          score[key].f1 >= reach,
        ];
      }),
      [
        'valid under TEI All',
        '',
        'every document',
        `${documents - invalid} of ${documents}`,
        invalid === 0,
      ],
      [
        'valid under the edition’s schema',
        '',
        'every document',
        `${documents - unusable} of ${documents}`,
        unusable === 0,
      ],
      [
        'speed, one process',
        '',
        `≥ ${RATE} documents/s`,
        `${rate.toFixed(0)} documents/s`,
        rate >= RATE,
      ],
      [
        'memory at most',
        '',
        `flat over ${MANY} documents`,
        `${mib(peaks.few)}, then ${mib(peaks.many)}; with a worklist ${mib(peaks.reported)}`,
        peaks.many < FLAT * peaks.few,
      ],
    ],
  );
}

export function volumeTable(
  measured: readonly VolumeMeasured[],
  invalid: readonly number[],
): string {
  return table(
    ['volume', 'documents', 'text', ...COMPARED, 'TEI All', 'edition', 'speed'],
    measured.map(({ volume, score, unusable, speed }, at) => [
      volume.name,
      `${score.documents}`,
      `${exactOf(score)}`,
      ...COMPARED.map((key) => (score[key].n === 0 ? '–' : score[key].f1.toFixed(4))),
      `${score.documents - (invalid[at] ?? Number.NaN)}`,
      `${score.documents - unusable}`,
      speed,
    ]),
  );
}

/**
 * The score has four decimals for the proportion of exact documents: enough to count them in a
 * volume, and in all of them.
 */
function exactOf({ text_exact, documents }: Score): number {
  return Math.round(text_exact * documents);
}
