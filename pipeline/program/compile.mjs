// @ts-check
/**
 * The program, compiled: all of its TypeScript and the packages that it uses as one JavaScript
 * file.
 *
 * In: the sources. Out: the text of the file, and the paths of all files that it depends on. Node
 * would read some hundreds of modules one by one, and each of TypeScript through a compiler: that
 * takes longer than an edited document.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ENTRIES = fileURLToPath(new URL('entries.ts', import.meta.url));

/**
 * Packages that bring threads, programs or WebAssembly beside their code, or have to stay as they
 * are.
 */
const APART = ['saxon-js', 'piscina', 'libxml2-wasm', 'esbuild'];

/** What packages would use if it were there. */
const ABSENT = ['fsevents', 'morphdom'];

/**
 * Throws where the program cannot be compiled.
 *
 * @returns {Promise<{ code: string, files: readonly string[] }>}
 */
export async function compileProgram() {
  /** @type {Set<string>} */
  const apart = new Set();
  const { outputFiles, metafile } = await build({
    entryPoints: [ENTRIES],
    absWorkingDir: dirname(ENTRIES),
    bundle: true,
    write: false,
    metafile: true,
    // One script, whose modules are run when they are first imported: V8 can keep its own form of
    // it (open.mjs).
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    minifyWhitespace: true,
    plugins: [{ name: 'siglum', setup: (plugin) => setUp(plugin, apart) }],
  });
  const own = [
    'open.mjs',
    'compile.mjs',
    '../cache/cache-folder.mjs',
    '../cache/fingerprint.mjs',
  ].map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const read = Object.keys(metafile.inputs).map((path) => resolve(dirname(ENTRIES), path));
  return { code: outputFiles[0]?.text ?? '', files: [...own, ...read, ...apart] };
}

/**
 * @param {import('esbuild').PluginBuild} plugin
 * @param {Set<string>} apart Takes the paths of the packages that are not compiled in.
 */
function setUp(plugin, apart) {
  plugin.onResolve(
    { filter: new RegExp(`^(?:${[...APART, ...ABSENT].join('|')})$`) },
    ({ path }) => {
      if (!ABSENT.includes(path)) apart.add(fileURLToPath(import.meta.resolve(path)));
      return { path, external: true };
    },
  );
  plugin.onLoad({ filter: /\.(?:ts|[cm]?js)$/ }, ({ path }) => {
    const read = readFileSync(path, 'utf8');
    const text = read.replace(LATER, (whole, _quote, name) => {
      if (name === undefined) return 'importLater(';
      if (!APART.includes(name)) return whole;
      const address = import.meta.resolve(name);
      apart.add(fileURLToPath(address));
      return `importLater(${JSON.stringify(address)}`;
    });
    const loader = path.endsWith('.ts') ? 'ts' : 'js';
    if (/\bimport\.meta\./.test(text)) return { contents: placedModule(text, path), loader };
    if (/\b__(?:dir|file)name\b/.test(text)) return { contents: placedScript(text, path), loader };
    return text === read ? undefined : { contents: text, loader };
  });
}

/**
 * What is imported when it is used, by its name or by an expression: a script cannot do so by
 * itself (`importLater` in open.mjs).
 */
const LATER = /(?<!\btypeof\s|[.\w$])import\(\s*(?:(['"`])([^'"`$\n]*)\1|(?=[\w$]))/g;

/**
 * A module finds what lies beside it as if it stood in its own place.
 *
 * @param {string} text
 * @param {string} path
 */
function placedModule(text, path) {
  return text
    .replace(/\bimport\.meta\.url\b/g, JSON.stringify(pathToFileURL(path).href))
    .replace(/\bimport\.meta\.dirname\b/g, JSON.stringify(dirname(path)))
    .replace(/\bimport\.meta\.filename\b/g, JSON.stringify(path));
}

/** @type {typeof placedModule} */
function placedScript(text, path) {
  const names = `var __dirname=${JSON.stringify(dirname(path))},__filename=${JSON.stringify(path)};`;
  // Behind what must come first.
  return text.replace(
    /^(?:#!.*|\s+|\/\/.*|\/\*[\s\S]*?\*\/|(['"])use strict\1;?)*/,
    (first) => `${first}\n${names}`,
  );
}
