/**
 * Measuring one volume: rendered as reading text, encoded with its own lists, compared with the
 * encoding made by hand.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from '../../pipeline/edition/folder/files-in.ts';
import { python, siglum } from './run.ts';

export const COMPARED = [
  'notes',
  'pages',
  'blocks',
  'persons',
  'terms',
  'dates',
  'places',
] as const;

/** The output of `score.py --json`. */
export type Score = Readonly<
  Record<(typeof COMPARED)[number], { readonly f1: number; readonly n: number }>
> & {
  readonly documents: number;
  readonly missing: number;
  readonly text_exact: number;
};

export interface Volume {
  readonly name: string;
  /** The encoding made by hand. */
  readonly reference: string;
  readonly texts: string;
  readonly authority: string;
  readonly produced: string;
}

export interface VolumeMeasured {
  readonly volume: Volume;
  readonly score: Score;
  /** Documents in which `siglum check` finds an error; undefined if the check itself failed. */
  readonly unusable: number;
  /** Other errors: of the encoder, or a check that failed. */
  readonly complaints: readonly string[];
  readonly speed: string;
}

export function volumeIn(folder: string, reference: string): Volume {
  const name = basename(reference, '.xml');
  const texts = join(folder, name, 'in');
  return {
    name,
    reference,
    texts,
    authority: join(texts, 'authority.xml'),
    produced: join(folder, name, 'out'),
  };
}

/** Writes the volume's documents as reading texts, and its lists as `authority.xml`. */
export async function renderVolume(shared: string, { reference, texts }: Volume): Promise<void> {
  mkdirSync(texts, { recursive: true });
  await python(join(shared, 'tools', 'reading_text.py'), reference, texts);
}

export async function measureVolume(shared: string, volume: Volume): Promise<VolumeMeasured> {
  const { texts, authority, produced } = volume;
  const encoding = await siglum('encode', texts, '--authority', authority, '--out', produced);
  const score = await scoreVolumes(shared, [volume]);
  const check = await siglum('check', produced, '--format', 'json');
  const findings = findingsOf(check.stdout);
  const lines = encoding.stderr.split('\n').filter((line) => line.includes(': error: '));
  return {
    volume,
    score,
    unusable: findings ? new Set(findings.map(({ path }) => path)).size : Number.NaN,
    complaints: [
      ...lines,
      ...(findings
        ? commonest(findings)
        : [`siglum check ${volume.name} broke off: ${check.stderr.slice(0, 400)}`]),
    ],
    speed: /\d+ documents\/s/.exec(encoding.stderr)?.[0] ?? '',
  };
}

/** Scores volumes together; `show` prints this many of the most frequent errors of each kind. */
export async function scoreVolumes(
  shared: string,
  volumes: readonly Volume[],
  show = 0,
): Promise<Score> {
  const file = join(volumes[0]?.produced ?? '', '..', `score-${volumes.length}.json`);
  const pairs = volumes.flatMap(({ reference, produced }) => [reference, produced]);
  const reported = await python(
    join(shared, 'tools', 'score.py'),
    ...pairs,
    '--json',
    file,
    '--show',
    String(show),
  );
  if (show > 0) console.log(`\n${reported}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Score;
}

export function producedFiles({ produced }: Volume): string[] {
  return filesIn(produced, '.xml');
}

interface CheckFinding {
  readonly path: string;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

function findingsOf(report: string): CheckFinding[] | undefined {
  if (!report.startsWith('{')) return undefined;
  const { findings } = JSON.parse(report) as { readonly findings: readonly CheckFinding[] };
  return findings.filter(({ severity }) => severity === 'error');
}

/** One finding of each rule, with how often the rule was broken. */
function commonest(findings: readonly CheckFinding[]): string[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const all = findings.filter((finding) => finding.rule === rule);
    return `${rule}, ${all.length} times: ${all[0]?.path}: ${all[0]?.message}`;
  });
}
