// @ts-check
/**
 * Opens the program: its TypeScript, compiled once and kept.
 *
 * In: the cache, and the files that the program is made of. Out: the program, the same for all of a
 * thread. What is kept counts as long as every file that it was made from looks as it did then, and
 * it is whole itself; else the program is compiled anew. Beside the code lies V8's own form of it,
 * and of saxon-js, with all functions that a former run has used.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag, getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { cacheFolder } from '../cache/cache-folder.mjs';
import { lookAt, looksSame, wasAtRest } from '../cache/fingerprint.mjs';

/** @typedef {typeof import('./entries.ts')} Program */
/** @typedef {import('../cache/fingerprint.mjs').Look} Look */
/**
 * @typedef {{ readonly code: string, readonly looks: readonly (readonly [path: string, look:
 * Look])[] }} Made `code`: the digest of the compiled program.
 */

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const require = createRequire(import.meta.url);

/** The length of a digest, and of a number before V8's form. */
const DIGEST = 32;
const NUMBER = 8;

/**
 * A cache may serve several copies of the program, and several machines: of each it holds one
 * state.
 */
const FOLDER = join(
  cacheFolder(ROOT),
  'program',
  digestOf(ROOT, String(lookAt(join(ROOT, 'package.json')))),
);
const MADE = join(FOLDER, 'made.json');

/** Milliseconds. */
const DAY = 86_400_000;

/** By so much of itself the weight must grow. */
const GROWN = 1.05;

/** What is asked for with these words takes no time that anybody would wonder about. */
const QUICK = new Set(['--version', '-V', '--help', '-h', 'help']);

/** @type {Promise<Program> | undefined} */
let opened;

/** The program. Rejects where it cannot be compiled. */
export function openProgram() {
  opened ??= open();
  return opened;
}

async function open() {
  const kept = keptCode();
  if (kept !== undefined) return run(kept.code, kept.digest);
  const begun = Date.now();
  if (
    isMainThread &&
    !existsSync(MADE) &&
    process.argv.length > 2 &&
    !process.argv.some((word) => QUICK.has(word))
  )
    console.error(
      'siglum: first run: the program is prepared; this is done once and takes a few seconds',
    );
  const { compileProgram } = await import('./compile.mjs');
  const { code, files } = await compileProgram();
  const digest = digestOf(Buffer.from(code));
  const program = run(code, digest);
  const looks = files.map(
    (path) => /** @type {const} */ ([path, /** @type {Look} */ (lookAt(path))]),
  );
  if (looks.every(([, look]) => wasAtRest(look, begun)))
    keep(program, code, { code: digest, looks });
  return program;
}

/**
 * What is kept, if it is whole and all files look the same.
 *
 * @returns {{ readonly code: string, readonly digest: string } | undefined}
 */
function keptCode() {
  try {
    /** @type {Made} */
    const made = JSON.parse(readFileSync(MADE, 'utf8'));
    if (!made.looks.every(([path, look]) => looksSame(look, lookAt(path)))) return undefined;
    const code = readFileSync(codeAt(made.code));
    if (digestOf(code) !== made.code) return undefined;
    noteUse();
    return { code: code.toString(), digest: made.code };
  } catch {
    return undefined;
  }
}

/**
 * What nobody uses for a month is swept away (sweep.ts), by its time; so that says, to the day,
 * when it was used.
 */
function noteUse() {
  const now = Date.now();
  if (now - statSync(MADE).mtimeMs < DAY) return;
  for (const name of readdirSync(FOLDER)) utimesSync(join(FOLDER, name), now / 1000, now / 1000);
}

/**
 * Whoever cannot write compiles again the next time.
 *
 * @param {Program} program
 * @param {string} code
 * @param {Made} made
 */
function keep({ writeWhole }, code, made) {
  try {
    writeWhole(codeAt(made.code), code);
    // It comes last: where it is, the code is.
    writeWhole(MADE, JSON.stringify(made));
    for (const name of readdirSync(FOLDER)) {
      if (/\.(?:js|v8)$/.test(name) && !name.startsWith(made.code))
        rmSync(join(FOLDER, name), { force: true });
    }
  } catch {
    // What there is to say of it the run itself will say: it writes there too.
  }
}

