/**
 * The quality of finding names without a list: `npm run bench:names [-- --every K] [-- --sets
 * NAME,…] [-- --folder DIR] [-- --sample N] [-- --missed N] [-- --wrong N]`.
 *
 * Texts that others have encoded by hand are encoded without any authority file; the names marked
 * without `@ref`, and those that `siglum names` proposes, are compared with theirs by the letters
 * around them. `precision` is only a lower bound: the hand-made encodings leave many names
 * unmarked. `--folder` takes folders of other texts (`NAME.txt`, `NAME.gold.xml`). Read the
 * mentions that `--sample` prints at random. It needs `../shared` beside the checkout; python3
 * renders the volumes.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEdition, PROGRAM } from '../../../pipeline/edition/edition.ts';
import { createEncodingContext } from '../../../pipeline/encode/context/context.ts';
import { emptyHeader } from '../../../pipeline/init/init.ts';
import { toolOptions, wholeNumber } from '../../options.ts';
import { type Compared, compare, type Names, namesOf } from './compare.ts';
import { folderSets, genreSets, type NameSet, volumeSets } from './sets.ts';
import { MEASURED_KINDS, type MeasuredKind } from './spans.ts';

const SHARED = join(PROGRAM, '..', 'shared');

const { values } = toolOptions({
  options: {
    folder: { type: 'string' },
    every: { type: 'string', default: '12' },
    sets: { type: 'string', default: '' },
    sample: { type: 'string', default: '0' },
    missed: { type: 'string', default: '0' },
    wrong: { type: 'string', default: '0' },
    kind: { type: 'string', default: '' },
  },
});
const every = wholeNumber('every', values.every);
const lists = {
  sample: wholeNumber('sample', values.sample),
  missed: wholeNumber('missed', values.missed),
  wrong: wholeNumber('wrong', values.wrong),
};

if (!existsSync(join(SHARED, 'frus'))) {
  console.log(
    'skipped: the texts to measure against are not here; they are looked for in ../shared',
  );
} else {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-names-'));
  try {
    await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string): Promise<void> {
  const root = join(folder, 'edition');
  mkdirSync(join(root, 'authorities'), { recursive: true });
  writeFileSync(join(root, 'edition.xml'), emptyHeader(root));
  const context = createEncodingContext(openEdition(root));
  const wanted = values.sets.split(',').filter((name) => name !== '');
  const isWanted = (name: string) =>
    wanted.length === 0 || wanted.some((part) => name.includes(part));
  const sets: NameSet[] =
    values.folder === undefined
      ? [...(await volumeSets(SHARED, folder, every, isWanted)), ...genreSets(SHARED, isWanted)]
      : folderSets(values.folder, isWanted);
  console.log(
    row(
      'set',
      'by',
      ...MEASURED_KINDS.flatMap((kind) => [kind, 'recall', 'distinct', 'precision>']),
    ),
  );
  const all: { set: string; by: string; compared: Compared }[] = [];
  for (const set of sets) {
    const found: Record<string, Names> = namesOf(set, context);
    for (const [by, names] of Object.entries(found)) {
      const compared = compare(set, names);
      all.push({ set: set.name, by, compared });
      console.log(row(set.name, by, ...MEASURED_KINDS.flatMap((kind) => cells(compared, kind))));
    }
  }
  for (const by of new Set(all.map((one) => one.by))) {
    const own = all.filter((one) => one.by === by).map(({ compared }) => compared);
    for (const kind of MEASURED_KINDS) print(kind, by, own);
  }
}

function cells({ scores }: Compared, kind: MeasuredKind): string[] {
  const { gold, found, distinct, distinctFound, produced, right } = scores[kind];
  return [
    String(gold),
    ratio(found, gold),
    `${ratio(distinctFound, distinct)}/${distinct}`,
    `${ratio(right, produced)}/${produced}`,
  ];
}

function print(kind: MeasuredKind, by: string, all: readonly Compared[]): void {
  if (values.kind !== '' && !kind.startsWith(values.kind)) return;
  for (const [list, most] of Object.entries(lists)) {
    const lines = all.flatMap(({ lines }) => lines[list as keyof typeof lists][kind]);
    if (most === 0 || lines.length === 0) continue;
    console.log(`\n${kind}, ${by}: ${list} (${lines.length})`);
    for (const line of drawn(lines, most)) console.log(line);
  }
}

/** Some at random, the same each time. */
function drawn(lines: readonly string[], most: number): string[] {
  let state = 20260101;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return lines
    .map((line) => ({ line, order: next() }))
    .sort((one, other) => one.order - other.order)
    .slice(0, most)
    .map(({ line }) => line);
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function row(...cells: readonly string[]): string {
  return cells.map((cell, at) => cell.padEnd(at === 0 ? 20 : 10)).join(' ');
}
