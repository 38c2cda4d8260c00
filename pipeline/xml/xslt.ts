/**
 * XSLT 3.0: a stylesheet is compiled once, kept by its content, and run on one document at a time.
 *
 *     const stylesheet = await compileStylesheet('xslt/html/document.xsl', edition.cache);
 *     const { principal, documents } = transform(stylesheet, { source: parseSource(text), parameters: { id: 'd149' } });
 *
 * In: the path of a stylesheet, later XML text or a node made by `parseSource`. Out: what the
 * stylesheet writes. Compiling takes seconds and happens in a worker thread; running takes a
 * millisecond and the time that the stylesheet needs.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import saxon, { type XdmNode } from 'saxon-js';
import { type Look, lookAt, looksSame, wasAtRest } from '../cache/fingerprint.mjs';
import { temporaryFile, writeIfPossible } from '../core/atomic-files.ts';
import { InputFault, shownPath } from '../core/finding.ts';
import { withSafePrefixes } from './safe-prefixes.ts';
import { type StylesheetModule, stylesheetModules } from './stylesheet-modules.ts';

export type { XdmNode } from 'saxon-js';

/** A stylesheet ready to run. Held for the whole process: it is parsed once. */
export interface CompiledStylesheet {
  readonly path: string;
  /**
   * Hash of all modules and of the compiler's version: what is made with the stylesheet can be kept
   * under it.
   */
  readonly hash: string;
  /** saxon-js's own form of a compiled stylesheet; nobody else looks into it. */
  readonly internal: unknown;
}

export interface TransformRequest {
  /**
   * Text is parsed on every call; for several transformations of one document parse it once with
   * `parseSource`.
   */
  readonly source?: XdmNode | string;
  /**
   * A plain object. Names in a namespace are `Q{uri}local`. Arrays become XDM arrays, `null` the
   * empty sequence.
   */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly initialMode?: string;
  /** For a stylesheet that starts at a named template. */
  readonly initialTemplate?: string;
  /**
   * Default `serialized`: text, as `xsl:output` says. `document`: a node, a fifth faster. `raw`:
   * the items themselves.
   */
  readonly destination?: 'serialized' | 'document' | 'raw';
  /** Is told each `xsl:message` at once. */
  readonly onMessage?: (message: string) => void;
}

export interface TransformOutcome<Principal = string> {
  readonly principal: Principal;
  /** What `xsl:result-document` wrote, as text, by its URI. */
  readonly documents: ReadonlyMap<string, string>;
  /** What `xsl:message` said, in order. */
  readonly messages: readonly string[];
}

/** A stylesheet failed while it ran: a fault of the stylesheet, with the place in it. */
export class StylesheetFault extends Error {
  override readonly name = 'StylesheetFault';
}

/** Changes when the form of what is kept changes. */
const FORM = 1;

// Else a failure is also printed to the terminal, past the caller.
saxon.setLogLevel(0);

const require = createRequire(import.meta.url);
const compiling = new Map<string, Promise<CompiledStylesheet>>();

/**
 * Compiles a stylesheet, or takes it from `cache`, a folder that may be deleted at any time. Calls
 * for the same content share one compilation, in this process by sharing the promise, between
 * processes because a kept file is put in place by renaming. Throws an `InputFault` with module and
 * line where the stylesheet has a static error.
 */
export async function compileStylesheet(path: string, cache: string): Promise<CompiledStylesheet> {
  const main = resolve(path);
  const hash = hashOf(main, cache);
  const key = `${cache}\0${hash}`;
  const known = compiling.get(key);
  if (known) return known;
  const made = load(main, hash, cache);
  compiling.set(key, made);
  made.catch(() => compiling.delete(key));
  return made;
}

/**
 * Whether a stylesheet is in the cache. Throws an `InputFault` where one of its modules cannot be
 * read.
 */
export function isCompiled(path: string, cache: string): boolean {
  return existsSync(keptAt(cache, hashOf(resolve(path), cache)));
}

/**
 * Compiles a stylesheet into `cache` where it is not there yet, without loading it: threads take it
 * from there. Throws as above.
 */
export async function keepCompiled(path: string, cache: string): Promise<void> {
  const main = resolve(path);
  const kept = keptAt(cache, hashOf(main, cache));
  if (parsed(kept) === undefined) await compileTo(kept, main);
}

