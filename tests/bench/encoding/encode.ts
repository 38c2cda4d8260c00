/**
 * The quality of the encoder: `npm run bench:encode [-- --show N] [-- --out DIR]`.
 *
 * Eight volumes of *Foreign Relations of the United States*, encoded by hand, are rendered as
 * reading text, encoded again through the command line, and compared. It needs `../shared` beside
 * the checkout, and python3 for its tools, which nothing else in the project needs. `--show` prints
 * the most frequent errors; `--out` stores the output.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PROGRAM } from '../../../pipeline/edition/edition.ts';
import { filesIn } from '../../../pipeline/edition/folder/files-in.ts';
import { toolOptions, wholeNumber } from '../../options.ts';
import { inParallel, run } from '../run.ts';
import { measureVolume, producedFiles, renderVolume, scoreVolumes, volumeIn } from '../volume.ts';
import { measureSpeed } from './speed.ts';
import { overallTable, volumeTable } from './table.ts';
import { invalidUnder } from './validity.ts';

/** Volumes at a time. */
const WIDTH = 2;

const SHARED = join(PROGRAM, '..', 'shared');

const { values } = toolOptions({
  options: { show: { type: 'string', default: '0' }, out: { type: 'string' } },
});
const show = wholeNumber('show', values.show);

if (!existsSync(join(SHARED, 'frus'))) {
  console.log(
    'skipped: the volumes to measure against are not here; they are looked for in ../shared, beside the checkout',
  );
} else if (!(await hasPython())) {
  console.log(
    'skipped: python3 is not installed; the tools in ../shared that render and compare the volumes need it',
  );
} else {
  const folder =
    values.out === undefined ? mkdtempSync(join(tmpdir(), 'siglum-bench-')) : resolve(values.out);
  try {
    await measure(folder, show);
  } finally {
    if (values.out === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, show: number): Promise<void> {
  const volumes = filesIn(join(SHARED, 'frus'), '.xml').map((reference) =>
    volumeIn(folder, reference),
  );
  say(`rendering ${volumes.length} volumes as reading text`);
  await inParallel(volumes, WIDTH, (volume) => renderVolume(SHARED, volume));
  say('speed and memory');
  const speed = await measureSpeed(join(folder, 'speed'), volumes);
  say('encoding, comparing, checking');
  const measured = await inParallel(volumes, WIDTH, (volume) => measureVolume(SHARED, volume));
  say('validating under TEI All');
  const { counts, complaints } = await invalidUnder(
    join(SHARED, 'schemas', 'tei_all.rng'),
    volumes.map(producedFiles),
  );
  const score = await scoreVolumes(SHARED, volumes, show);
  const missing = measured.map((one) => one.score.missing);
  const invalid = counts.map((count, at) => count + (missing[at] ?? 0));
  const unusable = sum(measured.map((one, at) => one.unusable + (missing[at] ?? 0)));
  console.log(
    `\n${overallTable(score, sum(invalid), unusable, speed)}\n\n${volumeTable(measured, invalid)}`,
  );
  for (const line of [...measured.flatMap((one) => one.complaints), ...complaints])
    console.log(line);
}

async function hasPython(): Promise<boolean> {
  return run('python3', '--version').then(
    ({ code }) => code === 0,
    () => false,
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

function say(step: string): void {
  console.error(`bench: ${step}`);
}
