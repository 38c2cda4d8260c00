/**
 * How time, files and bytes grow with a document: `npm run bench:growth -- [--count 500] [--kinds
 * pages,verse] [--build]`.
 *
 * For every kind of content that a document may have thousands of (tests/growth/texts.ts):
 * milliseconds of processor time of each step with 1, 2 and 4 times as many, and the exponent.
 * `--build`: builds by the command instead, with files and bytes. `--count`: the smallest number.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../../pipeline/core/cache-folder.ts';
import { PROGRAM } from '../../../pipeline/edition/edition.ts';
import { buildOf } from '../../growth/built.ts';
import { exponent, processorTime } from '../../growth/measure.ts';
import { openSteps } from '../../growth/steps.ts';
import { type KindName, kindNames, teiOf } from '../../growth/texts.ts';
import { refuse, toolOptions, wholeNumber } from '../../options.ts';
import { table } from '../markdown.ts';

const { values } = toolOptions({
  options: {
    count: { type: 'string', default: '500' },
    kinds: { type: 'string', default: '' },
    build: { type: 'boolean', default: false },
  },
});
const count = wholeNumber('count', values.count);
const counts = [1, count, 2 * count, 4 * count];
const wanted = values.kinds.split(',').filter((word) => word !== '');
const kinds = kindNames.filter(
  (kind) => wanted.length === 0 || wanted.some((word) => isNamed(kind, word)),
);
if (kinds.length === 0) refuse(`--kinds ${values.kinds}: choose of ${kindNames.join(', ')}`);

const folder = mkdtempSync(join(tmpdir(), 'siglum-growth-'));
try {
  // The first build compiles what lib/ does not have.
  if (values.build) await buildOf(folder, join(folder, 'cache'), 'pages', 1);
  for (const kind of kinds)
    console.log(`${kind}\n\n${values.build ? await builds(kind) : await stepsOf(kind)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** By its whole name, or a part that is no kind's whole name. */
function isNamed(kind: KindName, word: string): boolean {
  return kind === word || (!kindNames.some((name) => name === word) && kind.includes(word));
}

async function stepsOf(kind: KindName): Promise<string> {
  const { steps, begin } = await openSteps(cacheFolder(PROGRAM));
  const passing = counts.map((number) => begin(teiOf(kind, number)));
  // Without a warm-up the small counts would include V8's compilation.
  for (const step of Object.values(steps)) for (const one of passing.slice(0, 2)) step(one);
  return rows(
    'step, ms',
    Object.entries(steps).map(([name, step]) => [
      name,
      passing.map((one) => processorTime(() => step(one), 3)),
    ]),
  );
}

async function builds(kind: KindName): Promise<string> {
  const measured = [];
  for (const number of counts)
    measured.push(await buildOf(folder, join(folder, 'cache'), kind, number));
  return rows('build', [
    ['processor, ms', measured.map(({ processor }) => processor)],
    ['files', measured.map(({ files }) => files)],
    ['KiB', measured.map(({ bytes }) => bytes / 1024)],
  ]);
}

function rows(title: string, measured: readonly (readonly [string, readonly number[]])[]): string {
  return table(
    [title, ...counts.map(String), 'exponent'],
    measured.map(([name, numbers]) => {
      const [fixed = 0, small = 0, , large = 0] = numbers;
      return [
        name,
        ...numbers.map((number) => number.toFixed(0)),
        exponent(fixed, small, large, 4, 1).toFixed(2),
      ];
    }),
  );
}