/**
 * Parses XML for `transform`, its prefix definitions made safe. The text must have passed
 * `readXml`: this parser accepts what is not well-formed.
 */
export function parseSource(text: string): XdmNode {
  return parseAsIs(withSafePrefixes(text));
}

/** The same, of the text as it is. */
export function parseAsIs(text: string): XdmNode {
  return saxon.getPlatform().parseXmlFromString(text);
}

/**
 * JSON as the map or array that XSLT has for it, to be given to several transformations as a
 * parameter.
 */
export function parseJson(json: string): unknown {
  const [value] = saxon.XPath.evaluate('parse-json($json)', null, {
    params: { json },
    resultForm: 'xdm',
  });
  return value;
}

/**
 * Runs a compiled stylesheet. Throws a `StylesheetFault` where the stylesheet fails or stops with
 * `terminate="yes"`.
 */
export function transform(
  stylesheet: CompiledStylesheet,
  request: TransformRequest & { readonly destination?: 'serialized' },
): TransformOutcome;
export function transform(
  stylesheet: CompiledStylesheet,
  request: TransformRequest & { readonly destination: 'document' },
): TransformOutcome<XdmNode>;
export function transform(
  stylesheet: CompiledStylesheet,
  request: TransformRequest,
): TransformOutcome<unknown>;
export function transform(
  stylesheet: CompiledStylesheet,
  request: TransformRequest,
): TransformOutcome<unknown> {
  const {
    source,
    parameters,
    initialMode,
    initialTemplate,
    destination = 'serialized',
    onMessage,
  } = request;
  const documents = new Map<string, string>();
  const messages: string[] = [];
  try {
    const { principalResult } = saxon.transform({
      stylesheetInternal: stylesheet.internal,
      destination,
      ...(source !== undefined && {
        sourceNode: typeof source === 'string' ? parseSource(source) : source,
      }),
      ...(parameters && { stylesheetParams: parameters }),
      ...(initialMode && { initialMode }),
      ...(initialTemplate && { initialTemplate }),
      deliverMessage: (message) => {
        messages.push(String(message));
        onMessage?.(String(message));
      },
      // The URI is an object, not a string.
      deliverResultDocument: () => ({
        destination: 'serialized',
        save: (uri, value) => documents.set(String(uri), String(value)),
      }),
    });
    spareWalks(stylesheet);
    return { principal: principalResult, documents, messages };
  } catch (error) {
    throw new StylesheetFault(whatFailed(stylesheet, error), { cause: error });
  }
}

/**
 * Before each run saxon-js walks three times through everything that is compiled, expression by
 * expression, in search of packages and of what they say of the context; both stand at the top. And
 * it makes the rules of each mode anew, with all patterns. Together that was a tenth of a
 * document's time. After the first run, which also checks the whole and links it, the walk finds
 * the lists of expressions below each component closed: it goes through lists by `forEach`, their
 * evaluation does not. And a mode, which makes its rules by `map`, is given those of the first
 * time.
 */
function spareWalks({ internal }: CompiledStylesheet): void {
  const { PRIMED: linked, C: declarations = [] } = internal as Compiled;
  if (!linked || spared.has(declarations)) return;
  spared.add(declarations);
  for (const { N: kind, C: [component] = [] } of declarations) {
    if (kind !== 'co' || !component?.C) continue;
    Object.defineProperty(component.C, 'forEach', { value: () => {} });
    if (component.N === 'mode') keepRules(component.C);
  }
}

/**
 * `map` makes a rule of each template and is asked for nothing else; the list is sorted by who
 * asked, so each gets a copy.
 */
function keepRules(templates: readonly Compiled[]): void {
  let rules: unknown[] | undefined;
  const map = (make: (template: Compiled) => unknown): unknown[] => {
    rules ??= Array.prototype.map.call(templates, (template) => make(template as Compiled));
    return [...rules];
  };
  Object.defineProperty(templates, 'map', { value: map });
}

/**
 * What is known here of saxon-js's own form: a node has a kind and children; the outermost one says
 * whether it is linked.
 */
interface Compiled {
  readonly N: string;
  readonly C?: readonly Compiled[];
  readonly PRIMED?: boolean;
}

