/**
 * How a build grows: `npm run bench:scale -- --documents 500,5000 [--short 0.1] [--memory 2048]
 * [--out DIR] [--kill SECONDS] [--serve]`.
 *
 * Volume XII is encoded and repeated under other names until there are enough documents
 * (multiplied.ts); each edition is built cold, by the command a user gives, with nothing cached but
 * the compiled stylesheets. Time, memory and cost per document, as Markdown; every half minute a
 * line tells how far it is. `--short`: of the volume only the shortest documents. `--memory`: MiB
 * that all processes may hold together. `--kill`: the run is killed after so many seconds and begun
 * again. `--serve`: then ten words are corrected under `siglum serve` (serve.ts). It runs where
 * `../shared` is beside the checkout.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PROGRAM } from '../../../pipeline/edition/edition.ts';
import { refuse, toolOptions, wholeNumber } from '../../options.ts';
import { type Row, table } from '../markdown.ts';
import { siglum } from '../run.ts';
import { volumeIn } from '../volume.ts';
import { type Watched, watched } from '../watched.ts';
import { type Multiplied, multiply } from './multiplied.ts';
import { measureServe, type Shown } from './serve.ts';
import { volumesEdition } from './sizes.ts';
import { type Weights, weigh } from './weights.ts';

const SHARED = join(PROGRAM, '..', 'shared');
const VOLUME = join(SHARED, 'frus', 'frus1964-68v12.xml');

/** How often a line is written, in milliseconds. */
const PAUSE = 30_000;

interface Built {
  readonly edition: Multiplied;
  readonly ran: Watched;
  /** Seconds until it was killed, if it was. */
  readonly killed: number | undefined;
  readonly weights: Weights;
  readonly shown: Shown | undefined;
}

const { values } = toolOptions({
  options: {
    documents: { type: 'string', default: '500,5000' },
    short: { type: 'string', default: '1' },
    memory: { type: 'string' },
    kill: { type: 'string' },
    serve: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

const sizes = values.documents.split(',').map((one) => wholeNumber('documents', one));
const number = (name: 'kill' | 'memory'): number | undefined =>
  values[name] === undefined ? undefined : wholeNumber(name, values[name]);
const killed = number('kill');
const memory = number('memory');
const share = Number(values.short);
if (!(share > 0 && share <= 1)) refuse(`--short ${values.short}: write a part of 1, such as 0.1`);

if (!existsSync(VOLUME)) {
  console.log(
    'skipped: the volume to measure with is not here; it is looked for in ../shared, beside the checkout',
  );
} else {
  const folder =
    values.out === undefined ? mkdtempSync(join(tmpdir(), 'siglum-scale-')) : resolve(values.out);
  try {
    await measure(folder);
  } finally {
    if (values.out === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string): Promise<void> {
  const from = await encodedVolume(join(folder, 'volume'));
  const cache = join(folder, 'cache');
  // The stylesheets are compiled once for a version of the program.
  const few = multiply(from, join(folder, 'few'), 1, share);
  await build(few, cache, join(folder, 'few-site'), undefined);
  const built: Built[] = [];
  for (const documents of sizes) {
    const place = join(folder, `${documents}`);
    const edition = multiply(from, join(place, 'edition'), documents, share);
    for (const made of ['results', 'sites'])
      rmSync(join(cache, made), { recursive: true, force: true });
    rmSync(join(place, 'site'), { recursive: true, force: true });
    if (killed !== undefined) await build(edition, cache, join(place, 'site'), 1000 * killed);
    const ran = await build(edition, cache, join(place, 'site'), undefined);
    const weights = weigh(join(place, 'site'));
    const shown = values.serve
      ? await measureServe(edition.root, join(place, 'site'), cache)
      : undefined;
    built.push({ edition, ran, killed, weights, shown });
    console.log(rowsOf(built));
  }
}

/** Volume XII as an edition of encoded documents. */
async function encodedVolume(root: string): Promise<string> {
  if (existsSync(join(root, 'documents'))) return root;
  const { parts } = await volumesEdition(root, SHARED, [volumeIn(`${root}-texts`, VOLUME)]);
  const { code, stderr } = await siglum('encode', '--edition', root);
  if (code !== 0 || parts.length !== 1) throw new Error(stderr.slice(0, 2000));
  return root;
}

/** `most`: milliseconds after which it is killed. */
async function build(
  { root, documents }: Multiplied,
  cache: string,
  site: string,
  most: number | undefined,
): Promise<Watched> {
  let last = 0;
  let pid = 0;
  const program = join(PROGRAM, 'pipeline', 'siglum.mjs');
  const ran = await watched(
    [process.execPath, program, 'build', '--edition', root, '--out', site],
    {
      limit: memory,
      environment: { SIGLUM_CACHE: cache },
      begun: (number) => {
        pid = number;
      },
      reported: (memory, time) => {
        if (most !== undefined && time > most) process.kill(pid, 'SIGKILL');
        if (time - last < PAUSE) return;
        last = time;
        const cached = ['check', 'summary', 'page'].map(
          (kind) => `${kind} ${countIn(join(cache, 'results', kind))}`,
        );
        console.error(
          `${documents} documents, ${inSeconds(time)} s: ${memory.toFixed(0)} MiB; cached: ${cached.join(', ')}`,
        );
      },
    },
  );
  if (most !== undefined && ran.signal === 'SIGKILL') return ran;
  if (ran.code > 1 || ran.signal !== null || /^siglum: /m.test(ran.stderr))
    throw new Error(
      `${documents} documents: ${ran.signal ?? ran.code} after ${inSeconds(ran.milliseconds)} s, ${ran.peak.all.toFixed(0)} MiB\n${ran.stderr.slice(-2000)}`,
    );
  return ran;
}

function countIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).reduce((sum, name) => sum + readdirSync(join(folder, name)).length, 0);
}

function rowsOf(built: readonly Built[]): string {
  const [first] = built;
  const cost = ({ ran, edition }: Built) => ran.processor / edition.documents;
  return table(
    [
      'documents',
      'TEI, mean, KiB',
      'seconds (processor)',
      'processor, ms a document',
      'against the first',
      'memory, MiB: all, program, others',
      'limited by',
      'site, MiB',
      'files',
      'heaviest page, KiB',
      'shown by serve, s (the latest of ten)',
    ],
    built.map((one): Row => {
      const { edition, ran, killed, weights, shown } = one;
      return [
        `${edition.documents}${killed === undefined ? '' : ` (the rest, after a kill at ${killed} s)`}`,
        (edition.mean / 1024).toFixed(1),
        `${inSeconds(ran.milliseconds)} (${inSeconds(ran.processor)})`,
        cost(one).toFixed(1),
        first ? (cost(one) / cost(first)).toFixed(2) : '',
        `${ran.peak.all.toFixed(0)}, ${ran.peak.own.toFixed(0)}, ${ran.peak.others.toFixed(0)}`,
        memory === undefined ? 'nothing' : `${ran.limitedBy}, ${memory} MiB`,
        (weights.site / 2 ** 20).toFixed(0),
        `${weights.files}`,
        (weights.page.most / 1024).toFixed(0),
        shown
          ? `${(shown.median / 1000).toFixed(2)} (${(shown.most / 1000).toFixed(2)})`
          : 'not asked',
      ];
    }),
  );
}

function inSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
