/**
 * The steps from sources to a site, each measured as a command in a process of its own.
 *
 * Takes an edition with sources only, and folders for the site and for derived files. Returns the
 * time of each step. Before each measure, files of previous runs are deleted, except the compiled
 * stylesheets: they are compiled once for a version of the program, which is measured separately.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../../pipeline/edition/folder/files-in.ts';
import { type SiglumRan, siglumWith } from '../run.ts';
import { measureServe, type Shown } from './serve.ts';
import type { Sized } from './sizes.ts';
import { type Weights, weigh } from './weights.ts';

export interface Measured {
  readonly documents: number;
  /**
   * The compilation of all stylesheets: the time of a first build minus that of a second with
   * nothing else cached. Milliseconds.
   */
  readonly compiling: number | undefined;
  readonly encode: SiglumRan;
  readonly check: SiglumRan;
  readonly transform: SiglumRan;
  /** A build after `transform`. */
  readonly publish: SiglumRan;
  /** A build of encoded documents with only the stylesheets cached. */
  readonly cold: SiglumRan;
  readonly warm: SiglumRan;
  /** After a word of one document was changed. */
  readonly edit: SiglumRan;
  /** By `serve`. */
  readonly shown: Shown;
  readonly weights: Weights;
}

/** `folder`: for the site; `cache`: for derived files. */
export async function measureSteps(
  edition: Sized,
  folder: string,
  cache: string,
): Promise<Measured> {
  const site = join(folder, 'site');
  const command = (...words: readonly string[]) =>
    siglumWith({ SIGLUM_CACHE: cache }, ...words, '--edition', edition.root);
  const forget = () => rmSync(join(cache, 'results'), { recursive: true, force: true });
  const raze = () => rmSync(site, { recursive: true, force: true });
  const build = () => command('build', '--out', site).then(made);

  const compiled = existsSync(join(cache, 'xslt'));
  const encode = await encodeParts(edition, command);
  const first = compiled ? undefined : await build();
  forget();
  raze();
  const cold = await build();
  const warm = await build();
  editOneWord(edition);
  const edit = await build();
  const weights = weigh(site);
  const shown = await measureServe(edition.root, site, cache);
  forget();
  const check = made(await command('check'));
  forget();
  raze();
  const transform = made(await command('transform'));
  const publish = await build();
  const compiling = first && first.milliseconds - cold.milliseconds;
  return {
    documents: edition.documents,
    compiling,
    encode,
    check,
    transform,
    publish,
    cold,
    warm,
    edit,
    shown,
    weights,
  };
}

/** Part by part; the times are added up. */
async function encodeParts(
  { parts }: Sized,
  command: (...words: readonly string[]) => Promise<SiglumRan>,
): Promise<SiglumRan> {
  const runs: SiglumRan[] = [];
  for (const { sources, authority } of parts) {
    const lists = authority === undefined ? [] : ['--authority', authority];
    runs.push(made(await command('encode', ...sources, ...lists)));
  }
  const sum = (of: (run: SiglumRan) => number): number =>
    runs.reduce((all, run) => all + of(run), 0);
  return {
    ...(runs[0] as SiglumRan),
    milliseconds: sum((run) => run.milliseconds),
    processor: sum((run) => run.processor),
    peak: Math.max(...runs.map(({ peak }) => peak)),
  };
}

/**
 * A measure counts only if the command did its work; findings in the documents do not matter here.
 */
function made(ran: SiglumRan): SiglumRan {
  if (ran.code > 1 || /^siglum: /m.test(ran.stderr)) throw new Error(ran.stderr.slice(0, 2000));
  return ran;
}

/** In the middle document, in the text: the first "the" becomes "that". */
function editOneWord({ root }: Sized): void {
  const documents = filesIn(join(root, 'documents'), '.xml');
  const path = documents[documents.length >> 1] as string;
  const tei = readFileSync(path, 'utf8');
  const body = tei.indexOf('<body');
  const edited = tei.slice(body).replace(/(<p [^>]*>[^<]*?)\bthe\b/, '$1that');
  if (edited === tei.slice(body)) throw new Error(`${path}: no word to change`);
  writeFileSync(path, tei.slice(0, body) + edited);
}
