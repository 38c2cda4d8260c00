/**
 * The compiler of stylesheets: the unmodified `xslt3` in a worker thread.
 *
 * A compiled stylesheet is found by the content of its modules: those of the program are shipped
 * with it (program/stylesheets.ts), those of an edition are in the cache.
 */

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import saxon from 'saxon-js';
import { temporaryFile } from '../../core/files/atomic-files.ts';
import { makeFolder } from '../../core/files/make-folder.ts';
import { InputError, shownPath } from '../../core/finding.ts';
import { BUILT, PROGRAM } from '../../core/program-folder.mjs';
import { foldedWords } from '../../core/text.ts';
import { type StylesheetModule, stylesheetModules } from './stylesheet-modules.ts';

/** Changes when the form of a compiled stylesheet changes. */
const FORM = 2;

const LETTERS = 32;
const SOURCES = join(PROGRAM, 'xslt');
const require = createRequire(import.meta.url);

/** The stylesheets that are shipped compiled. */
export const SHIPPED = join(BUILT, 'xslt');

/** Lists the shipped stylesheets, so that their modules need not be read again. */
export interface ShippedIndex {
  /** Hash of everything in `xslt/`: the index is valid as long as it is the same. */
  readonly sources: string;
  /** The hash of each stylesheet, by its path in `xslt/`. */
  readonly stylesheets: Readonly<Record<string, string>>;
}

const SHIPPED_INDEX = join(SHIPPED, 'index.json');

/**
 * The hash of a stylesheet: of all its modules, their places relative to it, and the compiler's
 * version. Throws an `InputError` if a module cannot be read.
 */
export function stylesheetHash(main: string): string {
  const path = slashed(relative(SOURCES, main));
  const index = path.startsWith('..') ? undefined : shippedIndex();
  const shipped = index?.stylesheets[path];
  if (shipped !== undefined && index?.sources === programStylesheetsHash()) return shipped;
  const hash = startHash();
  for (const { path: module, bytes } of stylesheetModules(main))
    hash.update(`\0${slashed(relative(dirname(main), module))}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, LETTERS);
}

/** The hash of everything in `xslt/`. */
export function programStylesheetsHash(): string {
  const hash = startHash();
  const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((one) => one.endsWith('.xsl')).sort()) {
    const bytes = readFileSync(join(SOURCES, name));
    hash.update(`\0${slashed(name)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, LETTERS);
}

/**
 * Compiles `main` into the file `target`, which is written whole or not at all, and returns the
 * result. `relocate`: without absolute paths, to be shipped; an error then names no module. Throws
 * an `InputError` with module and line if the stylesheet has a static error.
 */
export async function compileTo(target: string, main: string, relocate = false): Promise<unknown> {
  try {
    return await compileIn(dirname(target), target, main, relocate);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  // Another program has emptied the cache while the stylesheet was compiled.
  const folder = mkdtempSync(join(tmpdir(), 'siglum-xslt-'));
  try {
    return await compileIn(folder, join(folder, basename(target)), main, relocate);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compileIn(
  folder: string,
  target: string,
  main: string,
  relocate: boolean,
): Promise<unknown> {
  makeFolder(folder);
  const temporary = temporaryFile(folder);
  try {
    // Compiling takes long: a folder that may not be written is noticed before.
    writeFileSync(temporary, '');
    const { code, said } = await runCompiler(main, temporary, relocate);
    const refused =
      /\b(?:ENOENT(?=.*\.siglum-)|ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EMFILE|ENFILE|EIO)\b/.exec(
        said,
      )?.[0];
    if (refused !== undefined)
      throw Object.assign(new Error(said), { code: refused, path: target });
    if (code !== 0) throw compileError(main, stylesheetModules(main), said);
    const internal: unknown = JSON.parse(readFileSync(temporary, 'utf8'));
    renameSync(temporary, target);
    return internal;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function startHash(): ReturnType<typeof createHash> {
  return createHash('sha256').update(`${FORM} ${saxon.getProcessorInfo().productVersion}`);
}

function shippedIndex(): ShippedIndex | undefined {
  try {
    return JSON.parse(readFileSync(SHIPPED_INDEX, 'utf8')) as ShippedIndex;
  } catch {
    return undefined;
  }
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

/**
 * `xslt3` is a command: it runs in a thread, where its `process.exit` ends only the thread.
 */
function runCompiler(
  main: string,
  out: string,
  relocate: boolean,
): Promise<{ code: number; said: string }> {
  const argv = [`-xsl:${main}`, `-export:${out}`, '-nogo'];
  if (relocate) argv.push('-relocate:on');
  const worker = new Worker(require.resolve('xslt3'), {
    argv,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let said = '';
  for (const stream of [worker.stdout, worker.stderr])
    stream.on('data', (chunk) => (said += String(chunk)));
  return new Promise((done, failed) => {
    worker.on('error', failed);
    worker.on('exit', (code) => done({ code, said }));
  });
}

/**
 * "Error XPST0017: Static error in XPath on line 2 in x/a.xsl {f()}: Unknown function …" as a
 * finding.
 */
function compileError(
  main: string,
  modules: readonly StylesheetModule[],
  said: string,
): InputError {
  const text = foldedWords(said.replace(/Failed to compile stylesheet\s*$/, ''));
  const at = / on line (\d+)(?: column (\d+))? in ([^\s:{]+)/.exec(text);
  const module = modules.find(({ path }) => at?.[3] && path.split(sep).join('/').endsWith(at[3]));
  return new InputError({
    path: shownPath(module?.path ?? main),
    ...(module && at ? { line: Number(at[1]) } : {}),
    severity: 'error',
    rule: 'xslt/static-error',
    message: `the stylesheet cannot be compiled: ${text || 'the compiler gave no reason'}`,
  });
}
