// @ts-check
/**
 * Builds the program: TypeScript to JavaScript modules by esbuild, in `lib/`.
 *
 * `npm ci` and `npm pack` run it through prepare.mjs. An installed package has no sources, so
 * nothing is built there. In a checkout, a run builds again when a source has changed.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILT, BUILT_FROM, builtScript, PROGRAM } from '../core/program-folder.mjs';

const SOURCES = join(PROGRAM, 'pipeline');

/** The folders of modules that the built program contains: the search shares some with its page. */
const SOURCE_FOLDERS = ['pipeline', 'site/assets'];

/**
 * Scripts that a thread or process starts from: the name in `lib/`, and the source below
 * `pipeline/`.
 */
const ENTRIES = {
  siglum: 'cli/main.ts',
  worker: 'cli/worker-thread.ts',
  plugin: 'publish/plugin.ts',
  'limited-process': 'xml/limits/limited-entry.ts',
  'limited-watchdog': 'xml/limits/limited-watchdog.ts',
  stylesheets: 'program/stylesheets.ts',
  words: 'program/words.ts',
};

/** Scripts that run in a browser, each one file with all its imports, and its styles. */
const CLIENTS = { 'edit-client': 'edit/client/main.ts' };

/** Milliseconds until a replaced module is removed: a running program may still load it. */
const DAY = 86_400_000;

/**
 * The address of a script of the program, which is built first if necessary. Rejects with esbuild's
 * message if a source has a syntax error.
 *
 * @param {keyof typeof ENTRIES} name @returns {Promise<string>}
 */
export async function builtEntry(name) {
  await buildIfChanged();
  return pathToFileURL(builtScript(name)).href;
}

/** Builds if the sources have changed since `lib/` was built. */
export async function buildIfChanged() {
  if (!existsSync(join(SOURCES, ENTRIES.siglum))) return;
  const sources = sourcesHash();
  if (builtFrom() === sources) return;
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: Object.entries(ENTRIES).map(([out, path]) => ({ out, in: join(SOURCES, path) })),
    outdir: BUILT,
    absWorkingDir: PROGRAM,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
  });
  mkdirSync(join(BUILT, 'chunks'), { recursive: true });
  // Entries come after the modules that they import.
  const isEntry = (/** @type {{ path: string }} */ { path }) => !path.includes('chunk');
  for (const { path, contents } of outputFiles.sort((a, b) => +isEntry(a) - +isEntry(b)))
    writeWhole(path, contents);
  removeReplaced(new Set(outputFiles.map(({ path }) => basename(path))));
  const clients = await build({
    entryPoints: Object.entries(CLIENTS).map(([out, path]) => ({ out, in: join(SOURCES, path) })),
    outdir: BUILT,
    absWorkingDir: PROGRAM,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome115', 'firefox115', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'eof',
    logLevel: 'silent',
    write: false,
  });
  for (const { path, contents } of clients.outputFiles) writeWhole(path, contents);
  writeWhole(BUILT_FROM, JSON.stringify({ sources }));
}

/**
 * The hash of all modules that `lib/` may contain: content, not times, so that a copy or another
 * branch is recognized whatever the times of its files are.
 */
function sourcesHash() {
  const hash = createHash('sha256');
  const names = SOURCE_FOLDERS.flatMap((folder) =>
    /** @type {string[]} */ (readdirSync(join(PROGRAM, folder), { recursive: true })).map(
      (name) => `${folder}/${name}`,
    ),
  );
  for (const name of names.filter((one) => /\.(?:ts|m?js|css)$/.test(one)).sort()) {
    const bytes = readFileSync(join(PROGRAM, name));
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 32);
}

/** @returns {string | undefined} */
function builtFrom() {
  try {
    return JSON.parse(readFileSync(BUILT_FROM, 'utf8')).sources;
  } catch {
    return undefined;
  }
}

/** @param {ReadonlySet<string>} names Of the modules in use. */
function removeReplaced(names) {
  const folder = join(BUILT, 'chunks');
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (!names.has(name) && Date.now() - written > DAY) rmSync(path, { force: true });
  }
}

/**
 * Several runs may build at once: each file is written whole.
 *
 * @param {string} path @param {string | Uint8Array} content
 */
function writeWhole(path, content) {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}
