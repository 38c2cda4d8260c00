/**
 * XSLT 3.0: a stylesheet is compiled once, cached by its content, and run on one document at a
 * time.
 *
 *     const stylesheet = await compileStylesheet('xslt/html/document.xsl', edition.cache);
 *     const { principal, documents } = transform(stylesheet, { source: parseSource(text), parameters: { id: 'd149' } });
 *
 * Takes the path of a stylesheet, later XML text or a node made by `parseSource`. Returns what the
 * stylesheet writes. Compiling takes seconds and happens in a worker thread; running takes a
 * millisecond and the time that the stylesheet needs.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import saxon, { type XdmNode } from 'saxon-js';
import { shownPath } from '../../core/finding.ts';
import { withPossibleDates } from '../dates/possible-dates.ts';
import { withSafePrefixes } from '../safe-prefixes.ts';
import { compileTo, SHIPPED, stylesheetHash } from './stylesheet-compiler.ts';

export type { XdmNode } from 'saxon-js';

/** A stylesheet ready to run. It is parsed once for the whole process. */
export interface CompiledStylesheet {
  readonly path: string;
  /**
   * Hash of all modules and of the compiler's version: results of the stylesheet can be cached
   * under it.
   */
  readonly hash: string;
  /** saxon-js's own form of a compiled stylesheet; Siglum does not read it. */
  readonly internal: unknown;
}

export interface TransformRequest {
  /**
   * Text is parsed on every call, with impossible dates; a node is made by `parseSource`, once for
   * several transformations of one document.
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
   * Default `serialized`: text, according to `xsl:output`. `document`: a node, a fifth faster.
   * `raw`: the items themselves.
   */
  readonly destination?: 'serialized' | 'document' | 'raw';
  /** Called with each `xsl:message` at once. */
  readonly onMessage?: (message: string) => void;
}

interface TransformOutcome<Principal = string> {
  readonly principal: Principal;
  /** The outputs of `xsl:result-document`, as text, by URI. */
  readonly documents: ReadonlyMap<string, string>;
  /** The messages of `xsl:message`, in order. */
  readonly messages: readonly string[];
}

/** A stylesheet failed while it ran: an error of the stylesheet, with the place in it. */
export class StylesheetError extends Error {
  override readonly name = 'StylesheetError';
}

// Otherwise a failure is also printed to the terminal.
saxon.setLogLevel(0);

const compiling = new Map<string, Promise<CompiledStylesheet>>();

/**
 * A stylesheet, compiled: shipped with the program, or from `cache`, a folder that may be deleted
 * at any time, or compiled now. Calls for the same content share one compilation, in this process
 * by sharing the promise, between processes because a file is moved to its place by renaming.
 * Throws an `InputError` with module and line if the stylesheet has a static error.
 */
export async function compileStylesheet(path: string, cache: string): Promise<CompiledStylesheet> {
  const main = resolve(path);
  const hash = stylesheetHash(main);
  const [shipped, cached] = placesOf(hash, cache);
  // Stylesheets stay loaded, and a process may open many editions with caches of their own.
  const key = `${main}\0${existsSync(shipped) ? shipped : cached}`;
  const previous = compiling.get(key);
  if (previous) return previous;
  const made = load(main, hash, cache);
  compiling.set(key, made);
  made.catch(() => compiling.delete(key));
  return made;
}

/**
 * Whether a stylesheet is compiled already. Throws an `InputError` if one of its modules cannot be
 * read.
 */
export function isCompiled(path: string, cache: string): boolean {
  return placesOf(stylesheetHash(resolve(path)), cache).some((place) => existsSync(place));
}

/**
 * Compiles a stylesheet into `cache` if necessary, without loading it: threads load it from there.
 * Throws as above.
 */
export async function compileIntoCache(path: string, cache: string): Promise<void> {
  const main = resolve(path);
  const places = placesOf(stylesheetHash(main), cache);
  if (places.every((place) => parsed(place) === undefined)) await compileTo(places[1], main);
}

/**
 * Parses XML for `transform`, its prefix definitions made safe and without impossible dates. The
 * text must have passed `readXml`: this parser accepts what is not well-formed.
 */
export function parseSource(text: string): XdmNode {
  return parseForRules(withPossibleDates(text));
}

/** The same with all dates: rules judge what the file says. */
function parseForRules(text: string): XdmNode {
  return parseAsIs(withSafePrefixes(text));
}

/** The unchanged text. */
export function parseAsIs(text: string): XdmNode {
  return saxon.getPlatform().parseXmlFromString(text);
}

/** JSON as a map or array of XSLT, for several transformations as a parameter. */
export function parseJson(json: string): unknown {
  const [value] = saxon.XPath.evaluate('parse-json($json)', null, {
    params: { json },
    resultForm: 'xdm',
  });
  return value;
}

/**
 * Runs a compiled stylesheet. Throws a `StylesheetError` if the stylesheet fails or stops with
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
      // A relocatable stylesheet has no base of its own, against which an `xml:base` is resolved.
      stylesheetBaseURI: pathToFileURL(stylesheet.path).href,
      destination,
      ...(source !== undefined && {
        sourceNode: typeof source === 'string' ? parseForRules(source) : source,
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
    return { principal: principalResult, documents, messages };
  } catch (error) {
    throw new StylesheetError(whatFailed(stylesheet, error), { cause: error });
  }
}

async function load(main: string, hash: string, cache: string): Promise<CompiledStylesheet> {
  const [shipped, cached] = placesOf(hash, cache);
  const internal = parsed(shipped) ?? parsed(cached) ?? (await compileTo(cached, main));
  return { path: main, hash, internal };
}

/** The possible paths of a compiled stylesheet: shipped, or in the cache. */
function placesOf(hash: string, cache: string): readonly [shipped: string, cached: string] {
  const name = `${hash}.sef.json`;
  return [join(SHIPPED, name), join(cache, 'xslt', name)];
}

/** A truncated file, for example after a full disk, counts as missing. */
function parsed(path: string): unknown {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function whatFailed(stylesheet: CompiledStylesheet, error: unknown): string {
  const { message, code, xsltModule, xsltLineNr } = error as {
    message?: string;
    code?: string;
    xsltModule?: string;
    xsltLineNr?: number | string;
  };
  const place = xsltLineNr === undefined ? '' : `:${xsltLineNr}`;
  return (
    `${xsltModule ?? shownPath(stylesheet.path)}${place}: ` +
    `${message ?? String(error)}${code ? ` (${code})` : ''}`
  );
}