/** @param {string} digest */
function codeAt(digest) {
  return join(FOLDER, `${digest}.js`);
}

/**
 * @param {string} code
 * @param {string} digest
 * @returns {Program}
 */
function run(code, digest) {
  /** @type {{ exports: unknown }} */
  const module = { exports: {} };
  const start = prepared(
    `(function(require,importLater,module,exports){${code}\n})`,
    codeAt(digest),
    `${digest}-program`,
  );
  const seek = (/** @type {string} */ name) =>
    name === 'saxon-js' ? saxon(digest) : require(name);
  const importLater = (/** @type {string} */ address) => import(address);
  start(seek, importLater, module, module.exports);
  return /** @type {Program} */ (module.exports);
}

/**
 * saxon-js, unchanged, by itself. Two of it in one process would disturb each other: it is found
 * where Node looks for it, and put there.
 *
 * @param {string} program The digest of the program, which names the files.
 */
function saxon(program) {
  const path = require.resolve('saxon-js');
  const known = require.cache[path];
  if (known?.loaded) return known.exports;
  const name = `${program}-saxon-${digestOf(String(lookAt(path)))}`;
  const start = prepared(
    `(function(exports,require,module,__filename,__dirname){${readFileSync(path, 'utf8')}\n})`,
    path,
    name,
  );
  const module = new Module(path);
  const sought = createRequire(path);
  const seek = (/** @type {string} */ wanted) =>
    wanted === 'axios' ? later(() => sought(wanted)) : sought(wanted);
  start(module.exports, seek, module, path, dirname(path));
  module.loaded = true;
  require.cache[path] = module;
  return module.exports;
}

/**
 * A package that is loaded when it is used: the client of the web, of which nothing is ever asked
 * here, takes a third of saxon-js's start.
 *
 * @param {() => any} load
 */
function later(load) {
  return new Proxy(() => {}, {
    get: (_target, name) => load()[name],
    apply: (_target, self, given) => Reflect.apply(load(), self, given),
  });
}

/**
 * @typedef {{ readonly script: Script, readonly path: string, readonly weight: number }} Prepared
 * `weight`: see `formOf`.
 */

/** @type {Prepared[]} */
const scripts = [];

/**
 * A script, with V8's own form of it where a former run has kept it.
 *
 * @param {string} text
 * @param {string} filename
 * @param {string} name Another one for another text.
 * @returns {(...given: readonly any[]) => unknown}
 */
function prepared(text, filename, name) {
  const path = join(FOLDER, `${name}-${cachedDataVersionTag().toString(16)}.v8`);
  const kept = keptForm(path);
  const script = new Script(text, {
    filename,
    ...(kept && { cachedData: kept.form }),
  });
  scripts.push({ script, path, weight: kept && !script.cachedDataRejected ? kept.weight : 0 });
  return script.runInThisContext();
}

/**
 * V8 would crash on what is not whole.
 *
 * @param {string} path
 * @returns {{ readonly form: Buffer, readonly weight: number } | undefined}
 */
function keptForm(path) {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const body = bytes.subarray(DIGEST);
  if (bytes.subarray(0, DIGEST).toString('latin1') !== digestOf(basename(path), body))
    return undefined;
  return { form: body.subarray(NUMBER), weight: body.readDoubleLE() };
}

/**
 * Keeps V8's form of what has run, at the end of a run that has used much that it lacks: the weight
 * is that of all functions that are ready to run.
 */
export async function keepForms() {
  const { bytecode_and_metadata_size: weight } = getHeapCodeStatistics();
  if (!existsSync(MADE)) return;
  const { writeIfPossible } = await openProgram();
  for (const { script, path, weight: known } of scripts) {
    if (weight < known * GROWN) continue;
    const head = Buffer.alloc(NUMBER);
    head.writeDoubleLE(weight);
    const body = Buffer.concat([head, script.createCachedData()]);
    writeIfPossible(
      path,
      Buffer.concat([Buffer.from(digestOf(basename(path), body), 'latin1'), body]),
    );
  }
}

/** @param {readonly (string | Uint8Array)[]} parts */
function digestOf(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\0`).update(part);
  return hash.digest('hex').slice(0, DIGEST);
}