const spared = new WeakSet<readonly Compiled[]>();

async function load(main: string, hash: string, cache: string): Promise<CompiledStylesheet> {
  const kept = keptAt(cache, hash);
  const internal = parsed(kept);
  return { path: main, hash, internal: internal ?? (await compileTo(kept, main)) };
}

function keptAt(cache: string, hash: string): string {
  return join(cache, 'xslt', `${hash}.sef.json`);
}

/** A file that was cut off, by a full disk say, counts as missing. */
function parsed(path: string): unknown {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

async function compileTo(kept: string, main: string): Promise<unknown> {
  mkdirSync(dirname(kept), { recursive: true });
  const temporary = temporaryFile(dirname(kept));
  try {
    const { code, said } = await runCompiler(main, temporary);
    const refused = /\b(?:ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EMFILE|ENFILE|EIO)\b/.exec(said)?.[0];
    if (refused !== undefined) throw Object.assign(new Error(said), { code: refused, path: kept });
    if (code !== 0) throw compileFault(main, stylesheetModules(main), said);
    const internal: unknown = JSON.parse(readFileSync(temporary, 'utf8'));
    renameSync(temporary, kept);
    return internal;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * The unmodified `xslt3` is a command: it runs in a thread of its own, where its `process.exit`
 * ends only the thread.
 */
function runCompiler(main: string, out: string): Promise<{ code: number; said: string }> {
  const argv = [`-xsl:${main}`, `-export:${out}`, '-nogo'];
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

/** As it is kept beside the compiled stylesheets. */
interface KnownHash {
  readonly hash: string;
  readonly modules: readonly (readonly [path: string, look: Look])[];
}

/**
 * The hash of a stylesheet's modules. To read them takes as long as a document, so it is kept as
 * long as they look the same.
 */
function hashOf(main: string, cache: string): string {
  const name = createHash('sha256')
    .update(`${FORM} ${saxon.getProcessorInfo().productVersion} ${main}`)
    .digest('hex');
  const path = join(cache, 'xslt', `${name.slice(0, 32)}.modules.json`);
  const known = parsed(path) as KnownHash | undefined;
  if (known?.modules.every(([module, look]) => looksSame(look, lookAt(module)))) return known.hash;
  const begun = Date.now();
  const modules = stylesheetModules(main);
  const hash = contentHash(modules);
  const looks = modules.map(({ path: module }) => [module, lookAt(module)] as const);
  if (looks.every(([, look]) => wasAtRest(look, begun)))
    writeIfPossible(path, JSON.stringify({ hash, modules: looks }));
  return hash;
}

/**
 * The path counts too: a compiled stylesheet resolves relative references against the place where
 * it was compiled.
 */
function contentHash(modules: readonly StylesheetModule[]): string {
  const hash = createHash('sha256').update(`${FORM} ${saxon.getProcessorInfo().productVersion}`);
  for (const { path, bytes } of modules) hash.update(`\0${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 32);
}

/**
 * "Error XPST0017: Static error in XPath on line 2 in x/a.xsl {f()}: Unknown function …" as a
 * finding.
 */
function compileFault(
  main: string,
  modules: readonly StylesheetModule[],
  said: string,
): InputFault {
  const text = said
    .replace(/Failed to compile stylesheet\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const at = / on line (\d+)(?: column (\d+))? in ([^\s:{]+)/.exec(text);
  const module = modules.find(({ path }) => at?.[3] && path.split(sep).join('/').endsWith(at[3]));
  return new InputFault({
    path: shownPath(module?.path ?? main),
    ...(module && at ? { line: Number(at[1]) } : {}),
    severity: 'error',
    rule: 'xslt/static-error',
    message: `the stylesheet cannot be compiled: ${text || 'the compiler gave no reason'}`,
  });
}

function whatFailed(stylesheet: CompiledStylesheet, error: unknown): string {
  const { message, code, xsltModule, xsltLineNr } = error as {
    message?: string;
    code?: string;
    xsltModule?: string;
    xsltLineNr?: number | string;
  };
  const place = xsltLineNr === undefined ? '' : `:${xsltLineNr}`;
  return `${xsltModule ?? shownPath(stylesheet.path)}${place}: ${message ?? String(error)}${code ? ` (${code})` : ''}`;
}
