/**
 * The quality of the encoding of other genres: `npm run bench:genres [-- --errors N] [-- --out
 * DIR]`.
 *
 * 168 documents of twelve genres, encoded by hand by others, are encoded through the command line
 * and compared. It needs `../shared` beside the checkout; bash and python3 for its tools.
 * `--errors` prints the most frequent kinds of error of each genre.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PROGRAM } from '../../../pipeline/edition/edition.ts';
import { toolOptions, wholeNumber } from '../../options.ts';
import { run } from '../run.ts';

const SHARED = join(PROGRAM, '..', 'shared');
const TOOLS = join(SHARED, 'tools', 'genres');

const { values } = toolOptions({
  options: { errors: { type: 'string', default: '0' }, out: { type: 'string' } },
});
const errors = wholeNumber('errors', values.errors);

if (!existsSync(join(SHARED, 'genres'))) {
  console.log(
    'skipped: the documents to measure against are not here; they are looked for in ../shared/genres',
  );
} else {
  const folder =
    values.out === undefined ? mkdtempSync(join(tmpdir(), 'siglum-genres-')) : resolve(values.out);
  try {
    await measure(folder);
  } finally {
    if (values.out === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string): Promise<void> {
  const encoded = await run('bash', join(TOOLS, 'encode-all.sh'), PROGRAM, folder);
  console.error(encoded.stdout);
  const words = errors > 0 ? ['--errors', values.errors, '--show', '3'] : [];
  const score = await run(
    'python3',
    join(TOOLS, 'genre_score.py'),
    join(SHARED, 'genres'),
    join(folder, 'out'),
    ...words,
  );
  console.log(score.stdout);
  if (score.code !== 0) {
    console.error(score.stderr);
    process.exitCode = 1;
  }
}
