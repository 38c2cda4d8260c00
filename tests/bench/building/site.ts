/**
 * Speed and size: `npm run bench [-- --sizes memo,volume,all] [-- --out DIR]`.
 *
 * Editions of one document, of one volume and of eight are encoded, checked, transformed and
 * published by the user's commands, each in a process of its own; peers do the same work, if they
 * are installed. Tables on standard output, as Markdown. It needs `../shared` beside the checkout,
 * and python3 for its tools.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { PROGRAM, programVersion } from '../../../pipeline/edition/edition.ts';
import { filesIn } from '../../../pipeline/edition/folder/files-in.ts';
import { toolOptions } from '../../options.ts';
import { type Row, table } from '../markdown.ts';
import { run, type SiglumRan } from '../run.ts';
import { volumeIn } from '../volume.ts';
import { measurePeers, type Peer } from './peers.ts';
import { memoEdition, type Sized, volumesEdition } from './sizes.ts';
import { type Measured, measureSteps } from './steps.ts';

const SHARED = join(PROGRAM, '..', 'shared');

/** The volume that is measured alone. */
const VOLUME = 'frus1964-68v12';

const STEPS = ['encode', 'check', 'transform', 'publish'] as const;

const { values } = toolOptions({
  options: { sizes: { type: 'string', default: 'memo,volume,all' }, out: { type: 'string' } },
});

if (!existsSync(join(SHARED, 'frus'))) {
  console.log(
    'skipped: the volumes to measure with are not here; they are looked for in ../shared, beside the checkout',
  );
} else {
  const folder =
    values.out === undefined ? mkdtempSync(join(tmpdir(), 'siglum-bench-')) : resolve(values.out);
  try {
    await measure(folder, values.sizes.split(','));
  } finally {
    if (values.out === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, sizes: readonly string[]): Promise<void> {
  const volumes = filesIn(join(SHARED, 'frus'), '.xml').map((reference) =>
    volumeIn(join(folder, 'volumes'), reference),
  );
  const layOut: Readonly<Record<string, (root: string) => Promise<Sized> | Sized>> = {
    memo: memoEdition,
    volume: (root) =>
      volumesEdition(
        root,
        SHARED,
        volumes.filter(({ name }) => name === VOLUME),
      ),
    all: (root) => volumesEdition(root, SHARED, volumes),
  };
  const measured: Measured[] = [];
  const peers: { documents: number; peers: readonly Peer[] }[] = [];
  for (const size of sizes) {
    const place = join(folder, size);
    const edition = await layOut[size]?.(join(place, 'edition'));
    if (!edition) throw new Error(`--sizes ${size}: there are ${Object.keys(layOut).join(', ')}`);
    console.error(`bench: ${edition.documents} documents`);
    measured.push(await measureSteps(edition, place, join(folder, 'cache')));
    peers.push({
      documents: edition.documents,
      peers: await measurePeers(join(edition.root, 'documents'), place),
    });
  }
  console.log(
    [
      await machine(),
      speedTable(measured),
      buildTable(measured),
      weightTable(measured),
      peerTable(peers),
    ].join('\n\n'),
  );
}

async function machine(): Promise<string> {
  const [processor] = cpus();
  const { stdout } = await run('git', '-C', PROGRAM, 'rev-parse', '--short', 'HEAD').catch(() => ({
    stdout: 'no git',
  }));
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `Siglum ${programVersion()} (${stdout.trim()}), Node ${process.versions.node}, ${type()} ${release()}, ${cpus().length} cores (${processor?.model.trim()}), ${memory} GiB.`;
}

function speedTable(measured: readonly Measured[]): string {
  return table(
    ['documents', ...STEPS.map((step) => `${step}, documents/s`)],
    measured.map((one) => [
      `${one.documents}`,
      ...STEPS.map((step) => ((1000 * one.documents) / one[step].milliseconds).toFixed(1)),
    ]),
  );
}

function buildTable(measured: readonly Measured[]): string {
  const seconds = ({ milliseconds, processor }: SiglumRan) =>
    `${inSeconds(milliseconds)} (${inSeconds(processor)})`;
  return table(
    [
      'documents',
      'compiling, s',
      'cold build, s (processor)',
      'warm',
      'one edit',
      'edit : cold',
      'shown by serve, s (the latest of ten)',
      'memory, MiB',
      'cold, ms a document',
    ],
    measured.map(
      ({ documents, compiling, cold, warm, edit, shown }): Row => [
        `${documents}`,
        compiling === undefined ? '' : inSeconds(compiling),
        seconds(cold),
        seconds(warm),
        seconds(edit),
        `${((100 * edit.milliseconds) / cold.milliseconds).toFixed(1)} %`,
        `${(shown.median / 1000).toFixed(2)} (${(shown.most / 1000).toFixed(2)})`,
        cold.peak.toFixed(0),
        (cold.milliseconds / documents).toFixed(0),
      ],
    ),
  );
}

function weightTable(measured: readonly Measured[]): string {
  const kib = (bytes: number) => (bytes / 1024).toFixed(0);
  const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  return table(
    [
      'documents',
      'page, median, KiB',
      'heaviest',
      'style and scripts, KiB',
      'search index, MiB',
      'site, MiB',
      'files',
    ],
    measured.map(({ documents, weights: { page, besides, index, site, files } }) => [
      `${documents}`,
      kib(page.median),
      kib(page.most),
      kib(besides),
      mib(index),
      mib(site),
      `${files}`,
    ]),
  );
}

function peerTable(sizes: readonly { documents: number; peers: readonly Peer[] }[]): string {
  return table(
    ['documents', 'peer', 'its work', 'seconds (processor)'],
    sizes.flatMap(({ documents, peers }) =>
      peers.map(({ name, work, outcome }) => [
        `${documents}`,
        name,
        work,
        'missing' in outcome
          ? outcome.missing
          : `${outcome.seconds.toFixed(1)} (${outcome.processor.toFixed(1)})`,
      ]),
    ),
  );
}

function inSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
